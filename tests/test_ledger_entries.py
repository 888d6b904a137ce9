from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.ledger.entries import Entry, ledger

_TEXT = (
    "Anna Berg, the mayor, said on Monday that the dam was safe. “We measured it twice,” she said.\n\n"
    "Critics say the wall leaks. The flood reportedly drove 4,000 people from their homes.\n\n"
    "“The chairs floated in the hall until Friday.”\n"
)


def entries(text: str) -> list[Entry]:
    return ledger(Document(text))


def test_every_attribution_and_figure_has_an_entry() -> None:
    found = [(item.kind, item.source.type if item.source else "none") for item in entries(_TEXT)]
    assert found == [
        ("indirect-quote", "named-person"),
        ("direct-quote", "pronoun"),
        ("indirect-quote", "vague"),
        ("statistic", "none"),
        ("direct-quote", "none"),
    ]


def test_a_pronoun_is_resolved_to_the_full_name() -> None:
    assert [item.source.resolved for item in entries(_TEXT)[:2] if item.source] == ["Anna Berg", "Anna Berg"]


def test_hedges_are_listed() -> None:
    assert entries(_TEXT)[3].hedges == ("reportedly",)


def test_the_json_object_has_the_documented_keys() -> None:
    item = entries(_TEXT)[0].to_dict()
    assert set(item) == {"start", "end", "text", "kind", "source", "cue", "hedges"}
    assert set(item["source"]) == {"start", "end", "text", "type", "resolved"}
    assert set(item["cue"]) == {"start", "end", "text", "class"}
    assert entries(_TEXT)[4].to_dict()["source"]["type"] == "none"
    assert entries(_TEXT)[4].to_dict()["cue"] is None


@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "said", "Experts", "Anna Berg", ",", ".", "\n", "4,000 people", "who", "the", "and", "by"]
        )
    )
)
def test_offsets_are_within_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for item in entries(text):
        assert text[item.start : item.end] == item.text
        if item.source:
            assert text[item.source.start : item.source.end] == item.source.text
        if item.cue:
            assert text[item.cue.start : item.cue.end] == item.cue.text

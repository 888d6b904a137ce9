"""The source grammar on single sentences: who, by which cue, in which manner."""

from __future__ import annotations

import pytest

from textlint.document import Document
from textlint.layers.speech.attributions import attributions, cue_class
from textlint.layers.speech.tokens import tokens


def read(text: str) -> list[tuple[str, str, str, str]]:
    document = Document(text)
    table = document.layer(tokens)
    return [
        (
            text[slice(*table.span(item.source.first, item.source.last))],
            table.words[item.cue],
            item.source.kind,
            item.manner,
        )
        for item in document.layer(attributions)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg said it rained.", ("Anna Berg", "said", "named", "subject")),
        ("The mayor, Anna Berg, said it rained.", ("The mayor", "said", "crowd", "subject")),
        ("“It rained,” said Anna Berg.", ("Anna Berg", "said", "named", "inverted")),
        ("It rained, said Anna Berg.", ("Anna Berg", "said", "named", "inverted")),
        (
            "According to the weather service, it rained.",
            ("the weather service", "According", "descriptor", "according"),
        ),
        ("It rained, retired engineers say, for nine days.", ("retired engineers", "say", "expert", "subject")),
        ("She has since stressed that it rained.", ("She", "stressed", "pronoun", "subject")),
        ("The plan was criticised by harbour experts.", ("harbour experts", "criticised", "expert", "agent")),
        ("The plan drew criticism from several officials.", ("several officials", "criticism", "insider", "noun")),
        ("Aides to Berg argue that it will pass.", ("Aides to Berg", "argue", "insider", "subject")),
        ("Many voters who stayed at home say it rained.", ("Many voters", "say", "crowd", "subject")),
    ],
)
def test_one_attribution(text: str, expected: tuple[str, str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The report was released on Monday.",
        "A think tank met in Osterby.",
        "The claims of the neighbours were dropped.",
        "She shows up late.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert read(text) == []


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    found = read("Berg said it rained, adding that the river rose, and warned of more.")
    assert [(source, cue) for source, cue, _, _ in found] == [("Berg", "said"), ("Berg", "adding"), ("Berg", "warned")]


def test_words_inside_quotations_are_not_read() -> None:
    assert read("“Experts say it will rain,” said Berg.") == [("Berg", "said", "named", "inverted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg said it rained.", "neutral"),
        ("Berg claimed it rained.", "doubt"),
        ("Berg admitted it rained.", "factive"),
        ("Berg believes it rained.", "hedge"),
        ("According to Berg, it rained.", "according-to"),
    ],
)
def test_cues_have_classes(text: str, expected: str) -> None:
    document = Document(text)
    (only,) = document.layer(attributions)
    assert cue_class(document.layer(tokens), only) == expected

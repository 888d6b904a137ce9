"""Mojibake is fixed exactly, and correct text is unchanged."""

from __future__ import annotations

from itertools import pairwise

import ftfy
import pytest
from damaged_text import CODECS, SENTENCES, damaged, tokens_of
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.edits.proof import keeps
from textlint.layers.damage.misreadings import _ftfy, build
from textlint.span import Edit, apply_edits


def fixed(text: str, proved_only: bool = False) -> str:
    runs = build(Document(text))
    return apply_edits(text, [Edit(run.start, run.end, run.fixed) for run in runs if run.is_proved or not proved_only])


@pytest.mark.parametrize("codec", CODECS)
def test_a_damaged_document_is_restored_by_proved_fixes(codec: str) -> None:
    for sentence in SENTENCES:
        assert fixed(damaged(sentence, codec), proved_only=True) == sentence


@pytest.mark.parametrize("codec", CODECS[:2])
def test_a_single_token_is_restored(codec: str) -> None:
    tokens = tokens_of(*SENTENCES)
    restored = sum(fixed(damaged(token, codec)) == token for token in tokens)
    assert restored >= 0.985 * len(tokens)


@pytest.mark.parametrize("codec", CODECS[:2])
def test_a_damaged_quotation_in_a_correct_text_is_restored(codec: str) -> None:
    frame = "The café’s owner, Zoë, said: {} That was all, “for now”."
    for sentence in SENTENCES:
        assert fixed(frame.format(damaged(sentence, codec))) == frame.format(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_correct_text_is_unchanged(sentence: str) -> None:
    assert build(Document(sentence)) == ()
    assert build(Document("\n".join(token for token in tokens_of(sentence)))) == ()


@given(st.lists(st.sampled_from(tokens_of(*SENTENCES)), max_size=12), st.sampled_from("\n  …“’"))
def test_correct_words_in_any_order_are_unchanged(words: list[str], between: str) -> None:
    text = between.join(words)
    assert ftfy.fix_encoding(text, _ftfy()[1]) != text or build(Document(text)) == ()


@given(
    st.lists(
        st.tuples(st.sampled_from(tokens_of(*SENTENCES)), st.sampled_from((None, *CODECS))), min_size=1, max_size=8
    )
)
def test_everything_that_ftfy_restores_is_restored(words: list[tuple[str, str | None]]) -> None:
    sound = " ".join(word for word, _ in words)
    text = " ".join(damaged(word, codec) if codec else word for word, codec in words)
    if ftfy.fix_encoding(text, _ftfy()[1]) == sound:
        assert fixed(text) == sound


@given(st.text(max_size=60))
def test_runs_are_sorted_disjoint_and_proved_if_marked_so(text: str) -> None:
    runs = build(Document(text))
    assert all(run.end <= later.start for run, later in pairwise(runs))
    for run in runs:
        assert text[run.start : run.end] != run.fixed
        assert not run.is_proved or keeps("bytes", text, [Edit(run.start, run.end, run.fixed)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("voilÃ\u00a0 le quai", "voilà le quai"),
        ("nÃƒÂ© Ã\u00a0 KÃ¶ln", "né à Köln"),
        ("l’Ã©tÃ©", "l’été"),
        ("KГ¶ln, MГјnchen, ZГјrich", "Köln, München, Zürich"),
        ("\u00e2\u0080\u0099t", "’t"),
    ],
)
def test_fixes(before: str, after: str) -> None:
    assert fixed(before).replace("  ", " ") == after


def test_a_lost_byte_is_guessed_and_not_proved() -> None:
    (opening, closing) = build(Document("He said â€œnothingâ€."))
    assert opening.is_proved and not closing.is_proved and closing.fixed == "”"


def test_code_is_unchanged() -> None:
    assert build(Document("It writes `cafÃ©` for the name.")) == ()

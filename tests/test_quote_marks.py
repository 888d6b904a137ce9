from __future__ import annotations

import pytest

from textlint.layers.words.gaps import find_gaps
from textlint.layers.words.quote_marks import place


@pytest.mark.parametrize(
    ("before", "chunk", "parts"),
    [
        ('He said: "We sailed ', 'home."The', ('home."', "The")),
        ("He went ", 'home."The', ("home.", '"The')),
        ('He said: "We sailed ', 'home.""The', ('home."', '"The')),
        ("He called it ", 'an"unusual', ("an", '"unusual')),
        ('He called it "', 'unusual"and', ('unusual"', "and")),
        ("He asked for a quay in ", "'Harbour'Lights", ("'Harbour'", "Lights")),
    ],
)
def test_reads_straight_quotes_by_what_the_line_has_before(before: str, chunk: str, parts: tuple[str, str]) -> None:
    placed = [place(before + chunk, len(before), gap) for gap in find_gaps(chunk) if gap.punctuation]
    assert [(chunk[: gap.cut], chunk[gap.cut :]) for gap in placed if gap] == [parts]


def test_an_apostrophe_in_a_name_is_no_closing_quote() -> None:
    assert [place("O'Brien", 0, gap) for gap in find_gaps("O'Brien")] in ([], [None])

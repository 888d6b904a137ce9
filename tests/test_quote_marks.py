from __future__ import annotations

import pytest

from textlint.layers.words.gap import Gap
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
    gap = Gap(2, "punct", "O", "Brien", punctuation="'")
    assert find_gaps("O'Brien") == ()
    assert place("O'Brien", 0, gap) is None
    assert place("'O'Brien", 1, gap) == gap  # in a quotation that is open


FAR = "x" * 4996 + " "


@pytest.mark.parametrize(
    ("before", "chunk", "cut", "expected"),
    [
        # No quotes.
        ("It sank ", "fog.Tide", 4, (4, "punct")),
        # Double quotes: the second of two closes, and only the line counts.
        ('"', 'fog"Tide', 4, (4, "punct")),
        ("", 'fog"Tide', 4, (3, "open")),
        ('"One" and ', 'fog"Tide', 4, (3, "open")),
        ('"One" and "', 'fog"Tide', 4, (4, "punct")),
        ('"One\n', 'fog"Tide', 4, (3, "open")),
        ('One\n"', 'fog"Tide', 4, (4, "punct")),
        ('\n"', 'fog"Tide', 4, (4, "punct")),
        ("", '"fog"Tide', 5, (5, "punct")),
        ("", 'fog,"Tide', 5, (4, "punct")),
        ('"', 'fog,"Tide', 5, (5, "punct")),
        ('"', 'fog",Tide', 5, (5, "punct")),
        ('"', 'fog""Tide', 5, (4, "punct")),
        ("", 'fog""Tide', 5, (3, "open")),
        ('"', 'fog,""Tide', 6, (5, "punct")),
        # Single quotes: only one that closes a quotation leaves a gap after it.
        ("", "fog'Tide", 4, None),
        ("'", "fog'Tide", 4, (4, "punct")),
        ("It's ", "fog'Tide", 4, None),
        ("'One' and ", "fog'Tide", 4, None),
        ("'One' and '", "fog'Tide", 4, (4, "punct")),
        ("‘One.’ and ‘", "fog'Tide", 4, (4, "punct")),
        ("'One\n", "fog'Tide", 4, None),
        ("", "fog,'Tide", 5, (4, "punct")),
        ("'", "fog,'Tide", 5, (5, "punct")),
        ("'", "fog''Tide", 5, (4, "punct")),
        ("'", "fog,''Tide", 6, (5, "punct")),
        # Curly ones: after a whole word and before a capitalized word, or if a quotation is open.
        ("", "Fog’Tide", 4, (4, "punct")),
        ("", "Fog’tide", 4, None),
        ("‘", "Fog’tide", 4, (4, "punct")),
        ("", "Fo’Tide", 3, None),
        ("‘", "Fo’Tide", 3, (3, "punct")),
        ("", "Fog’T", 4, None),
        ("", "Fog’Ti", 4, (4, "punct")),
        ("", "fog,’tide", 5, (5, "punct")),
        # The line is searched for 5,000 code points.
        ('"' + FAR[1:], 'fog"Tide', 4, (4, "punct")),
        ('"' + FAR, 'fog"Tide', 4, (3, "open")),
        ('"\n' + FAR + '"', 'fog"Tide', 4, (4, "punct")),
    ],
)
def test_where_a_gap_beside_quotes_falls(before: str, chunk: str, cut: int, expected: tuple[int, str] | None) -> None:
    signs = "\"'’.,"
    start = len(chunk[:cut].rstrip(signs))
    left = chunk[:start].lstrip(signs)
    gap = Gap(cut, "punct", left, chunk[cut:], punctuation=chunk[start:cut])
    placed = place(before + chunk, len(before), gap)
    assert (placed and (placed.cut, placed.shape)) == expected


def test_a_gap_before_a_bracket_stays_there_when_the_quote_after_it_closes() -> None:
    gap = Gap(3, "open", "fog", "Tide", punctuation='("')
    assert place('"fog("Tide', 1, gap) == gap


def test_a_gap_without_quotes_is_left_as_it_is() -> None:
    gap = Gap(4, "sentence", "fog", "Tide", punctuation=".")
    assert place('"fog.Tide', 1, gap) is gap

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.text.quotations import find_quotations


def words(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “yes” and “no”.", ["“yes”", "“no”"]),
        ('She said "yes" and left.', ['"yes"']),
        ("She said ''yes, sir,'' and left.", ["''yes, sir,''"]),
        ("''He read 'The Sea,''' she said.", ["''He read 'The Sea,'''"]),
        ('"I was there,” he said. “So was I."', ['"I was there,”', '“So was I."']),
        ("Er sagte «nein» und ging.", ["«nein»"]),
        ('The wall is 6\'2" high and 5" thick.', []),
        ('"We won. "We won again."', ['"We won. ', '"We won again."']),
    ],
)
def test_marks_of_all_kinds_are_paired(text: str, quoted: list[str]) -> None:
    assert words(text) == quoted


def test_a_quotation_that_opens_again_in_each_paragraph_is_several() -> None:
    found = find_quotations("“It rained.\n\n“It rained again.”")
    assert [item.is_closed for item in found] == [False, True]


def test_a_quotation_that_closes_in_a_later_paragraph_is_one() -> None:
    text = "“It rained.\nIt rained again,” she said."
    assert words(text) == ["“It rained.\nIt rained again,”"]


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    found = find_quotations("He said: “It rained.\nThe end.")
    assert [(item.start, item.is_closed) for item in found] == [(9, False)]


@given(st.text(alphabet="ab “”\"'\n«».,"))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    found = find_quotations(text)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(0 <= item.start < item.end <= len(text) for item in found)

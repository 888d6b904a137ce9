"""Tags are distinguished from other angle brackets, and removing them does not join words."""

from __future__ import annotations

import pytest

from textlint.checks.markup.tags import check
from textlint.document import Document
from textlint.layers.damage.tags import build
from textlint.span import apply_edits


def stripped(text: str) -> str:
    return apply_edits(text, [edit for finding in check(Document(text), "whole") for edit in finding.edits])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one<br>two", "one\ntwo"),
        ("one</p><p>two", "one\n\ntwo"),
        ("one <b>two</b> three", "one two three"),
        ("sur<b>vey</b>", "survey"),
        ("<p>one</p>\n<p>two</p>", "one\ntwo"),
        ("one <a href=”/x” target=_blank>two</a>", "one two"),
        ("one<td>two", "one\ntwo"),
    ],
)
def test_text_without_tags(before: str, after: str) -> None:
    assert stripped(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d", "if a<b and c>d", "<osei@harbour.example>", "<insert name>", "x <y> z", "1<2>3", "<3 you",
        "<b and c> d", "<a nice place>", "<https://harbour.example>", "<< back", "<>",
    ],
)  # fmt: skip
def test_no_tags(text: str) -> None:
    assert build(Document(text)) == ()


def test_a_single_letter_in_brackets_is_uncertain() -> None:
    (lone,) = check(Document("Press <b> to go on."), "whole")
    assert lone.applicability == "unsafe"
    assert all(finding.applicability is None for finding in check(Document("Press <b>on</b> it."), "whole"))


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ('class="lead">The ferry', 'class="lead">'),
        ('The ferry <img src="x.jpg', '<img src="x.jpg'),
        ('The ferry target="_blank" rel="nofollow"> came', 'target="_blank" rel="nofollow">'),
    ],
)
def test_incomplete_tags(text: str, half: str) -> None:
    (finding,) = check(Document(text), "half")
    assert text[finding.start : finding.end] == half


def test_a_complete_tag_is_not_an_incomplete_one() -> None:
    assert list(check(Document('<p class="lead" id="x">The ferry</p>'), "half")) == []

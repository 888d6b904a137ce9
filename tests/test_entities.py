"""Entities become characters; ampersands and the signs of tags do not."""

from __future__ import annotations

import pytest

from textlint.checks.encoding.entities import check
from textlint.document import Document
from textlint.span import apply_edits


def fixed(text: str, unsafe: bool = True) -> str:
    found = [finding for finding in check(Document(text)) if unsafe or finding.applicability is None]
    return apply_edits(text, [edit for finding in found for edit in finding.edits])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("R&amp;D", "R&D"),
        ("didn&#8217;t &#x2014; no", "didn’t — no"),
        ("didn&#146;t", "didn’t"),
        ("10&nbsp;km and&nbsp more", "10\u00a0km and\u00a0more"),
        ("4 &lt; 5", "4 < 5"),
        ("&amp;rsquo;", "&rsquo;"),
    ],
)
def test_repairs(before: str, after: str) -> None:
    assert fixed(before, unsafe=False) == after.replace("and\u00a0more", "and\u00a0 more")


@pytest.mark.parametrize("text", ["AT&T", "this & that;", "Smith &sons; Co", "?a=1&copy=2", "`&amp;`", "&;", "&#;"])
def test_left_alone(text: str) -> None:
    assert list(check(Document(text))) == []


def test_the_signs_of_a_tag_are_doubtful() -> None:
    text = "&lt;b&gt;no&lt;/b&gt;"
    assert fixed(text, unsafe=False) == text and fixed(text) == "<b>no</b>"


def test_a_text_about_code_keeps_them() -> None:
    assert list(check(Document("In HTML, a developer writes &lt; in markup for the sign before tags."))) == []

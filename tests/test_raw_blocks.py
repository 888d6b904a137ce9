"""Comments, declarations and elements without text go whole, and weld no words."""

from __future__ import annotations

import pytest

from textlint.checks.markup.raw_blocks import check
from textlint.document import Document
from textlint.span import apply_edits


def fixed(text: str, kind: str) -> str:
    return apply_edits(text, [edit for finding in check(Document(text), kind) for edit in finding.edits])


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("comment", "one<!-- x -->two", "one two"),
        ("comment", "one\n<!-- x\ny -->\ntwo", "one\ntwo"),
        ("comment", "<?xml version='1.0'?>one", "one"),
        ("comment", "<![CDATA[one]]>", "one"),
        ("comment", "//<![CDATA[\none\n//]]>", "one\n"),
        ("element", "one\n<SCRIPT>\nvar x;\n</Script>\ntwo", "one\ntwo"),
        ("element", "one <style type='x'>a{}</style>two", "one two"),
        ("element", "one <iframe src='x'></iframe> two", "one  two"),
    ],
)
def test_repairs(kind: str, before: str, after: str) -> None:
    assert fixed(before, kind) == after


def test_an_open_comment_is_shown_to_the_end_of_its_line() -> None:
    text = "one <!-- two\nthree"
    (finding,) = check(Document(text), "comment")
    assert text[finding.start : finding.end] == "<!-- two" and finding.applicability == "unsafe"


@pytest.mark.parametrize(
    ("kind", "text"), [("element", "one <script> two"), ("comment", "a <- b --> c"), ("element", "x")]
)
def test_left_alone(kind: str, text: str) -> None:
    assert list(check(Document(text), kind)) == []

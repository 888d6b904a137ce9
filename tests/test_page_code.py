"""Lines of scripts and style sheets go; sentences that use their words or signs stay."""

from __future__ import annotations

import pytest

from textlint.checks.markup.page_code import check
from textlint.document import Document
from textlint.span import apply_edits


def fixed(text: str, language: str) -> str:
    return apply_edits(text, [edit for finding in check(Document(text), language) for edit in finding.edits])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("css", ".ad, #top { display: none; }"),
        ("css", "@import url(x.css);"),
        ("css", "body{margin:0;padding:0}"),
        ("css", "font-size: 12px; color: #333;"),
        ("css", ".ad {\n  display: none;\n}"),
        ("script", "var slots = []; slots.push({id: 3});"),
        ("script", "jQuery(document).ready(function($) { $('.ad').hide(); });"),
        ("script", "!function(f,b,e){ f.x = b.y(e); }(window, document);"),
        ("script", "gtag('config', 'UA-1'); gtag('event');"),
    ],
)
def test_code(language: str, line: str) -> None:
    assert fixed(f"One.\n{line}\nTwo.", language) == "One.\nTwo."


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("css", "Color: red; that is what they chose;"[:-1] + "."),
        ("css", "The set {a: b} holds."),
        ("script", "The function (a dinner) was held; the document.) was lost (again)."),
        ("script", "Let x = 4; then y = 5 (or so), and z = 6."),
        ("script", "var x = 1; (a) (b) and here follows a long sentence of many plain words in English;"),
    ],
)
def test_prose(language: str, line: str) -> None:
    assert fixed(line, language) == line

"""Web pages become the text that a browser shows, line by line, in linear time (R15)."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.errors import InputError
from textlint.readers import InputFile
from textlint.readers.html import Passage, extract_text, read

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry late - Harbour News</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry late",
 "datePublished": "2019-03-04", "author": [{"name": "Jo Osei"}, {"name": "K. Lind"}]}</script>
<link rel="canonical" href="https://harbour.example/ferry"></head>
<body><nav><a>Home</a><a>News</a></nav>
<article>
<h1>Ferry <em>late</em></h1>
<p>The <a href="/x">harbour</a> office<b>s</b> blamed
the fog.<br>Nobody <i>be</i>lieved it, at 40 m<sup>2</sup>.</p><p>She said <q>no</q>.</p>
<figure><img src="x.jpg" alt="A ferry in fog"><figcaption>The ferry on Monday</figcaption></figure>
<ul><li>One</li><li>Two</li></ul>
<div hidden>Hidden</div><script>var x;</script>
</article><footer>Imprint</footer></body></html>
"""


def text_of(markup: str) -> str:
    return extract_text(markup.encode()).text


def test_a_page() -> None:
    page = extract_text(PAGE.encode())
    assert page.text.split("\n") == [
        "Ferry late", "", "The harbour offices blamed the fog.", "Nobody believed it, at 40 m².", "", "She said “no”.", "",
        "One", "Two", "",
    ]  # fmt: skip
    places = dict(zip(page.text.split("\n"), page.file_lines, strict=False))
    assert [places[line] for line in ("Ferry late", "Nobody believed it, at 40 m².", "She said “no”.", "Two")] == [
        8,
        10,
        10,
        12,
    ]
    assert page.passages == (Passage("alt", "A ferry in fog", 11), Passage("caption", "The ferry on Monday", 11))
    assert page.metadata == {
        "title": "Ferry late", "date": "2019-03-04", "byline": "Jo Osei, K. Lind", "language": "en-GB",
        "url": "https://harbour.example/ferry", "encoding": "utf-8",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>sur<b>vey</b> re<i>veal</i>ed</p>", "survey revealed\n"),
        ("<p>one <b> two</b></p>", "one two\n"),
        ("<p>one</p><p>two</p>", "one\n\ntwo\n"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree\n"),
        ("<p>one<br>two<br/>three</p>", "one\ntwo\nthree\n"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\tb\n"),
        ("<p>10&nbsp;km&shy;</p>", "10\u00a0km\u00ad\n"),
        ("<p>one<!-- note -->two</p>", "onetwo\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("<p>a<wbr>b</p>", "ab\n"),
        ("<p>one</p>tail<p>two</p>", "one\n\ntail\n\ntwo\n"),
        ("<p>x<style>p{}</style>y</p>", "xy\n"),
        ("<p>a < b and <insert name></p>", "a < b and\n"),
        ("", ""),
    ],
)
def test_rendering(markup: str, text: str) -> None:
    assert text_of(markup) == text


@pytest.mark.parametrize(
    ("data", "declared", "word"),
    [
        ("<meta charset=iso-8859-1><p>café".encode("latin-1"), "", "café"),
        ("<p>café".encode(), "", "café"),
        ("<p>café’s".encode("cp1252"), "", "café’s"),
        ("<p>café".encode("utf-16"), "", "café"),
        ("<p>город".encode("cp1251"), "cp1251", "город"),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>café</p></body></html>'.encode(), "", "café"),
    ],
)
def test_encodings(data: bytes, declared: str, word: str) -> None:
    assert extract_text(data, declared).text == f"{word}\n"


@pytest.mark.parametrize(
    "markup",
    ["<div>" * 20_000 + "x", "<!--" * 100_000, "<a " * 50_000, "<script>var x;</script>", "<p></p>"],
    ids=["nested", "comments", "tags", "script", "empty"],
)
def test_unreadable_pages_are_reported(markup: str) -> None:
    with pytest.raises(InputError):
        extract_text(markup.encode())


def test_lines_beyond_the_limit_of_the_parser() -> None:
    page = extract_text(("<p>start\n" + "\n" * 70_000 + "<p>end").encode())
    assert page.file_lines[-1] == 70_002


def test_the_reader_gives_a_document_that_cannot_be_written() -> None:
    (unit,) = read(InputFile("page.html", io.BytesIO(PAGE.encode())))
    assert unit.rewrite is None and unit.document is not None
    assert unit.document.language == "en" and unit.document.text.startswith("Ferry late\n")


@given(
    st.lists(
        st.sampled_from("<p> </p> <b> </b> <div> </div> <br> <pre> <li> </ul> <td> a b &amp; &#0; <!-- --> é".split()),
        max_size=30,
    )
)
def test_any_markup_is_read_or_rejected(parts: list[str]) -> None:
    try:
        page = extract_text(" ".join(parts).encode())
    except InputError:
        return
    lines = page.text.split("\n")
    assert lines.pop() == "" and len(lines) == len(page.file_lines)
    assert list(page.file_lines) == sorted(page.file_lines)
    assert not any("<p>" in line for line in lines)

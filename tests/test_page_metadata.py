"""What a page says of its article is found wherever it says it."""

from __future__ import annotations

import pytest

from textlint.readers.html import extract_text


@pytest.mark.parametrize(
    ("markup", "key", "value"),
    [
        ('<meta property="og:title" content="One"><h1>Two</h1>', "title", "One"),
        ("<title>Three</title>", "title", "Three"),
        ('<meta name="author" content="https://x.example/jo"><a rel="author">Jo Osei</a>', "byline", "Jo Osei"),
        ('<p class="byline">By Jo Osei</p>', "byline", "By Jo Osei"),
        ('<time datetime="2019-03-04">Monday</time>', "date", "2019-03-04"),
        ('<meta property="og:locale" content="en_GB">', "language", "en-GB"),
        ('<link rel="canonical" href="https://x.example/a">', "url", "https://x.example/a"),
        ('<script type="application/ld+json">{"@graph": [{"headline": "Four"}]}</script>', "title", "Four"),
        ('<script type="application/ld+json">{broken</script><title>Five</title>', "title", "Five"),
        ('<script type="application/ld+json">[1, null, {"datePublished": "2019"}]</script>', "date", "2019"),
    ],
)
def test_metadata(markup: str, key: str, value: str) -> None:
    assert extract_text(f"{markup}<p>Text".encode()).metadata[key] == value


def test_nothing_said() -> None:
    assert extract_text(b"<p>Text").metadata.keys() == {"encoding"}

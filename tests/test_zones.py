"""Zones: where the article stands in the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.layers.page.zones import Zones, cued_lines, line_weight, zones
from textlint.span import Cue, Span

PARAGRAPH = (
    "The board voted on Tuesday to close the old market for eleven weeks, and the traders have until Friday to move."
)


def zones_of(text: str, *cues: Cue) -> Zones:
    return Document(text, cues=cues).layer(zones)


def test_menu_article_foot() -> None:
    text = f"Home\nNews\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\nImprint\n"
    found = zones_of(text)
    assert [found.at(text.index(word)) for word in ("Home", "News", PARAGRAPH, "Imprint")] == [
        "head",
        "head",
        "body",
        "tail",
    ]


def test_a_subheading_between_paragraphs_is_body() -> None:
    text = f"{PARAGRAPH}\nA subheading\n{PARAGRAPH}\n"
    assert zones_of(text).at(text.index("A sub")) == "body"


def test_a_text_without_running_text_is_all_body() -> None:
    assert zones_of("roses\nviolets\nsugar\n").at(0) == "body"


def test_a_text_of_cues_alone_has_no_body() -> None:
    text = "Share this\nPrint\n"
    assert zones_of(text, Cue(0, 10, "share"), Cue(11, 16, "tool")).body == (0, 0)


def test_a_paragraph_that_cues_cover_is_no_article() -> None:
    advert = "Access the finest profiles on the market today, save hours of research and gain a competitive edge over all others."
    text = f"{PARAGRAPH}\n{advert}\n"
    start = text.index(advert)
    assert zones_of(text).at(start) == "body"
    assert zones_of(text, Cue(start, start + len(advert), "pitch")).at(start) == "tail"


def test_one_cue_in_a_paragraph_does_not_end_the_article() -> None:
    text = f"{PARAGRAPH}\nReaders may leave a comment at the town hall until noon, the board said, or write to the clerk by Monday.\n{PARAGRAPH}\n"
    start = text.index("leave a comment")
    assert zones_of(text, Cue(start, start + 15, "comment")).body == (0, 3)


def test_kinds_near_counts_lines_with_words() -> None:
    text = "Share this\n\n\n\nName\n\nPrint\n"
    found = zones_of(text, Cue(0, 10, "share"), Cue(text.index("Print"), text.index("Print") + 5, "tool"))
    at = text.index("Name")
    assert found.kinds_near(at, at + 4, 1) == {"share", "tool"}
    assert found.kinds_near(at, at + 4, 1, but="tool") == {"share"}
    assert found.kinds_near(at, at + 4, 0) == frozenset()


def test_cued_lines_merge_overlapping_cues() -> None:
    lines = [Span(0, 20)]
    assert not cued_lines((Cue(0, 8, "a"), Cue(0, 8, "a")), lines)[0].is_furniture
    assert cued_lines((Cue(0, 8, "a"), Cue(4, 12, "a")), lines)[0].is_furniture
    assert cued_lines((Cue(0, 2, "a"), Cue(4, 6, "b")), lines)[0].is_furniture


def test_weights() -> None:
    assert line_weight(PARAGRAPH) > 10
    assert line_weight("Home") < 0
    assert 0 < line_weight("It rained all day.") < 10


@given(st.text(alphabet="ab .\n“”\r", max_size=200))
def test_every_offset_has_a_zone(text: str) -> None:
    found = zones_of(text)
    assert {found.at(offset) for offset in range(len(text) + 1)} <= {"head", "body", "tail"}

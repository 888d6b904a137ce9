"""The headline that stands twice, and what the checks make of it."""

from __future__ import annotations

from textlint.checks.boilerplate import site_banner
from textlint.checks.repetition import doubled_headline
from textlint.document import Document
from textlint.layers.page.headline import headline
from textlint.span import apply_edits

HEADLINE = "Ferry stops early as the river freezes"
PARAGRAPH = (
    "The board voted on Tuesday to close the old market for eleven weeks, and the traders have until Friday to move."
)
PAGE = f"The Tarn Observer\nAll the valley\n\n{HEADLINE}\nminsta\n\n{HEADLINE.upper()}\n\n{PARAGRAPH}\n"


def test_found_whatever_the_case() -> None:
    found = Document(PAGE).layer(headline)
    assert found is not None
    assert PAGE[slice(*found.first)] == HEADLINE
    assert [PAGE[slice(*span)] for span in found.again] == [HEADLINE.upper()]


def test_not_found_where_it_stands_once_or_after_the_article_has_begun() -> None:
    assert Document(f"{HEADLINE}\n{PARAGRAPH}\n").layer(headline) is None
    assert Document(f"{HEADLINE}\n{PARAGRAPH}\n{PARAGRAPH}\n{HEADLINE}\n").layer(headline) is None


def test_a_column_heading_is_no_headline() -> None:
    row = "Player Plays Goals Points\nBerg\n"
    assert Document(row * 4 + PARAGRAPH).layer(headline) is None


def test_the_page_around_a_doubled_headline_goes() -> None:
    document = Document(PAGE)
    edits = [edit for finding in doubled_headline.check(document) for edit in finding.edits]
    for part in ("above", "between"):
        edits += [edit for finding in site_banner.check(document, part) for edit in finding.edits]
    assert apply_edits(PAGE, edits).strip() == f"{HEADLINE}\n\n\n{PARAGRAPH}"


def test_a_byline_between_stays() -> None:
    document = Document(PAGE.replace("minsta", "Anna Holm"))
    assert not list(site_banner.check(document, "between"))


def test_a_sentence_above_stays() -> None:
    document = Document(PAGE.replace("All the valley", "We looked into it."))
    assert not list(site_banner.check(document, "above"))

"""The line model: its features, its weights, and the checks that ask it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.api import Linter
from textlint.checks.boilerplate import furniture_model as furniture_check
from textlint.checks.boilerplate import page_menu
from textlint.document import Document
from textlint.layers.page import furniture_model
from textlint.layers.page.line_facts import features
from textlint.layers.page.line_shape import page
from textlint.span import Cue
from textlint.startup.locations import data_file

PARAGRAPH = (
    "The board voted on Tuesday to close the old market for eleven weeks, and the traders have until Friday to move."
)
SECOND = "Organisers moved the relays to Sunday morning and said that tickets already sold would stay valid until the autumn."
MENU = "Skip to content\nHome\nNews\nSport\nSubscribe\nSign in\nSearch\n"
FOOT = "Share on Facebook\nRelated articles\nFive walks for a wet weekend\nMost read\nThe price of bread\nPrivacy policy\nTerms of use\n"
PAGE = f"{MENU}\n" + f"{PARAGRAPH}\n\n{SECOND}\n\n" * 6 + FOOT


def test_plain_running_text_has_no_candidates_in_its_middle() -> None:
    document = Document("\n".join([PARAGRAPH, SECOND] * 10))
    assert document.layer(page).candidates == [0, 1, 2, 17, 18, 19]


def test_an_empty_text_has_no_scores() -> None:
    assert furniture_model.scores(Document("")) == {}
    assert not list(features(Document("\n \n")))


def test_weights_are_small_and_bounded() -> None:
    model = furniture_model.weights()
    assert len(model.first) > 1_000
    assert Path(data_file("furniture_model.bin")).stat().st_size <= 300_000


def test_the_page_is_told_from_the_article() -> None:
    found = {item.text for item in Linter(select=["BP"]).lint_text(PAGE)}
    assert {"Five walks for a wet weekend", "The price of bread", "Privacy policy"} <= found
    assert not {PARAGRAPH, SECOND} & found


def test_a_lower_threshold_finds_no_less() -> None:
    document = Document(PAGE)
    strict = {finding.start for finding in furniture_check.check(document, (2.0,) * 3, (3.0,) * 3)}
    assert strict <= {finding.start for finding in furniture_check.check(document, (0.5,) * 3, (1.0,) * 3)}


def test_the_menu_rule_is_silent_without_cues() -> None:
    assert not list(page_menu.check(Document(PAGE), 0.0))


@given(st.text(alphabet="abT .:,©$“”’@\n\r12", max_size=160), st.integers(0, 40))
def test_what_is_remembered_of_facts_adds_up_to_the_features_without_repetition(text: str, place: int) -> None:
    """The features are what the model is trained on: no name may count twice, and none may be left out."""
    cues = (Cue(place, place + 3, "share"), Cue(place + 20, place + 24, "menu"))
    document = Document(f"{text}\n{PAGE}\n{text}\nThe Ferry, 3 May 12:30, www.example.com $ a a a\n", cues=cues)
    model = furniture_model.weights()
    found = furniture_model.first_look(document)
    for index, numbers in features(document):
        assert len(numbers) == len(set(numbers))
        assert found.pop(index) == sum(model.first.get(number, 0) for number in numbers) * model.step
    assert not found


def test_what_is_remembered_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(PAGE, cues=(Cue(0, 4, "menu"),))
    before = furniture_model.scores(document)
    monkeypatch.setattr(furniture_model, "_REMEMBERED", 3)
    furniture_model._sums.cache_clear()
    assert furniture_model.scores(document) == before
    single, several = furniture_model._sums()
    assert max(map(len, [*single, *several.values()])) <= 3
    furniture_model._sums.cache_clear()


@given(st.text(alphabet="abT .:©“”\n\r1", max_size=120))
def test_any_text_has_finite_scores_for_its_candidates(text: str) -> None:
    document = Document(text, cues=(Cue(0, 1, "share"),) if text.strip() else ())
    found = furniture_model.scores(document)
    assert list(found) == document.layer(page).candidates
    assert furniture_model.scores(Document(text)) == {}
    assert all(abs(score) < 1_000 for score in found.values())

"""The page-furniture model: the names of its features, its two looks, and the checks that ask it."""

from __future__ import annotations

import math

import pytest
from furniture_lines import COPYRIGHT, DATED, HEADLINE, SURROUNDINGS
from hypothesis import given
from hypothesis import strategies as st

from textlint.api import Linter
from textlint.checks.boilerplate import furniture_model as furniture_check
from textlint.checks.boilerplate import page_menu
from textlint.document import Document
from textlint.layers.linear_model import LinearModel
from textlint.layers.page import furniture_model
from textlint.layers.page.feature_names import number
from textlint.layers.page.furniture_weights import weights
from textlint.layers.page.line_facts import facts, features
from textlint.layers.page.line_shape import page_lines
from textlint.layers.page.second_look import FIELDS, Surroundings, by_place, surroundings
from textlint.span import Cue

PARAGRAPH = (
    "The board voted on Tuesday to close the old market for eleven weeks, and the traders have until Friday to move."
)
SECOND = "Organisers moved the relays to Sunday morning and said that tickets already sold would stay valid until the autumn."
MENU = "Skip to content\nHome\nNews\nSport\nSubscribe\nSign in\nSearch\n"
FOOT = "Share on Facebook\nRelated articles\nFive walks for a wet weekend\nMost read\nThe price of bread\nPrivacy policy\nTerms of use\n"
PAGE = f"{MENU}\n" + f"{PARAGRAPH}\n\n{SECOND}\n\n" * 6 + FOOT


def with_cues(text: str, **cues: str) -> Document:
    """Return `text` with a cue of each kind on the words given for it."""
    places = [(text.index(words), words, kind.replace("_", "-")) for kind, words in cues.items()]
    return Document(text, cues=tuple(Cue(start, start + len(words), kind) for start, words, kind in sorted(places)))


def marked_page() -> Document:
    return with_cues(
        PAGE, menu="Skip to content", share="Share on Facebook", related="Related articles", legal="Privacy"
    )


def names_on(document: Document) -> dict[str, list[str]]:
    """Return the names of the features of each candidate line of `document`, by its text."""
    lines = document.layer(page_lines).lines
    return {lines[index].text: sorted(names) for index, names in features(document)}


def test_plain_running_text_has_no_candidates_in_its_middle() -> None:
    document = Document("\n".join([PARAGRAPH, SECOND] * 10))
    assert document.layer(page_lines).candidates == [0, 1, 2, 17, 18, 19]


def test_an_empty_text_has_no_scores() -> None:
    assert furniture_model.scores(Document("")) == {}
    assert not list(features(Document("\n \n")))
    assert not list(furniture_model.verdicts(Document("")))


def test_the_page_is_told_from_the_article() -> None:
    found = {item.text for item in Linter(select=["BP"]).lint_text(PAGE)}
    assert {"Five walks for a wet weekend", "The price of bread", "Privacy policy"} <= found
    assert not {PARAGRAPH, SECOND} & found


def test_a_lower_threshold_finds_no_less() -> None:
    document = marked_page()
    strict = {finding.start for finding in furniture_check.check(document, (2.0,) * 3, (3.0,) * 3)}
    assert strict < {finding.start for finding in furniture_check.check(document, (0.5,) * 3, (1.0,) * 3)}


def test_the_menu_rule_is_silent_without_cues() -> None:
    assert not list(page_menu.check(Document(PAGE), 0.0))


@given(st.text(alphabet="abT .:,©$“”’@\n\r12", max_size=160), st.integers(0, 40))
def test_what_is_remembered_of_facts_adds_up_to_the_features_without_repetition(text: str, place: int) -> None:
    """The names are what the model is trained on: none may count twice, and none may be left out."""
    cues = (Cue(place, place + 3, "share"), Cue(place + 20, place + 24, "menu"))
    document = Document(f"{text}\n{PAGE}\n{text}\nThe Ferry, 3 May 12:30, www.example.com $ a a a\n", cues=cues)
    model = weights()
    found = furniture_model.first_look(document)
    for index, names in features(document):
        assert len(names) == len(set(names))
        assert found.pop(index) == sum(model.first.get(number(name), 0) for name in names) * model.step
    assert not found


def test_what_is_remembered_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    document = marked_page()
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
    assert list(found) == document.layer(page_lines).candidates
    assert furniture_model.scores(Document(text)) == {}
    assert all(abs(score) < 1_000 for score in found.values())


def test_the_fields_of_the_second_look_are_told_apart() -> None:
    """Each field has a value of its own, so that no two can be swapped without notice."""
    page = marked_page().layer(page_lines)
    first = {index: math.sin(index * index) * 4 for index in page.candidates}
    found = dict(surroundings(page, first))
    assert list(found) == page.candidates
    assert found[2]._asdict() == pytest.approx(SURROUNDINGS, abs=1e-6)
    assert (found[20].before_article, found[20].after_article) == (0, 1)
    assert (found[8].before_article, found[8].after_article) == (0, 0)


def test_measures_count_again_outside_the_article_and_on_a_whole_page() -> None:
    values = [0.5 + place for place in range(12)]
    names = Surroundings._fields[3:]
    for head, tail, whole in ((0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1)):
        found = dict(zip(FIELDS, Surroundings(head, tail, whole, *values).features(), strict=True))
        assert [found[name] for name in ("before_article", "after_article", "whole_page")] == [head, tail, whole]
        assert [found[name] for name in names] == values
        assert [found[f"{name}, outside the article"] for name in names] == [x * (head or tail) for x in values]
        assert [found[f"{name}, on a whole page"] for name in names] == [x * whole for x in values]


def test_a_line_is_scored_by_the_weights_that_count_in_its_place() -> None:
    model = LinearModel(FIELDS, 0.5, tuple([place / 7 for place in range(len(FIELDS))]))
    values = [0.5 + place for place in range(12)]
    for head, tail, whole in ((0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1)):
        around = Surroundings(head, tail, whole, *values)
        assert by_place(model)[around.place].score(around) == pytest.approx(model.score(around.features()))


def test_lines_from_eight_words_on_are_long() -> None:
    found = names_on(with_cues("One two three four five six seven\none two three four five six seven eight", cue="One"))
    short, long = found.values()
    assert {"word of a short line: two", "whole line: one two three four five six seven"} <= set(short)
    assert "word of a long line: eight" in long
    assert not any(name.startswith(("word of a short line", "whole line")) for name in long)


def test_contributions_add_up_to_the_score_and_name_the_words() -> None:
    document = marked_page()
    found = list(furniture_model.verdicts(document))
    scores = furniture_model.scores(document)
    assert [verdict.score for verdict in found] == list(scores.values())
    for verdict in found:
        assert sum(row.amount for row in verdict.contributions) == pytest.approx(verdict.score)
        assert len({row.name for row in verdict.contributions}) == len(verdict.contributions)
        assert not any("own_" in row.name for row in verdict.contributions)
    policy = next(verdict for verdict in found if verdict.reading == "Privacy policy")
    assert document.text[policy.start : policy.end] == "Privacy policy"
    assert {"words: privacy policy", "word: privacy", "second look: chance_above"} <= {
        row.name for row in policy.contributions
    }
    first = furniture_model.first_look(document)[list(scores)[found.index(policy)]]
    assert f"{first:+.1f}" in policy.notes[0]
    assert f"{policy.score:+.1f}" in policy.notes[1]


def test_the_features_of_a_line_are_named_in_plain_words() -> None:
    assert names_on(marked_page())["The price of bread"] == HEADLINE.splitlines()


def test_signs_digits_dates_and_addresses_are_named() -> None:
    text = f"{PARAGRAPH}\n{SECOND}\n© 2019 www.example.com…\n3 May 12:30, 4 of 5 done. And so it ends, too, at last!\n"
    found = names_on(with_cues(text, copyright="© 2019"))
    copyright_line, dated = list(found.values())[-2:]
    assert [name for name in copyright_line if not name.startswith("word ")] == COPYRIGHT.splitlines()
    assert [name for name in dated if not name.startswith(("word", "words: "))] == DATED.splitlines()
    assert {"word above: 2019", "word of a long line: <number>", "words: <number> may", "words: last <end>"} <= set(
        dated
    )


def test_a_text_is_a_whole_page_when_most_lines_are_short() -> None:
    page = Document(f"{MENU}{PARAGRAPH}\n{FOOT}").layer(page_lines)
    assert (page.is_whole, page.short_lines) == (True, "90-96% short lines")
    assert not marked_page().layer(page_lines).is_whole


def test_facts_carry_the_numbers_of_the_names_that_are_not_built() -> None:
    document = marked_page()
    found = {item.line: item.numbers for item in facts(document)}
    sport = next(index for index, item in enumerate(document.layer(page_lines).lines) if item.text == "Sport")
    assert found[sport] == set(map(number, ("words: <start> sport", "words: sport <end>", "whole line: sport")))

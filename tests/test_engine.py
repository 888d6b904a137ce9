"""Diagnostics are sorted, one for each thing, and hold words only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rule_samples import EXAMPLES, PHRASE, rule_toml, rules_of

from textlint.document import Document
from textlint.engine import diagnose
from textlint.layers.page.furniture import furniture
from textlint.layers.page.headline import headline
from textlint.layers.page.line_shape import page_lines
from textlint.layers.page.zones import zones
from textlint.layers.speech.tokens import tokens
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet

RULES = RuleSet(load_pack(installed=False))
ARTICLES = sorted((Path(__file__).parent.parent / "fixtures" / "articles").glob("*/input.txt"))
NO_FIX = EXAMPLES.replace('fixed = ""\n', "")


def found(text: str, *rules: str, **document: object) -> list[tuple[str, str]]:
    return [(item.code, item.text) for item in diagnose(Document(text, **document), rules_of(*rules))]  # type: ignore[arg-type]


def pattern(expression: str) -> str:
    return f"[pattern]\nany = ['''{expression}''']\n"


def test_sorted_by_place() -> None:
    rules = [
        rule_toml("XX101", '[phrase]\nany = ["two", "four"]\n'),
        rule_toml("XX102", '[phrase]\nany = ["one", "three"]\n'),
    ]
    assert [text for _, text in found("one two three four", *rules)] == ["one", "two", "three", "four"]


def test_a_rule_that_supersedes_speaks_for_what_it_covers() -> None:
    small = rule_toml("XX101", '[phrase]\nany = ["spam"]\n')
    large = rule_toml("XX102", '[phrase]\nany = ["spam and eggs"]\n', supersedes=["XX101"])
    assert found("spam and eggs, spam", small, large) == [("XX102", "spam and eggs"), ("XX101", "spam")]


def test_a_last_resort_yields_to_what_other_rules_of_its_family_find() -> None:
    last = rule_toml("XX901", '[phrase]\nany = ["spam", "eggs"]\n', last_resort=True)
    other_last = rule_toml("XX902", '[phrase]\nany = ["spam and"]\n', last_resort=True)
    own = rule_toml("XX101", '[phrase]\nany = ["and eggs"]\n')
    foreign = rule_toml("YY101", '[phrase]\nany = ["and eggs"]\n')
    assert found("spam and eggs", last) == [("XX901", "spam"), ("XX901", "eggs")]
    assert found("spam and eggs", last, own) == [("XX901", "spam"), ("XX101", "and eggs")]
    assert ("XX901", "eggs") in found("spam and eggs", last, foreign)
    assert ("XX901", "spam") in found("spam and eggs", last, other_last)


def test_rules_speak_in_their_languages() -> None:
    rule = rule_toml("XX101", PHRASE, languages=["en"])
    german = "Der Rat der Stadt hat am Dienstag nach langer Debatte beschlossen, dass die Fähre auch im Winter fahren soll, obwohl niemand das Geld dafür hat. "
    assert found("spam", rule)
    assert not found("spam", rule, metadata={"language": "de"})
    assert found("spam", rule, metadata={"language": "en-GB"})
    assert not found(german + "spam", rule)


def test_messages_reach_nothing_but_their_values() -> None:
    message = "{text} {text.__class__} {text!r} {0} {} {nosuch} {left} {{text}}"
    rule = rule_toml("XX101", pattern(r"(?P<left>sp)am"), message=message)
    (item,) = diagnose(Document("spam"), rules_of(rule))
    assert item.message == "spam {text.__class__} {text!r} {0} {} {nosuch} sp {spam}"


def test_words_with_braces_are_not_filled_again() -> None:
    rule = rule_toml("XX101", pattern(r"(?P<left>\{right\})(?P<right>spam)"), message="{left}|{text}")
    (item,) = diagnose(Document("{right}spam"), rules_of(rule))
    assert item.message == "{right}|{right}spam"


def test_long_words_are_shortened_in_messages_only() -> None:
    text = "spam " + "long " * 60 + "end"
    (item,) = diagnose(Document(text), rules_of(rule_toml("XX101", pattern("spam.*end"))))
    assert item.text == text
    assert "…" in item.message and len(item.message) < 120


def test_a_repair_that_does_not_keep_its_word_is_only_shown() -> None:
    rule = rule_toml("XX101", PHRASE + '[fix]\napplicability = "safe"\nkeeps = "rest"\nreplacement = "eggs"\n')
    (item,) = diagnose(Document("spam"), rules_of(rule))
    assert item.fix is not None and item.fix.applicability == "display"


@pytest.mark.parametrize("build", [zones, furniture, page_lines, headline, tokens], ids=lambda build: build.__name__)
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_to_ask_for_a_layer_early_changes_nothing(path: Path, build: Callable[[Document], object]) -> None:
    text = path.read_text("utf-8")
    document = Document(text)
    document.layer(build)
    assert diagnose(document, RULES) == diagnose(Document(text), RULES)

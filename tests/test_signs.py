"""Signs encode which lists of the checks contain a word."""

from __future__ import annotations

import pytest

from textlint.checks.attribution import agentless_claim
from textlint.checks.claims import floating_date
from textlint.checks.claims.listed_word import _expression
from textlint.document import Document
from textlint.layers.speech.signs import SEVERAL, any_of, sign_of, signs_of
from textlint.layers.speech.tokens import tokens
from textlint.layers.speech.vocabulary import phrases, read_lexicon
from textlint.rulebook.packs import load_pack
from textlint.text.folding import fold


def test_a_word_has_the_sign_of_its_lists() -> None:
    assert sign_of("Said") in signs_of("participle")
    assert sign_of("goal") in signs_of("sport")
    assert sign_of("bridge") == " "
    assert sign_of("anonymously") in signs_of("privy")
    assert [sign_of(number) for number in ("1,200", "5%", "5th-best%", "3.4.2016")] == ["1", "2", "3", "4"]


def test_a_compound_is_a_token_of_its_own_but_its_parts_are_words() -> None:
    assert sign_of("goal-line") not in signs_of("sport")
    assert sign_of("mid-June") in signs_of("month")
    assert sign_of("reports-closest") in signs_of("report")
    assert sign_of("last-best-report") == SEVERAL
    assert SEVERAL in signs_of("superlative")
    assert SEVERAL not in signs_of("sport")


def test_the_lists_contain_the_words_of_the_checks() -> None:
    participles = agentless_claim._HELD | agentless_claim._SAID | agentless_claim._SAID_TO
    assert all(any_of("participle").match(sign_of(word)) for word in participles)
    months = ("jan", "february", "mar", "april", "may", "june", "july", "aug", "sept", "october", "nov", "december")
    assert all(floating_date._MONTH_ALONE.match(month) and sign_of(month) in signs_of("month") for month in months)


def test_places_of_words_and_of_the_parts_of_compounds() -> None:
    table = Document("The best of the all-time-best list.").layer(tokens)
    assert list(table.places("superlative")) == [4, 16, 20, 25]


@pytest.mark.parametrize(
    ("code", "entries"), [("CL201", ("rumour", "rumour_phrases")), ("CL202", ("legal",)), ("CL303", ("promotional",))]
)
def test_a_listed_word_opens_the_gate_of_its_rule(code: str, entries: tuple[str, ...]) -> None:
    rule = next(rule for rule in load_pack(installed=False).rules if rule.code == code)
    lists = read_lexicon("hedges")
    for entry in entries:
        for word in phrases(lists[entry]) if ";" in lists[entry] else lists[entry].split():
            assert _expression("hedges", entries).search(word)
            assert any(fold(literal) in word for literal in rule.requires), word

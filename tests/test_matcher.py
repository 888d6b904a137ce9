"""The matcher finds the same as trying every phrase and pattern on every line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_samples import rule_of, rule_toml

from textlint.document import Document
from textlint.matching.literal_table import build_table
from textlint.matching.matcher import Matcher
from textlint.rule import Rule
from textlint.text.folding import fold

PHRASES = ["share this", "share", "leave a response", "don't miss", "ad", "© 2019", "read more »", "1-2"]
PATTERNS = [
    r"^\s*share\b", r"\bads?$", r"^$", r"\d+ comments?", r"(?P<left>\w+)more", r"x{2,}", "“[^”]*”", r"^ad\b.*$",
    r"^[^\n\w]*(?:share|ads?)\b", r"^\W*read more »\s*$", r"^[^\n\w]*(?:tel|t)\.? ?\d+",
]  # fmt: skip
EXAMPLES = '[[example]]\nbad = ">>x<<"\n[[example]]\ngood = "y"\n'


def phrase_rule(at: str, code: str) -> Rule:
    listed = ", ".join(f"'''{phrase}'''" for phrase in PHRASES)
    return rule_of(rule_toml(code, f'[phrase]\nany = [{listed}]\nat = "{at}"\n', examples=EXAMPLES))


def pattern_rule(case: bool, code: str) -> Rule:
    listed = ", ".join(f"'''{pattern}'''" for pattern in PATTERNS)
    table = f"[pattern]\nany = [{listed}]\ncase = {str(case).lower()}\nevery_line = true\n"
    return rule_of(rule_toml(code, table, examples=EXAMPLES))


RULES = [
    *(phrase_rule(at, f"XX10{number}") for number, at in enumerate(("word", "line", "start", "end"))),
    pattern_rule(False, "XX201"),
    pattern_rule(True, "XX202"),
]
TABLE = build_table(RULES)
FRAGMENTS = [
    "share this", "Share", "SHARED", "share", "Leave a response", "Don’t miss", "ad", "Ads", "bad", "© 2019", "Read more »",
    "1–2", "12 comments", "nomore", "xx", "“said”", " ", "\t", "\u00a0", ".", "!", "7", "\n", "\r\n", "\r", "\u2028", "İ", "é",
    "t 12", "Tel. 1", "É", "²", "_", "§ ", "long words at the head of a line that go on ",
]  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)


def brute_force(text: str) -> list[tuple[int, int, int]]:
    """Return every place by looking for each phrase and pattern on each line."""
    found: set[tuple[int, int, int]] = set()
    position = 0
    for line in re.split(r"(\r\n|\r|\n)", text):
        if line not in ("\r\n", "\r", "\n"):
            for number, rule in enumerate(RULES):
                found |= {(number, position + start, position + end) for start, end in places(rule, line)}
        position += len(line)
    return sorted(found)


def places(rule: Rule, line: str) -> set[tuple[int, int]]:
    if rule.check == "pattern":
        flags = 0 if rule.parameters["case"] else re.IGNORECASE
        return {match.span() for pattern in PATTERNS for match in re.finditer(pattern, line, flags)}
    folded = fold(line)
    found = set()
    for phrase in map(fold, PHRASES):
        for start in range(len(folded) - len(phrase) + 1):
            end = start + len(phrase)
            if folded[start:end] == phrase and is_whole(folded, start, end):
                before, after = any(map(str.isalpha, folded[:start])), any(map(str.isalpha, folded[end:]))
                at = rule.parameters["at"]
                if not (before and at in ("line", "start")) and not (after and at in ("line", "end")):
                    found.add((start, end))
    return found


def is_whole(line: str, start: int, end: int) -> bool:
    def is_inside(place: int) -> bool:
        return 0 < place < len(line) and line[place - 1].isalnum() and line[place].isalnum()

    return not is_inside(start) and not is_inside(end)


@given(texts)
def test_it_finds_the_same_as_brute_force(text: str) -> None:
    matcher = Matcher(RULES, TABLE, range(len(RULES)))
    matches = matcher.scan(Document(text)).found.values()
    found = [(match.rule, match.start, match.end) for of_rule in matches for match in of_rule]
    assert sorted(set(found)) == brute_force(text)


def test_patterns_with_a_literal_are_not_tried_on_every_line() -> None:
    assert {part for _, _, part in TABLE.everywhere} == {PATTERNS.index("^$")}


def test_a_pattern_without_a_literal_is_rejected() -> None:
    rule = rule_of(rule_toml(tables=r"[pattern]" + "\nany = ['''\\w+''']\n", examples=EXAMPLES))
    with pytest.raises(ValueError, match="every_line"):
        build_table([rule])


def test_only_active_rules_are_looked_for() -> None:
    found = Matcher(RULES, TABLE, {1}).scan(Document("share this\n12 comments")).found
    assert set(found) == {1}


def test_nothing_active_finds_nothing() -> None:
    assert Matcher(RULES, TABLE, ()).scan(Document("share this")).found == {}


@pytest.mark.parametrize("text", ["share this \ud800", "\udfff\nshare this", "\ud83d\ude00 share this"])
def test_lone_surrogates_do_not_stop_the_scan(text: str) -> None:
    found = Matcher(RULES, TABLE, {0}).scan(Document(text)).found
    assert text[found[0][0].start : found[0][0].end] == "share"


def test_rules_with_checks_are_admitted_by_their_literals() -> None:
    rule = rule_of(rule_toml(tables="", top='check = "final_newline"\nrequires = ["“", "Don’t"]', examples=EXAMPLES))
    matcher = Matcher([rule], build_table([rule]), {0})
    assert matcher.scan(Document("I don't.")).admitted == {0}
    assert matcher.scan(Document('"Yes."')).admitted == {0}
    assert matcher.scan(Document("Yes.")).admitted == set()


def test_the_first_of_two_expressions_that_match_the_same_words_wins() -> None:
    patterns = "[pattern]\nany = ['''(?P<b>spam)s''', '''(?P<a>spams)''', '''spam(?P<c>s)''']\n"
    rule = rule_of(rule_toml(tables=patterns, examples=EXAMPLES))
    matcher = Matcher([rule], build_table([rule]), {0})
    for _ in range(50):
        matches = matcher.scan(Document("spams")).found[0]
        assert matches[0].match.groupdict() == {"b": "spam"}

"""Find the entry of a rule file that matched at a place."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.document import Document
from textlint.explanation.places import words_of
from textlint.explanation.values import Matched
from textlint.matching.judgement import judgement
from textlint.matching.literal_table import expressions_of
from textlint.matching.matcher import Match
from textlint.rule import Rule
from textlint.span import Finding
from textlint.text.folding import fold


def match_behind(document: Document, rule: Rule, matches: Iterable[Match], finding: Finding) -> Match | None:
    """Return the match that a finding comes from, or None for a finding of a check."""
    for match in matches:
        judged = judgement(document, rule, match)
        if not judged.failed and (judged.span.start, judged.span.end) == (finding.start, finding.end):
            return match
    return None


def by_match(document: Document, rule: Rule, match: Match) -> Matched:
    """Return the phrase or expression of the rule file that matched."""
    parameters = {name: value for name, value in rule.parameters.items() if name not in ("any", "start", "end")}
    groups = {} if match.match is None else {name: text or "" for name, text in match.match.groupdict().items()}
    return Matched(
        rule.check, _entry(document, rule, match), words_of(document, match.start, match.end), groups, parameters
    )


def by_check(document: Document, rule: Rule, finding: Finding) -> Matched:
    """Return the check that found something, its parameters, and its values for the message."""
    values = {name: str(value) for name, value in finding.values.items()}
    return Matched("check", rule.check, words_of(document, finding.start, finding.end), values, rule.parameters)


def _entry(document: Document, rule: Rule, match: Match) -> str:
    if match.match is not None:
        pattern: str = match.match.re.pattern
        return next(expression for expression in expressions_of(rule) if expression == pattern)
    words = document.folded[match.start : match.end]
    phrases: list[str] = rule.parameters["any"]
    return next(phrase for phrase in phrases if fold(phrase) == words)

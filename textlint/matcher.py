"""One scan of a text for the literals of all rules; then each expression only on the lines that hold its literal."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from textlint.document import Document
from textlint.expressions import compile_expression
from textlint.folding import fold
from textlint.rule import Rule

PHRASE, EXPRESSION, LEADING, GATE = range(4)
_WORD = re.compile(r"\w")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


class Match(NamedTuple):
    """A place where a phrase, pattern or block start of the rule numbered `rule` stands.

    `match` is the match object of an expression, for the rule's message and replacement; None for a phrase.
    """

    rule: int
    start: int
    end: int
    match: Any = None
    offset: int = 0  # where the line that was matched starts, since match objects count from there


class Matches(NamedTuple):
    """What one scan saw: matches in order of rule and place, and the rules whose `requires` literal stands in the text."""

    found: list[Match]
    admitted: frozenset[int]

    def of(self, rule: int) -> list[Match]:
        """Return the matches of the rule numbered `rule`."""
        low = bisect_left(self.found, rule, key=lambda match: match.rule)
        high = bisect_right(self.found, rule, key=lambda match: match.rule)
        return self.found[low:high]


class Table(NamedTuple):
    """The compiled form of a rule set's literals: plain data, so that it can be cached.

    `literals` are what is scanned for. `users[i]` lists what literal `i` stands for, as (kind, rule, part): a whole
    phrase, an expression to try on the line (LEADING: if no word comes before), or a gate to open. `everywhere` are
    expressions tried on every line.
    """

    literals: list[str]
    users: list[list[tuple[int, int, int]]]
    everywhere: list[tuple[int, int, int]]


def build_table(rules: Sequence[Rule]) -> Table:
    """Return the literal table of `rules`, in the order given.

    Raises ValueError for an expression that has no literal and is not marked `every_line`.
    """
    users: dict[str, list[tuple[int, int, int]]] = {}
    everywhere: list[tuple[int, int, int]] = []
    for number, rule in enumerate(rules):
        for kind, part, literals in _uses(rule):
            if literals is None:
                everywhere.append((kind, number, part))
            for literal in literals or ():
                users.setdefault(literal, []).append((kind, number, part))
    literals = sorted(users)
    return Table(literals, [users[literal] for literal in literals], everywhere)


def _uses(rule: Rule) -> Iterator[tuple[int, int, Sequence[str] | None]]:
    if rule.check == "phrase":
        for part, phrase in enumerate(rule.parameters["any"]):
            yield PHRASE, part, [fold(phrase)]
    elif rule.check in ("pattern", "block"):
        from textlint.literals import required_literals  # only a rule set that is not in the cache needs it

        for part, expression in enumerate(expressions_of(rule)):
            required = required_literals(expression, not rule.parameters.get("case", False))
            if required is not None:
                yield LEADING if required.leads else EXPRESSION, part, sorted(required.strings)
            elif rule.parameters.get("every_line", False):
                yield EXPRESSION, part, None
            else:
                raise ValueError(
                    f"no literal is required by {expression!r}; name one, or set every_line = true and say why"
                )
    elif rule.requires:
        yield GATE, 0, [fold(literal) for literal in rule.requires]


def expressions_of(rule: Rule) -> list[str]:
    """Return the expressions by which a pattern or block rule finds its place."""
    found: list[str] = rule.parameters["any" if rule.check == "pattern" else "start"]
    return found


class Matcher:
    """Finds the places of the phrase, pattern and block rules whose numbers are in `active`, in one scan."""

    def __init__(self, rules: Sequence[Rule], table: Table, active: Container[int]) -> None:
        self._rules = rules
        kept = [
            (literal, [user for user in users if user[1] in active])
            for literal, users in zip(table.literals, table.users, strict=True)
        ]
        self._literals = [literal for literal, users in kept if users]
        self._users = [users for _, users in kept if users]
        self._everywhere = [user for user in table.everywhere if user[1] in active]

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._literals, implementation=Implementation.ContiguousNFA)

    def scan(self, document: Document) -> Matches:
        """Return all matches in `document`, sorted, and the code rules that may run."""
        found: dict[tuple[int, int, int, int], Match] = {}  # by rule, place and part: what comes first does not vary
        admitted: set[int] = set()
        tried: set[tuple[int, int, int]] = set()
        users = self._users
        lines = document.lines
        for literal, start, end in self._hits(document):
            for kind, number, part in users[literal]:
                if kind == GATE:
                    admitted.add(number)
                elif kind == PHRASE:
                    if (match := self._phrase(document, number, start - 1, end - 1)) is not None:
                        found[number, match.start, match.end, part] = match
                else:
                    line = _line_at(document, start)
                    if (line, number, part) in tried:
                        continue
                    if kind == LEADING and _WORD.search(document.text, lines[line].start, start - 1):
                        continue
                    tried.add((line, number, part))
                    for match in self._expression(document, number, part, line):
                        found[number, match.start, match.end, part] = match
        for _, number, part in self._everywhere:
            for line in range(len(lines)):
                for match in self._expression(document, number, part, line):
                    found[number, match.start, match.end, part] = match
        return Matches([found[key] for key in sorted(found)], frozenset(admitted))

    def _hits(self, document: Document) -> list[tuple[int, int, int]]:
        if not self._literals:
            return []
        folded = document.folded
        if "\r" in folded:
            folded = folded.replace("\r", "\n")
        find = self._automaton.find_matches_as_indexes
        hits: list[tuple[int, int, int]]
        try:
            hits = find(f"\n{folded}\n", overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, as a JSON escape may write one, has no UTF-8
            hits = find(f"\n{_SURROGATE.sub(_REPLACEMENT, folded)}\n", overlapping=True)
        return hits

    def _phrase(self, document: Document, number: int, start: int, end: int) -> Match | None:
        """Return the match if the phrase stands there as whole words and at the place in its line that the rule asks."""
        folded = document.folded
        if folded[start : start + 1].isalnum() and folded[max(start - 1, 0) : start].isalnum():
            return None
        if folded[end - 1 : end].isalnum() and folded[end : end + 1].isalnum():
            return None
        at = self._rules[number].parameters["at"]
        if at != "word":
            line = document.lines[document.lines.index_at(start)]
            before = at in ("line", "start") and any(map(str.isalpha, folded[line.start : start]))
            after = at in ("line", "end") and any(map(str.isalpha, folded[end : line.end]))
            if before or after:
                return None
        return Match(number, start, end)

    def _expression(self, document: Document, number: int, part: int, line: int) -> Iterator[Match]:
        rule = self._rules[number]
        expression = compile_expression(expressions_of(rule)[part], not rule.parameters.get("case", False))
        start, end = document.lines[line]
        for match in expression.finditer(document.text[start:end]):
            yield Match(number, start + match.start(), start + match.end(), match, start)


def _line_at(document: Document, start: int) -> int:
    """Return the index of the line that a hit at `start`, in the text with a line feed before it, speaks of.

    A literal may begin with a line edge; the line meant is that of its first character after it.
    """
    inside = start - 1 if document.folded[start - 1 : start] not in ("\n", "\r", "") else start
    return document.lines.index_at(max(inside, 0))

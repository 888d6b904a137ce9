"""One scan of a text for the literals of all rules; then each expression only on the lines that hold its literal."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import Any, NamedTuple

from textlint.document import Document
from textlint.expressions import compile_expression
from textlint.folding import fold
from textlint.literal_scan import REACH, LiteralScan
from textlint.rule import Rule

PHRASE, EXPRESSION, LEADING, GATE = range(4)
_WORD = re.compile(r"\w")
User = tuple[int, int, int]  # kind, rule, part


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
    """Finds the places of the phrase, pattern and block rules whose numbers are in `active`.

    The text is scanned once for the literals that may stand anywhere, and the heads of its lines for those that count
    only there: in prose nine in ten hits of the latter would be of no use.
    """

    def __init__(self, rules: Sequence[Rule], table: Table, active: Container[int]) -> None:
        self._rules = rules
        self._everywhere = [user for user in table.everywhere if user[1] in active]
        self._expressions: dict[tuple[int, int], Any] = {}
        anywhere: dict[str, list[User]] = {}
        heads: dict[str, list[User]] = {}
        for literal, users in zip(table.literals, table.users, strict=True):
            for user in users:
                if user[1] in active:
                    chosen = heads if self._counts_in_heads_only(literal, user) else anywhere
                    chosen.setdefault(literal, []).append(user)
        self._anywhere, self._anywhere_users = LiteralScan(list(anywhere)), list(anywhere.values())
        self._heads, self._heads_users = LiteralScan(list(heads)), list(heads.values())

    def _counts_in_heads_only(self, literal: str, user: User) -> bool:
        kind, number, _ = user
        if len(literal) > REACH:
            return False
        if kind == PHRASE:
            return self._rules[number].parameters["at"] in ("line", "start") and "\n" not in literal
        return kind == LEADING and "\n" not in literal[1:-1]

    def scan(self, document: Document) -> Matches:
        """Return all matches in `document`, sorted, and the code rules that may run."""
        found: dict[tuple[int, int, int, int], Match] = {}  # by rule, place and part: what comes first does not vary
        admitted: set[int] = set()
        tried: set[tuple[int, int, int]] = set()
        line = line_start = line_end = -1
        for users, start, end in self._hits(document):
            for kind, number, part in users:
                if kind == GATE:
                    admitted.add(number)
                elif kind == PHRASE:
                    if (match := self._phrase(document, number, start, end)) is not None:
                        found[number, match.start, match.end, part] = match
                else:
                    if not line_start <= start <= line_end:
                        line = document.lines.index_at(start)
                        line_start, line_end = document.lines[line]
                    if (line, number, part) in tried:
                        continue
                    if kind == LEADING and _WORD.search(document.text, line_start, start):
                        continue
                    tried.add((line, number, part))
                    for match in self._expression(document, number, part, line):
                        found[number, match.start, match.end, part] = match
        for _, number, part in self._everywhere:
            for line in range(len(document.lines)):
                for match in self._expression(document, number, part, line):
                    found[number, match.start, match.end, part] = match
        return Matches([found[key] for key in sorted(found)], frozenset(admitted))

    def _hits(self, document: Document) -> Iterator[tuple[list[User], int, int]]:
        """Yield the users and the span of each hit; a literal that begins with a line edge starts after it."""
        folded = document.folded
        text = f"\n{folded}\n" if "\r" not in folded else "\n" + folded.replace("\r", "\n") + "\n"
        users = self._anywhere_users
        for literal, start, end in self._anywhere.hits(text):
            yield users[literal], start - (text[start] != "\n"), end - 1
        users = self._heads_users
        for literal, start, end in self._heads.hits_in_heads(text):
            yield users[literal], start - (text[start] != "\n"), end - 1

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
        expression = self._expressions.get((number, part))
        if expression is None:
            rule = self._rules[number]
            expression = compile_expression(expressions_of(rule)[part], not rule.parameters.get("case", False))
            self._expressions[number, part] = expression
        start, end = document.lines[line]
        for match in expression.finditer(document.text[start:end]):
            yield Match(number, start + match.start(), start + match.end(), match, start)


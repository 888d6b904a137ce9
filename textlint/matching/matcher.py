"""Find the matches of all rules: scan a text for their literals, then try each expression on lines with its literal."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from itertools import chain

from textlint.document import Document
from textlint.matching.expressions import compile_expression
from textlint.matching.literal_scan import Arranged, LiteralScan
from textlint.matching.literal_table import GATE, LEADING, PHRASE, Literals, Table, User, expressions_of, narrowed
from textlint.rule import Rule
from textlint.startup import patterns
from textlint.startup.values import Any, NamedTuple
from textlint.text.folding import beyond_ascii

_WORD = patterns.expression(r"\w")
_REMEMBERED = 4_096  # characters
_MOST_REPLACED = 12  # different characters; a text with more is in another script
_IN_NO_LITERAL = "\x1a"  # replaces characters that are in no literal
_FEW = 0.2  # of all rules
Key = tuple[int, int, int, int]  # rule, start, end, part


class Match(NamedTuple):
    """A match of a phrase, pattern or block start of the rule with the number `rule`.

    `match` is the match object of an expression, for the rule's message and replacement, or None for a phrase.
    """

    rule: int
    start: int
    end: int
    match: Any = None
    offset: int = 0  # the start of the matched line, which offsets in the match object are relative to


class Matches(NamedTuple):
    """The result of one scan: the sorted matches by rule, and the rules that have any or whose gate is open."""

    found: dict[int, list[Match]]
    admitted: set[int]


class _Sought:
    """Literals with their scan, and with their gates and users, which are unpacked when a literal is first found."""

    def __init__(self, literals: Literals) -> None:
        self.scan = LiteralScan(Arranged(literals.literals, literals.places))
        self.users: list[tuple[frozenset[int], list[User]] | None] = [None] * len(literals.literals)
        self._literals = literals

    def unpack(self, literal: int) -> tuple[frozenset[int], list[User]]:
        """Return the rules whose gate this literal opens, and the phrases and expressions that use it."""
        users = self._literals.users_of(literal)
        gates = frozenset(number for kind, number, _ in users if kind == GATE)
        found = self.users[literal] = gates, [user for user in users if user[0] != GATE]
        return found


class Matcher:
    """Finds the matches of the phrase, pattern and block rules whose numbers are in `active`.

    The text is scanned once for the literals that may occur anywhere, and the heads of its lines are scanned for those
    that count only there: in prose, nine in ten of their occurrences are elsewhere.
    """

    def __init__(self, rules: Sequence[Rule], table: Table, active: Container[int]) -> None:
        self._rules = rules
        self._active = active
        self._expressions: dict[tuple[int, int], Any] = {}
        self._everywhere = [user for user in table.everywhere if user[1] in active]
        self._characters = [item for item in table.characters if item[2] in active]
        self._opened: dict[str, frozenset[int]] = {}  # the gates that a character opens
        anywhere, heads = table.anywhere, table.heads
        idle = sum(number not in active for number in range(len(rules)))
        if idle > _FEW * len(rules):  # otherwise narrowing takes longer than skipping the few idle rules at each hit
            anywhere, heads = narrowed(anywhere, active), narrowed(heads, active)
        self._strings = anywhere.literals, heads.literals
        self._anywhere, self._heads = _Sought(anywhere), _Sought(heads)

    @cached_property
    def _sought(self) -> set[str]:
        """The non-ASCII characters of all literals."""
        return beyond_ascii("".join(chain.from_iterable(self._strings)))

    def scan(self, document: Document) -> Matches:
        """Return all matches in `document`, sorted, and the rules with checks that may run."""
        found: dict[Key, Match] = {}  # by rule, position and part, so that the order does not depend on the scan
        admitted = self._admitted_by_characters(document)
        folded = document.folded
        text = f"\n{folded}\n" if "\r" not in folded else "\n" + folded.replace("\r", "\n") + "\n"
        if not text.isascii():  # the scan of an ASCII text takes two thirds of the time
            unused = beyond_ascii(text) - self._sought
            for character in unused if len(unused) <= _MOST_REPLACED else ():
                text = text.replace(character, _IN_NO_LITERAL)
        self._verify(document, text, self._anywhere.scan.hits(text), self._anywhere, found, admitted)
        self._verify(document, text, self._heads.scan.hits_in_heads(text), self._heads, found, admitted)
        for start, end in document.lines.bounds() if self._everywhere else ():
            for _, number, part in self._everywhere:
                self._try(number, part, start, document.text[start:end], found)
        by_rule: dict[int, list[Match]] = {}
        for key in sorted(found):
            by_rule.setdefault(key[0], []).append(found[key])
        admitted.update(by_rule)
        return Matches(by_rule, admitted)

    def _admitted_by_characters(self, document: Document) -> set[int]:
        """Return the rules with checks that may run because of a single character in the text."""
        admitted: set[int] = set()
        for character in document.characters:
            opened = self._opened.get(character)
            if opened is None:
                opened = frozenset(number for first, last, number in self._characters if first <= character <= last)
                if len(self._opened) < _REMEMBERED:
                    self._opened[character] = opened
            admitted |= opened
        return admitted

    def _verify(
        self,
        document: Document,
        text: str,
        hits: Iterable[tuple[int, int, int]],
        sought: _Sought,
        found: dict[Key, Match],
        admitted: set[int],
    ) -> None:
        """Add the matches for hits in `text` (folded, between line feeds) to `found`, and opened gates to `admitted`."""
        active, around = self._active, document.lines.around
        line_start = line_end = -1
        words = ""
        tried: set[User] = set()  # on this line
        for literal, hit, hit_end in hits:
            gates, users = sought.users[literal] or sought.unpack(literal)
            admitted |= gates
            if not users:
                continue
            start = hit - (text[hit] != "\n")  # a literal that begins with a line feed belongs to the line after it
            if not line_start <= start <= line_end:
                line_start, line_end = around(start)
                words = document.text[line_start:line_end]
                tried.clear()
            for user in users:
                kind, number, part = user
                if user in tried or number not in active:
                    continue
                if kind == PHRASE:
                    if (match := self._phrase(document, number, start, hit_end - 1)) is not None:
                        found[number, match.start, match.end, part] = match
                elif kind != LEADING or not _WORD.search(words, 0, start - line_start):
                    tried.add(user)
                    self._try(number, part, line_start, words, found)

    def _phrase(self, document: Document, number: int, start: int, end: int) -> Match | None:
        """Return the match if the phrase is whole words and is where in its line the rule requires, else None."""
        folded = document.folded
        if folded[start : start + 1].isalnum() and folded[max(start - 1, 0) : start].isalnum():
            return None
        if folded[end - 1 : end].isalnum() and folded[end : end + 1].isalnum():
            return None
        at = self._rules[number].parameters["at"]
        if at != "word":
            line_start, line_end = document.lines.around(start)
            before = at in ("line", "start") and any(map(str.isalpha, folded[line_start:start]))
            after = at in ("line", "end") and any(map(str.isalpha, folded[end:line_end]))
            if before or after:
                return None
        return Match(number, start, end)

    def _try(self, number: int, part: int, start: int, words: str, found: dict[Key, Match]) -> None:
        """Add the matches of an expression in `words`, the line that begins at `start`, to `found`."""
        expression = self._expressions.get((number, part))
        if expression is None:
            rule = self._rules[number]
            expression = compile_expression(expressions_of(rule)[part], not rule.parameters.get("case", False))
            self._expressions[number, part] = expression
        for match in expression.finditer(words):
            place = Match(number, start + match.start(), start + match.end(), match, start)
            found[number, place.start, place.end, part] = place

"""One scan of a text for the literals of all rules; then each expression only on the lines that hold its literal."""

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
_MOST_REPLACED = 12  # different characters: more are a text in another script
_NEVER_SOUGHT = "\x1a"  # stands for what is in no literal
_FEW = 0.2  # of all rules
Key = tuple[int, int, int, int]  # rule, start, end, part


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
    """What one scan saw: the matches by rule, in order of place, and the rules that have any or whose gate is open."""

    found: dict[int, list[Match]]
    admitted: set[int]


class _Sought:
    """Literals, their scan, and their gates and users, which are unpacked when a literal is first met."""

    def __init__(self, literals: Literals) -> None:
        self.scan = LiteralScan(Arranged(literals.literals, literals.places))
        self.users: list[tuple[frozenset[int], list[User]] | None] = [None] * len(literals.literals)
        self._literals = literals

    def unpack(self, literal: int) -> tuple[frozenset[int], list[User]]:
        """Return the rules whose gate the literal at this place opens, and the phrases and expressions that it stands for."""
        users = self._literals.users_of(literal)
        gates = frozenset(number for kind, number, _ in users if kind == GATE)
        found = self.users[literal] = gates, [user for user in users if user[0] != GATE]
        return found


class Matcher:
    """Finds the places of the phrase, pattern and block rules whose numbers are in `active`.

    The text is scanned once for the literals that may stand anywhere, and the heads of its lines for those that count
    only there: in prose nine in ten hits of the latter would be of no use.
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
        if idle > _FEW * len(rules):  # else it takes longer than what it saves; those few are passed over at each hit
            anywhere, heads = narrowed(anywhere, active), narrowed(heads, active)
        self._strings = anywhere.literals, heads.literals
        self._anywhere, self._heads = _Sought(anywhere), _Sought(heads)

    @cached_property
    def _sought(self) -> set[str]:
        """The characters beyond ASCII of all literals."""
        return beyond_ascii("".join(chain.from_iterable(self._strings)))

    def scan(self, document: Document) -> Matches:
        """Return all matches in `document`, sorted, and the code rules that may run."""
        found: dict[Key, Match] = {}  # by rule, place and part: what comes first does not vary
        admitted = self._admitted_by_characters(document)
        folded = document.folded
        text = f"\n{folded}\n" if "\r" not in folded else "\n" + folded.replace("\r", "\n") + "\n"
        if not text.isascii():  # in a text all of ASCII hits are found in two thirds of the time
            unsought = beyond_ascii(text) - self._sought
            for character in unsought if len(unsought) <= _MOST_REPLACED else ():
                text = text.replace(character, _NEVER_SOUGHT)
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
        """Return the code rules that may run because of a single character in the text."""
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
        """Put into `found` what the hits in `text` (folded, with line feeds around) amount to, and open gates."""
        active, around = self._active, document.lines.around
        line_start = line_end = -1
        words = ""
        tried: set[User] = set()  # on this line
        for literal, hit, hit_end in hits:
            gates, users = sought.users[literal] or sought.unpack(literal)
            admitted |= gates
            if not users:
                continue
            start = hit - (text[hit] != "\n")  # a literal that begins with a line edge speaks of the line after it
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
        """Return the match if the phrase stands there as whole words and at the place in its line that the rule asks."""
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
        """Put the matches of an expression in `words`, the line that begins at `start`, into `found`."""
        expression = self._expressions.get((number, part))
        if expression is None:
            rule = self._rules[number]
            expression = compile_expression(expressions_of(rule)[part], not rule.parameters.get("case", False))
            self._expressions[number, part] = expression
        for match in expression.finditer(words):
            place = Match(number, start + match.start(), start + match.end(), match, start)
            found[number, place.start, place.end, part] = place

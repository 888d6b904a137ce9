"""One scan of a text for the literals of all rules; then each expression only on the lines that hold its literal."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from textlint import compiled
from textlint.document import Document
from textlint.expressions import compile_expression
from textlint.folding import fold, unfolded
from textlint.literal_scan import REACH, LiteralScan
from textlint.rule import Rule
from textlint.values import NamedTuple

PHRASE, EXPRESSION, LEADING, GATE = range(4)
_WORD = compiled.expression(r"\w")
_NO_WORD = compiled.expression(r"^\W+")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_REMEMBERED = 4_096  # characters
User = tuple[int, int, int]  # kind, rule, part
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
    expressions tried on every line. `characters` are the gates that one character of a range opens: first, last, rule.
    """

    literals: list[str]
    users: list[list[tuple[int, int, int]]]
    everywhere: list[tuple[int, int, int]]
    characters: list[tuple[str, str, int]]


def build_table(rules: Sequence[Rule]) -> Table:
    """Return the literal table of `rules`, in the order given.

    Raises ValueError for an expression that has no literal and is not marked `every_line`.
    """
    users: dict[str, list[tuple[int, int, int]]] = {}
    everywhere: list[tuple[int, int, int]] = []
    characters: list[tuple[str, str, int]] = []
    for number, rule in enumerate(rules):
        characters += ((first, last, number) for first, last in _opening_characters(rule))
        for kind, part, literals in _uses(rule):
            if literals is None:
                everywhere.append((kind, number, part))
            for literal in literals or ():
                users.setdefault(literal, []).append((kind, number, part))
    literals = sorted(users)
    return Table(literals, [users[literal] for literal in literals], everywhere, characters)


def _opening_characters(rule: Rule) -> Iterator[tuple[str, str]]:
    yield from rule.characters
    for literal in rule.requires:
        if _is_sign(literal):
            yield from ((character, character) for character in unfolded(fold(literal)))


def _is_sign(literal: str) -> bool:
    """Say whether a literal is a single character that `Document.characters` tells of, so that it need not be scanned for."""
    return len(literal) == 1 and not literal.isalnum() and fold(literal) not in " \n"


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
        yield GATE, 0, [fold(literal) for literal in rule.requires if not _is_sign(literal)]


def expressions_of(rule: Rule) -> list[str]:
    """Return the expressions by which a pattern or block rule finds its place."""
    found: list[str] = rule.parameters["any" if rule.check == "pattern" else "start"]
    return found


def _as_head(literal: str, kind: int) -> str:
    """Return what stands for a literal in the heads of lines: a line feed for what comes before its first letter.

    Of a phrase, whose place is that of its literal, nothing but a line feed is cut.
    """
    words = literal.lstrip("\n") if kind == PHRASE else _NO_WORD.sub("", literal)
    return f"\n{words}" if words[:1] in _LETTERS else literal


class Matcher:
    """Finds the places of the phrase, pattern and block rules whose numbers are in `active`.

    The text is scanned once for the literals that may stand anywhere, and the heads of its lines for those that count
    only there: in prose nine in ten hits of the latter would be of no use.
    """

    def __init__(self, rules: Sequence[Rule], table: Table, active: Container[int]) -> None:
        self._rules = rules
        self._everywhere = [user for user in table.everywhere if user[1] in active]
        self._expressions: dict[tuple[int, int], Any] = {}
        self._characters = [item for item in table.characters if item[2] in active]
        self._opened: dict[str, frozenset[int]] = {}  # the gates that a character opens
        anywhere: dict[str, list[User]] = {}
        heads: dict[str, list[User]] = {}
        for literal, users in zip(table.literals, table.users, strict=True):
            for user in users:
                if user[1] in active:
                    if self._counts_in_heads_only(literal, user):
                        heads.setdefault(_as_head(literal, user[0]), []).append(user)
                    else:
                        anywhere.setdefault(literal, []).append(user)
        self._anywhere, self._anywhere_users = LiteralScan(list(anywhere)), list(anywhere.values())
        self._heads, self._heads_users = LiteralScan(list(heads)), list(heads.values())

    def _counts_in_heads_only(self, literal: str, user: User) -> bool:
        """Say whether the literal is of use only where no letter comes before it on its line, and heads show that."""
        kind, number, _ = user
        if len(literal) > REACH or "\n" in literal[1:-1] or not literal.strip("\n"):
            return False
        leads = kind == LEADING or (kind == PHRASE and self._rules[number].parameters["at"] in ("line", "start"))
        return leads and (_as_head(literal, kind) != literal or _LETTERS.isdisjoint(literal))

    def scan(self, document: Document) -> Matches:
        """Return all matches in `document`, sorted, and the code rules that may run."""
        found: dict[Key, Match] = {}  # by rule, place and part: what comes first does not vary
        admitted = self._admitted_by_characters(document)
        folded = document.folded
        text = f"\n{folded}\n" if "\r" not in folded else "\n" + folded.replace("\r", "\n") + "\n"
        self._verify(document, text, self._anywhere.hits(text), self._anywhere_users, found, admitted)
        self._verify(document, text, self._heads.hits_in_heads(text), self._heads_users, found, admitted)
        for start, end in document.lines if self._everywhere else ():
            for _, number, part in self._everywhere:
                self._try(number, part, start, document.text[start:end], found)
        return Matches([found[key] for key in sorted(found)], frozenset(admitted))

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
        users: Sequence[Sequence[User]],
        found: dict[Key, Match],
        admitted: set[int],
    ) -> None:
        """Put into `found` what the hits in `text` (folded, with line feeds around) amount to, and open gates."""
        lines = document.lines
        line_start = line_end = -1
        words = ""
        tried: set[User] = set()  # on this line
        for literal, hit, hit_end in hits:
            start = hit - (text[hit] != "\n")  # a literal that begins with a line edge speaks of the line after it
            if not line_start <= start <= line_end:
                line_start, line_end = lines[lines.index_at(start)]
                words = document.text[line_start:line_end]
                tried.clear()
            for user in users[literal]:
                if user in tried:
                    continue
                kind, number, part = user
                if kind == PHRASE:
                    if (match := self._phrase(document, number, start, hit_end - 1)) is not None:
                        found[number, match.start, match.end, part] = match
                    continue
                if kind == LEADING and _WORD.search(words, 0, start - line_start):
                    continue
                tried.add(user)
                if kind == GATE:
                    admitted.add(number)
                else:
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
            line = document.lines[document.lines.index_at(start)]
            before = at in ("line", "start") and any(map(str.isalpha, folded[line.start : start]))
            after = at in ("line", "end") and any(map(str.isalpha, folded[end : line.end]))
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

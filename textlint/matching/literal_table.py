"""The literals of a rule set: the strings to scan for, and the phrases and expressions that use them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from textlint.matching.literal_scan import REACH, arranged
from textlint.rule import Rule
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.folding import fold, unfolded

PHRASE, EXPRESSION, LEADING, GATE = range(4)
User = tuple[int, int, int]  # kind, rule, part
_NO_WORD = patterns.expression(r"^\W+")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


class Literals(NamedTuple):
    """The literals of one scan, with `literals` and `places` as in Arranged, and their users.

    `users` contains the phrases, expressions and gates that use each literal, with three numbers for each. They are
    packed, because an article needs only a few of thousands; `ends` contains the end of each literal's users.
    """

    literals: list[str]
    places: dict[str, tuple[int, int]]
    users: bytes
    ends: bytes

    def users_of(self, literal: int) -> list[User]:
        """Return the users of the literal with this index."""
        ends = memoryview(self.ends).cast("I")
        numbers = iter(memoryview(self.users).cast("I")[ends[literal] : ends[literal + 1]])
        return list(zip(numbers, numbers, numbers, strict=True))


class MissingLiteral(ValueError):
    """An expression in the rule file `origin` requires no literal, so it would have to be tried on every line."""

    def __init__(self, expression: str, origin: str) -> None:
        super().__init__(
            f"the expression {expression!r} requires no literal text; add some, or set every_line = true, which is slow"
        )
        self.origin = origin


class Table(NamedTuple):
    """The compiled form of a rule set's literals: plain data, so that it can be cached.

    The text is scanned for `anywhere`, and the heads of its lines for `heads` (see `literal_scan`). `everywhere` are
    expressions to try on every line. `characters` are the gates that any character of a range opens: first, last, rule.
    """

    anywhere: Literals
    heads: Literals
    everywhere: list[User]
    characters: list[tuple[str, str, int]]


def build_table(rules: Sequence[Rule]) -> Table:
    """Return the literal table of `rules`, in the order given.

    Raises MissingLiteral for an expression that has no literal and is not marked `every_line`.
    """
    anywhere: dict[str, list[User]] = {}
    heads: dict[str, list[User]] = {}
    everywhere: list[User] = []
    characters: list[tuple[str, str, int]] = []
    for number, rule in enumerate(rules):
        characters += ((first, last, number) for first, last in _opening_characters(rule))
        for kind, part, literals in _uses(rule):
            if literals is None:
                everywhere.append((kind, number, part))
            for literal in literals or ():
                leads = kind == LEADING or (kind == PHRASE and rule.parameters["at"] in ("line", "start"))
                head = _as_head(literal, kind) if leads else ""
                (heads if head else anywhere).setdefault(head or literal, []).append((kind, number, part))
    return Table(_literals(anywhere), _literals(heads), everywhere, characters)


def narrowed(sought: Literals, active: Container[int]) -> Literals:
    """Return the part of `sought` that the rules whose numbers are in `active` use."""
    users: dict[str, list[User]] = {}
    for number, literal in enumerate(sought.literals):
        left = [user for user in sought.users_of(number) if user[1] in active]
        if left:
            users[literal] = left
    return _literals(users)


def _literals(users: dict[str, list[User]]) -> Literals:
    from array import array

    ready = arranged(users)
    packed, ends = array("I"), array("I", (0,))
    for literal in ready.strings:
        for user in users[literal]:
            packed.extend(user)
        ends.append(len(packed))
    return Literals(ready.strings, ready.places, packed.tobytes(), ends.tobytes())


def _as_head(literal: str, kind: int) -> str:
    """Return the string to find a leading literal by in the heads of lines, or "" if it must be searched for anywhere.

    Everything before the first letter becomes a line feed; of a phrase, only a line feed is removed, because the
    position of the phrase is that of the literal. A literal without letters is unchanged.
    """
    if len(literal) > REACH or "\n" in literal[1:-1] or not literal.strip("\n"):
        return ""
    words = literal.lstrip("\n") if kind == PHRASE else _NO_WORD.sub("", literal)
    if words[:1] in _LETTERS:
        return f"\n{words}"
    return literal if _LETTERS.isdisjoint(literal) else ""


def _opening_characters(rule: Rule) -> Iterator[tuple[str, str]]:
    yield from rule.characters
    for literal in rule.requires:
        if _is_sign(literal):
            yield from ((character, character) for character in unfolded(fold(literal)))


def _is_sign(literal: str) -> bool:
    """Return whether a literal is a character that `Document.characters` contains, so that no scan for it is needed."""
    return len(literal) == 1 and not literal.isalnum() and fold(literal) not in " \n"


def _uses(rule: Rule) -> Iterator[tuple[int, int, Sequence[str] | None]]:
    if rule.check == "phrase":
        for part, phrase in enumerate(rule.parameters["any"]):
            yield PHRASE, part, [fold(phrase)]
    elif rule.check in ("pattern", "block"):
        from textlint.matching.literals import required_literals  # needed only if the rule set is not cached

        for part, expression in enumerate(expressions_of(rule)):
            required = required_literals(expression, not rule.parameters.get("case", False))
            if required is not None:
                yield LEADING if required.leads else EXPRESSION, part, sorted(required.strings)
            elif rule.parameters.get("every_line", False):
                yield EXPRESSION, part, None
            else:
                raise MissingLiteral(expression, rule.origin)
    elif rule.requires:
        yield GATE, 0, [fold(literal) for literal in rule.requires if not _is_sign(literal)]


def expressions_of(rule: Rule) -> list[str]:
    """Return the expressions that find the matches of a pattern or block rule."""
    found: list[str] = rule.parameters["any" if rule.check == "pattern" else "start"]
    return found

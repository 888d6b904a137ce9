"""The literals of a rule set: what a scan looks for, and what each hit stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.folding import fold, unfolded
from textlint.rule import Rule
from textlint.values import NamedTuple

PHRASE, EXPRESSION, LEADING, GATE = range(4)
User = tuple[int, int, int]  # kind, rule, part


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

"""Find the literal strings that an expression requires, from its parse tree.

The matcher scans a text once for the literals of all rules and tries an expression only on lines with one of its own.
Of all sets of literals that an expression requires, the one expected to be rarest in news is chosen.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from re import _casefix as casefix  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from textlint.matching.rarity import expected_share
from textlint.startup.values import Any, NamedTuple
from textlint.text.folding import fold

_LARGEST_SET = 120
_LARGEST_UNION = 480  # of the branches of an expression
_LINE_EDGE = "\n"
_COST_PER_LITERAL = 1e-7

# How much rarer a string is at the start of a line than anywhere: a line of news has a hundred words or more.
_LEADING_SHARE = 0.01

Strings = frozenset[str]


class Requirement(NamedTuple):
    """An expression matches only lines with one of `strings`; if `leads`, as the first word on the line.

    The strings are folded, to be found in the folded text with a line feed before it, after it and for every line
    break: `^` and `$` are line feeds.
    """

    strings: Strings
    leads: bool


class Candidate(NamedTuple):
    """A requirement, and how often per character of text it is expected to occur."""

    strings: Strings
    leads: bool
    share: float


def required_literals(expression: str, ignore_case: bool) -> Requirement | None:
    """Return the rarest set of literals that `expression` requires, or None if it requires none.

    The result for an expression that only `regex` can parse is None.
    """
    try:
        tree = list(parser.parse(expression, re.IGNORECASE if ignore_case else 0))
    except (re.error, RecursionError):
        return None
    start = _after_line_start(tree)
    required = _rarest_in(tree[start:], start > 0) or _rarest_in(tree, False)
    return Requirement(required.strings, required.leads) if required and required.strings != {_LINE_EDGE} else None


def _after_line_start(nodes: list[Any]) -> int:
    """Return how many nodes match the start of a line and then only non-word characters."""
    if not nodes or nodes[0] != (sre.AT, sre.AT_BEGINNING):
        return 0
    count = 1
    while count < len(nodes):
        op, value = nodes[count]
        if op not in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) or not _matches_no_word(value[2]):
            break
        count += 1
    return count if count > 1 else 0


def _matches_no_word(body: Any) -> bool:
    """Return whether the body of a repeat is one character class without letters or digits."""
    if len(body) != 1 or body[0][0] is not sre.IN:
        return False
    items = body[0][1]
    if items[0][0] is sre.NEGATE:
        return (sre.CATEGORY, sre.CATEGORY_WORD) in items
    non_word = ((sre.CATEGORY, sre.CATEGORY_SPACE), (sre.CATEGORY, sre.CATEGORY_NOT_WORD))
    return all(item in non_word or (item[0] is sre.LITERAL and not chr(item[1]).isalnum()) for item in items)


@cache
def _character(code: int) -> Strings:
    """Return the folded forms of a character and of those that `re` considers equal when it ignores case.

    Most have one form; exceptions are some Greek letters and the ligatures of long s and t.
    """
    folded = fold(chr(code))
    return frozenset((folded, *(fold(chr(other)) for other in casefix._EXTRA_CASES.get(ord(folded), ()))))


def _characters(items: Any) -> Strings | None:
    found: set[str] = set()
    for op, value in items:
        if op is sre.LITERAL:
            found |= _character(value)
        elif op is sre.RANGE and value[1] - value[0] < 26:
            found.update(*map(_character, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)


def _followed(left: Strings, right: Strings) -> Strings:
    """Return each string of `left` followed by each of `right`; two adjacent line feeds become one."""
    return frozenset(
        one + (other[1:] if one.endswith(_LINE_EDGE) and other.startswith(_LINE_EDGE) else other)
        for one, other in product(left, right)
    )


def _exactly(op: Any, value: Any) -> Strings | None:
    """Return all strings that one node can match, or None if there are too many; zero-width nodes match ""."""
    if op is sre.LITERAL:
        return _character(value)
    if op is sre.IN:
        return _characters(value)
    if op is sre.AT:
        edge = value in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING, sre.AT_END, sre.AT_END_STRING)
        return frozenset((_LINE_EDGE if edge else "",))
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return frozenset(("",))
    if op is sre.SUBPATTERN:
        return _exactly_all(value[3])
    if op is sre.ATOMIC_GROUP:
        return _exactly_all(value)
    if op is sre.BRANCH:
        branches = [_exactly_all(branch) for branch in value[1]]
        return None if any(branch is None for branch in branches) else frozenset().union(*branches)  # type: ignore[arg-type]
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and value[1] <= 2:
        return _repeated(value)
    return None


def _repeated(value: Any) -> Strings | None:
    least, most, body = value
    once = _exactly_all(body)
    if once is None:
        return None
    found: Strings = frozenset()
    for count in range(least, int(most) + 1):
        if len(once) ** count > _LARGEST_SET:
            return None
        run: Strings = frozenset(("",))
        for _ in range(count):
            run = _followed(run, once)
        found |= run
    return found


def _exactly_all(nodes: Any) -> Strings | None:
    found: Strings = frozenset(("",))
    for op, value in nodes:
        node = _exactly(op, value)
        if node is None or len(found) * len(node) > _LARGEST_SET:
            return None
        found = _followed(found, node)
    return found


def _rarest_in(nodes: Any, leads: bool) -> Candidate | None:
    """Return the rarest set that a sequence of nodes requires: from a run of exact nodes, or from inside another node.

    `leads` means that no word precedes the sequence on its line.
    """
    candidates: list[Candidate] = []
    exact: list[Strings] = []
    for op, value in nodes:
        node = _exactly(op, value)
        if node is not None:
            exact.append(node)
            continue
        candidates += _windows(exact, leads)
        leads = leads and all(strings == {""} for strings in exact)
        exact = []
        candidates += _inside(op, value, leads)
        leads = False
    candidates += _windows(exact, leads)
    usable = [
        found for found in candidates if found.strings and "" not in found.strings and found.strings != {_LINE_EDGE}
    ]
    return min(usable, key=_cost, default=None)


def _cost(candidate: Candidate) -> tuple[float, int, int, list[str]]:
    strings = candidate.strings
    share = candidate.share * (_LEADING_SHARE if candidate.leads else 1)
    return share + _COST_PER_LITERAL * len(strings), len(strings), -sum(map(len, strings)), sorted(strings)


def _windows(exact: list[Strings], leads: bool) -> list[Candidate]:
    """Return the requirement of each window of exact nodes; none is considered rarer than a window that contains it."""
    nodes = _joined(exact)
    found: dict[tuple[int, int], Candidate] = {}
    for first in range(len(nodes)):
        window: Strings = frozenset(("",))
        for last in range(first, len(nodes)):
            if len(window) * len(nodes[last]) > _LARGEST_SET:
                break
            window = _followed(window, nodes[last])
            found[first, last] = Candidate(window, leads, expected_share(window))
        leads = leads and nodes[first] == {""}
    for first, last in sorted(found, key=lambda place: (place[0], -place[1])):
        containing = [found[place].share for place in ((first - 1, last), (first, last + 1)) if place in found]
        found[first, last] = found[first, last]._replace(share=max(found[first, last].share, *containing, 0.0))
    return list(found.values())


def _joined(exact: list[Strings]) -> list[Strings]:
    """Merge adjacent nodes with a single string each, since a part of their text is never rarer than all of it."""
    nodes: list[Strings] = []
    for strings in exact:
        if nodes and len(nodes[-1]) == len(strings) == 1:
            nodes[-1] = _followed(nodes[-1], strings)
        else:
            nodes.append(strings)
    return nodes


def _inside(op: Any, value: Any, leads: bool) -> list[Candidate]:
    """Return the requirements inside a node that is not exact."""
    if op is sre.SUBPATTERN:
        inner = _rarest_in(value[3], leads)
    elif op is sre.ATOMIC_GROUP:
        inner = _rarest_in(value, leads)
    elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and value[0] >= 1:
        inner = _rarest_in(value[2], leads)
    elif op is sre.BRANCH:
        branches = [_rarest_in(branch, leads) for branch in value[1]]
        if any(branch is None for branch in branches):
            return []
        found = [branch for branch in branches if branch is not None]
        strings = frozenset().union(*(branch.strings for branch in found))
        share = sum(branch.share for branch in found)
        inner = (
            Candidate(strings, all(branch.leads for branch in found), share) if len(strings) <= _LARGEST_UNION else None
        )
    else:
        return []
    return [inner] if inner else []

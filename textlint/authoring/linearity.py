"""Test whether an expression takes linear time, on lines that are made to slow it down.

An expression that backtracks is slow on a line that repeats text matched by one of its repeats, or by what precedes it.
Such lines are derived from the expression's parse tree and matched at two lengths, one ten times the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import thread_time

from textlint.errors import Overtime
from textlint.files.deadline import deadline
from textlint.matching.expressions import compile_expression
from textlint.matching.literal_table import expressions_of
from textlint.rule import Rule
from textlint.startup.values import Any, NamedTuple

SHORT, LONG = 2_000, 20_000  # code points; lines of news are rarely longer
MOST_TIMES = 15  # a linear expression takes ten times as long, and the clock is imprecise
_NOTICEABLE = 0.01  # seconds; shorter times are noise
_TIMEOUT = 2.0  # seconds after which the expression counts as slow
_TRIES = 3
_MANY = 64  # a repeat with this maximum is tested like an unbounded one
_ANY_LINE = (" ", "a", "A", "0", ".", "a ", "A a ", "a-", "aA0 ", "“")
_MATCHED = ("pattern", "block")
_TAILS = ("", "\x01")

_OF_CATEGORY = {
    sre.CATEGORY_DIGIT: "0", sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_SPACE: " ", sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_WORD: " ",
}  # fmt: skip


class Slowness(NamedTuple):
    """A line on which an expression is not linear: `head`, then `pump` many times, then `tail`; and the reason."""

    head: str
    pump: str
    tail: str
    reason: str


def slow_expressions(rule: Rule) -> Iterator[str]:
    """Yield a message for the rule's author for each expression that is not linear."""
    ignore_case = not rule.parameters.get("case", False)
    expressions = [(expression, ignore_case) for expression in expressions_of(rule)] if rule.check in _MATCHED else []
    expressions += [(expression, True) for expression in rule.parameters.get("end", ()) if rule.check == "block"]
    expressions += [(expression, True) for expression in rule.where.unless]
    for expression, without_case in expressions:
        slowness = find_slowness(expression, without_case)
        if slowness:
            start = f"{slowness.head!r} followed by " if slowness.head else ""
            yield (
                f"the expression {expression!r} is not linear on {start}{slowness.pump!r} repeated many times: "
                f"{slowness.reason}. Limit its repeats, for example with {{0,80}}, or anchor it."
            )


def find_slowness(expression: str, ignore_case: bool) -> Slowness | None:
    """Return a line on which the expression takes more than linear time, or None if none was found.

    The minimum processor time of several tries in this thread is compared; a difference counts only if it is both
    disproportionate and large.
    """
    compiled = compile_expression(expression, ignore_case)
    for head, pump, tail in sorted(_lines(expression, ignore_case)):
        reason = _slow_on(compiled, head, pump, tail)
        if reason:
            return Slowness(head, pump, tail, reason)
    return None


def _slow_on(compiled: Any, head: str, pump: str, tail: str) -> str:
    def took(length: int) -> float:
        line = (head + pump * (length // len(pump)))[:length] + tail
        before = thread_time()
        for _ in compiled.finditer(line):
            pass
        return thread_time() - before

    try:
        with deadline(_TIMEOUT):
            for length in (SHORT // 100, SHORT // 10, SHORT):
                short = took(length)
            long = took(LONG)
            for _ in range(_TRIES):
                if long <= max(_NOTICEABLE, MOST_TIMES * short):
                    return ""
                short, long = max(short, took(SHORT)), min(long, took(LONG))
    except Overtime:
        return f"it did not finish within {_TIMEOUT:g} seconds on {LONG:,} characters"
    return f"on {LONG // SHORT} times the length it took {long / short:.0f} times as long ({long:.2f} s)"


def _lines(expression: str, ignore_case: bool) -> set[tuple[str, str, str]]:
    """Return the lines to try, each as its head, the text to repeat, and its tail."""
    found = {("", pump, tail) for pump in _ANY_LINE for tail in _TAILS}
    try:
        tree = list(parser.parse(expression, re.IGNORECASE if ignore_case else 0))
    except (re.error, RecursionError, OverflowError):
        return found
    whole = _sample(tree)
    for head, pump in _pumps(tree, ""):
        for tail in _TAILS:
            if pump:
                found.add((head, pump, tail))
            if head + pump:
                found.add(("", head + pump, tail))
    for part in (whole[:-1], whole[1:]):
        if part:
            found.add(("", part, "\x01"))
    return {(head, pump, tail) for head, pump, tail in found if "\n" not in head + pump}


def _pumps(nodes: Any, head: str) -> Iterator[tuple[str, str]]:
    """Yield text that each long repeat matches, with text that leads up to it."""
    for op, value in nodes:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _least, most, body = value
            if most >= _MANY:
                for pump in _samples(body):
                    yield head, pump
            yield from _pumps(body, head)
        for inner in _bodies(op, value):
            yield from _pumps(inner, head)
        head += _sample([(op, value)])


def _bodies(op: Any, value: Any) -> list[Any]:
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op is sre.ATOMIC_GROUP:
        return [value]
    if op is sre.BRANCH:
        return list(value[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return []


def _samples(nodes: Any) -> set[str]:
    """Return texts that a repeated body matches; for a character class, one of each kind in it."""
    if len(nodes) == 1:
        op, value = nodes[0]
        if op is sre.IN:
            return {character for item in value if (character := _of_item(item))} or {_sample(nodes)}
        if op is sre.SUBPATTERN:
            return _samples(value[3])
        if op is sre.BRANCH:
            return {_sample(branch) for branch in value[1]} - {""}
        if op in (sre.ANY, sre.NOT_LITERAL):
            return {character for character in "a 0" if value is None or ord(character) != value}
    return {_sample(nodes)} - {""}


def _of_item(item: Any) -> str:
    op, value = item
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.RANGE:
        return chr(value[0])
    if op is sre.CATEGORY:
        character: str = _OF_CATEGORY[value]
        return character
    return ""


def _sample(nodes: Any) -> str:
    """Return a short text that the nodes match, or almost match."""
    return "".join(_sample_of(op, value) for op, value in nodes)


def _sample_of(op: Any, value: Any) -> str:
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if op is sre.ANY:
        return "a"
    if op is sre.IN:
        return _of_class(value)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _sample(value[2]) * min(max(int(value[0]), 1), _MANY)
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return ""
    bodies = _bodies(op, value)
    return _sample(bodies[0]) if bodies else ""


def _of_class(items: Any) -> str:
    if items[0][0] is sre.NEGATE:
        taken = re.compile("|".join(re.escape(_of_item(item)) for item in items[1:] if _of_item(item)) or "(?!)")
        return next((character for character in "a 0.-" if not taken.match(character)), "é")
    return next((character for item in items if (character := _of_item(item))), "")

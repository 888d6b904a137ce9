"""How likely each line is page furniture, by a small linear model over its words, its shape, its neighbors and its place."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from itertools import accumulate, repeat
from math import exp, tanh
from operator import getitem, mul

from textlint.document import Document
from textlint.layers.page.feature_names import BAGS, SINGLES, Group, number
from textlint.layers.page.line_facts import facts
from textlint.layers.page.line_shape import Page, page
from textlint.startup.cache import derived
from textlint.startup.locations import data_file
from textlint.startup.values import Any, NamedTuple

_FILE = data_file("furniture_model.bin")
_PAGE = "4"  # from this kind on most lines are short: a whole page, not what an extractor made of it
_PLAIN = 0.01  # taken for the chance of a line that is no candidate
_EDGE = 0.5  # taken for the chance of what stands before the first and after the last line
_PAD = 10
_REMEMBERED = 10_000  # facts of one group


class Weights(NamedTuple):
    """The model: a weight for each feature number, and those of the second look, which sees the first verdicts around.

    The weights of the first look are given in steps of `step`.
    """

    first: dict[int, float]
    second: tuple[float, ...]
    step: float = 1.0


class Sums(dict[Hashable, float]):
    """The sum of the weights of the names of each fact of one group, remembered for the facts that come again.

    Nearly all facts do, from line to line and from page to page; so their names are seldom built. What is remembered is
    dropped when it grows too large.
    """

    def __init__(self, group: Group, weights: dict[int, float]) -> None:
        super().__init__()
        self._group, self._weights = group, weights

    def __missing__(self, fact: Hashable) -> float:
        value = sum(map(self._weights.get, map(number, self._group(fact)), repeat(0)))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[fact] = value
        return value


def scores(document: Document) -> dict[int, float]:
    """Return the log odds that a line is furniture, by its index among the lines with words; only candidates have one.

    A text in which no rule saw a cue has none: it is an article, or nothing that the model was trained for.
    """
    sheet = document.layer(page)
    if not sheet.cued:
        return {}
    return second_look(sheet, first_look(document), weights().second)


def first_look(document: Document) -> dict[int, float]:
    """Return the sum of the weights of each candidate line's features.

    The weights are summed as the whole numbers that they are in the file, and multiplied by their step at the end.
    """
    first, _, step = weights()
    single, several = _sums()
    found = {}
    for index, singles, bags, numbers in facts(document):
        total = sum(map(getitem, single, singles)) + sum(map(first.get, numbers, repeat(0)))
        for group, bag in bags:
            total += sum(map(several[group].__getitem__, bag))
        found[index] = total * step
    return found


def second_look(sheet: Page, first: dict[int, float], second: tuple[float, ...]) -> dict[int, float]:
    """Return the verdicts that take those on the lines around into account."""
    return {index: sum(map(mul, second, values)) for index, values in surroundings(sheet, first).items()}


def surroundings(sheet: Page, first: dict[int, float]) -> dict[int, list[float]]:
    """Return the features of the second look by line index: the line's own verdict and those of the lines around it."""
    count = len(sheet.lines)
    chance = [_PLAIN] * count
    for index, score in first.items():
        chance[index] = 1 / (1 + exp(-max(-30.0, min(30.0, score / 2))))
    padded = [_EDGE] * _PAD + chance + [_EDGE] * _PAD
    sums = [0.0, *accumulate(padded)]
    begin, end = sheet.known.zones.body
    is_page = sheet.kind >= _PAGE
    found: dict[int, list[float]] = {}
    for index, score in first.items():
        at = index + _PAD
        before, after = padded[at - 1], padded[at + 1]
        base = [
            max(-8.0, min(12.0, score)) / 4,
            tanh(score / 3),
            before,
            after,
            min(before, after),
            max(before, after),
            (sums[at - 1] - sums[at - 3]) / 2,
            (sums[at + 4] - sums[at + 2]) / 2,
            (sums[at - 2] - sums[at - 7]) / 5,
            (sums[at + 8] - sums[at + 3]) / 5,
            (sums[count + _PAD] - sums[at + 1] + _EDGE) / (count - index),
            (sums[at] - sums[_PAD] + _EDGE) / (index + 1),
        ]
        head, tail = index < begin, index >= end
        outside = base if head or tail else [0.0] * len(base)
        paged = base if is_page else [0.0] * len(base)
        found[index] = [1.0, float(head), float(tail), float(is_page), *base, *outside, *paged]
    return found


@cache
def weights() -> Weights:
    """Return the shipped model: a line of JSON (count, step, second look), then the numbers, then a signed byte each."""
    from array import array

    head = derived("furniture", [_FILE], _head)
    with open(_FILE, "rb") as handle:
        handle.readline()
        numbers = array("I")
        numbers.frombytes(handle.read(head["count"] * numbers.itemsize))
        steps = array("b")
        steps.frombytes(handle.read(head["count"]))
    return Weights(dict(zip(numbers, steps, strict=True)), tuple(head["second"]), head["step"])


def _head() -> dict[str, Any]:
    import json

    with open(_FILE, "rb") as handle:
        head: dict[str, Any] = json.loads(handle.readline())
    return head


@cache
def _sums() -> tuple[list[Sums], dict[Group, Sums]]:
    first = weights().first
    return [Sums(group, first) for group in SINGLES], {group: Sums(group, first) for group in BAGS}

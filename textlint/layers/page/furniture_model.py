"""How likely each line is page furniture, by a small linear model over its words, its shape, its neighbors and its place.

The model judges twice. The first look adds up the weights of a line's features (`textlint.layers.page.feature_names`). The
second look takes that score, and those of the lines around (`textlint.layers.page.second_look`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import repeat
from operator import getitem

from textlint.document import Document
from textlint.layers.linear_model import Contribution, LinearModel, Verdict, strongest_first
from textlint.layers.page.feature_names import BAGS, SINGLES, Fact, Group, Singles, names_of, number
from textlint.layers.page.furniture_weights import weights
from textlint.layers.page.line_facts import facts, features
from textlint.layers.page.line_shape import page_lines
from textlint.layers.page.second_look import OWN, by_place, surroundings

_REMEMBERED = 10_000  # facts of one group, so that a long run takes no more memory than a short one
_READING = 70  # code points of a line that a verdict quotes; chosen as in textlint.explanation, which says it once then
_TOLD = 3  # features of the first look in a note; chosen to fit on a line


class Sums(dict[Fact, float]):
    """The sum of the weights of the names of each fact of one group, remembered for when the fact comes again.

    Nearly all facts do, from line to line and from page to page; so their names are seldom built. What is remembered is
    dropped when it grows too large.
    """

    def __init__(self, group: Group, weights: Mapping[int, float]) -> None:
        super().__init__()
        self._group, self._weights = group, weights

    def __missing__(self, fact: Fact) -> float:
        value = sum(map(self._weights.get, map(number, names_of(self._group, fact)), repeat(0)))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[fact] = value
        return value


def scores(document: Document) -> dict[int, float]:
    """Return the log odds that a line is furniture, by its index among the lines with words; a layer.

    Only candidates have a score. A text in which no rule saw a cue has none: it is an article, or nothing that the model was trained for.
    """
    page = document.layer(page_lines)
    if not page.cued:
        return {}
    second = _second()
    return {index: second[around.place].score(around) for index, around in surroundings(page, first_look(document))}


def first_look(document: Document) -> dict[int, float]:
    """Return the sum of the weights of each candidate line's features, in log odds.

    The weights are added up as the whole numbers that they are in the file, and multiplied by their step at the end.
    """
    first, _, step = weights()
    single, several = _sums()
    found = {}
    for index, singles, bags, _, numbers in facts(document):
        total = sum(map(getitem, single, singles)) + sum(map(first.get, numbers, repeat(0)))
        for group, bag in bags:
            total += sum(map(several[group].__getitem__, bag))
        found[index] = total * step
    return found


def verdicts(document: Document) -> Iterator[Verdict]:
    """Yield the verdict on each candidate line; the thresholds are parameters of the rules.

    The contributions have the names of `furniture_model.txt`, and add up to the score. The second look scales the first
    score, so the features of the first look all have this scale as their value. Those of the second look, with its bias,
    begin with "second look: "; its two features that are made of the first score are left out.
    """
    from textlint.text.sanitize import shorten

    page = document.layer(page_lines)
    if not page.cued:
        return
    first = first_look(document)
    names = dict(features(document))
    for index, around in surroundings(page, first):
        start, end = page.known.zones.lines[index]
        model = _second()[around.place]
        second, score = model.terms(around), model.score(around)
        scale = sum(row.amount for row in second if row.name in OWN) / first[index] if first[index] else 0.0
        own = strongest_first(_first_contributions(names[index], scale))
        rows = [row._replace(name=f"second look: {row.name}") for row in second if row.name not in OWN]
        yield Verdict(
            model="furniture_model",
            start=start,
            end=end,
            reading=shorten(" ".join(page.lines[index].text.split()), _READING),
            score=score,
            thresholds={},
            contributions=strongest_first([*rows, *own]),
            notes=(
                f"The first look, at the line, its place and its neighbors, scores {first[index]:+.1f}, which counts "
                f"{scale:.2f} times. It weighed most: {', '.join(f'{row.name} ({row.weight:+.2f})' for row in own[:_TOLD])}.",
                f"The second look, with the first scores of the lines around, scores {score:+.1f}.",
            ),
        )


def _first_contributions(names: Iterable[str], scale: float) -> Iterator[Contribution]:
    first, _, step = weights()
    for name in names:
        weight = first.get(number(name), 0)
        if weight:
            yield Contribution(name, scale, weight * step)


@cache
def _second() -> dict[tuple[float, float], LinearModel]:
    return by_place(weights().second)


@cache
def _sums() -> tuple[list[Sums], dict[Group, Sums]]:
    first = weights().first
    return [Sums(SINGLES[field], first) for field in Singles._fields], {group: Sums(group, first) for group in BAGS}

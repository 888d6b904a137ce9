"""The second look at the lines of a page: what the first look said of each line and of the lines around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate, product
from math import exp, tanh

from textlint.layers.linear_model import LinearModel
from textlint.layers.page.line_shape import Page
from textlint.startup.values import NamedTuple

_PLAIN = 0.01  # taken for the chance of a line that is no candidate; chosen by reading, not measured
_EDGE = 0.5  # taken for the chance of what is above the first and below the last line, because nothing is known of it
_PAD = 10  # values at each end, so that no index is outside


class Surroundings(NamedTuple):
    """Where a line is, what the first look said of it, and the chances that the lines around it are furniture.

    The chances follow from the first look at those lines, and those of several lines are means. The first three fields
    are 1 or 0. All others count twice more: once for lines outside the article, and once for lines of a whole page.
    """

    before_article: float
    after_article: float
    whole_page: float
    own_score: float  # log odds by the first look, between -8 and 12, in quarters
    own_side: float  # the same, pressed between -1 and 1
    chance_above: float
    chance_below: float
    chance_lower_neighbor: float
    chance_higher_neighbor: float
    chance_2_3_lines_above: float
    chance_2_3_lines_below: float
    chance_3_7_lines_above: float
    chance_3_7_lines_below: float
    chance_all_below: float
    chance_all_above: float

    @property
    def place(self) -> tuple[float, float]:
        """Whether the line is outside the article, and whether on a whole page, for `by_place`."""
        return self.before_article + self.after_article, self.whole_page

    def features(self) -> tuple[float, ...]:
        """Return the values of the features `FIELDS`."""
        measures: tuple[float, ...] = self[_PLACES:]
        outside, whole = self.place
        return (*self, *[value * outside for value in measures], *[value * whole for value in measures])


_PLACES = 3  # fields that say where the line is, as defined by the class
_MEASURES = Surroundings._fields[_PLACES:]
FIELDS = (
    *Surroundings._fields,
    *[f"{name}, outside the article" for name in _MEASURES],
    *[f"{name}, on a whole page" for name in _MEASURES],
)
"""The names of the features of the second look, in the order of `Surroundings.features`."""

OWN = frozenset({"own_score", "own_side"})
"""The fields of `Surroundings` that come from the first look at the line itself."""


def by_place(model: LinearModel) -> dict[tuple[float, float], LinearModel]:
    """Return the model over the fields of `Surroundings` for each place of a line: outside the article, on a whole page.

    The weight of a field is the sum of its weights that count there. So a line is scored without the fields that are 0.
    """
    weight = dict(zip(model.names, model.weights, strict=True))
    found = {}
    for outside, whole in product((0.0, 1.0), repeat=2):
        weights = [weight[name] for name in Surroundings._fields[:_PLACES]]
        weights += [
            weight[name] + outside * weight[f"{name}, outside the article"] + whole * weight[f"{name}, on a whole page"]
            for name in _MEASURES
        ]
        found[outside, whole] = LinearModel(Surroundings._fields, model.bias, tuple(weights))
    return found


def surroundings(page: Page, first: Mapping[int, float]) -> Iterator[tuple[int, Surroundings]]:
    """Yield the index and the surroundings of each line in `first`, the log odds by the first look."""
    count = len(page.lines)
    chance = [_PLAIN] * count
    for index, score in first.items():
        chance[index] = 1 / (1 + exp(-max(-30.0, min(30.0, score / 2))))
    padded = [_EDGE] * _PAD + chance + [_EDGE] * _PAD
    sums = [0.0, *accumulate(padded)]
    begin, end = page.known.zones.body
    whole_page = float(page.is_whole)
    for index, score in first.items():
        at = index + _PAD
        before, after = padded[at - 1], padded[at + 1]
        yield (
            index,
            Surroundings(
                before_article=float(index < begin),
                after_article=float(index >= end),
                whole_page=whole_page,
                own_score=max(-8.0, min(12.0, score)) / 4,
                own_side=tanh(score / 3),
                chance_above=before,
                chance_below=after,
                chance_lower_neighbor=min(before, after),
                chance_higher_neighbor=max(before, after),
                chance_2_3_lines_above=(sums[at - 1] - sums[at - 3]) / 2,
                chance_2_3_lines_below=(sums[at + 4] - sums[at + 2]) / 2,
                chance_3_7_lines_above=(sums[at - 2] - sums[at - 7]) / 5,
                chance_3_7_lines_below=(sums[at + 8] - sums[at + 3]) / 5,
                chance_all_below=(sums[count + _PAD] - sums[at + 1] + _EDGE) / (count - index),
                chance_all_above=(sums[at] - sums[_PAD] + _EDGE) / (index + 1),
            ),
        )

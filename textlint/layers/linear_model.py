"""Linear models with named weights, which are checked on loading, and verdicts that list what each feature adds.

A model is a bias, a weight for each named feature, and thresholds. The features of a candidate are a NamedTuple whose
field names are the feature names. Data files store weights by name, so their order does not matter. A verdict is a score
in log odds, with a contribution for each feature that is not zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from textlint.errors import TextlintError
from textlint.startup.values import Any, NamedTuple


class Contribution(NamedTuple):
    """What one feature adds to a score: its value times its weight, in log odds."""

    name: str
    value: float
    weight: float

    @property
    def amount(self) -> float:
        """The value times the weight, in log odds."""
        return self.value * self.weight


class Verdict(NamedTuple):
    """A model's verdict on one candidate, whether or not it is reported.

    `model` is the name of the model's module. `start` and `end` are offsets in code points. `reading` is the text as the
    model reads it ("survey revealed" for "surveyrevealed"). `score` is in log odds. `thresholds` are the scores above
    which the candidate is reported ("shown") and its fix is safe ("safe"), if the model has them. `contributions` are
    those of the last model, strongest first. One with a slash in its name, such as "first_verdict/left_word_frequency",
    is part of an earlier model's score instead. `notes` are sentences on what else counted.
    """

    model: str
    start: int
    end: int
    reading: str
    score: float
    thresholds: Mapping[str, float]
    contributions: tuple[Contribution, ...]
    notes: tuple[str, ...] = ()


class LinearModel(NamedTuple):
    """A bias and a weight for each feature, in the order of the fields of the features."""

    names: tuple[str, ...]
    bias: float
    weights: tuple[float, ...]

    def score(self, features: Sequence[float]) -> float:
        """Return the log odds for `features`, a NamedTuple with the fields `names`."""
        total: float = self.bias + sum(map(mul, self.weights, features))
        return total

    def contributions(self, features: Sequence[float]) -> tuple[Contribution, ...]:
        """Return what each feature adds to the score, strongest first. Features that add nothing are left out."""
        rows = map(Contribution, self.names, map(float, features), self.weights)
        return strongest_first(row for row in rows if row.amount)

    def terms(self, features: Sequence[float]) -> tuple[Contribution, ...]:
        """Return the bias and the contributions, strongest first. Together they add up to the score."""
        return strongest_first([Contribution("bias", 1.0, self.bias), *self.contributions(features)])


def load_model(record: Mapping[str, Any], fields: Sequence[str], place: str) -> LinearModel:
    """Return the model in `record`: `{"bias": number, "weights": {name: number, ...}}`.

    `fields` are the names of the features that the code computes. `place` is where the record is, for the message.
    Raises ModelError if a name in the record is not a field, or a field has no weight.
    """
    weights: Mapping[str, float] = record["weights"]
    if weights.keys() != set(fields) or len(weights) != len(fields):
        unknown = sorted(weights.keys() - set(fields))
        missing = sorted(set(fields) - weights.keys())
        raise ModelError(unknown, missing, place)
    return LinearModel(tuple(fields), record["bias"], tuple([weights[name] for name in fields]))


class ModelError(TextlintError):
    """Weights that do not match the features of this version."""

    def __init__(self, unknown: Sequence[str], missing: Sequence[str], place: str) -> None:
        parts = []
        if unknown:
            parts.append(f"unknown features: {', '.join(unknown)}")
        if missing:
            parts.append(f"no weight for: {', '.join(missing)}")
        super().__init__(
            f"the weights do not match the features ({'; '.join(parts)})",
            place,
            remedy="Reinstall textlint, or train the model again (python -m training).",
        )


def strongest_first(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """Return the contributions sorted by size, largest first, then by name."""
    return tuple(sorted(contributions, key=lambda row: (-abs(row.amount), row.name)))

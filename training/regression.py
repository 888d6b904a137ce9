"""Logistic regression with cross-validation, and thresholds from the scores of clean texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from textlint.layers.linear_model import LinearModel
from training.word_data import FOLDS

Numbers = NDArray[Any]
Truth = NDArray[np.bool_]
MARGIN = 0.05  # log odds by which a threshold is above the false alarm that it excludes
_FEWEST = 5  # examples of each class that are needed to fit a model
_NEVER = -12.0  # log odds of a model that was not fitted


def fit(names: Sequence[str], values: Numbers, labels: Truth, strength: float) -> LinearModel:
    """Return a logistic regression for unscaled values. `strength` is scikit-learn's C, on standardized values."""
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=strength, max_iter=5000).fit(scaler.transform(values), labels)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    return LinearModel(tuple(names), bias, tuple(map(float, weights)))


def score(model: LinearModel, values: Numbers) -> Numbers:
    """Return the log odds of each row of values."""
    scores: Numbers = model.bias + values @ np.array(model.weights)
    return scores


def fit_in_folds(
    names: Sequence[str], values: Numbers, labels: Truth, used: Truth, groups: Numbers, strength: float
) -> tuple[LinearModel, Numbers]:
    """Return the model fitted on all rows in `used`, and each row's score by a model fitted without its group.

    With too few examples, the model never reports anything; see `is_silent`.
    """
    folds = list(GroupKFold(FOLDS).split(values, groups=groups)) if len(set(groups)) >= FOLDS else []
    if not folds or any(_has_too_few(labels[train[used[train]]]) for train, _ in folds):
        return LinearModel(tuple(names), _NEVER, (0.0,) * len(names)), np.full(len(labels), _NEVER)
    scores = np.zeros(len(labels))
    for train, test in folds:
        chosen = train[used[train]]
        scores[test] = score(fit(names, values[chosen], labels[chosen], strength), values[test])
    return fit(names, values[used], labels[used], strength), scores


def _has_too_few(labels: Truth) -> bool:
    right = int(labels.sum())
    return min(right, len(labels) - right) < _FEWEST


def is_silent(model: LinearModel) -> bool:
    """Return whether the model never reports anything, because there were too few examples to fit it."""
    return model.bias == _NEVER and not any(model.weights)


def threshold(alarms: Iterable[float], allowed: float) -> float:
    """Return a threshold that at most `allowed` of the scores of false alarms are above."""
    ordered = sorted(alarms, reverse=True)
    if not ordered:
        return MARGIN
    return ordered[min(int(allowed), len(ordered) - 1)] + MARGIN


def highest(alarms: Iterable[tuple[str, float]]) -> list[float]:
    """Return the highest score for each string, so that a name that several texts repeat is one false alarm."""
    scores: dict[str, float] = {}
    for name, value in alarms:
        scores[name] = max(value, scores.get(name, value))
    return list(scores.values())


def share_above(scores: Sequence[float], least: float) -> float | None:
    """Return the share of `scores` above `least`, or None if there are no scores."""
    return round(sum(score > least for score in scores) / len(scores), 4) if scores else None


def as_record(model: LinearModel) -> dict[str, Any]:
    """Return the model as a record for a data file, rounded to four digits."""
    weights = {name: round(weight, 4) for name, weight in zip(model.names, model.weights, strict=True)}
    return {"bias": round(model.bias, 4), "weights": weights}

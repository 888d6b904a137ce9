"""Linear models: the score, and what adds up to it."""

from __future__ import annotations

import pytest

from textlint.layers.linear_model import Contribution, LinearModel, ModelError, load_model, strongest_first

MODEL = LinearModel(("a", "b", "c"), -1.0, (2.0, -3.0, 0.5))


@pytest.mark.parametrize(
    ("features", "score"),
    [((0, 0, 0), -1.0), ((1, 0, 0), 1.0), ((0, 1, 0), -4.0), ((0, 0, 4), 1.0), ((2, 1, True), 0.5)],
)
def test_the_score_is_the_bias_and_the_weighted_features(features: tuple[float, ...], score: float) -> None:
    assert MODEL.score(features) == score
    assert sum(term.amount for term in MODEL.terms(features)) == score


def test_contributions_are_the_strongest_first_and_without_those_that_add_nothing() -> None:
    assert MODEL.contributions((1, 2, 0)) == (Contribution("b", 2.0, -3.0), Contribution("a", 1.0, 2.0))
    assert MODEL.terms((0, 1, 1)) == (
        Contribution("b", 1.0, -3.0),
        Contribution("bias", 1.0, -1.0),
        Contribution("c", 1.0, 0.5),
    )


def test_contributions_of_one_size_are_sorted_by_name() -> None:
    rows = [Contribution("b", 1.0, 2.0), Contribution("c", 1.0, 4.0), Contribution("a", 2.0, -1.0)]
    assert [row.name for row in strongest_first(rows)] == ["c", "a", "b"]


def test_weights_are_loaded_by_name() -> None:
    assert load_model({"bias": -1.0, "weights": {"c": 0.5, "a": 2.0, "b": -3.0}}, ("a", "b", "c"), "x") == MODEL


@pytest.mark.parametrize(
    ("weights", "fields", "message"),
    [
        ({"a": 1.0, "z": 1.0, "y": 1.0}, ("a",), "the weights do not match the features (unknown features: y, z)"),
        ({"a": 1.0}, ("a", "c", "b"), "the weights do not match the features (no weight for: b, c)"),
        (
            {"a": 1.0, "z": 1.0},
            ("a", "b"),
            "the weights do not match the features (unknown features: z; no weight for: b)",
        ),
        ({"a": 1.0}, ("a", "a"), "the weights do not match the features ()"),
    ],
)
def test_other_names_are_an_error(weights: dict[str, float], fields: tuple[str, ...], message: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_model({"bias": 0.0, "weights": weights}, fields, "model.json")
    assert (caught.value.message, caught.value.path) == (message, "model.json")
    assert "Reinstall" in caught.value.remedy

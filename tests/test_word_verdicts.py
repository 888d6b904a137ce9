from __future__ import annotations

import itertools
import math

import pytest

from textlint.document import Document
from textlint.layers.linear_model import ModelError, Verdict, load_model
from textlint.layers.words import run_together, split_words
from textlint.layers.words.features import GapFeatures

DAMAGED = (
    "The harbour office said on Monday thatthe ferry would leave at noon. A surveypublished last week found that most "
    "islanders usethe ferry every week, and the pilots have beenwaitingfor the fog to lift.The letter was sent toParliament "
    "in June,but nobody answered. Mr Velmaron did."
)
SPLIT = "The govern ment has promised informa tion. The parrot says in ter and bid ding ter."


def reasons(verdict: Verdict) -> tuple[float, float]:
    """Return what the contributions to the score add up to, and those to the first verdict."""
    parts = [row for row in verdict.contributions if row.name.startswith("first_verdict/")]
    others = [row for row in verdict.contributions if row not in parts]
    return sum(row.amount for row in others), sum(row.amount for row in parts)


def test_contributions_add_up_to_the_score_and_to_the_first_verdict() -> None:
    document = Document(DAMAGED)
    judged = sorted(document.layer(run_together.judge), key=lambda row: row.candidate.cut)
    verdicts = list(run_together.verdicts(document))
    assert len(verdicts) == len(judged) > 7
    for verdict, row in zip(verdicts, judged, strict=True):
        total, first = reasons(verdict)
        assert math.isclose(total, verdict.score, abs_tol=1e-9)
        assert math.isclose(first, row.first, abs_tol=1e-9)
        assert f"{row.first:.2f}" in verdict.notes[0]


def test_every_finding_has_a_verdict_above_its_threshold() -> None:
    document = Document(DAMAGED)
    verdicts = list(run_together.verdicts(document))
    for found in run_together.find_run_together(document):
        own = [row for row in verdicts if found.start <= row.start and row.end <= found.end]
        assert len(own) >= len(found.cuts)
        assert any(row.score > row.thresholds["shown"] for row in own)
        assert any("safe to fix" in note for row in own for note in row.notes)


def test_a_candidate_that_is_not_reported_has_its_reasons() -> None:
    verdict = next(row for row in run_together.verdicts(Document(DAMAGED)) if row.reading == "Velma ron")
    assert verdict.score < verdict.thresholds["shown"]
    assert verdict.notes[-1].startswith("Not reported")
    assert "chunk_starts_with_capital" in {row.name.removeprefix("first_verdict/") for row in verdict.contributions}


@pytest.mark.parametrize(
    ("text", "reading", "note"),
    [
        ("They sailed past Osterby in the fog.", "Oster by", "may be a name that ends in “by”"),
        (DAMAGED + " They put it hereinto.", "herein to", "“hereinto” is a word in the dictionary"),
    ],
)
def test_notes_say_what_else_counted(text: str, reading: str, note: str) -> None:
    verdict = next(row for row in run_together.verdicts(Document(text)) if row.reading == reading)
    assert any(note in line for line in verdict.notes)


def test_a_place_that_is_not_sure_makes_the_fix_of_its_chunk_unsafe() -> None:
    document = Document(DAMAGED)
    for row in document.layer(run_together.judge):
        alone = [found for found in run_together.find_run_together(document) if row.candidate.cut in found.cuts]
        assert all(row.is_sure or not found.is_sure for found in alone)


def test_the_support_of_other_split_words_is_a_contribution() -> None:
    document = Document(SPLIT)
    verdicts = list(split_words.verdicts(document))
    assert [row.reading for row in verdicts if row.score > row.thresholds["shown"]][:2] == ["government", "information"]
    for verdict in verdicts:
        assert math.isclose(reasons(verdict)[0], verdict.score, abs_tol=1e-9)
        assert "sure_split_words_elsewhere" in {row.name for row in verdict.contributions}
    alone = next(iter(split_words.verdicts(Document("The govern ment has promised a ferry."))))
    assert "sure_split_words_elsewhere" not in {row.name for row in alone.contributions}


def test_an_overlapped_split_word_says_so() -> None:
    judged = split_words.judge(Document(SPLIT))
    for before, after in itertools.pairwise(judged):
        if after.is_overlapped:
            assert before.candidate.end > after.candidate.start
            assert not after.is_shown


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"left_word_frequency": None}, "no weight for: left_word_frequency"),
        ({"left_frequency": 1.0}, "unknown features: left_frequency"),
        (
            {"left_word_frequency": None, "left_frequency": 1.0},
            "unknown features: left_frequency; no weight for: left_word",
        ),
    ],
)
def test_weights_that_are_not_those_of_the_features_do_not_load(
    change: dict[str, float | None], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = dict.fromkeys(GapFeatures._fields, 0.0) | change
    record = {"bias": 0.0, "weights": {name: weight for name, weight in weights.items() if weight is not None}}
    with pytest.raises(ModelError, match=message):
        load_model(record, GapFeatures._fields, "model.json")
    records = {name: {"first": record, "second": record, "thresholds": {}} for name in run_together.MODEL_OF.values()}
    monkeypatch.setattr(run_together, "_records", lambda: records)
    run_together.shape_model.cache_clear()
    with pytest.raises(ModelError):
        run_together.find_run_together(Document(DAMAGED))
    run_together.shape_model.cache_clear()


def test_the_order_of_weights_in_the_file_means_nothing() -> None:
    weights = {name: float(number) for number, name in enumerate(GapFeatures._fields)}
    backwards = dict(reversed(weights.items()))
    fields = GapFeatures._fields
    assert load_model({"bias": 0.0, "weights": backwards}, fields, "") == load_model(
        {"bias": 0.0, "weights": weights}, fields, ""
    )

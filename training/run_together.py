"""Train the models of run-together words: `python -m training run-together DATA`, for textlint/data/run_together.json.

DATA is described in `training.word_data`; the model learns to find the run-together words in the damaged texts. You can
use your own clean articles, with damage planted in copies (`python -m training planted`).

Method: for each shape of gap, one logistic regression over `GapFeatures`, in five folds by document, and a second one over
the first one's out-of-fold verdict and the rest of the document (`DocumentFeatures`). The thresholds are set on the
out-of-fold scores of the clean texts, by the number of false alarms allowed for each shape: SHOWN per million words, SAFE
in all texts.
"""

from __future__ import annotations

import bisect
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from textlint.layers.linear_model import LinearModel
from textlint.layers.words.candidates import Candidate, find_candidates
from textlint.layers.words.features import GapFeatures
from textlint.layers.words.run_together import MODEL_OF, DocumentFeatures, weigh_document
from textlint.text.lexicon import is_listed
from training.errors import TrainingError
from training.provenance import Source, write_record
from training.regression import Numbers, as_record, fit_in_folds, highest, is_silent, share_above, threshold
from training.word_data import FOLDS, WORD, english, fold_group, read_records

SHOWN = {"lower": 60, "title": 25, "name": 5, "case": 34, "caps": 5, "sentence": 45, "punct": 20, "open": 3, "digit": 8}
SAFE = {"lower": 3, "title": 1, "name": 0, "case": 1, "caps": 0, "sentence": 1, "punct": 0, "open": 0, "digit": 0}
RULE = (
    f"on the out-of-fold scores of the clean texts: shown lets through at most so many false alarms a million words: "
    f"{SHOWN}; safe at most so many in all of them, words that dictionaries have left out: {SAFE}; 0.05 is added"
)
_FIRST_STRENGTH, _SECOND_STRENGTH = 0.03, 1.0


class Row(NamedTuple):
    """A candidate with its labels."""

    group: int
    model: str
    chunk: str
    is_listed: bool
    is_damage: bool
    is_clean: bool
    is_used: bool  # False outside the labeled damage of a page with real damage: it may be unlabeled damage


class Corpus(NamedTuple):
    """The candidates and lengths of the documents, a row for each candidate, and the length of the clean texts."""

    candidates: list[list[Candidate]]
    lengths: list[int]
    rows: list[Row]
    clean_length: int


def run(data: Path, output: Path, date: str) -> None:
    """Train on `data`. Write the models to `output` and the provenance record next to it."""
    sources: list[Source] = []
    content, figures, notes = train(collect(data, sources))
    output.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    write_record(
        output,
        command="python -m training run-together DATA",
        date=date,
        sources=sources,
        folds=FOLDS,
        figures=figures,
        thresholds=RULE,
        notes=notes,
    )


def collect(data: Path, sources: list[Source]) -> Corpus:
    """Return the candidates of all texts."""
    corpus = Corpus([], [], [], 0)
    clean_length = 0
    for record, document in english(read_records(data, sources)):
        candidates = list(find_candidates(document))
        corpus.rows.extend(label(record, candidates))
        corpus.candidates.append(candidates)
        corpus.lengths.append(len(document.text))
        # Counts only clean texts with a candidate, so the rate of false alarms over all clean texts is lower.
        clean_length += len(document.text) if "edits" not in record and candidates else 0
    if not any(row.is_damage for row in corpus.rows) or not any(row.is_clean for row in corpus.rows):
        raise TrainingError(f"{data}: needs texts with labeled run-together words and clean texts")
    return corpus._replace(clean_length=clean_length)


def label(record: dict[str, Any], candidates: list[Candidate]) -> list[Row]:
    """Return a row for each candidate in a record."""
    text, edits = record["text"], record.get("edits")
    damage = set().union(*(missing_spaces(text, edit) for edit in edits or []))
    spans = sorted((edit["start"], edit["end"]) for edit in edits or [])
    is_planted = record.get("source", "").startswith("syn")
    rows = []
    for candidate in candidates:
        index = bisect.bisect(spans, (candidate.cut, len(text))) - 1
        is_inside = index >= 0 and candidate.cut < spans[index][1]
        rows.append(
            Row(
                group=fold_group(record["id"]),
                model=MODEL_OF[candidate.gap.shape],
                chunk=candidate.context.chunk.strip(".,;:!?'’\"”s"),
                is_listed=is_listed(candidate.gap.whole.lower()),
                is_damage=candidate.cut in damage,
                is_clean=edits is None,
                is_used=edits is None or is_inside or is_planted,
            )
        )
    return rows


def missing_spaces(text: str, edit: dict[str, Any]) -> set[int]:
    """Return the offsets in `text` where the gold text has white space and the text has none."""
    places, at, end = set(), edit["start"], edit["end"]
    for character in edit["gold"]:
        if at < end and character == text[at]:
            at += 1
        elif character.isspace():
            places.add(at)
        else:
            return set()
    return places - {edit["start"]}


def train(corpus: Corpus) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """Return the content of the data file, the models' results on documents that they were not fitted on, and notes."""
    rows = corpus.rows
    values = np.array([candidate.features for found in corpus.candidates for candidate in found], float)
    first, scores = fit_shapes(GapFeatures._fields, values, rows, _FIRST_STRENGTH)
    later: list[DocumentFeatures] = []
    for found, length in zip(corpus.candidates, corpus.lengths, strict=True):
        start = len(later)
        later += weigh_document(found, scores[start : start + len(found)].tolist(), length)
    second, scores = fit_shapes(DocumentFeatures._fields, np.array(later, float), rows, _SECOND_STRENGTH)
    shapes, figures, notes = {}, {}, []
    for name, model in first.items():
        judged = [(row, float(score)) for row, score in zip(rows, scores, strict=True) if row.model == name]
        thresholds = set_thresholds(name, judged, corpus.clean_length / WORD / 1e6)
        figures[name] = reached(judged, thresholds)
        print(name, figures[name])
        if is_silent(model) or is_silent(second[name]):
            notes.append(f"{name}: too few examples; gaps of this shape are never reported")
        shapes[name] = {"first": as_record(model), "second": as_record(second[name]), "thresholds": thresholds}
    return {"shapes": shapes}, figures, notes


def fit_shapes(
    names: tuple[str, ...], values: Numbers, rows: list[Row], strength: float
) -> tuple[dict[str, LinearModel], Numbers]:
    """Return the model of each shape, and the out-of-fold score of each row."""
    labels = np.array([row.is_damage for row in rows])
    used = np.array([row.is_used for row in rows])
    groups = np.array([row.group for row in rows])
    shapes = np.array([row.model for row in rows])
    scores, models = np.zeros(len(rows)), {}
    for shape in sorted(set(MODEL_OF.values())):
        index = np.flatnonzero(shapes == shape)
        models[shape], scores[index] = fit_in_folds(
            names, values[index], labels[index], used[index], groups[index], strength
        )
    return models, scores


def set_thresholds(name: str, judged: list[tuple[Row, float]], million_words: float) -> dict[str, float]:
    """Return the thresholds of one shape, set by RULE."""
    alarms = [(row, score) for row, score in judged if row.is_clean]
    shown = threshold(highest((row.chunk, score) for row, score in alarms), SHOWN[name] * million_words)
    safe = threshold(highest((row.chunk, score) for row, score in alarms if not row.is_listed), SAFE[name])
    return {"shown": round(shown, 3), "safe": round(max(shown, safe), 3)}


def reached(judged: list[tuple[Row, float]], thresholds: dict[str, float]) -> dict[str, Any]:
    """Return the number of candidates, and how many damaged and clean ones are above each threshold."""
    damage = [score for row, score in judged if row.is_damage]
    clean = [score for row, score in judged if row.is_clean]
    return {
        "candidates": len(judged),
        "run together": len(damage),
        **{f"found, {name}": share_above(damage, least) for name, least in thresholds.items()},
        **{f"false alarms, {name}": sum(score > least for score in clean) for name, least in thresholds.items()},
    }

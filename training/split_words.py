"""Train the model of split words: `python -m training split-words DATA`, for textlint/data/split_words.json.

DATA is described in `training.word_data`. An edit whose gold text is its text without the space marks a split word.

Method: one logistic regression over `SplitFeatures`, in five folds by document. The thresholds are set on the out-of-fold
scores of the clean texts, including the support that a document's split words give each other, by the number of false
alarms allowed: SHOWN per million words, SAFE in all texts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from textlint.layers.words.split_candidates import Candidate, SplitFeatures, find_candidates
from textlint.layers.words.split_words import with_support
from training.errors import TrainingError
from training.provenance import Source, write_record
from training.regression import as_record, fit_in_folds, highest, is_silent, share_above, threshold
from training.word_data import FOLDS, WORD, english, fold_group, read_records

SHOWN, SAFE = 6, 0
RULE = (
    f"on the out-of-fold scores of the clean texts: shown lets through at most {SHOWN} false alarms a million words, "
    f"safe at most {SAFE} in all of them; 0.05 is added"
)
_STRENGTH = 0.1


class Row(NamedTuple):
    """A candidate with its labels."""

    document: int
    group: int
    word: str
    features: SplitFeatures
    is_split: bool
    is_clean: bool


def run(data: Path, output: Path, date: str) -> None:
    """Train on `data`. Write the model to `output` and the provenance record next to it."""
    sources: list[Source] = []
    rows, clean_length = collect(data, sources)
    content, figures, notes = train(rows, clean_length / WORD / 1e6)
    output.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    write_record(
        output,
        command="python -m training split-words DATA",
        date=date,
        sources=sources,
        folds=FOLDS,
        figures=figures,
        thresholds=RULE,
        notes=notes,
    )


def collect(data: Path, sources: list[Source]) -> tuple[list[Row], int]:
    """Return a row for each candidate, and the length of the clean texts in code points."""
    rows: list[Row] = []
    clean_length = 0
    for number, (record, document) in enumerate(english(read_records(data, sources))):
        edits = record.get("edits")
        splits = [
            (edit["start"], edit["end"])
            for edit in edits or []
            if document.text[edit["start"] : edit["end"]].replace(" ", "") == edit["gold"]
        ]
        if edits and not splits:
            continue
        clean_length += len(document.text) if edits is None else 0
        for candidate in find_candidates(document):
            is_split = any(start <= candidate.cut <= end for start, end in splits)
            word = _joined(document.text, candidate)
            rows.append(
                Row(number, fold_group(record["id"]), word, candidate.features, is_split, is_clean=edits is None)
            )
    if not any(row.is_split for row in rows) or not any(row.is_clean for row in rows):
        raise TrainingError(f"{data}: needs texts with labeled split words and clean texts with candidates")
    return rows, clean_length


def _joined(text: str, candidate: Candidate) -> str:
    return (text[candidate.start : candidate.cut] + text[candidate.resumes : candidate.end]).lower()


def train(rows: list[Row], million_words: float) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """Return the content of the data file, the model's results on documents that it was not fitted on, and notes."""
    model, scores = fit_in_folds(
        SplitFeatures._fields,
        np.array([row.features for row in rows], float),
        np.array([row.is_split for row in rows]),
        np.ones(len(rows), bool),
        np.array([row.group for row in rows]),
        _STRENGTH,
    )
    if is_silent(model):
        raise TrainingError("too few split words or too few documents to fit a model in five folds")
    supported = support_within_documents(rows, scores.tolist())
    alarms = highest((row.word, score) for row, score in zip(rows, supported, strict=True) if row.is_clean)
    shown, safe = threshold(alarms, SHOWN * million_words), threshold(alarms, SAFE)
    thresholds = {"shown": round(shown, 3), "safe": round(max(shown, safe), 3)}
    splits = [score for row, score in zip(rows, supported, strict=True) if row.is_split]
    clean = [score for row, score in zip(rows, supported, strict=True) if row.is_clean]
    figures = {
        "candidates": len(rows),
        "split words": len(splits),
        "million clean words": round(million_words, 3),
        **{f"found, {name}": share_above(splits, least) for name, least in thresholds.items()},
        **{f"false alarms, {name}": sum(score > least for score in clean) for name, least in thresholds.items()},
    }
    print(thresholds, figures)
    return {**as_record(model), "thresholds": thresholds}, figures, []


def support_within_documents(rows: list[Row], scores: list[float]) -> list[float]:
    """Return the scores, raised by the support of the other candidates in the same document."""
    supported: list[float] = []
    while len(supported) < len(scores):
        start = len(supported)
        end = start
        while end < len(rows) and rows[end].document == rows[start].document:
            end += 1
        supported += with_support(scores[start:end])
    return supported

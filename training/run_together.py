"""Fit the models of textlint/layers/words/run_together.py and write textlint/data/run_together.json.

    python training/run_together.py FOLDER [--output FILE]

FOLDER holds JSON Lines files (plain or .xz). A record with `edits` is a damaged text: each edit has `start`, `end` and
`gold`, the words that should stand there; its welds are what to find. A record without `edits` is clean: whatever is
found there is a false alarm. Anybody's clean articles will do, with damage planted in copies by taking single blanks out.

Method: a logistic regression for each shape of gap over `evidence.FEATURES`, fitted in five folds by document; a second
one over its out-of-fold verdict and the rest of the document (`welds.weigh_document`). The thresholds are set on the
out-of-fold scores of the clean texts, by how many false alarms a shape may give (SHOWN and SAFE, per million words).
"""

from __future__ import annotations

import argparse
import bisect
import hashlib
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from textlint.document import Document
from textlint.layers.words.features import FEATURES
from textlint.layers.words.run_together import MODEL, Candidate, find_candidates, weigh_document
from textlint.text.lexicon import is_listed

SHOWN = {"lower": 60, "title": 25, "name": 5, "case": 34, "caps": 5, "sentence": 45, "punct": 20, "open": 3, "digit": 8}
SAFE = {"lower": 3, "title": 1, "name": 0, "case": 1, "caps": 0, "sentence": 1, "punct": 0, "open": 0, "digit": 0}
_FIRST_STRENGTH, _SECOND_STRENGTH = 0.03, 1.0


class Row(NamedTuple):
    """A candidate with what is known of it."""

    document: int
    group: int
    model: str
    chunk: str
    is_listed: bool
    is_weld: bool
    is_clean: bool
    is_used: bool  # a candidate outside the labeled damage of a really damaged page may be damage nobody labeled


def read_records(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of all JSON Lines files in `folder`."""
    for path in sorted(folder.glob("*.jsonl*")):
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def missing_blanks(text: str, edit: dict[str, Any]) -> set[int]:
    """Return the offsets in `text` where the gold words have white space and the text has none."""
    places, at, end = set(), edit["start"], edit["end"]
    for character in edit["gold"]:
        if at < end and character == text[at]:
            at += 1
        elif character.isspace():
            places.add(at)
        else:
            return set()
    return places - {edit["start"]}


def collect(folder: Path) -> tuple[list[Row], list[list[Candidate]], list[int]]:
    """Return a row a candidate, and the candidates and the length of each document."""
    rows: list[Row] = []
    documents: list[list[Candidate]] = []
    lengths: list[int] = []
    for record in read_records(folder):
        text, edits = record["text"], record.get("edits")
        document = Document(text)
        if document.language not in ("en", ""):
            continue
        welds = set().union(*(missing_blanks(text, edit) for edit in edits or []))
        spans = sorted((edit["start"], edit["end"]) for edit in edits or [])
        candidates = list(find_candidates(document))
        group = int(hashlib.md5(record["id"].split("/", 1)[-1].encode()).hexdigest()[:7], 16)
        for context, gap, _ in candidates:
            place = context.start + gap.cut
            index = bisect.bisect(spans, (place, len(text))) - 1
            inside = index >= 0 and place < spans[index][1]
            used = edits is None or inside or record["source"].startswith("syn")
            rows.append(
                Row(
                    len(documents),
                    group,
                    MODEL[gap.shape],
                    context.chunk.strip(".,;:!?'’\"”s"),
                    is_listed(gap.whole.lower()),
                    place in welds,
                    edits is None,
                    used,
                )
            )
        documents.append(candidates)
        lengths.append(len(text))
    return rows, documents, lengths


def fit(values: np.ndarray, labels: np.ndarray, strength: float) -> list[float]:
    """Return the bias and the weights of a logistic regression, for values as they come."""
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=strength, max_iter=5000).fit(scaler.transform(values), labels)
    weights = model.coef_[0] / scaler.scale_
    return [float(model.intercept_[0] - weights @ scaler.mean_), *map(float, weights)]


def score(weights: list[float], values: np.ndarray) -> np.ndarray:
    """Return the log odds of each row of values."""
    return weights[0] + values @ np.array(weights[1:])


def fit_in_folds(values: np.ndarray, rows: list[Row], strength: float) -> tuple[dict[str, list[float]], np.ndarray]:
    """Return the weights of each model, and the out-of-fold score of each row."""
    labels = np.array([row.is_weld for row in rows])
    used = np.array([row.is_used for row in rows])
    groups = np.array([row.group for row in rows])
    models = np.array([row.model for row in rows])
    scores, weights = np.zeros(len(rows)), {}
    for model in sorted(set(models)):
        index = np.flatnonzero(models == model)
        for train, test in GroupKFold(5).split(index, groups=groups[index]):
            chosen = index[train][used[index[train]]]
            scores[index[test]] = score(fit(values[chosen], labels[chosen], strength), values[index[test]])
        chosen = index[used[index]]
        weights[model] = fit(values[chosen], labels[chosen], strength)
    return weights, scores


def threshold(scores: np.ndarray, allowed: float, margin: float) -> float:
    """Return the threshold that lies by `margin` above the score that would be one false alarm more than `allowed`."""
    ordered = np.sort(scores)[::-1]
    return float(ordered[min(int(allowed), len(ordered) - 1)]) + margin


def highest(alarms: Iterable[tuple[float, Row]]) -> np.ndarray:
    """Return the highest score of each chunk: a name that an article repeats is one false alarm."""
    scores: dict[str, float] = {}
    for value, row in alarms:
        scores[row.chunk] = max(value, scores.get(row.chunk, value))
    return np.array(list(scores.values()))


def train(folder: Path) -> dict[str, Any]:
    """Return the content of welds.json."""
    rows, documents, lengths = collect(folder)
    values = np.array([candidate.features for candidates in documents for candidate in candidates], float)
    first, scores = fit_in_folds(values, rows, _FIRST_STRENGTH)
    later, at = [], 0
    for candidates, length in zip(documents, lengths, strict=True):
        later += weigh_document(candidates, list(scores[at : at + len(candidates)]), length)
        at += len(candidates)
    second, scores = fit_in_folds(np.array(later), rows, _SECOND_STRENGTH)
    clean_documents = {row.document for row in rows if row.is_clean}
    millions = sum(lengths[index] for index in clean_documents) / 6e6
    shapes = {}
    for model in first:
        alarms = [(value, row) for value, row in zip(scores, rows, strict=True) if row.is_clean and row.model == model]
        shown = threshold(highest(alarms), SHOWN[model] * millions, 0.05)
        safe = threshold(highest((value, row) for value, row in alarms if not row.is_listed), SAFE[model], 0.05)
        welds = np.array([s for s, row in zip(scores, rows, strict=True) if row.is_weld and row.model == model])
        print(
            f"{model:9} shown {shown:6.2f} {np.mean(welds > shown):.3f}   safe {safe:6.2f} {np.mean(welds > safe):.3f}"
        )
        shapes[model] = {
            "first": [round(weight, 4) for weight in first[model]],
            "second": [round(weight, 4) for weight in second[model]],
            "shown": round(shown, 3),
            "safe": round(safe, 3),
        }
    return {"features": FEATURES, "shapes": shapes}


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--output", type=Path, default=Path(__file__).parents[1] / "textlint" / "data" / "run_together.json"
    )
    options = parser.parse_args()
    options.output.write_text(json.dumps(train(options.folder), indent=None, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Train the model of page furniture: `python training/furniture_model.py DATA [-o FILE]`.

DATA is a folder of `boilerplate*.jsonl.xz`: one document a line, `{"domain": …, "news": …, "lines": [{"text", "label"}]}`.
Prints what the model reaches on sites that it has not seen, then trains on everything and writes the weights. No text is
written: a feature is known by a number, and only features seen on several sites are kept. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, SGDClassifier

from textlint.api import Linter
from textlint.document import Document
from textlint.engine import scan
from textlint.layers.page.furniture_model import Weights, second_look, surroundings
from textlint.layers.page.line_facts import features
from textlint.layers.page.line_shape import Page, page

FOLDS = 5
SITES = 15  # a feature must be seen on so many sites: words of one site's furniture do not help on another
ALPHA = 2e-5
NEWS = 1.5
KIND_WEIGHTS = {"bs4": 0.3}  # whole pages have ten times as many lines
OTHER_LABELS = {
    "title": 0.5,
    "byline": 0.5,
    "deck": 0.5,
    "caption": 0.2,
}  # neither body nor furniture, but not to be cut


class Sample(NamedTuple):
    """One document as numbers: its page, the features of its candidates, and for each of them label and weight."""

    fold: int
    site: str
    sheet: Page
    features: dict[int, list[int]]
    labels: list[str]
    weight: float


def read(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of every data file in `folder`."""
    for path in sorted(folder.glob("boilerplate*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as handle:
            yield from map(json.loads, handle)


def sample(record: dict[str, Any], linter: Linter) -> Sample:
    """Return one record as numbers; the cues are those of the rules as they stand."""
    document = Document("\n".join(line["text"] for line in record["lines"]))
    document = scan(document, linter._rules).document
    site = record["domain"]
    fold = int(hashlib.sha1(site.encode()).hexdigest(), 16) % FOLDS
    labels = [line["label"] for line in record["lines"] if line["text"].strip()]
    weight = KIND_WEIGHTS.get(record["extractor"], 1.0) * (NEWS if record["news"] else 1.0)
    return Sample(fold, site, document.layer(page), dict(features(document)), labels, weight)


def kept_numbers(samples: list[Sample]) -> np.ndarray[Any, Any]:
    """Return the numbers of the features that stand on at least `SITES` sites, sorted."""
    sites: dict[str, list[np.ndarray[Any, Any]]] = {}
    for item in samples:
        for numbers in item.features.values():
            sites.setdefault(item.site, []).append(np.array(numbers, np.uint32))
    seen = np.concatenate([np.unique(np.concatenate(numbers)) for numbers in sites.values()])
    numbers, counts = np.unique(seen, return_counts=True)
    return numbers[counts >= SITES]


def targets(samples: list[Sample]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return whether each candidate line is furniture, and how much it counts."""
    truth, counts = [], []
    for item in samples:
        for index in item.features:
            label = item.labels[index]
            truth.append(label == "boilerplate")
            counts.append(item.weight * (1.0 if label in ("body", "boilerplate") else OTHER_LABELS.get(label, 0.0)))
    return np.array(truth), np.array(counts)


def fit_first(samples: list[Sample]) -> dict[int, float]:
    """Return a weight for each kept feature: logistic regression by averaged stochastic gradient descent."""
    kept = kept_numbers(samples)
    truth, counts = targets(samples)
    columns, ends = [], [0]
    for item in samples:
        for numbers in item.features.values():
            row = np.unique(np.array(numbers, np.uint32))
            places = np.searchsorted(kept, row)
            places[places == len(kept)] = 0
            columns.append(places[kept[places] == row])
            ends.append(ends[-1] + len(columns[-1]))
    matrix = csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(columns), ends), shape=(len(truth), len(kept)))
    model = SGDClassifier(
        loss="log_loss", alpha=ALPHA, max_iter=8, tol=None, random_state=0, average=True, fit_intercept=False
    )
    used = counts > 0
    model.fit(matrix[used], truth[used], sample_weight=counts[used])
    return {int(number): float(weight) for number, weight in zip(kept, model.coef_[0], strict=True) if weight}


def first_scores(item: Sample, first: dict[int, float]) -> dict[int, float]:
    """Return the first look at one sample."""
    return {index: sum(first.get(number, 0.0) for number in set(numbers)) for index, numbers in item.features.items()}


def fit(samples: list[Sample]) -> Weights:
    """Return the model: the second look is fitted on first looks at sites that the first had not seen."""
    rows = []
    unseen: dict[int, dict[int, float]] = {}
    for fold in range(FOLDS):
        first = fit_first([item for item in samples if item.fold != fold])
        unseen |= {number: first_scores(item, first) for number, item in enumerate(samples) if item.fold == fold}
    for number, item in enumerate(samples):
        rows += surroundings(item.sheet, unseen[number]).values()
    truth, counts = targets(samples)
    used = counts > 0
    second = LogisticRegression(C=1.0, max_iter=300, fit_intercept=False)
    second.fit(np.array(rows)[used], truth[used], sample_weight=counts[used])
    return Weights(fit_first(samples), tuple(round(float(weight), 4) for weight in second.coef_[0]))


def write(model: Weights, path: Path) -> None:
    """Write the weights: a line of JSON, then the numbers, then a signed byte for each."""
    step = max(map(abs, model.first.values())) / 127
    rounded = {number: round(weight / step) for number, weight in sorted(model.first.items())}
    rounded = {number: value for number, value in rounded.items() if value}
    head = json.dumps({"count": len(rounded), "step": step, "second": model.second})
    path.write_bytes(head.encode() + b"\n" + array("I", rounded).tobytes() + array("b", rounded.values()).tobytes())


def main() -> None:
    """Cross-validate by site, then train on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("textlint/data/furniture_model.bin"))
    parser.add_argument("--validate", type=Path, help="write the scores of each line on unseen sites, as JSON Lines")
    options = parser.parse_args()
    linter = Linter(preview=True)
    samples = [sample(record, linter) for record in read(options.data)]
    print(len(samples), "documents", file=sys.stderr)
    if options.validate:
        with options.validate.open("w", encoding="utf-8") as handle:
            for number, scores in sorted(validate(samples)):
                handle.write(json.dumps({"document": number, "scores": scores}) + "\n")
    write(fit(samples), options.output)


def validate(samples: list[Sample]) -> Iterator[tuple[int, dict[int, float]]]:
    """Yield the number of each sample with the scores of its lines by a model that has not seen its site."""
    for fold in range(FOLDS):
        model = fit([item for item in samples if item.fold != fold])
        for number, item in enumerate(samples):
            if item.fold == fold:
                yield number, second_look(item.sheet, first_scores(item, model.first), model.second)


if __name__ == "__main__":
    main()

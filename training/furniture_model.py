"""Train the page-furniture model: `python -m training furniture DATA`.

DATA is a folder of `boilerplate*.jsonl.xz`: one document a line, `{"domain": …, "news": …, "extractor": …, "lines":
[{"text", "label"}]}`. A line is "body", "boilerplate", or of another label that is not scored. Writes `furniture_model.txt`
with the weights, `furniture_model.bin` compiled from it, and `furniture_model.provenance.json`: on what data, with what
result on sites that the model had not seen, and which thresholds follow. The thresholds in the rule files are set by hand.

No text of the data is written but words and pairs of words, and short lines as a whole, each seen on several sites.
Needs numpy, scipy and scikit-learn.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, SGDClassifier

from textlint.api import Linter
from textlint.document import Document
from textlint.engine import scan
from textlint.layers.linear_model import LinearModel
from textlint.layers.page.feature_names import number
from textlint.layers.page.furniture_weights import Weights
from textlint.layers.page.line_facts import features
from textlint.layers.page.line_shape import Page, page_lines
from textlint.layers.page.second_look import FIELDS, surroundings
from training.errors import TrainingError
from training.furniture_files import NamedWeights, compile_text, write_text
from training.furniture_thresholds import RULE, Judged, figures, thresholds
from training.provenance import Source, source, write_record

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

_Numbers = np.ndarray[Any, np.dtype[np.uint32]]


class Sample(NamedTuple):
    """One document as numbers: its page, the features of its candidates, and for each of them label and weight."""

    fold: int
    site: str
    extractor: str
    is_news: bool
    page: Page
    features: dict[int, _Numbers]
    labels: list[str]
    weight: float


def run(data: Path, output: Path, date: str) -> None:
    """Train on `data`, and write the text file `output`, the binary compiled from it and the provenance record."""
    names: dict[int, str] = {}
    sources: list[Source] = []
    linter = Linter(preview=True)
    samples = [sample(record, linter, names) for record in read(data, sources)]
    if len({item.fold for item in samples}) < FOLDS:
        raise TrainingError(f"{data}: the documents must be of so many sites that each of {FOLDS} folds has one")
    judged = list(validate(samples))
    write_text(named(fit(samples), names), output)
    compile_text(output, output.with_suffix(".bin"))
    write_record(
        output,
        command="python -m training furniture DATA",
        date=date,
        sources=sources,
        folds=FOLDS,
        figures={"on news, with the shipped thresholds of BP991": figures(judged), "thresholds": thresholds(judged)},
        thresholds=RULE,
        notes=[
            "The folds are by site. The thresholds that follow are among the figures; those of the rules are set by hand."
        ],
    )


def read(data: Path, sources: list[Source]) -> Iterator[dict[str, Any]]:
    """Yield the records of the file or folder `data`, and add each file to `sources` once it is read."""
    paths = sorted(data.glob("boilerplate*.jsonl.xz")) if data.is_dir() else [data]
    if not paths:
        raise TrainingError(f"{data}: no boilerplate*.jsonl.xz file in it")
    for path in paths:
        count = 0
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                count += 1
                yield json.loads(line)
        sources.append(source(path, count))


def sample(record: dict[str, Any], linter: Linter, names: dict[int, str]) -> Sample:
    """Return one record as numbers, and add the names of its features to `names`; the cues are those of the present rules."""
    document = Document("\n".join(line["text"] for line in record["lines"]))
    document = scan(document, linter._rules).document
    site = record["domain"]
    numbered = {}
    for index, named in features(document):
        found = {number(name): name for name in named}
        names.update(found)
        numbered[index] = np.array(sorted(found), np.uint32)
    return Sample(
        fold=int(hashlib.sha1(site.encode()).hexdigest(), 16) % FOLDS,
        site=site,
        extractor=record["extractor"],
        is_news=record["news"],
        page=document.layer(page_lines),
        features=numbered,
        labels=[line["label"] for line in record["lines"] if line["text"].strip()],
        weight=KIND_WEIGHTS.get(record["extractor"], 1.0) * (NEWS if record["news"] else 1.0),
    )


def kept_numbers(samples: list[Sample]) -> _Numbers:
    """Return the numbers of the features that stand on at least `SITES` sites, sorted."""
    sites: dict[str, list[_Numbers]] = {}
    for item in samples:
        sites.setdefault(item.site, []).extend(item.features.values())
    seen = np.concatenate([np.unique(np.concatenate(numbers)) for numbers in sites.values() if numbers])
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
        for row in item.features.values():
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
    return {int(feature): float(weight) for feature, weight in zip(kept, model.coef_[0], strict=True) if weight}


def first_scores(item: Sample, first: Mapping[int, float]) -> dict[int, float]:
    """Return the first look at one sample."""
    return {index: sum(first.get(feature, 0.0) for feature in row.tolist()) for index, row in item.features.items()}


def fit(samples: list[Sample]) -> Weights:
    """Return the model: the second look is fitted on first looks at sites that the first had not seen."""
    rows: list[tuple[float, ...]] = []
    unseen: dict[int, dict[int, float]] = {}
    for fold in range(FOLDS):
        first = fit_first([item for item in samples if item.fold != fold])
        unseen |= {place: first_scores(item, first) for place, item in enumerate(samples) if item.fold == fold}
    for place, item in enumerate(samples):
        rows += [around.features() for _, around in surroundings(item.page, unseen[place])]
    truth, counts = targets(samples)
    used = counts > 0
    with_bias = np.column_stack([np.ones(len(rows)), np.array(rows)])[used]
    second = LogisticRegression(C=1.0, max_iter=300, fit_intercept=False)
    second.fit(with_bias, truth[used], sample_weight=counts[used])
    bias, *weights = [round(float(weight), 4) for weight in second.coef_[0]]
    return Weights(fit_first(samples), LinearModel(FIELDS, bias, tuple(weights)))


def named(model: Weights, names: Mapping[int, str]) -> NamedWeights:
    """Return the model with the names of its features, its weights rounded to steps; those that round to 0 are left out."""
    step = max(map(abs, model.first.values())) / 127
    steps = {names[feature]: round(weight / step) for feature, weight in model.first.items()}
    second = dict(zip(model.second.names, model.second.weights, strict=True))
    return NamedWeights(step, {name: value for name, value in steps.items() if value}, second, model.second.bias)


def validate(samples: list[Sample]) -> Iterator[Judged]:
    """Yield each sample with the scores of its lines by a model that has not seen its site."""
    for fold in range(FOLDS):
        model = fit([item for item in samples if item.fold != fold])
        for item in samples:
            if item.fold == fold:
                first = first_scores(item, model.first)
                scores = {
                    index: model.second.score(around.features()) for index, around in surroundings(item.page, first)
                }
                yield Judged(item.extractor, item.is_news, item.page, item.labels, scores if item.page.cued else {})

"""Find words split in two by a space ("govern ment"), with a linear model.

`python -m training split-words` makes the weights and thresholds; `textlint/data/split_words.provenance.json` records how
the current ones were made.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from textlint.document import Document
from textlint.layers.linear_model import Contribution, LinearModel, Verdict, load_model, strongest_first
from textlint.layers.words.split_candidates import Candidate, SplitFeatures, find_candidates
from textlint.startup.cache import read_json
from textlint.startup.locations import data_file
from textlint.startup.values import NamedTuple

_DATA = data_file("split_words.json")
# How many sure split words elsewhere in the document count, and the log odds each adds; chosen by reading, not measured.
_MOST_SUPPORT, _SUPPORT_WEIGHT = 1.5, 2.0


class SplitModel(NamedTuple):
    """The model, and its thresholds for a finding and for a safe fix."""

    model: LinearModel
    thresholds: Mapping[str, float]


class Judged(NamedTuple):
    """A candidate with its score in log odds, which includes the `support` of the rest of the document.

    `is_shown` is whether it is reported, `is_sure` whether its fix is safe. `is_overlapped` is whether a reported
    candidate before it overlaps it, so that it is not reported.
    """

    candidate: Candidate
    support: float
    score: float
    is_shown: bool
    is_sure: bool
    is_overlapped: bool


class SplitWord(NamedTuple):
    """A word split in two, with the space at `text[cut:resumes]`. `is_sure` is whether the fix is safe."""

    start: int
    end: int
    cut: int
    resumes: int
    is_sure: bool


def find_split_words(document: Document) -> list[SplitWord]:
    """Return the split words of an English document in order, without overlaps; a layer."""
    return [SplitWord(*judged.candidate[:4], judged.is_sure) for judged in document.layer(judge) if judged.is_shown]


def judge(document: Document) -> list[Judged]:
    """Return every candidate with its score, in order; a layer."""
    candidates = sorted(find_candidates(document))
    if not candidates:
        return []
    model, thresholds = split_model()
    scores = [model.score(candidate.features) for candidate in candidates]
    found, end = [], 0
    for candidate, score, support in zip(candidates, with_support(scores), supports(scores), strict=True):
        is_overlapped = candidate.start < end
        is_shown = score > thresholds["shown"] and not is_overlapped
        end = candidate.end if is_shown else end
        found.append(Judged(candidate, support, score, is_shown, score > thresholds["safe"], is_overlapped))
    return found


def with_support(scores: Sequence[float]) -> list[float]:
    """Return the scores of a document's candidates, raised by the support that they give each other."""
    return [score + _SUPPORT_WEIGHT * support for score, support in zip(scores, supports(scores), strict=True)]


def supports(scores: Sequence[float]) -> list[float]:
    """Return, for each candidate of a document, how many other sure ones there are, from 0 to 1.5.

    `scores` are their log odds. Each candidate counts up to 1, by how sure it is, and not at all below even odds.
    """
    sureness = [max(0.0, math.tanh(score / 2)) ** 2 for score in scores]
    total = sum(sureness)
    return [min(_MOST_SUPPORT, total - own) for own in sureness]


@cache
def split_model() -> SplitModel:
    """Return the model. Raises ModelError if the weights do not match the features."""
    record = read_json("split_words", _DATA)
    return SplitModel(load_model(record, SplitFeatures._fields, _DATA), record["thresholds"])


def verdicts(document: Document) -> Iterator[Verdict]:
    """Yield the verdict on each candidate, reported or not, in text order.

    The contributions, including the bias and the support of the rest of the document, add up to the score.
    """
    text = document.text
    model, thresholds = split_model()
    for judged in document.layer(judge):
        start, end, cut, resumes, features = judged.candidate
        support = Contribution("sure_split_words_elsewhere", judged.support, _SUPPORT_WEIGHT)
        terms = [*model.terms(features), support] if judged.support else model.terms(features)
        yield Verdict(
            model="split_words",
            start=start,
            end=end,
            reading=text[start:cut] + text[resumes:end],
            score=judged.score,
            thresholds=thresholds,
            contributions=strongest_first(terms),
            notes=(_outcome(judged, thresholds),),
        )


def _outcome(judged: Judged, thresholds: Mapping[str, float]) -> str:
    """Return the outcome in a sentence."""
    if judged.is_overlapped:
        return "Not reported, regardless of the score: it overlaps the split word before it."
    if not judged.is_shown:
        return f"Not reported: the score is not above {thresholds['shown']:.2f}."
    if not judged.is_sure:
        return f"Reported, but not safe to fix: the score is not above {thresholds['safe']:.2f}."
    return f"Reported, and safe to fix: the score is above {thresholds['safe']:.2f}."

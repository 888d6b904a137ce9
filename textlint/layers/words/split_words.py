"""Words that a space has split in two ("govern ment"), as a linear model judges them.

`python -m training split-words` makes weights and thresholds; how those in use were made is in
`textlint/data/split_words.provenance.json`.
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
# How many sure split words elsewhere in the document count, and the log odds that each adds; chosen by reading, not measured.
_MOST_SUPPORT, _SUPPORT_WEIGHT = 1.5, 2.0


class SplitModel(NamedTuple):
    """The model, and the scores from which a split word is reported and its fix is safe."""

    model: LinearModel
    thresholds: Mapping[str, float]


class Judged(NamedTuple):
    """A candidate as the model judges it: `score` is in log odds, with what `support` from the document adds.

    `is_shown` and `is_sure` say whether it is reported and its fix is safe; `is_overlapped`, whether it is not reported
    because one that begins before it is.
    """

    candidate: Candidate
    support: float
    score: float
    is_shown: bool
    is_sure: bool
    is_overlapped: bool


class SplitWord(NamedTuple):
    """A word in two halves, with the space between them at `text[cut:resumes]`; `is_sure` says whether the fix is safe."""

    start: int
    end: int
    cut: int
    resumes: int
    is_sure: bool


def find_split_words(document: Document) -> list[SplitWord]:
    """Return the split words of an English document in order, none overlapping another; a layer."""
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
    """Return the scores of a document's candidates with what they add to each other."""
    return [score + _SUPPORT_WEIGHT * support for score, support in zip(scores, supports(scores), strict=True)]


def supports(scores: Sequence[float]) -> list[float]:
    """Return for each candidate of a document how many sure ones there are besides it, from 0 to 1.5.

    `scores` are their log odds; one counts up to 1, by how sure it is, and not at all below even odds.
    """
    sureness = [max(0.0, math.tanh(score / 2)) ** 2 for score in scores]
    total = sum(sureness)
    return [min(_MOST_SUPPORT, total - own) for own in sureness]


@cache
def split_model() -> SplitModel:
    """Return the model. Raises ModelError if the weights are not those of the features."""
    record = read_json("split_words", _DATA)
    return SplitModel(load_model(record, SplitFeatures._fields, _DATA), record["thresholds"])


def verdicts(document: Document) -> Iterator[Verdict]:
    """Yield how each candidate was judged, reported or not, in the order of the text.

    The contributions add up to the score; the bias is one of them, what the rest of the document adds another.
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
    """Return what follows from the score."""
    if judged.is_overlapped:
        return "Not reported, whatever the score: it overlaps the split word before it."
    if not judged.is_shown:
        return f"Not reported: the score is not above {thresholds['shown']:.2f}."
    if not judged.is_sure:
        return f"Reported, but not safe to fix: the score is not above {thresholds['safe']:.2f}."
    return f"Reported, and safe to fix: the score is above {thresholds['safe']:.2f}."

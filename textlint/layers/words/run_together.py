"""Find words that have lost the space between them, with linear models over the lexicon, context and document.

There are two models for each shape of gap. The first scores the gap by its surroundings (`GapFeatures`). The second
combines that score with the rest of the document (`DocumentFeatures`): a clean article almost never has a sure finding
and a damaged one has several, so each sure finding makes the others more likely. `python -m training run-together` makes
the weights and thresholds; `textlint/data/run_together.provenance.json` records how the current ones were made.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from textlint.document import Document
from textlint.layers.linear_model import LinearModel, Verdict, load_model
from textlint.layers.words.candidates import EDGE, Candidate, find_candidates
from textlint.layers.words.features import GapFeatures
from textlint.startup.cache import read_json
from textlint.startup.locations import data_file
from textlint.startup.values import Any, NamedTuple
from textlint.text.lexicon import is_listed, zipf

_DATA = data_file("run_together.json")
_KIND_OF = {
    "lower": "words", "title": "words", "clitic": "words", "name": "words", "case": "capital", "caps": "capital",
    "sentence": "sentence", "punct": "punctuation", "open": "punctuation", "digit": "punctuation",
}  # fmt: skip
MODEL_OF = {shape: "lower" if shape == "clitic" else shape for shape in _KIND_OF}
_KNOWN_NAME = 3.5  # Zipf frequency of a word that is likely to be followed by another; chosen by reading, not measured
_NAME_ENDINGS = frozenset(("by", "on", "an", "in"))  # words that are also the end of names: Osterby, Lisbon
_STRONGEST = 11.5  # log odds to which a first verdict is limited; a chance of 1 in 100,000, chosen by reading
_PART = "first_verdict/"  # prefix for the names of the first model's features


class DocumentFeatures(NamedTuple):
    """The features of the second run-together model: the first model's verdict and the rest of the document.

    A finding elsewhere counts from 0 to 1, by how sure the first model is of it. "like" means of the same kind (words,
    capital, sentence, punctuation).
    """

    first_verdict: float  # the first model's score, from -11.5 to 11.5
    findings_elsewhere: float  # in other chunks, as a logarithm
    like_findings_elsewhere: float
    findings_per_1000_words: float  # as a logarithm
    like_findings_per_1000_words: float
    findings_of_other_kinds_in_chunk: float
    no_break_space_beside: float
    any_finding_elsewhere: float  # at most 1
    any_like_finding_elsewhere: float
    first_verdict_if_any_finding: float  # the first verdict times any_finding_elsewhere
    first_verdict_if_any_like_finding: float


class ShapeModel(NamedTuple):
    """The two models for one shape of gap, and the thresholds of the second for a finding and for a safe fix."""

    first: LinearModel
    second: LinearModel
    thresholds: Mapping[str, float]


class Judged(NamedTuple):
    """A candidate with the first model's score, the second model's features, and its score. Scores are in log odds."""

    candidate: Candidate
    first: float
    features: DocumentFeatures
    score: float
    is_shown: bool
    is_sure: bool


class RunTogether(NamedTuple):
    """Words that have lost the spaces between them: `cuts` are the offsets in the text where a space is missing.

    `kind` is "words", "capital", "sentence" or "punctuation", by what is at the cut, or "several" for more than one cut.
    `is_sure` is whether the fix is safe. `is_beside_no_break_space` is whether a no-break space is next to the words,
    which often means that a link was stripped.
    """

    start: int
    end: int
    cuts: tuple[int, ...]
    kind: str
    is_sure: bool
    is_beside_no_break_space: bool


def find_run_together(document: Document) -> list[RunTogether]:
    """Return the run-together words of an English document in order, one for each chunk; a layer."""
    shown: dict[int, list[Judged]] = defaultdict(list)
    for judged in document.layer(judge):
        if judged.is_shown:
            shown[judged.candidate.context.start].append(judged)
    return [_run_together(shown[start]) for start in sorted(shown)]


def judge(document: Document) -> list[Judged]:
    """Return every candidate with its scores; a layer."""
    candidates = list(find_candidates(document))
    if not candidates:
        return []
    models = [shape_model(MODEL_OF[candidate.gap.shape]) for candidate in candidates]
    first = [model.first.score(candidate.features) for model, candidate in zip(models, candidates, strict=True)]
    rows = weigh_document(candidates, first, len(document.text))
    found = []
    for candidate, model, first_score, features in zip(candidates, models, first, rows, strict=True):
        score = model.second.score(features)
        is_shown = score > model.thresholds["shown"] and not _is_like_a_name(candidate)
        is_sure = score > model.thresholds["safe"] and not is_listed(candidate.gap.whole.lower())
        found.append(Judged(candidate, first_score, features, score, is_shown, is_sure))
    return found


def weigh_document(candidates: Sequence[Candidate], first: Sequence[float], length: int) -> list[DocumentFeatures]:
    """Return the features of the second models: the first verdict and the evidence in the rest of the document.

    `first` are the first models' scores in log odds, `length` is the length of the text in code points. A chunk that
    appears twice counts once, and never as evidence for itself: a brand that looks like run-together words is no
    evidence that it is.
    """
    best: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (context, gap, _), score in zip(candidates, first, strict=True):
        held, kind = best[context.chunk], _KIND_OF[gap.shape]
        held[kind] = max(held[kind], _confidence(score))
    total: dict[str, float] = defaultdict(float)
    for held in best.values():
        for kind, value in held.items():
            total[kind] += value
    everything, thousands = sum(total.values()), length / 6000 + 0.3
    rows = []
    for (context, gap, _), score in zip(candidates, first, strict=True):
        kind, own = _KIND_OF[gap.shape], best[context.chunk]
        inside = sum(own.values())
        others, alike = everything - inside, total[kind] - own[kind]
        rows.append(
            DocumentFeatures(
                first_verdict=max(-_STRONGEST, min(_STRONGEST, score)),
                findings_elsewhere=math.log1p(others),
                like_findings_elsewhere=math.log1p(alike),
                findings_per_1000_words=math.log1p(others / thousands),
                like_findings_per_1000_words=math.log1p(alike / thousands),
                findings_of_other_kinds_in_chunk=inside - own[kind],
                no_break_space_beside=context.is_beside_no_break_space,
                any_finding_elsewhere=min(1.0, others),
                any_like_finding_elsewhere=min(1.0, alike),
                first_verdict_if_any_finding=score * min(1.0, others),
                first_verdict_if_any_like_finding=score * min(1.0, alike),
            )
        )
    return rows


def _confidence(score: float) -> float:
    """Return how much a first verdict counts as evidence for others: 0 up to even odds, 1 if it is certain."""
    return max(0.0, math.tanh(score / 2)) ** 2


def _is_like_a_name(candidate: Candidate) -> bool:
    """Return whether the chunk may be a name: capitalized within a sentence, with an ending like -by."""
    context, gap = candidate.context, candidate.gap
    has_capital = context.chunk[:1].isupper() and context.chunk[1:].islower()
    is_ending = gap.right.lower() in _NAME_ENDINGS
    return has_capital and is_ending and context.is_within_sentence and zipf(gap.left.lower()) < _KNOWN_NAME


def _run_together(shown: Sequence[Judged]) -> RunTogether:
    """Return the finding for one chunk with the gaps `shown`."""
    context = shown[0].candidate.context
    cuts = tuple(sorted({judged.candidate.cut for judged in shown}))
    start, end = _words_of(context.start, context.chunk)
    return RunTogether(
        start=min(start, cuts[0]),
        end=max(end, cuts[-1]),
        cuts=cuts,
        kind="several" if len(cuts) > 1 else _KIND_OF[shown[0].candidate.gap.shape],
        is_sure=all(judged.is_sure for judged in shown),
        is_beside_no_break_space=context.is_beside_no_break_space,
    )


def _words_of(start: int, chunk: str) -> tuple[int, int]:
    """Return where the words of the chunk at `start` begin and end."""
    return start + len(chunk) - len(chunk.lstrip(EDGE)), start + len(chunk.rstrip(EDGE))


@cache
def shape_model(name: str) -> ShapeModel:
    """Return the models for one shape of gap. Raises ModelError if the weights do not match the features."""
    record = _records()[name]
    return ShapeModel(
        load_model(record["first"], GapFeatures._fields, f"{_DATA} ({name}, first)"),
        load_model(record["second"], DocumentFeatures._fields, f"{_DATA} ({name}, second)"),
        record["thresholds"],
    )


@cache
def _records() -> Mapping[str, Any]:
    records: Mapping[str, Any] = read_json("run_together", _DATA)["shapes"]
    return records


def verdicts(document: Document) -> Iterator[Verdict]:
    """Yield the verdict on each candidate, reported or not, in text order.

    The contributions start with those of the second model, including the bias, which add up to the score. Then come those
    of the first model, prefixed with "first_verdict/", which add up to the first verdict.
    """
    found = sorted(document.layer(judge), key=lambda judged: judged.candidate.cut)
    unsure = {judged.candidate.context.start for judged in found if judged.is_shown and not judged.is_sure}
    for judged in found:
        context, gap = judged.candidate.context, judged.candidate.gap
        model = shape_model(MODEL_OF[gap.shape])
        start, end = _words_of(context.start, context.chunk)
        parts = model.first.terms(judged.candidate.features)
        yield Verdict(
            model="run_together",
            start=min(start, judged.candidate.cut),
            end=max(end, judged.candidate.cut),
            reading=f"{context.chunk[: gap.cut]} {context.chunk[gap.cut :]}".strip(EDGE),
            score=judged.score,
            thresholds=model.thresholds,
            contributions=(
                *model.second.terms(judged.features),
                *(part._replace(name=_PART + part.name) for part in parts),
            ),
            notes=tuple(_notes(judged, model.thresholds, context.start in unsure)),
        )


def _notes(judged: Judged, thresholds: Mapping[str, float], is_beside_unsure: bool) -> Iterator[str]:
    """Yield what else counted, and the outcome. `is_beside_unsure` is whether any gap reported in the chunk is not sure."""
    features, gap = judged.features, judged.candidate.gap
    yield (
        f"The first model's score is {judged.first:.2f}, without the rest of the document. Its features are "
        "listed apart; they add up to that score and do not count again."
    )
    if features.first_verdict != judged.first:
        yield f"The first score is limited to {_STRONGEST}, so {features.first_verdict:.2f} is used."
    others, alike = math.expm1(features.findings_elsewhere), math.expm1(features.like_findings_elsewhere)
    yield f"The rest of the document counts as {others:.1f} certain findings, {alike:.1f} of them of the same kind."
    if _is_like_a_name(judged.candidate):
        yield f"Not reported, regardless of the score: it may be a name that ends in “{gap.right}”."
    elif not judged.is_shown:
        yield f"Not reported: the score is not above {thresholds['shown']:.2f}."
    elif is_listed(gap.whole.lower()):
        yield f"Reported, but never safe to fix: “{gap.whole.lower()}” is a word in the dictionary."
    elif not judged.is_sure:
        yield f"Reported, but not safe to fix: the score is not above {thresholds['safe']:.2f}."
    elif is_beside_unsure:
        yield "Reported, but not safe to fix: another missing space in the same run of characters is not sure."
    else:
        yield f"Reported, and safe to fix: the score is above {thresholds['safe']:.2f}."

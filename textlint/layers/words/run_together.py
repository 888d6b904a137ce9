"""The welds of a document: places where a blank is missing, as linear models judge them by lexicon, context and document.

Two models a shape of gap. The first weighs what stands around the gap (`evidence.FEATURES`). The second weighs the first
one's verdict against the rest of the document: a clean article almost never holds one sure weld, a damaged one holds
several, so that each sure weld lowers the bar for the others. Weights and thresholds come from `training/run_together.py`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import mul

from textlint.document import Document
from textlint.layers.words.chunks import odd_chunks, places
from textlint.layers.words.features import Context, context_of, facts_of, measure, searched_text, stands_alone
from textlint.layers.words.gaps import Gap
from textlint.layers.words.quote_marks import place
from textlint.startup.cache import read_json
from textlint.startup.locations import data_file
from textlint.startup.values import Any, NamedTuple
from textlint.text.lexicon import is_listed, zipf

__all__ = ["RunTogether", "find_candidates", "find_run_together", "weigh_document"]

_DATA = data_file("run_together.json")
_FAMILY = {
    "lower": "words", "title": "words", "clitic": "words", "name": "words", "case": "capital", "caps": "capital",
    "sentence": "sentence", "punct": "punctuation", "open": "punctuation", "digit": "punctuation",
}  # fmt: skip
_KNOWN_NAME = 3.5  # Zipf frequency of a word or name that may well have lost the blank behind it
_NAME_ENDINGS = frozenset(("by", "on", "an", "in"))  # words that names end in as well: Osterby, Lisbon
MODEL = {shape: {"clitic": "lower"}.get(shape, shape) for shape in _FAMILY}
_EDGE = " .,;:!?…\"'“”‘’()[]{}–—*•|"


class Candidate(NamedTuple):
    """A gap where it stands in the document, with its features."""

    context: Context
    gap: Gap
    features: list[float]


class RunTogether(NamedTuple):
    """Words that have lost the blanks between them: `cuts` are the offsets in the text where a blank is missing.

    `kind` is "words", "capital", "sentence" or "punctuation" by what stands at the cut, "several" where there is more
    than one. `is_sure` says whether the repair is safe, `by_nbsp` whether a no-break space stands beside, as where a
    link was stripped.
    """

    start: int
    end: int
    cuts: tuple[int, ...]
    kind: str
    is_sure: bool
    by_nbsp: bool


def find_run_together(document: Document) -> list[RunTogether]:
    """Return the welds of an English document in order, one for each chunk; a layer."""
    candidates = list(find_candidates(document))
    if not candidates:
        return []
    model = _model()
    first = [_weigh(model[MODEL[gap.shape]]["first"], features) for _, gap, features in candidates]
    second = weigh_document(candidates, first, len(document.text))
    flagged: dict[int, list[tuple[Candidate, bool]]] = defaultdict(list)
    for candidate, values in zip(candidates, second, strict=True):
        weights = model[MODEL[candidate.gap.shape]]
        score = _weigh(weights["second"], values)
        if score > weights["shown"] and not _is_like_a_name(candidate):
            is_sure = score > weights["safe"] and not is_listed(candidate.gap.whole.lower())
            flagged[candidate.context.start].append((candidate, is_sure))
    return [_run_together(document, flagged[start]) for start in sorted(flagged)]


def find_candidates(document: Document) -> Iterator[Candidate]:
    """Yield every gap that the lexicon, capitals or punctuation make possible, chunk by chunk."""
    text = document.text
    folded = document.layer(searched_text)
    suspicious = [
        (chunk.text, gaps)
        for chunk in document.layer(odd_chunks).chunks
        if (gaps := [gap for gap in chunk.gaps if _has_seen(folded, gap)])
    ]
    for chunk, gaps in sorted(suspicious):
        facts = {gap: facts_of(folded, gap) for gap in gaps}
        for start in places(document, chunk):
            context = context_of(document, start, chunk)
            if _is_second_half(context):
                continue
            for gap in gaps:
                placed = place(text, start, gap) if gap.marks else gap
                if placed is None:
                    continue
                yield Candidate(context, placed, measure(context, placed, len(gaps), facts[gap]))


def weigh_document(candidates: list[Candidate], first: list[float], length: int) -> list[list[float]]:
    """Return what the second models look at: the first verdict, and what the rest of the document adds to it.

    `first` holds the first models' scores (log odds), `length` the characters of the text. The same chunk seen twice
    counts once, and never for itself: a brand that looks like a weld does not vouch for itself.
    """
    best: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (context, gap, _), score in zip(candidates, first, strict=True):
        held = best[context.chunk]
        held[_FAMILY[gap.shape]] = max(held[_FAMILY[gap.shape]], _confidence(score))
    total: dict[str, float] = defaultdict(float)
    for held in best.values():
        for family, value in held.items():
            total[family] += value
    everything, thousands = sum(total.values()), length / 6000 + 0.3
    rows = []
    for (context, gap, _), score in zip(candidates, first, strict=True):
        family, own = _FAMILY[gap.shape], best[context.chunk]
        inside = sum(own.values())
        others, alike = everything - inside, total[family] - own[family]
        rows.append(
            [
                max(-11.5, min(11.5, score)),
                math.log1p(others),
                math.log1p(alike),
                math.log1p(others / thousands),
                math.log1p(alike / thousands),
                inside - own[family],
                float(context.by_nbsp),
                min(1.0, others),
                min(1.0, alike),
                score * min(1.0, others),
                score * min(1.0, alike),
            ]
        )
    return rows


def _confidence(score: float) -> float:
    """Return how much a first verdict vouches for others: nothing up to even odds, 1 when it is certain."""
    return max(0.0, math.tanh(score / 2)) ** 2


def _is_second_half(context: Context) -> bool:
    """Say whether the chunk and the lone letter before it are one word in two: "T itle" is not "it le"."""
    letter = context.before
    return len(letter) == 1 and letter not in "AIai" and zipf((letter + context.chunk).lower().rstrip(_EDGE)) >= 3


def _is_like_a_name(candidate: Candidate) -> bool:
    """Say whether the chunk may be the name of a place or person: a capital within a sentence, and an ending such as -by."""
    context, gap = candidate.context, candidate.gap
    has_capital = context.chunk[:1].isupper() and context.chunk[1:].islower()
    is_ending = gap.right.lower() in _NAME_ENDINGS
    return has_capital and is_ending and context.mid_sentence and zipf(gap.left.lower()) < _KNOWN_NAME


def _has_seen(folded: str, gap: Gap) -> bool:
    """Say whether the unknown word beside the gap, if there is one, stands elsewhere in the document by itself."""
    if gap.shape != "name":
        return True
    left, right = gap.left.lower(), gap.right.lower()
    unknown = right if zipf(left) > zipf(right) else left
    return stands_alone(folded, unknown)


def _run_together(document: Document, flagged: list[tuple[Candidate, bool]]) -> RunTogether:
    context = flagged[0][0].context
    cuts = tuple(sorted({context.start + candidate.gap.cut for candidate, _ in flagged}))
    chunk = context.chunk
    start = context.start + len(chunk) - len(chunk.lstrip(_EDGE))
    end = context.start + len(chunk.rstrip(_EDGE))
    kind = "several" if len(cuts) > 1 else _FAMILY[flagged[0][0].gap.shape]
    return RunTogether(
        min(start, cuts[0]), max(end, cuts[-1]), cuts, kind, all(sure for _, sure in flagged), context.by_nbsp
    )


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = read_json("run_together", _DATA)["shapes"]
    return model


def _weigh(weights: list[float], values: list[float]) -> float:
    """Return the log odds: the bias (first) and the weighted values."""
    score: float = weights[0] + sum(map(mul, weights[1:], values))
    return score

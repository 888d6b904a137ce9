"""Gaps between letters: where to split a run of letters into words, by its capitals and the frequency of the words."""

from __future__ import annotations

import itertools

from textlint.layers.words.gap import Gap
from textlint.startup import patterns
from textlint.text.lexicon import could_be_two, is_frequent, is_listed, pair, zipf

# The letters after an apostrophe ("it's", "they've"), and the word that the models use for them.
CLITIC_WORDS = {"re": "are", "ve": "have", "ll": "will", "s": "is", "t": "not", "d": "would", "m": "am"}

_CASE = patterns.expression(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_CAPS = patterns.expression(r"[A-Z]{2,}[a-z]+")
_SHORT_STARTERS = frozenset("By In My He If It At On We So No To As An Is Of Or".split())
_SHORT_RUN_TOGETHER = frozenset("ofa isa ina ona toa ata asa ita ora bya".split())
_LEAST_HALF = 2.2  # of the rarer of two words; chosen by reading, not measured
# Zipf frequencies of a word among several, from five letters on and below; chosen by reading, not measured.
_LONG_PART, _SHORT_PART = (
    3.0,
    4.0,
)  # of a word among several, with at least five letters and with fewer; chosen by reading, not measured
_TINY_PART = 5.6  # of a word of one or two letters among several; chosen by reading, not measured
_INITIALISM = 2.5  # of capitals in front of a word, such as "NATO"; chosen by reading, not measured
_UNKNOWN_WORD = 1.2  # below it, a run of letters may contain three words or more; chosen by reading, not measured
_MARGIN = 1.5  # Zipf frequency by which a split must beat the run of letters itself; chosen by reading, not measured
_BETTER = 0.5  # by which several words must beat two; chosen by reading, not measured
_LONGEST = 40  # the most letters of a run to split; chosen to bound the time


def is_one_word(run: str) -> bool:
    """Return whether `run` is one word: frequent, too short for two, or not two words by the lexicon."""
    word = run.lower()
    return is_frequent(word) or len(word) < 3 or not could_be_two(word)


def gaps_in_run(run: str) -> list[Gap]:
    """Return the gaps in a run of letters: first at its capitals, then inside the pieces between them."""
    cuts = {match.start(): "case" for match in _CASE.finditer(run)}
    for match in _CAPS.finditer(run):
        cuts |= dict.fromkeys(_caps_cut(match.group(), match.start()), "caps")
    if not cuts:
        return split_run(run) if run.islower() or run[1:].islower() or (run.isupper() and len(run) > 7) else []
    bounds = _without_brands(run, [0, *sorted(cuts), len(run)])
    if len(bounds) == 2:
        return []
    pieces = [run[start:end] for start, end in itertools.pairwise(bounds)]
    gaps = []
    inner: list[list[Gap]] = [split_run(piece) if piece[1:].islower() else [] for piece in pieces]
    for index, cut in enumerate(bounds[1:-1]):
        left = inner[index][-1].right if inner[index] else pieces[index]
        right = inner[index + 1][0].left if inner[index + 1] else pieces[index + 1]
        gaps.append(Gap(cut, cuts[cut], left, right, run, len(bounds) - 3))
    for start, found in zip(bounds[:-1], inner, strict=True):
        gaps += (gap._replace(cut=gap.cut + start) for gap in found)
    return sorted(gaps)


def _without_brands(run: str, bounds: list[int]) -> list[int]:
    """Return the bounds of the pieces, without those inside words with inner capitals, such as LinkedIn."""
    kept = [0]
    index = 0
    while index < len(bounds) - 1:
        step = 1
        for longer in (3, 2):
            if index + longer < len(bounds) and is_one_word(run[bounds[index] : bounds[index + longer]]):
                step = longer
                break
        index += step
        kept.append(bounds[index])
    return kept


def _caps_cut(run: str, start: int) -> list[int]:
    """Return where to split capitals followed by lowercase letters ("APNew", "TVmainstream"): at one place or none."""
    capitals = len(run) - len(run.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    tail = run[capitals:]
    word = run[capitals - 1 :]
    as_word, as_tail = zipf(word.lower()), zipf(tail)
    if len(tail) == 1:
        return [start + capitals - 1] if word in _SHORT_STARTERS and capitals > 2 else []
    if capitals > 3 and zipf(run[: capitals - 1].lower()) >= _INITIALISM and len(word) > 3 and as_tail < 4:
        return [start + capitals - 1]
    if tail in ("es", "ed", "th", "st", "nd", "rd") or max(as_word, as_tail) < _LEAST_HALF:
        return []
    if (capitals > 2 and as_word >= as_tail - 1) or (capitals == 2 and as_word > as_tail + 1 and run[0] in "AI"):
        return [start + capitals - 1]
    return [start + capitals]


def gaps_after_clitic(run: str) -> list[Gap]:
    """Return the gap after the letters that belong to an apostrophe: after the "s" in "'seconomic"."""
    for clitic, meant in CLITIC_WORDS.items():
        word = run[len(clitic) :]
        if not run.startswith(clitic) or not word:
            continue
        if word[0].isupper():
            return [Gap(len(clitic), "case", clitic, word, run)]
        least = _LONG_PART if len(word) > 3 else _SHORT_PART
        if (len(word) > 1 or word == "a") and word.islower() and zipf(word) >= max(least, zipf(run) + _MARGIN):
            return [Gap(len(clitic), "clitic", meant, word, run)]
    return []


def split_run(run: str) -> list[Gap]:
    """Return the gaps of the best split of a run of letters into words, or no gaps if it looks like one word."""
    word = run.lower()
    if not 3 <= len(word) <= _LONGEST or not word.isascii():
        return []
    if len(word) == 3:
        return [Gap(2, "lower", run[:2], "a", run)] if run in _SHORT_RUN_TOGETHER else []
    if not could_be_two(word):
        return []
    whole = zipf(word)
    shape = "lower" if run.islower() else "title"
    score, bonus, cut, others = _best_pair(word)
    if whole < _UNKNOWN_WORD and len(word) >= 5:
        better, parts = _best_parts(word)
        if len(parts) > 1 and better > score + bonus + _BETTER:
            return _gaps_between(run, parts, shape)
    if cut and (not whole or whole <= score - _MARGIN):
        return [Gap(cut, shape, run[:cut], run[cut:], run, others)]
    return [] if whole or cut else _beside_unknown(run, word)


def _beside_unknown(run: str, word: str) -> list[Gap]:
    """Return possible gaps between an unknown word and a frequent one; the rest of the document decides on them."""
    gaps = []
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if (len(right) > 3 and is_frequent(left)) or (len(left) > 3 and is_frequent(right)):
            gaps.append(Gap(cut, "name", run[:cut], run[cut:], run))
    return gaps


def _best_pair(word: str) -> tuple[float, float, int, int]:
    """Return the best split of `word` into two words.

    Its score by frequency, the bonus for the pair, the offset, and how many other splits are nearly as good.
    """
    scores = []
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        if (
            not (is_frequent(left) or is_frequent(right))
            or (cut == 1 and left not in "ai")
            or (cut == len(word) - 1 and right not in "ai")
        ):
            continue
        first, second = zipf(left), zipf(right)
        if min(first, second) < _LEAST_HALF and not _is_rare_but_fit(left, right, first, second):
            continue
        bonus = _bonus(left, right)
        scores.append((first + second - 9 + bonus, bonus, cut))
    if not scores:
        return -9.0, 0.0, 0, 0
    best, bonus, cut = max(scores)
    return best - bonus, bonus, cut, sum(score > best - _MARGIN for score, _, _ in scores) - 1


def _bonus(left: str, right: str) -> float:
    """Return how much more often the two words appear together than by chance, as a base-10 logarithm from 0 to 2.5.

    Counts of pairs are out of 10^12 words, frequencies out of 10^9.
    """
    together = pair(left, right)
    return min(2.5, max(0.0, together + 6 - zipf(left) - zipf(right))) if together else 0.0


def _is_rare_but_fit(left: str, right: str, first: float, second: float) -> bool:
    """Return whether one word is frequent and the other is long, rare and known."""
    rare, frequent = (left, second) if first < second else (right, first)
    return frequent >= 5 and len(rare) > 5 and (min(first, second) > 1 or is_listed(rare))


def _best_parts(word: str) -> tuple[float, list[str]]:
    """Return the score and the words of the best split of `word` into frequent words, or no words if there is none."""
    best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 16), end):
            before = best[start]
            part = word[start:end]
            if before is None or (len(part) == 1 and part not in "ai"):
                continue
            frequency = zipf(part)
            if frequency < (_LONG_PART if len(part) > 4 else _SHORT_PART) or (
                len(part) <= 2 and frequency < _TINY_PART
            ):
                continue
            score = before[0] + frequency + (_bonus(before[1][-1], part) - 9 if before[1] else 0)
            held = best[end]
            if held is None or score > held[0]:
                best[end] = (score, [*before[1], part])
    score, parts = best[-1] or (-9.0, [])
    return score, _without_false_cuts(parts)


def _without_false_cuts(parts: list[str]) -> list[str]:
    """Return the parts, joining those that form one word: "supporters a cross" becomes "supporters across"."""
    joined: list[str] = []
    for part in parts:
        if joined and is_one_word(joined[-1] + part):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _gaps_between(run: str, parts: list[str], shape: str) -> list[Gap]:
    gaps, cut = [], 0
    for left, right in itertools.pairwise(parts):
        cut += len(left)
        gaps.append(Gap(cut, shape, run[cut - len(left) : cut], run[cut : cut + len(right)], run, 0, len(parts)))
    return gaps

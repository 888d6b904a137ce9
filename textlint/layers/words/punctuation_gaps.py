"""Gaps that are not between letters: next to punctuation or digits, and after addresses and signatures."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.layers.words.gap import Gap
from textlint.layers.words.letter_gaps import CLITIC_WORDS, gaps_after_clitic
from textlint.startup import patterns
from textlint.text.lexicon import zipf

CLOSING = ".!?…,;:)]}”»%\"'’"

_KNOWN_WORD = 1.5  # Zipf frequency of a word with brackets inside it; chosen by reading, not measured
_OPENING = "“‘«([$£€"
_SEPARATOR = patterns.expression(r"(?<=[^\W_])[^\w\s]+(?=[^\W_])")
_IN_WORDS = frozenset("-–—‐‑/&+*·•")  # punctuation that often joins two words without a space
_AFTER_ADDRESS = patterns.expression(r"^\(@\w+\)(?=[A-Z])|(?<=[a-z])\.(?:com|org|net|gov|edu|uk|info)(?=[A-Z][a-z])")
_DIGIT = patterns.expression(r"(?<=[a-z]{2})(?=\d)|(?<=\d)(?=[A-Za-z]{3})")
_DOMAINS = frozenset("com net org gov edu info biz mil int tv io co uk".split())


def gaps_at_punctuation(chunk: str) -> list[Gap]:
    """Return the gaps after closing or before opening punctuation between two words."""
    gaps = []
    for match in _SEPARATOR.finditer(chunk):
        punctuation = match.group()
        if punctuation in _IN_WORDS or len(punctuation) > 6:
            continue
        shape, cut = _shape_of(punctuation)
        if shape:
            left, right = words_beside(chunk, match.start(), match.end())
            if _is_usual(punctuation, left, right):
                continue
            if punctuation[0] in "$£€" and not (len(left) > 1 and left.islower()):
                continue
            gaps.append(Gap(match.start() + cut, shape, left, right, punctuation=punctuation))
    return gaps


def _is_usual(punctuation: str, left: str, right: str) -> bool:
    """Return whether no space is missing: brackets inside a word, footnotes, domains, list numbers and so on."""
    if (
        punctuation[0] in "([)]" and zipf((left + right).lower()) > _KNOWN_WORD
    ):  # an editor's bracket in a word: "[be]cause"
        return True
    if punctuation in "([" and (len(right) < 3 or right.isdigit()):  # "401(k)", "room[2]"
        return True
    if punctuation[-1] in "‘’'" and right.lower() in CLITIC_WORDS:
        return True
    if punctuation in ("…", "...", "....") and right[:1].islower():  # a pause, written without a space
        return True
    if left[-1:].isdigit() and right[:1].isdigit() and punctuation in (".", ",", ":"):  # "3.5", "2,000", "10:30"
        return True
    if punctuation == "." and (right[:1].islower() or len(left) == len(right) == 1):  # "p.m", "example.org", "U.S"
        return True
    if punctuation in "'’" and (
        len(left) < 3 or gaps_after_clitic(right)
    ):  # "O'Brien"; and "it'san", where the gap is after the "s"
        return True
    if punctuation == ")" and left.isdigit() and len(left) < 3:  # "2)Appointment"
        return True
    return punctuation == "." and right.lower() in _DOMAINS


def _shape_of(punctuation: str) -> tuple[str, int]:
    """Return the shape of the gap in `punctuation`, or "" if there is none, and its offset there.

    Straight quotes count as closing.
    """
    cut = len(punctuation) - len(punctuation.lstrip(CLOSING))
    body = punctuation[:cut]
    if set(punctuation[cut:]) - set(_OPENING + "\"'’"):
        return "", 0
    if any(sign in body for sign in ".!?…"):
        return "sentence", cut
    if any(sign in body for sign in ",;:)]”»%\"'’"):
        return "punct", cut
    return ("open", 0) if punctuation[0] in _OPENING else ("", 0)


def gaps_after_addresses(chunk: str) -> Iterator[Gap]:
    """Yield the gap after an address or after a signature like "(@harbour)" that runs into a capital."""
    for match in _AFTER_ADDRESS.finditer(chunk):
        cut = match.end()
        is_signature = chunk[cut - 1] == ")"
        left, right = words_beside(chunk, cut - is_signature, cut)
        yield Gap(cut, "punct" if is_signature else "case", left, right, punctuation=")" * is_signature)


def gaps_at_digits(chunk: str) -> Iterator[Gap]:
    """Yield the gaps between a word and a number ("in2019", "2019the")."""
    for match in _DIGIT.finditer(chunk):
        yield Gap(match.start(), "digit", *words_beside(chunk, match.start(), match.start()))


def words_beside(chunk: str, start: int, end: int) -> tuple[str, str]:
    """Return the words (letters or digits) that end at `start` and begin at `end`."""
    left = patterns.search(r"[^\W_]*$", chunk[:start])
    right = patterns.match(r"[^\W_]*", chunk[end:])
    return left.group() if left else "", right.group() if right else ""

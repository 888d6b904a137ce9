"""Find where a space may be missing in a chunk (a run of characters without white space), from the chunk alone."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.layers.words.gap import Gap
from textlint.layers.words.letter_gaps import gaps_after_clitic, gaps_in_run, is_one_word, split_run
from textlint.layers.words.punctuation_gaps import gaps_after_addresses, gaps_at_digits, gaps_at_punctuation
from textlint.startup import patterns

_EDGE = " .,;:!?…\"'“”‘’()[]-–—*"
_URL_LIKE = patterns.expression(r"//|www\.|[@#\\_=<>{}|~^]|\.(?:com|org|net|co|io|gov|edu|html?|php|js)\b|&\w+;")
_ODD = patterns.expression(
    r"[a-z][A-Z]|[A-Z]{2}[a-z]|[^\w\s'’‑–-][^\W_]|['’][A-Z]|['’]\w{3}|\d[A-Za-z]{3}|[a-z]{2}\d|[@#/\\=_]"
)
_DOTTED = patterns.expression(r"\w\.[a-z]")
_LETTERS = patterns.expression(r"[^\W\d_]+")
_LONGEST = 80  # code points; in longer chunks, only gaps after addresses are found; chosen for speed


def find_gaps(chunk: str) -> tuple[Gap, ...]:
    """Return the places in `chunk` where a space may be missing, in order. Most chunks have none."""
    core = chunk.strip(_EDGE)
    if core.isalpha():
        is_plain = len(core) < 3 or core[1:].islower() or core.isupper()
        if is_plain and is_one_word(core):
            return ()
        if core[1:].islower():
            start = chunk.index(core)
            return tuple(gap._replace(cut=gap.cut + start) for gap in split_run(core))
    elif not _ODD.search(core) and all(is_one_word(run) for run in _LETTERS.findall(core)):
        return ()
    if len(core) > _LONGEST or _URL_LIKE.search(core):
        return tuple(gaps_after_addresses(chunk))
    return tuple(sorted([*_gaps_in_runs(chunk, core), *gaps_at_punctuation(chunk), *gaps_at_digits(chunk)]))


def _gaps_in_runs(chunk: str, core: str) -> Iterator[Gap]:
    is_dotted = bool(_DOTTED.search(core))
    for match in _LETTERS.finditer(chunk):
        run, start = match.group(), match.start()
        is_after_apostrophe = start > 1 and chunk[start - 1] in "'’"
        for gap in gaps_after_clitic(run) if is_after_apostrophe else gaps_in_run(run):
            if not is_dotted or gap.shape in ("case", "caps"):
                yield gap._replace(cut=gap.cut + start)

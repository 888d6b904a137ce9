"""A text cut into pieces, each a token with what stands behind it, and what is remembered of every piece."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from sys import intern

from textlint.layers.speech.signs import sign_of
from textlint.layers.speech.vocabulary import NAME, vocabulary
from textlint.startup import patterns

QUOTE = "\x01"  # a control character stands for a quotation in the masked text: it leaves most texts plain ASCII
LARGE = 200_000  # code points from which each word is held once, not once for each place; chosen to bound memory
_STORED = 50_000  # pieces of running text to remember the symbols of, chosen to bound memory; more are worked out anew
_MARKS = r".,;:()!?…—–'\n$£€%\[\]/\x01-"


def _token(letter: str, word: str, digit: str) -> str:
    """Return the expression for a token, of what counts as a letter, as part of a word (`_` too) and as a digit."""
    return (
        rf"(?:{letter}(?:\.(?:{letter}\.)++"  # U.S.
        rf"|{word}*+(?:(?:[-&]|'(?!(?:s|ve|re|m|ll|d)\b)){word}++)*+)"
        rf"|[.,;:()!?…—–\n$£€%\[\]/\x01-]"
        rf"|{digit}++(?:[.,:]{digit}++)*+(?:{letter}{word}*+)?+(?:-{letter}{word}*+)*+%?+"
        rf"|'(?:(?:s|ve|re|m|ll|d)\b)?+)"
    )


def _piece(letter: str, word: str, digit: str, rest: str) -> str:
    """Return the expression for a token and all that stands between it and the next."""
    between = f"[^{rest}{_MARKS}]*+"
    return f"{_token(letter, word, digit)}{between}(?:_{between})*+"  # an underscore alone is no token


_TOKEN = patterns.expression(_token(r"[^\W\d_]", r"\w", r"\d"))
_ANY = patterns.expression(_piece(r"[^\W\d_]", r"\w", r"\d", r"\w"))
# the same for a text that is all Latin letters and typographic marks: it is read faster where the letters are spelled out
_ONLY_LATIN = patterns.expression(r"[\x00-\u024f\u2000-\u206f\u20a0-\u20bf]*+\Z")
_LETTERS = r"a-zA-Z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\u024f"
_LATIN = patterns.expression(_piece(f"[{_LETTERS}]", f"[{_LETTERS}0-9_]", "[0-9]", f"{_LETTERS}0-9_"))
_PUNCTUATION = {
    "\n": "¶", QUOTE: '"', "—": "-", "–": "-", "-": "-", "?": ".", "!": ".", "…": ".",
    "[": "(", "]": ")",
}  # fmt: skip


class Symbols(dict[str, str]):
    """For each piece of text four characters: its class, its class where it opens a sentence, its sign, what follows.

    What follows is a blank (blanks or nothing) or "x" (anything else that is no token).
    """

    def __missing__(self, piece: str) -> str:
        word = word_of(piece)
        known = vocabulary()
        symbol = _PUNCTUATION.get(known[word], known[word])
        at_start = known.at_start(word) if symbol == NAME else symbol
        behind = "x" if piece[len(word) :].strip() else " "
        symbols = intern(symbol + at_start + sign_of(word) + behind)  # one for thousands of words: memory is slow
        if len(self) < _STORED:
            self[piece] = symbols
        return symbols


@cache
def known_symbols() -> Symbols:
    """Return the symbols of the pieces seen so far."""
    return Symbols()


def word_of(piece: str) -> str:
    """Return the token that a piece of text begins with."""
    start, end = _TOKEN.match(piece).span()  # type: ignore[union-attr]  # a piece is what the expression found
    return piece[start:end]


def cut(masked: str) -> tuple[list[str], list[int]]:
    """Return the tokens, each with what stands between it and the next, and where they start."""
    token = _LATIN if masked.isascii() or _ONLY_LATIN.match(masked) else _ANY
    first = token.search(masked)
    offset = first.start() if first else len(masked)
    pieces: list[str] = token.findall(masked, offset)
    starts = list(accumulate(map(len, pieces), initial=offset))
    starts.pop()
    if len(masked) > LARGE:
        once: dict[str, str] = {}
        pieces = list(map(once.setdefault, pieces, pieces))
    return pieces, starts

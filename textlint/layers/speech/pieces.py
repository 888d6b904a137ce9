"""Split a text into pieces, each a token and the text up to the next one, and classify them."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from sys import intern

from textlint.layers.speech.signs import sign_of
from textlint.layers.speech.vocabulary import NAME, vocabulary
from textlint.startup import patterns

QUOTE = "\x01"  # replaces a quotation in the masked text; a control character keeps most texts ASCII
LARGE = 200_000  # code points; from this size on, equal words share one string; chosen to bound memory
# Pieces whose symbols are cached; those of further pieces are computed each time; chosen to bound memory.
_STORED = 50_000
_MARKS = r".,;:()!?…—–'\n$£€%\[\]/\x01-"


def _token(letter: str, word: str, digit: str) -> str:
    """Return the expression for a token, given the classes of letters, word characters (with `_`) and digits."""
    return (
        rf"(?:{letter}(?:\.(?:{letter}\.)++"  # U.S.
        rf"|{word}*+(?:(?:[-&]|'(?!(?:s|ve|re|m|ll|d)\b)){word}++)*+)"
        rf"|[.,;:()!?…—–\n$£€%\[\]/\x01-]"
        rf"|{digit}++(?:[.,:]{digit}++)*+(?:{letter}{word}*+)?+(?:-{letter}{word}*+)*+%?+"
        rf"|'(?:(?:s|ve|re|m|ll|d)\b)?+)"
    )


def _piece(letter: str, word: str, digit: str, rest: str) -> str:
    """Return the expression for a token and the text up to the next one."""
    between = f"[^{rest}{_MARKS}]*+"
    return f"{_token(letter, word, digit)}{between}(?:_{between})*+"  # a single underscore is not a token


_TOKEN = patterns.expression(_token(r"[^\W\d_]", r"\w", r"\d"))
_ANY = patterns.expression(_piece(r"[^\W\d_]", r"\w", r"\d", r"\w"))
# the same for a text of only Latin letters and typographic punctuation, which is faster with explicit letters
_ONLY_LATIN = patterns.expression(r"[\x00-\u024f\u2000-\u206f\u20a0-\u20bf]*+\Z")
_LETTERS = r"a-zA-Z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\u024f"
_LATIN = patterns.expression(_piece(f"[{_LETTERS}]", f"[{_LETTERS}0-9_]", "[0-9]", f"{_LETTERS}0-9_"))
_PUNCTUATION = {
    "\n": "¶", QUOTE: '"', "—": "-", "–": "-", "-": "-", "?": ".", "!": ".", "…": ".",
    "[": "(", "]": ")",
}  # fmt: skip


class Symbols(dict[str, str]):
    """Maps each piece to four characters: its class, its class at the start of a sentence, its sign, what follows.

    What follows is " " (spaces or nothing) or "x" (anything else that is not a token).
    """

    def __missing__(self, piece: str) -> str:
        word = word_of(piece)
        known = vocabulary()
        symbol = _PUNCTUATION.get(known[word], known[word])
        at_start = known.at_start(word) if symbol == NAME else symbol
        behind = "x" if piece[len(word) :].strip() else " "
        symbols = intern(
            symbol + at_start + sign_of(word) + behind
        )  # thousands of words share one string, to save memory
        if len(self) < _STORED:
            self[piece] = symbols
        return symbols


@cache
def known_symbols() -> Symbols:
    """Return the symbols of the pieces seen so far."""
    return Symbols()


def word_of(piece: str) -> str:
    """Return the token at the start of a piece of text."""
    start, end = _TOKEN.match(piece).span()  # type: ignore[union-attr]  # a piece always starts with a token
    return piece[start:end]


def cut(masked: str) -> tuple[list[str], list[int]]:
    """Return the pieces (tokens with the text up to the next one) and the offsets where they start."""
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

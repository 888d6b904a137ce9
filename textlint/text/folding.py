"""Fold a text: lower case, plain quotes and spaces, with the same length."""

from __future__ import annotations

_ALIKE = {
    "’": "'", "‘": "'", "ʼ": "'", "‛": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"',
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-",
    "ſ": "s", "ı": "i", "µ": "μ", "ς": "σ",
}  # fmt: skip
_ASCII = bytes(range(128))


def fold(text: str) -> str:
    """Return `text` in lower case with plain quotes, hyphens and spaces, code point for code point.

    Offsets into the result are offsets into `text`. Letters that `re` considers equal when it ignores case (long s,
    dotless i, the micro sign) are folded too, so that a pattern cannot match where its literal is not found. So is the
    final sigma, since whether `str.lower` returns it depends on context. `str.lower` alone may lengthen a text
    (U+0130), so that letter is replaced first; `str.casefold` lengthens many more and is not used.
    """
    if text.isascii():
        return text.lower().replace("\t", " ")
    others = beyond_ascii(text)
    # If no other character has a lower case, only ASCII changes, which is much faster in bytes.
    if all(character.lower() == character for character in others):
        folded = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    else:
        folded = text.replace("İ", "i").lower()
        others = beyond_ascii(folded)
    for character in others & _ALIKE.keys():
        folded = folded.replace(character, _ALIKE[character])
    return folded.replace("\t", " ")


def beyond_ascii(text: str) -> set[str]:
    """Return the non-ASCII characters of `text`."""
    left = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(left.decode("utf-8", "surrogatepass"))


def unfolded(character: str) -> tuple[str, ...]:
    """Return the characters that fold to `character`: itself and its typographic variants, without upper case."""
    return (character, *(other for other, plain in _ALIKE.items() if plain == character))

"""The folded view of a text: lower case, plain quotes and blanks, the same length as the text."""

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
    """Return `text` in lower case with typographic quotes, hyphens and blanks made plain, code point for code point.

    Letters that `re` takes for one another without regard to case (long s, dotless i, the micro sign) are folded too, so
    that a pattern cannot match where its literal is not found, and the final sigma, which `str.lower` writes or not by
    what stands around it. Offsets into the result are offsets into `text`. `str.lower` alone may lengthen a text
    (U+0130), so that letter is replaced first; `str.casefold` lengthens many more and is not used.
    """
    if text.isascii():
        return text.lower().replace("\t", " ")
    others = beyond_ascii(text)
    # Where no other character has a capital only ASCII changes, which is far faster in bytes.
    if all(character.lower() == character for character in others):
        folded = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    else:
        folded = text.replace("İ", "i").lower()
        others = beyond_ascii(folded)
    for character in others & _ALIKE.keys():
        folded = folded.replace(character, _ALIKE[character])
    return folded.replace("\t", " ")


def beyond_ascii(text: str) -> set[str]:
    """Return the characters of `text` that are not of ASCII: what is left when the bytes of all others are deleted."""
    left = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(left.decode("utf-8", "surrogatepass"))


def unfolded(character: str) -> tuple[str, ...]:
    """Return the characters that fold to `character`, but for letters of the other case: a plain sign and its look-alikes."""
    return (character, *(other for other, plain in _ALIKE.items() if plain == character))

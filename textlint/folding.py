"""The folded view of a text: lower case, plain quotes and blanks, the same length as the text."""

from __future__ import annotations

_ALIKE = {
    "’": "'", "‘": "'", "ʼ": "'", "‛": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"',
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-",
    "ſ": "s", "ı": "i", "µ": "μ", "ς": "σ",
}  # fmt: skip


def fold(text: str) -> str:
    """Return `text` in lower case with typographic quotes, hyphens and blanks made plain, code point for code point.

    Letters that `re` takes for one another without regard to case (long s, dotless i, the micro sign) are folded too, so
    that a pattern cannot match where its literal is not found, and the final sigma, which `str.lower` writes or not by
    what stands around it. Offsets into the result are offsets into `text`. `str.lower` alone may lengthen a text
    (U+0130), so that letter is replaced first; `str.casefold` lengthens many more and is not used.
    """
    if "İ" in text:
        text = text.replace("İ", "i")
    folded = text.lower()
    if folded.isascii():
        return folded.replace("\t", " ")
    for character, plain in _ALIKE.items():
        if character in folded:
            folded = folded.replace(character, plain)
    return folded


def unfolded(character: str) -> tuple[str, ...]:
    """Return the characters that fold to `character`, but for letters of the other case: a plain sign and its look-alikes."""
    return (character, *(other for other, plain in _ALIKE.items() if plain == character))

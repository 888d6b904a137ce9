"""Verify that an edit keeps what its fix declares, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textlint.edits.composition import invert
from textlint.span import Edit, apply_edits

# Encodings in which UTF-8 is commonly misread; the names are those of ftfy.
_MISREADINGS = (
    "sloppy-windows-1252",
    "latin-1",
    "macroman",
    "sloppy-windows-1251",
    "sloppy-windows-1250",
    "cp437",
    "iso-8859-2",
)
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x180E, 0x200E, 0x200F, *range(0x202A, 0x202F)]
)


def is_accounted_for(before: str, after: str, edits: Sequence[Edit]) -> bool:
    """Return whether undoing `edits` in `after` gives exactly `before`."""
    try:
        return apply_edits(after, invert(edits, before)) == before
    except ValueError:
        return False


def keeps(kind: str, text: str, edits: Sequence[Edit]) -> bool:
    """Return whether each of `edits` to `text` keeps what `kind` requires.

    "rest": it only deletes, or replaces with no more white space than it deletes. "letters": before and after are equal
    without white space and invisible format characters. "bytes": misreading the replacement in the same way gives the
    original, or unescaping the original gives the replacement. "nothing": always true, so never enough for a safe fix.
    """
    prove = _PROOFS[kind]
    return all(prove(text[edit.start : edit.end], edit.text) for edit in edits)


def _rest(before: str, after: str) -> bool:
    return not after or (after.isspace() and len(after) <= len(before))


def _letters(before: str, after: str) -> bool:
    return "".join(before.translate(_INVISIBLE).split()) == "".join(after.translate(_INVISIBLE).split())


def _bytes(before: str, after: str) -> bool:
    from html import unescape  # a large table of entities, needed only for these fixes

    return (
        unescape(before) == after
        or _read_as_latin_1(after) == before
        or any(_misread(after, codec) == before for codec in _MISREADINGS)
        or _misread_twice(before, after)
    )


def _read_as_latin_1(text: str) -> str | None:
    """Return Windows-1252 text as it looks when it is decoded as Latin-1: its punctuation becomes C1 controls."""
    try:
        return text.encode("cp1252").decode("latin-1")
    except UnicodeError:
        return None


def _misread(text: str, codec: str) -> str | None:
    if codec.startswith("sloppy"):
        import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
    try:
        return text.encode("utf-8").decode(codec)
    except (UnicodeError, LookupError):
        return None


def _misread_twice(before: str, after: str) -> bool:
    once = {_misread(after, codec) for codec in _MISREADINGS} - {None}
    return any(_misread(text, codec) == before for text in once if text for codec in _MISREADINGS)


def _nothing(before: str, after: str) -> bool:
    return True


_PROOFS: dict[str, Callable[[str, str], bool]] = {
    "rest": _rest,
    "letters": _letters,
    "bytes": _bytes,
    "nothing": _nothing,
}

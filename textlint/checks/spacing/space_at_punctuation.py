"""Find spaces on the wrong side of a punctuation mark or bracket, by the rules of English."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

# They start with the punctuation mark, which is rarer than the space before or after it.
_BEFORE = patterns.expression(r"(?:[,;!?]|[.:](?! [.:]))(?=[\s”\"’]|\Z)(?:(?<=[^\W_][ \u00a0].)|(?<=[)”’%][ \u00a0].))")
_INSIDE = {
    **{mark: patterns.expression(rf"{patterns.escape(mark)}[ \u00a0](?=\w)") for mark in "([“"},
    **{
        mark: patterns.expression(rf"{patterns.escape(mark)}(?<=[\w.,!?][ \u00a0].)(?=[\s.,;:!?]|\Z)") for mark in ")]”"
    },
}
_WORD_BEFORE = patterns.expression(r"[^\W_]+$")
_FRENCH = ":;!?"  # French puts a space before these
_LONGEST_WORD = 12  # code points before the mark that are read for its word; chosen by reading, not measured
_LEADS_ON = frozenset(
    "the a an of to in on at by for from with and or but as that than into about between under over is was are were be "
    "his her their its our my your this these those which who whose he she they we said says called named".split()
)


def check(document: Document, place: str) -> Iterator[Finding]:
    """Yield spaces before punctuation (`place` "before") or just inside brackets and quotation marks ("inside").

    After a word that cannot end a phrase, as in “the ,”, words are missing: that is left to the rules about lost words.
    Spaced dots and code are left alone.
    """
    text = document.text
    marks = [_BEFORE] if place == "before" else [_INSIDE[mark] for mark in _INSIDE if mark in document.characters]
    for match in (match for expression in marks for match in expression.finditer(text)):
        end = match.end() if len(match.group()) > 1 else match.start()
        start = end - 1
        if place == "before":
            if text[end] in _FRENCH and document.language != "en":
                continue  # a text that is too short to tell may be French
            word = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
            if word and word.group().lower() in _LEADS_ON:
                continue
            if text[end] == "." and (text[start - 1] == "." or text[end : end + 3] == ". ."):
                continue
        if text[start - 1] == "“" and start > 1 and text[start - 2] not in " \t\r\n([—–-\u00a0":
            continue  # the wrong quotation mark, but used to close a quotation
        if not document.layer(code.build).holds(start):
            yield Finding(start, end, edits=(Edit(start, end, ""),))

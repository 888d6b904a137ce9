"""List every attribution and checkable claim of a document, with its source, cue and hedges.

The ledger records who is quoted with what. It does not rate truth, authors or outlets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import attributions, cue_class
from textlint.layers.speech.claims import statistics
from textlint.layers.speech.cues import Attribution
from textlint.layers.speech.people import antecedent, people, person_name
from textlint.layers.speech.sources import Source
from textlint.layers.speech.speakers import Speech, speeches
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.span import Span
from textlint.startup.values import Any, NamedTuple

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|alleged|purportedly|supposedly|apparently|possibly|probably|perhaps|maybe|may|might|could|likely|unconfirmed|rumou?red)\b"
)
_OFFICES = frozenset(
    ("Secretary", "Minister", "Director", "Chairman", "President", "Chancellor", "Speaker", "Commissioner")
)
_LONGEST_SENTENCE = 200  # tokens to each side
_REACH = 80  # tokens before a pronoun in which a speaker can be its antecedent
_TYPES = {
    "pronoun": "pronoun", "expert": "vague", "insider": "anonymous", "crowd": "vague", "spokesperson": "descriptor", "role": "descriptor",
    "document": "document", "body": "descriptor", "share": "descriptor", "descriptor": "descriptor", "": "none",
}  # fmt: skip


class SourceEntry(NamedTuple):
    """The source of an entry, in code points; `resolved` is the full name it refers to, or None if unknown."""

    start: int
    end: int
    text: str
    type: str
    resolved: str | None


class CueEntry(NamedTuple):
    """The attributing word, in code points, and its class: how far the writer endorses the statement."""

    start: int
    end: int
    text: str
    cue_class: str


class Entry(NamedTuple):
    """One entry of the ledger, in code points; `cue` and `source` are None if the text has none."""

    start: int
    end: int
    text: str
    kind: str
    source: SourceEntry | None
    cue: CueEntry | None
    hedges: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as the JSON object of the ledger format, without path, record and codes."""
        source = (
            self.source._asdict()
            if self.source
            else {"start": self.start, "end": self.start, "text": "", "type": "none", "resolved": None}
        )
        cue = None
        if self.cue:
            cue = self.cue._asdict()
            cue["class"] = cue.pop("cue_class")
        return self._asdict() | {"source": source, "cue": cue, "hedges": list(self.hedges)}


def ledger(document: Document) -> list[Entry]:
    """Return the entries of `document`, sorted by position."""
    return sorted(_entries(document), key=lambda entry: (entry.start, entry.end))


def _entries(document: Document) -> Iterator[Entry]:
    table = document.layer(tokens)
    listed: set[Attribution] = set()
    for speech in document.layer(speeches):
        if speech.attribution and speech.how != "continued":
            listed.add(speech.attribution)
        yield _quotation_entry(document, table, speech)
    for statistic in document.layer(statistics):
        first, last = _around(table, statistic.token)
        if statistic.attribution in listed:
            continue
        yield _entry(
            document, table, Span(statistic.start, statistic.end), "statistic", statistic.attribution, (first, last)
        )
        if statistic.attribution:
            listed.add(statistic.attribution)
    for attribution in document.layer(attributions):
        if attribution not in listed:
            bounds = _around(table, attribution.cue)
            yield _entry(document, table, table.span(*bounds), "indirect-quote", attribution, bounds)


def _quotation_entry(document: Document, table: Tokens, speech: Speech) -> Entry:
    bounds = _around(table, speech.token)
    opens = speech.token == bounds[0] or table.classes[speech.token - 1] in ",:|¶!-"
    kind = "direct-quote" if opens else "mixed-quote"
    entry = _entry(
        document, table, Span(speech.quotation.start, speech.quotation.end), kind, speech.attribution, bounds
    )
    return entry._replace(cue=None) if speech.how == "continued" else entry


def _entry(
    document: Document, table: Tokens, span: Span, kind: str, attribution: Attribution | None, bounds: tuple[int, int]
) -> Entry:
    source = cue = None
    if attribution:
        source = _source(document, table, attribution.source)
        if attribution.cue >= 0:
            start, end = table.span(attribution.cue, attribution.cue + 1)
            cue = CueEntry(start, end, document.text[start:end], cue_class(table, attribution))
    start, end = table.span(*bounds) if bounds[0] < bounds[1] else span
    hedges = tuple(match.group() for match in _HEDGE.finditer(table.masked[start:end].lower()))
    return Entry(span.start, span.end, document.text[span.start : span.end], kind, source, cue, hedges)


def _around(table: Tokens, token: int) -> tuple[int, int]:
    """Return the range of the sentence of `token`, limited in length, since sentences may lack punctuation."""
    first, last = table.sentence(token)
    return max(first, token - _LONGEST_SENTENCE), min(last, token + _LONGEST_SENTENCE)


def _source(document: Document, table: Tokens, source: Source) -> SourceEntry:
    start, end = table.span(source.first, source.last)
    words = document.text[start:end]
    kind, resolved = _TYPES.get(source.kind, ""), None
    if source.kind == "named":
        head = _name_at_end(table, source)
        resolved = person_name(table, document.layer(people), head)
        if resolved and head != source.head:
            resolved = " ".join(table.words[head - 1 : head + 1])
        kind = "named-person" if resolved else "organisation"
    elif table.words[source.head].lower() in ("he", "she"):
        resolved = _referent(document, table, source.head)
    return SourceEntry(start, end, words, kind, resolved)


def _name_at_end(table: Tokens, source: Source) -> int:
    """Return the last token of the name, which after an office, as in "Secretary of State Ann Ray", is the person's."""
    last = source.last - 1
    office = table.classes[source.head + 1 : source.head + 2] == "f" and table.words[source.head] in _OFFICES
    return last if office and table.classes[last - 2 : last + 1] == "NNN" else source.head


def _referent(document: Document, table: Tokens, pronoun: int) -> str | None:
    """Return the person that "he" or "she" refers to: the last speaker or subject of a sentence, or None."""
    known = document.layer(people)
    nearest = antecedent(table, known, pronoun) or (-1, None)
    found = document.layer(attributions)
    attribution = found.last_before(pronoun)
    while attribution:
        head = attribution.source.head
        if head < nearest[0] or head < pronoun - _REACH:
            break
        if head < pronoun and attribution.source.kind == "named" and (name := person_name(table, known, head)):
            return name
        attribution = found.last_before(attribution.cue)
    return nearest[1]

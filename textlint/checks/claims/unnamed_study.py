"""Find studies and media reports that are cited as evidence but not named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.tokens import tokens
from textlint.span import Finding, Span
from textlint.startup import patterns
from textlint.text.sentences import split_sentences

_NOUN = patterns.expression(r"\b(?:stud(?:y|ies)|surveys?|polls?|research|analys[ie]s|data)\b")
_SHOWS = patterns.expression(
    r" (?:has |have |had |also |now )?(?:show|shows|showed|shown|suggest|suggests|suggested|find|finds|found|indicate|indicates|indicated|say|says|said|"
    r"reveal|reveals|revealed|showing|finding)\b"
)
_ARTICLE = patterns.expression(
    r"\b(?:a|an|another|one|some|many|several|recent|new|multiple|numerous|various|previous|earlier) (?:(?:recent|new|major|large|small|earlier|previous|"
    r"independent|scientific|academic|internal|separate|national|international|medical|clinical|landmark|peer-reviewed|\w+-year|\d+) ){0,2}$"
)
_DEFINITE = patterns.expression(
    r"\b(?:the|this|that|these|those|his|her|their|its|our|\w+'s) (?:[\w-]+ ){0,3}$"
)  # mentioned before
_CITED = patterns.expression(
    r"(?:according to|cited|cites|citing|points? to|pointed to) "
    r"(?P<article>(?:a|an|one|some|several|recent|new|another) (?:[\w-]+ )?)$"
)
_MEDIA = patterns.expression(
    r"\b(?:(?:media|news|press|local|some|unconfirmed|recent|multiple|several|various) (?:media |news |press )?reports?|reports)"
    r"(?= (?:say|said|claim|claimed|suggest|suggested|indicate|indicated|emerged)\b)"
    r"|(?<=according to )(?:media|news|press|local|some|several|unconfirmed) (?:media |news |press )?reports\b"
)
_REPORT_SAYS = patterns.expression(r"reports? (?:say|said|claim|suggest|indicate|emerged)")
_BEFORE = 60  # code points before the noun that are searched for its article; chosen by reading, not measured
_NEAR = 80  # code points after the study that are searched for its producer; chosen by reading, not measured
_BY = r"\b(?:by|from|of|in|at)(?: [a-z]+){0,3} [A-Z]"
_OWNER = patterns.expression(r"[A-Z][\w.]+(?:['’]s)? $")
_CAPITAL = patterns.expression(r" [A-Z]")
_PRODUCER = patterns.expression(_BY)
_PRODUCER_NEXT = patterns.expression(
    r"\b(?:stud(?:y|ies)|survey|poll|report|research|authors?|researchers?|analysis|findings|published|conducted)\b[^.;\n]{0,40}?"
    + _BY
)


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield what is cited without a name: `kind` "study" for studies and surveys, "media" for media reports."""
    folded = document.folded
    table = document.layer(tokens)
    if kind == "media":
        spans = [
            match.span()
            for place in table.places("report")
            if _may_tell(folded, place)
            for match in _MEDIA.finditer(folded, max(0, place - _BEFORE), place + _BEFORE)
            if match.start() <= place < match.end()
        ]
    else:
        nouns = (_NOUN.match(folded, place) for place in table.places("study"))
        spans = [span for match in nouns if match and (span := _cited_study(folded, *match.span()))]
    sentences = _Sentences(document)
    for start, end in spans:
        if not document.is_quoted(start, end) and not (kind == "study" and _is_named(document, sentences, start, end)):
            yield Finding(start, end)


def _may_tell(folded: str, place: int) -> bool:
    """Say whether the report at `place` could say something; a cheap first test."""
    return _REPORT_SAYS.match(folded, place) is not None or "according to " in folded[max(0, place - _BEFORE) : place]


def _cited_study(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a study with its article if it is cited or shows something, else None."""
    before = folded[max(0, start - _BEFORE) : start]
    is_cited = "according to " in before or "cit" in before or "point" in before
    cited = _CITED.search(folded, max(0, start - _BEFORE), start) if is_cited else None
    if cited:
        return cited.start("article"), end
    if not _SHOWS.match(folded, end) or _DEFINITE.search(folded, max(0, start - _BEFORE), start):
        return None
    article = _ARTICLE.search(folded, max(0, start - _BEFORE), start)
    return (article.start() if article else start), end


class _Sentences:
    """The sentences around given offsets, split one paragraph at a time because few texts cite a study."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._of_paragraph: dict[int, list[Span]] = {}

    def around(self, offset: int) -> tuple[Span, Span]:
        """Return the sentence at `offset` and the next one; for the last sentence of the text, return it twice."""
        paragraphs = self._document.paragraphs
        number = bisect_right(paragraphs, offset, key=_start) - 1
        here = self._of(number)
        index = bisect_right(here, offset, key=_start) - 1
        if index + 1 < len(here):
            return here[index], here[index + 1]
        return here[index], self._of(number + 1)[0] if number + 1 < len(paragraphs) else here[index]

    def _of(self, number: int) -> list[Span]:
        if number not in self._of_paragraph:
            self._of_paragraph[number] = split_sentences(self._document.text, *self._document.paragraphs[number])
        return self._of_paragraph[number]


def _start(span: Span) -> int:
    return span.start


def _is_named(document: Document, sentences: _Sentences, start: int, end: int) -> bool:
    """Say whether the sentence of the study or the one after it names who produced the study."""
    sentence, following = sentences.around(start)
    around = (
        _OWNER.search(document.text, sentence.start, start) or _CAPITAL.search(document.text, start, end),
        _PRODUCER.search(document.text, end, min(sentence.end, end + _NEAR)),
        _PRODUCER_NEXT.search(document.text, following.start, following.end),
    )
    return any(around)

"""Find studies and media reports that are cited as evidence and not named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding

_STUDY = re.compile(
    r"\b(?:(?:a|an|another|one|some|many|several|recent|new|multiple|numerous|various|previous|earlier) (?:(?:recent|new|major|large|small|earlier|previous|independent|scientific|"
    r"academic|internal|separate|national|international|medical|clinical|landmark|peer-reviewed|\w+-year|\d+) ){0,2})?(?:stud(?:y|ies)|surveys?|polls?|research|analys[ie]s|data)"
    r"(?= (?:has |have |had |also |now )?(?:show|shows|showed|shown|suggest|suggests|suggested|find|finds|found|indicate|indicates|indicated|say|says|said|reveal|reveals|revealed|showing|finding)\b)"
)
_CITED = re.compile(
    r"\b(?:according to|cited|cites|citing|points? to|pointed to) ((?:a|an|one|some|several|recent|new|another) (?:(?:recent|new|\w+) )?(?:stud(?:y|ies)|surveys?|polls?|research|analys[ie]s))\b"
)
_NEAR = 80  # characters behind the study in which its maker stands
_MEDIA = re.compile(
    r"\b(?:(?:media|news|press|local|some|unconfirmed|recent|multiple|several|various|according to) (?:media |news |press )?reports?|reports)(?= (?:say|said|claim|claimed|suggest|suggested|indicate|indicated|emerged)\b)|\baccording to ((?:media|news|press|local|some|several|unconfirmed) (?:media |news |press )?reports)\b"
)
_BY = r"\b(?:by|from|of|in|at)(?: [a-z]+){0,3} [A-Z]"
_OWNER = re.compile(r"[A-Z][\w.]+(?:['’]s)? $")
_CAPITAL = re.compile(r" [A-Z]")
_PRODUCER = re.compile(_BY)
_PRODUCER_NEXT = re.compile(
    r"\b(?:stud(?:y|ies)|survey|poll|report|research|authors?|researchers?|analysis|findings|published|conducted)\b[^.;\n]{0,40}?"
    + _BY
)


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield what is cited without a name: `kind` "study" for studies and surveys, "media" for media reports."""
    for expression in (_STUDY, _CITED) if kind == "study" else (_MEDIA,):
        for match in expression.finditer(document.folded):
            start, end = match.span(1) if match.lastindex else match.span()
            if document.is_quoted(start, end) or (kind == "study" and _is_named(document, start, end)):
                continue
            yield Finding(start, end)


def _is_named(document: Document, start: int, end: int) -> bool:
    """Say whether a name stands around the study: in its own sentence or the one after."""
    from bisect import bisect_right

    index = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[index]
    following = document.sentences[min(index + 1, len(document.sentences) - 1)]
    around = (
        _OWNER.search(document.text, sentence.start, start) or _CAPITAL.search(document.text, start, end),
        _PRODUCER.search(document.text, end, min(sentence.end, end + _NEAR)),
        _PRODUCER_NEXT.search(document.text, following.start, following.end),
    )
    return any(around)

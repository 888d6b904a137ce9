"""Where sentences start and end, from end marks, what follows them, and abbreviations."""

from __future__ import annotations

import re

from textlint import compiled
from textlint.span import Span

_END = compiled.expression(r"[.!?…][\"'”’)\]]*(?=\s)")
_STARTER = compiled.expression(r"\s+[\"'“‘(\[«]*(?:[^\W\d_a-z]|\d|\$|£|€)")
_ABBREVIATION = compiled.expression(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Rev|Hon|Fr|St|Mt|vs|etc|Jr|Sr|Inc|Co|Corp|Ltd|Bros|"
    r"No|Nos|Fig|Vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Mass|Minn|Fla|Ill|Va|Pa|Wis|Ariz|Tex|Colo|Wash|"
    r"Conn|Mich|Tenn|Ga|Ala|Ark|Del|Ind|Kan|Ky|La|Md|Miss|Mo|Mont|Neb|Nev|Okla|Ore|approx|est|cf|al)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
_LONGEST_ABBREVIATION = 12
# after U.S. or Inc. only a word that seldom stands inside a name opens a sentence; Mr. and initials never end one
_OPENER = compiled.expression(
    r"\s+[\"'“‘(]*(?:He|She|They|It|We|The|A|An|But|And|In|On|At|That|This|These|Those|There|His|Her|Their|Its|As|If|When|While|Although|Though|"
    r"However|Meanwhile|Yet|Still|So|Some|Many|Most|Several|For|After|Before|Since|What|Who|How|Why|Both|Now|Then|To|By|With|Not|No|Even|Also|Or)\b"
)
_MAY_END = compiled.expression(
    r"(?:\b(?:Inc|Co|Corp|Ltd|Jr|Sr|etc|al|[AP]\.?M)|\b[A-Za-z](?:\.[A-Za-z])+)\.$", re.IGNORECASE
)


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of `text[start:end]` as spans into `text`, without the blanks between them.

    The range should be one paragraph: a line break inside it does not end a sentence. An end mark counts when blanks and
    a capital, digit or opening quote follow, and the word before is neither a known abbreviation nor a lone initial. After an
    abbreviation that may well end a sentence (U.S., Inc.) a pronoun, article or conjunction with a capital opens the next.
    """
    sentences = []
    position = start
    for match in _END.finditer(text, start, end):
        if not _STARTER.match(text, match.end(), end):
            continue
        is_lone_point = text[match.start()] == "." and match.end() == match.start() + 1
        word_from = max(position, match.start() - _LONGEST_ABBREVIATION)
        is_abbreviation = is_lone_point and _ABBREVIATION.search(text, word_from, match.end())
        may_end = _OPENER.match(text, match.end(), end) and _MAY_END.search(text, word_from, match.end())
        if is_abbreviation and not may_end:
            continue
        sentences.append(_trimmed(text, position, match.end()))
        position = match.end()
    if text[position:end].strip():
        sentences.append(_trimmed(text, position, end))
    return sentences


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))

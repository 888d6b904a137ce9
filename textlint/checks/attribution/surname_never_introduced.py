"""Find speakers who are named only by surname and never introduced."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import attributions
from textlint.layers.speech.people import people
from textlint.layers.speech.signs import any_of
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.span import Finding
from textlint.startup import patterns

_LONG_NAME = patterns.expression("NN+")
_LONE_NAME = patterns.expression("N(?<!NN)(?!N)")
_VERB = patterns.expression("[vzdg]")


def check(document: Document, least_words: int = 120) -> Iterator[Finding]:
    """Yield the first mention of each such surname, in texts of at least `least_words` words.

    Only a single capitalized word counts that speaks at every mention, at least twice, in a text that says "he" or
    "she": companies and countries are also mentioned where they do not speak.
    """
    table = document.layer(tokens)
    if len(table.classes) < least_words or not any_of("person").search(table.signs):
        return
    mentions = _mentions(table)
    speaks: Counter[str] = Counter()
    places: dict[str, int] = {}
    for sentence in sorted({table.sentence(token) for found in mentions.values() for token in found}):
        for attribution in document.layer(attributions).between(*sentence):
            source = attribution.source
            if source.kind == "named" and source.head == source.first and table.classes[attribution.cue] in "vzdg":
                word = table.words[source.head]
                speaks[word] += 1
                places.setdefault(word, source.head)
    suspects = [word for word in places if word in mentions and speaks[word] >= len(mentions[word])]
    if not suspects or {"he", "she", "He", "She"}.isdisjoint(table.words):
        return
    counts = Counter(table.words)
    in_names = {
        word for bearers in document.layer(people).values() for person in bearers for word in person.name.split()
    }
    for word in suspects:
        if counts[word] == speaks[word] > 1 and word not in in_names:
            yield Finding(table.starts[places[word]], table.end(places[word]))


def _mentions(table: Tokens) -> dict[str, list[int]]:
    """Return the tokens of each single-word name that is mentioned at least twice and could speak at every mention.

    Names that are part of a longer name somewhere are left out, and so are names whose sentences contain too few verbs.
    """
    lone = [match.start() for match in _LONE_NAME.finditer(table.classes)]
    words = [table.words[token] for token in lone]
    often = {word for word, count in Counter(words).items() if count > 1 and not word.isupper()}
    for match in _LONG_NAME.finditer(table.classes) if often else ():
        often.difference_update(table.words[slice(*match.span())])
    if not often:
        return {}
    places: dict[str, list[int]] = {}
    for word, token in zip(words, lone, strict=True):
        if word in often:
            places.setdefault(word, []).append(token)
    verbs = [match.start() for match in _VERB.finditer(table.classes)]
    return {word: found for word, found in places.items() if _may_speak(table, found, verbs)}


def _may_speak(table: Tokens, mentions: list[int], verbs: list[int]) -> bool:
    """Say whether the sentences of `mentions` contain at least one verb of `verbs` for each mention."""
    missing = len(mentions)
    for token in mentions:
        first, last = table.sentence(token)
        missing -= bisect_left(verbs, last) - bisect_left(verbs, first)
    return missing <= 0

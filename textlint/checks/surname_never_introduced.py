"""Find speakers named by surname alone, whom the text introduces nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.attributions import attributions
from textlint.layers.people import people
from textlint.layers.tokens import tokens
from textlint.span import Finding


def check(document: Document, least_words: int = 120) -> Iterator[Finding]:
    """Yield the first mention of each such surname, in texts of at least `least_words` words.

    Only a lone capitalised word counts that speaks at every mention, at least twice, in a text that says "he" or "she": firms
    and countries are named where they do not speak, too.
    """
    table = document.layer(tokens)
    if len(table.words) < least_words:
        return
    in_names = {
        word for bearers in document.layer(people).values() for person in bearers for word in person.name.split()
    }
    counts = Counter(table.words)
    speaks: dict[str, int] = {}
    places: dict[str, int] = {}
    for attribution in document.layer(attributions):
        source = attribution.source
        if source.kind == "named" and source.head == source.first and table.classes[attribution.cue] in "vzdg":
            word = table.words[source.head]
            if word not in in_names and not word.isupper():
                speaks[word] = speaks.get(word, 0) + 1
                places.setdefault(word, source.head)
    tells_of_a_person = not {"he", "she", "He", "She"}.isdisjoint(table.words)
    for word, token in places.items():
        if counts[word] == speaks[word] > 1 and tells_of_a_person:
            yield Finding(table.starts[token], table.ends[token])

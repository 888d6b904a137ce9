"""Find the full names of a text, and resolve surnames and pronouns to them."""

from __future__ import annotations

from textlint.document import Document
from textlint.layers.speech.subjects import first_subject
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_FULL_NAME = patterns.expression(r"N(?:\.?[N]|\.)*(?:\.?N)")
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Prof Sen Rep Gov Gen Col Lt Sgt Rev Sir Lord Lady Dame President Senator Representative Governor Secretary Minister "
    "Judge Justice Mayor Professor Chairman Chancellor King Queen Prince Princess Pope Congressman Congresswoman General Captain".split()
)

_BODY = patterns.expression(
    r"^(?:The |United|North|South|West|East|New|Saudi|European|Hong|Great|Supreme|White) ?|\b(?:Inc|Corp|Ltd|Co|Group|University|Institute|Ministry|"
    r"Department|Agency|Bank|Council|Committee|Commission|Court|Party|House|Office|Association|Union|Times|Post|Journal|News|Reuters|CNN|Fox|Press|"
    r"Cent(?:er|re)|Foundation|Bureau|Service|Authority|Company|Police|Senate|Congress|Campaign|Republicans?|Democrats?|Administration|Secretary|Minister)$|^[A-Z]{2,}$"
)


class Person(NamedTuple):
    """A name of two or more words: its tokens, and its last word, which may refer to the person later."""

    first: int
    last: int
    name: str
    surname: str


def people(document: Document) -> dict[str, list[Person]]:
    """Return the full names of `document` by their last word, in order, including those of organizations; a layer."""
    table = document.layer(tokens)
    found: dict[str, list[Person]] = {}
    for match in _FULL_NAME.finditer(table.classes):
        first, last = match.span()
        words = [word for word in table.words[first:last] if word != "."]
        if len(words) > 1:
            found.setdefault(words[-1], []).append(Person(first, last, " ".join(words), words[-1]))
    return found


def resolve(known: dict[str, list[Person]], surname: str) -> Person | None:
    """Return the person that `surname` refers to: the first one with that name and not only a title, or None."""
    bearers = (person for person in known.get(surname, ()) if person.name.split()[0] not in _TITLES)
    return next(bearers, None)


def antecedent(
    table: Tokens, known: dict[str, list[Person]], pronoun: int, sentences: int = 4
) -> tuple[int, str] | None:
    """Return the token and full name of the person that the pronoun at token `pronoun` may refer to, or None.

    This is the nearest person who is the subject of a sentence: first of the pronoun's own sentence, then of up to
    `sentences` before it, even across paragraphs. Organizations and countries are skipped.
    """
    end = pronoun
    for _ in range(sentences + 1):
        start = table.sentence_start(end)
        source = first_subject(table, start, end) if start < end else None
        if source and source.kind == "named" and (name := person_name(table, known, source.head)):
            return source.head, name
        end = start
        while end and table.classes[end - 1] in '|¶!"':
            end -= 1
        if end <= 0:
            return None
    return None


def person_name(table: Tokens, known: dict[str, list[Person]], head: int) -> str | None:
    """Return the full name of the person whose name ends at token `head`, or None for an organization or a place."""
    person = resolve(known, table.words[head])
    if person and not is_body(person.name):
        return person.name
    titled = (head > 1 and table.words[head - 1] in _TITLES) or (head > 2 and table.words[head - 2] in _TITLES)
    return table.words[head] if titled else None


def is_body(name: str) -> bool:
    """Return whether a name is that of an organization, a place or a people, not of a person."""
    return _BODY.search(name) is not None

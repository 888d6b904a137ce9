"""Who has been introduced: the full names of a text, and what surnames and pronouns refer back to."""

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
    """A name of two words or more: its tokens, and its last word, by which the text may name the bearer again."""

    first: int
    last: int
    name: str
    surname: str


def people(document: Document) -> dict[str, list[Person]]:
    """Return the full names of `document` by their last word, in order; a layer. Bodies with long names are among them."""
    table = document.layer(tokens)
    found: dict[str, list[Person]] = {}
    for match in _FULL_NAME.finditer(table.classes):
        first, last = match.span()
        words = [word for word in table.words[first:last] if word != "."]
        if len(words) > 1:
            found.setdefault(words[-1], []).append(Person(first, last, " ".join(words), words[-1]))
    return found


def resolve(known: dict[str, list[Person]], surname: str) -> Person | None:
    """Return the person that `surname` means: the first of that name who is introduced, title aside."""
    bearers = (person for person in known.get(surname, ()) if person.name.split()[0] not in _TITLES)
    return next(bearers, None)


def antecedent(
    table: Tokens, known: dict[str, list[Person]], pronoun: int, sentences: int = 4
) -> tuple[int, str] | None:
    """Return where, and by which full name, the person stands that a pronoun at token `pronoun` may refer to, or None.

    That is the nearest person who is the subject of a sentence: of the pronoun's own first, then of up to `sentences`
    before it, even across paragraphs. Bodies and countries are passed over.
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
    """Return the full name of the person whose name ends at token `head`, or None where it names a body or a place."""
    person = resolve(known, table.words[head])
    if person and not is_body(person.name):
        return person.name
    titled = (head > 1 and table.words[head - 1] in _TITLES) or (head > 2 and table.words[head - 2] in _TITLES)
    return table.words[head] if titled else None


def is_body(name: str) -> bool:
    """Say whether a name is that of an organisation, a place or a people rather than of a person."""
    return _BODY.search(name) is not None

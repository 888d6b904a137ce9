"""Who has been introduced: the full names of a text, and what surnames and pronouns refer back to."""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.document import Document
from textlint.layers.subjects import first_subject
from textlint.layers.tokens import Tokens, tokens

_FULL_NAME = re.compile(r"N(?:\.?[N]|\.)*(?:\.?N)")
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Prof Sen Rep Gov Gen Col Lt Sgt Rev Sir Lord Lady Dame President Senator Representative Governor Secretary Minister "
    "Judge Justice Mayor Professor Chairman Chancellor King Queen Prince Princess Pope Congressman Congresswoman General Captain".split()
)
_HERS = frozenset("Mrs Ms Miss Lady Dame Queen Princess Congresswoman".split())


class Person(NamedTuple):
    """A name of two words or more: its tokens, and its last word, by which the text may name the bearer again."""

    first: int
    last: int
    name: str
    surname: str


def people(document: Document) -> list[Person]:
    """Return the full names of `document` in order; a layer. Bodies with names of several words are among them."""
    table = document.layer(tokens)
    found = []
    for match in _FULL_NAME.finditer(table.classes):
        first, last = match.span()
        words = [word for word in table.words[first:last] if word != "."]
        if len(words) > 1:
            found.append(Person(first, last, " ".join(words), words[-1]))
    return found


def resolve(table: Tokens, known: list[Person], surname: str, before: int) -> Person | None:
    """Return the last person that `surname` can mean among those introduced before token `before`, else the first behind it."""
    behind = None
    for person in known:
        if person.surname == surname and person.name.split()[0] not in _TITLES:
            if person.first < before:
                return person
            behind = behind or person
    return behind


def antecedent(table: Tokens, pronoun: int, sentences: int = 4) -> str | None:
    """Return the name that a pronoun at token `pronoun` most likely refers to, or None.

    That is the nearest name which is the subject of its sentence: of the pronoun's own sentence first, then of up to
    `sentences` before it, even across paragraphs.
    """
    end = pronoun
    for _ in range(sentences + 1):
        start = max(table.classes.rfind("|", 0, end), table.classes.rfind("¶", 0, end)) + 1
        source = first_subject(table, start, end) if start < end else None
        if source and source.kind == "named":
            return name_at(table, source.head)
        end = len(table.classes[:start].rstrip('|¶!"'))
        if end <= 0:
            return None
    return None


def name_at(table: Tokens, token: int) -> str:
    """Return the run of capitalised words that ends at `token`."""
    start = token
    while start > 0 and (table.classes[start - 1] == "N" or table.classes[start - 1] == "." and table.classes[start - 2] == "N"):
        start -= 1
    return table.masked[table.starts[start] : table.ends[token]]

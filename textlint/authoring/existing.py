"""Find the rules that already report what a draft is meant to find, to avoid duplicate rules."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.authoring.draft import Draft
from textlint.document import Document
from textlint.engine import diagnose
from textlint.rule import Rule
from textlint.rulebook.file import unmark
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection, with_builtin
from textlint.startup.values import NamedTuple

_PROSE = "The board met on Tuesday to hear the engineer, who had walked over the bridge and found it sound.\n"


class Existing(NamedTuple):
    """An existing rule, and words of the draft that it finds."""

    rule: Rule
    words: str


def existing_finders(draft: Draft, folder: str) -> list[Existing]:
    """Return the rules that already find what `draft` is meant to find: built-in ones, and others of the pack `folder`.

    Each covers a phrase of the draft on its own line, or the words marked in the bad example. Rules that are off by
    default or in preview count too. Last-resort rules do not, because they give way to rules that know the words. Each
    rule appears once, in the order of the codes.
    """
    pack = load_pack(with_builtin([folder])[1:], installed=False)
    rules = RuleSet(pack, Selection(select=("ALL", *(rule.code for rule in pack.rules)), preview=True))
    found: dict[str, Existing] = {}
    for text, spans in _samples(draft):
        for diagnostic in diagnose(Document(text, metadata={"language": "en"}), rules):
            for start, end in spans:
                if diagnostic.start <= start and end <= diagnostic.end:
                    found.setdefault(diagnostic.code, Existing(rules.rule(diagnostic.code), text[start:end]))
    return [found[code] for code in sorted(found) if code != draft.code and not found[code].rule.last_resort]


def _samples(draft: Draft) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Yield sample texts, each with the spans of the words that the draft is meant to find."""
    yield unmark(draft.bad)
    for phrase in draft.phrases:
        start = len(_PROSE) + 1
        yield f"{_PROSE}\n{phrase}\n", ((start, start + len(phrase)),)

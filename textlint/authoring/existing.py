"""What other rules find already in the examples of a draft, so that no rule is written twice."""

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
    """A rule that is there already, and words of the draft that it finds."""

    rule: Rule
    words: str


def existing_finders(draft: Draft, folder: str) -> list[Existing]:
    """Return the rules that find already what `draft` is to find: built-in ones, and others of the pack `folder`.

    Each covers a phrase of the draft that is a line of its own, or the words marked in its bad example. Rules that are
    off by default or in preview count too. Rules that are a last resort do not: they guess, and yield to a rule that
    knows the words. Each rule is named once, in the order of the codes.
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
    """Yield texts, each with the spans of the words that the draft is meant to find."""
    yield unmark(draft.bad)
    for phrase in draft.phrases:
        start = len(_PROSE) + 1
        yield f"{_PROSE}\n{phrase}\n", ((start, start + len(phrase)),)

"""Which of several findings at one place are reported: the written policy on overlaps.

1. A finding within one of a rule that supersedes its own is dropped: the other says the same and more.
2. Of findings of one family with the same span, one is kept: the one whose repair is safest, then the lowest code.
3. A finding about sources or claims within page furniture is dropped: furniture makes no claims for the article.

All other findings are kept, however they overlap; the fixer then decides which repairs go first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.diagnostic import APPLICABILITIES
from textlint.rule import Rule
from textlint.span import Finding

_FURNITURE = "BP"
_ABOUT_SOURCES = ("AT", "CL")

Found = tuple[Rule, Finding]


def resolve(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the findings that are reported, in the order given; `found` is sorted by place."""
    covers = _covers(found)
    best = _best_of_each_place(found)
    for rule, finding in found:
        cover = covers.get(rule.code, ())
        if rule.code.startswith(_ABOUT_SOURCES):
            cover = (*cover, *covers.get(_FURNITURE, ()))
        is_covered = any(start <= finding.start and finding.end <= end for start, end in cover)
        if not is_covered and best[_place(rule, finding)] == (rule, finding):
            yield rule, finding


def _covers(found: Sequence[Found]) -> dict[str, list[tuple[int, int]]]:
    """Return by code the spans of the findings that supersede it, and by family those of furniture."""
    covers: dict[str, list[tuple[int, int]]] = {}
    for rule, finding in found:
        for code in rule.supersedes:
            covers.setdefault(code, []).append((finding.start, finding.end))
        if rule.code.startswith(_FURNITURE):
            covers.setdefault(_FURNITURE, []).append((finding.start, finding.end))
    return covers


def _best_of_each_place(found: Sequence[Found]) -> dict[tuple[str, int, int], Found]:
    best: dict[tuple[str, int, int], Found] = {}
    for item in found:
        place = _place(*item)
        if place not in best or _rank(*item) < _rank(*best[place]):
            best[place] = item
    return best


def _place(rule: Rule, finding: Finding) -> tuple[str, int, int]:
    return rule.code.rstrip("0123456789"), finding.start, finding.end


def _rank(rule: Rule, finding: Finding) -> tuple[int, str]:
    return applicability(rule, finding), rule.code


def applicability(rule: Rule, finding: Finding) -> int:
    """Return the place in APPLICABILITIES of the weaker of what the rule allows and what the finding asks for.

    A finding without a repair comes after all of them.
    """
    if rule.fix is None or not finding.edits:
        return len(APPLICABILITIES)
    asked = finding.applicability or rule.fix.applicability
    return max(APPLICABILITIES.index(asked), APPLICABILITIES.index(rule.fix.applicability))

"""Which of several findings at one place are reported: the written policy on overlaps.

1. A finding within one of a rule that supersedes its own is dropped: the other says the same and more. So is a finding
   of a rule that is a last resort within one of a rule of its family that is none.
2. Of findings of one family with the same span, one is kept: the one whose repair is safest, then the lowest code.
3. A finding about sources, claims or lost words within page furniture or markup is dropped: what is no text of the article
   claims nothing for it.

All other findings are kept, however they overlap; the fixer then decides which repairs go first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from textlint.diagnostic import APPLICABILITIES
from textlint.families import FAMILIES, prefix_of
from textlint.rule import Rule
from textlint.span import Finding

_NO_TEXT = "no text of the article"
_ITS_FAMILIES = tuple(family.prefix for family in FAMILIES if not family.covers_article)
_ABOUT_TEXT = tuple(family.about_article for family in FAMILIES if family.about_article)

Found = tuple[Rule, Finding]


def resolve(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the findings that are reported, in the order given; `found` is sorted by place."""
    covers = _covers(found)
    best = _best_of_each_place(found)
    for rule, finding in found:
        is_covered = any(name in covers and covers[name].holds(finding) for name in _yields_to(rule))
        if not is_covered and best[_place(rule, finding)] == (rule, finding):
            yield rule, finding


class _Cover:
    """Spans, added in the order of their starts, and whether one of them holds another span."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._furthest: list[int] = []  # the furthest end of the spans so far

    def add(self, start: int, end: int) -> None:
        self._starts.append(start)
        self._furthest.append(max(end, self._furthest[-1] if self._furthest else end))

    def holds(self, finding: Finding) -> bool:
        index = bisect_right(self._starts, finding.start) - 1
        return index >= 0 and finding.end <= self._furthest[index]


def _covers(found: Sequence[Found]) -> dict[str, _Cover]:
    """Return the spans of the findings that drop others, by what `_yields_to` names."""
    has_last_resort = any(rule.last_resort for rule, _ in found)
    covers: dict[str, _Cover] = {}
    for rule, finding in found:
        names = rule.supersedes
        if rule.code.startswith(_ITS_FAMILIES):
            names = (*names, _NO_TEXT)
        if has_last_resort and not rule.last_resort:
            names = (*names, prefix_of(rule.code))
        for name in names:
            covers.setdefault(name, _Cover()).add(finding.start, finding.end)
    return covers


def _yields_to(rule: Rule) -> Iterator[str]:
    """Yield what drops a finding of `rule` within it: its code where superseded, its family for a last resort, _NO_TEXT."""
    yield rule.code
    if rule.last_resort:
        yield prefix_of(rule.code)
    if rule.code.startswith(_ABOUT_TEXT):
        yield _NO_TEXT


def _best_of_each_place(found: Sequence[Found]) -> dict[tuple[str, int, int], Found]:
    best: dict[tuple[str, int, int], Found] = {}
    for item in found:
        place = _place(*item)
        if place not in best or _rank(*item) < _rank(*best[place]):
            best[place] = item
    return best


def _place(rule: Rule, finding: Finding) -> tuple[str, int, int]:
    return prefix_of(rule.code), finding.start, finding.end


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

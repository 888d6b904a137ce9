"""The policy on overlapping findings: which of them are reported.

1. A finding is dropped if it lies within a finding of a rule that supersedes its own rule: the other says the same and
   more. A finding of a last-resort rule is dropped if it lies within a finding of any other rule of its family.
2. Of several findings of one family with the same span, one is kept: the one with the safest fix, then the lowest code.
3. A finding about sources, claims or lost words is dropped if it lies within page furniture or markup, which is not part
   of the article and makes no claims.

All other findings are kept, even if they overlap. The fixer then decides which fixes to apply first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from textlint.diagnostic import APPLICABILITIES
from textlint.families import FAMILIES, prefix_of
from textlint.rule import Rule
from textlint.span import Finding
from textlint.startup.values import NamedTuple

_NO_TEXT = "no text of the article"
_ITS_FAMILIES = tuple(family.prefix for family in FAMILIES if not family.covers_article)
_ABOUT_TEXT = tuple(family.about_article for family in FAMILIES if family.about_article)

Found = tuple[Rule, Finding]


class Drop(NamedTuple):
    """Why a finding is not reported: the clause of the policy, and the finding that it was dropped for.

    The clauses are "superseded", "last resort", "same place" and "no text".
    """

    clause: str
    by: Found


def resolve(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the findings that are reported, in the order given; `found` is sorted by place."""
    return (item for item, drop in resolve_with_reasons(found) if drop is None)


def resolve_with_reasons(found: Sequence[Found]) -> Iterator[tuple[Found, Drop | None]]:
    """Yield each finding, in the order given, with the reason why it is not reported, or None if it is reported."""
    covers = _covers(found)
    best = _best_of_each_place(found)
    for item in found:
        yield item, _drop(item, covers, best)


def _drop(item: Found, covers: dict[str, _Cover], best: dict[tuple[str, int, int], Found]) -> Drop | None:
    rule, finding = item
    for name, clause in _yields_to(rule):
        if name in covers and (by := covers[name].holder(finding)):
            return Drop(clause, by)
    preferred = best[_place(rule, finding)]
    return None if preferred == item else Drop("same place", preferred)


class _Cover:
    """Findings, added in the order of their starts, and a search for one that contains another finding."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._furthest: list[Found] = []  # of the findings so far, the one that ends last

    def add(self, item: Found) -> None:
        self._starts.append(item[1].start)
        is_further = not self._furthest or item[1].end > self._furthest[-1][1].end
        self._furthest.append(item if is_further else self._furthest[-1])

    def holder(self, finding: Finding) -> Found | None:
        """Return the finding that ends last of those starting no later than `finding`, or None if it ends before it."""
        index = bisect_right(self._starts, finding.start) - 1
        return self._furthest[index] if index >= 0 and finding.end <= self._furthest[index][1].end else None


def _covers(found: Sequence[Found]) -> dict[str, _Cover]:
    """Return the findings for which others are dropped, keyed by what they drop: a code, a family or article text."""
    has_last_resort = any(rule.last_resort for rule, _ in found)
    covers: dict[str, _Cover] = {}
    for item in found:
        rule = item[0]
        names = rule.supersedes
        if rule.code.startswith(_ITS_FAMILIES):
            names = (*names, _NO_TEXT)
        if has_last_resort and not rule.last_resort:
            names = (*names, prefix_of(rule.code))
        for name in names:
            covers.setdefault(name, _Cover()).add(item)
    return covers


def _yields_to(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the keys of `_covers` that drop findings of `rule`, each with its clause of the policy."""
    yield rule.code, "superseded"
    if rule.last_resort:
        yield prefix_of(rule.code), "last resort"
    if rule.code.startswith(_ABOUT_TEXT):
        yield _NO_TEXT, "no text"


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
    """Return the index in APPLICABILITIES of what the rule allows or the finding asks for, whichever is weaker.

    For a finding without a fix, return the length of APPLICABILITIES.
    """
    if rule.fix is None or not finding.edits:
        return len(APPLICABILITIES)
    asked = finding.applicability or rule.fix.applicability
    return max(APPLICABILITIES.index(asked), APPLICABILITIES.index(rule.fix.applicability))

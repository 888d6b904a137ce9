"""The cues near a finding, and the rules that found them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.checks import find_check
from textlint.document import Document
from textlint.explanation.places import words_of
from textlint.explanation.values import NearbyCue
from textlint.matching.judgement import cues_near
from textlint.matching.matcher import Matches
from textlint.rule import Rule
from textlint.span import Cue, Span


def evidence_near(
    document: Document, rule: Rule, span: Span, matches: Matches, rules: Sequence[Rule]
) -> tuple[NearbyCue, ...]:
    """Return the cues near `span`, in order, without those of the rule itself within `span`.

    A rule that does not use cues has none.
    """
    if not uses_cues(rule):
        return ()
    givers = _givers(matches, rules)
    return tuple(
        NearbyCue(
            cue.kind,
            document.position(cue.start)[0],
            words_of(document, cue.start, cue.end),
            givers.get(cue, ()),
            cue.kind != rule.cue,
        )
        for cue in _longest(cues_near(document, span, rule.where.near))
        if not (cue.kind == rule.cue and span.start <= cue.start and cue.end <= span.end)
    )


def counted(cues: Sequence[NearbyCue]) -> tuple[str, ...]:
    """Return the kinds of cue that count as evidence, with the line of the first of each kind: "share (line 20)"."""
    first: dict[str, int] = {}
    for cue in cues:
        if cue.counts:
            first.setdefault(cue.kind, cue.line)
    return tuple(f"{kind} (line {first[kind]})" for kind in sorted(first))


def say_evidence(kinds: Sequence[str], needed: int) -> str:
    """Return a phrase with the number of kinds of cue that count and the number that the rule requires."""
    phrase = f"{len(kinds)} of {needed} kinds of cue nearby"
    if len(kinds) > needed:
        phrase = f"{len(kinds)} kinds of cue nearby, {needed} needed"
    return phrase + (f": {', '.join(kinds)}" if kinds else "")


def uses_cues(rule: Rule) -> bool:
    """Return whether the findings or fixes of a rule may depend on the cues of other rules."""
    check = find_check(rule.check, rule.origin)
    if check is not None:
        return check.__module__.startswith("textlint.checks.boilerplate.")
    return bool(rule.cue or rule.where.zones or rule.where.evidence or (rule.fix and rule.fix.evidence))


def _longest(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield the cues that are not inside another cue of the same kind."""
    reach: dict[str, int] = {}
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        if cue.end > reach.get(cue.kind, -1):
            reach[cue.kind] = cue.end
            yield cue


def _givers(matches: Matches, rules: Sequence[Rule]) -> dict[Cue, tuple[str, ...]]:
    """Return the codes of the rules that found each cue."""
    codes: dict[Cue, list[str]] = {}
    for number, found in matches.found.items():
        rule = rules[number]
        for match in found if rule.cue else ():
            given = codes.setdefault(Cue(match.start, match.end, rule.cue), [])
            if rule.code not in given:
                given.append(rule.code)
    return {cue: tuple(given) for cue, given in codes.items()}

"""Build the reason for a finding, or for a match without a finding, from the facts around it."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.checks import MATCHED
from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.engine import Scanned, diagnostic_of
from textlint.explanation.evidence import evidence_near
from textlint.explanation.fixes import explain_fix
from textlint.explanation.matched import by_check, by_match, match_behind
from textlint.explanation.models import judged, verdicts_at
from textlint.explanation.places import neighbors, words_of
from textlint.explanation.values import Judged, Matched, Reason, Winner
from textlint.explanation.whereabouts import shown_path
from textlint.layers.page.zones import zones
from textlint.matching.matcher import Match
from textlint.overlap import Drop
from textlint.rule import Rule
from textlint.span import Finding, Span
from textlint.startup.values import NamedTuple

_CLAUSES = {
    "superseded": "which says the same and more",
    "last resort": "because this rule is a last resort, for what no other rule of its family finds",
    "same place": "which covers the same words; only one finding per family is reported",
    "no text": "which means that these words are not part of the article",
}


class Context(NamedTuple):
    """A scanned document and the rules used to scan it."""

    scanned: Scanned
    rules: Sequence[Rule]

    @property
    def document(self) -> Document:
        """The document."""
        return self.scanned.document

    def matches_of(self, rule: Rule) -> Sequence[Match]:
        """Return the matches of a rule's phrases and expressions."""
        return next(
            (found for number, found in self.scanned.matches.found.items() if self.rules[number].code == rule.code), ()
        )


def reason_of_finding(
    context: Context, rule: Rule, finding: Finding, outcome: str = "reported", reason: str = ""
) -> Reason:
    """Return why a rule found something, and the outcome."""
    document = context.document
    match = match_behind(document, rule, context.matches_of(rule), finding) if rule.check in MATCHED else None
    matched = by_check(document, rule, finding) if match is None else by_match(document, rule, match)
    models = _models(document, rule, finding)
    found = _reason(context, rule, diagnostic_of(document, rule, finding), matched, models)
    fix = explain_fix(document, rule, finding, found.cues, models)
    return found._replace(outcome=outcome, reason=reason or "All conditions of the rule are met.", fix=fix)


def reason_of_drop(context: Context, rule: Rule, finding: Finding, drop: Drop) -> Reason:
    """Return why a rule's finding is not reported because of another finding."""
    document = context.document
    by, its_finding = drop.by
    line, column = document.position(its_finding.start)
    words = words_of(document, its_finding.start, its_finding.end)
    winner = Winner(drop.clause, by.code, by.name, its_finding.start, its_finding.end, line, column, words)
    reason = f"Dropped for {by.code} {by.name} at {line}:{column} (“{words}”), {_CLAUSES[drop.clause]}."
    return reason_of_finding(context, rule, finding, "dropped", reason)._replace(dropped_by=winner)


def reason_of_near_miss(context: Context, rule: Rule, match: Match, condition: str, reason: str) -> Reason:
    """Return why a rule that matched found nothing: the key in its `where` table that is not met."""
    document = context.document
    matched = by_match(document, rule, match)
    found = Finding(match.start, match.end, matched.values)
    reached = _reason(context, rule, diagnostic_of(document, rule, found), matched, ())
    return reached._replace(outcome="condition", condition=condition, reason=reason)


def _reason(
    context: Context, rule: Rule, diagnostic: Diagnostic, matched: Matched, models: tuple[Judged, ...]
) -> Reason:
    """Return the facts about a place, without the outcome."""
    document = context.document
    span = Span(diagnostic.start, diagnostic.end)
    before, after = neighbors(document, *span)
    return Reason(
        code=rule.code,
        name=rule.name,
        summary=rule.summary,
        severity=rule.severity,
        rule_file=shown_path(rule.origin),
        message=diagnostic.message,
        outcome="reported",
        condition="",
        reason="",
        start=span.start,
        end=span.end,
        line=diagnostic.line,
        column=diagnostic.column,
        end_line=diagnostic.end_line,
        end_column=diagnostic.end_column,
        text=words_of(document, *span),
        zone=document.layer(zones).at(span.start),
        before=before,
        after=after,
        matched=matched,
        cues=evidence_near(document, rule, span, context.scanned.matches, context.rules),
        models=models,
        notes=diagnostic.notes,
        fix=None,
        dropped_by=None,
    )


def _models(document: Document, rule: Rule, finding: Finding) -> tuple[Judged, ...]:
    place = Span(finding.start, max(finding.end, finding.start + 1))
    return tuple(judged(document, (rule,), verdict, True) for verdict in verdicts_at(document, rule.check, place))

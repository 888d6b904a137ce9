"""Explain a place in a document: what is reported there, what was nearly reported, and how the models scored it.

The functions that decide what is reported run again, and this module keeps their reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.engine import find, is_silenced, scan
from textlint.explanation.models import groups_of, is_near, judged, verdicts_at
from textlint.explanation.near_misses import failed_conditions, not_running
from textlint.explanation.places import Place, touches, words_of
from textlint.explanation.reasons import Context, reason_of_drop, reason_of_finding
from textlint.explanation.values import Explanation, Judged, Reason
from textlint.overlap import Found, resolve_with_reasons
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Span

_SIC = "The writer marked it as [sic]."


def explain(
    document: Document,
    rules: RuleSet,
    place: Place,
    only: frozenset[str] | None = None,
    codes: Sequence[str] = (),
) -> Explanation:
    """Return why something is reported in `place`, or was nearly reported.

    `only` limits the run to selected rules with these codes, as in `textlint.engine.diagnose`. `codes` limits the
    explanation to rules whose codes start with one of these.
    """
    span = place.span
    scanned = scan(document, rules)
    context = Context(scanned, rules.rules)
    running = frozenset(rules.rules[number].code for number in rules.speaking(document.language))
    running = running if only is None else running & only
    found = find(scanned, rules, only)
    heard = [item for item in found if not is_silenced(document, item[1])]
    here = [item for item in found if touches(span, item[1].start, item[1].end)]
    findings = list(_findings(context, span, heard))
    nearly = [reason for reason in findings if reason.outcome != "reported"]
    nearly += (reason_of_finding(context, *item, "sic", _SIC) for item in here if is_silenced(document, item[1]))
    nearly += failed_conditions(context, span, running, here)
    nearly += not_running(context, rules, span, running, heard)
    return Explanation(
        document.path,
        document.record,
        document.record_line,
        place.line,
        place.column,
        words_of(document, *place.span).strip(),
        document.language,
        _chosen((reason for reason in findings if reason.outcome == "reported"), codes),
        _chosen(sorted(nearly, key=lambda reason: (reason.start, reason.end, reason.code)), codes),
        tuple(_candidates(context, span, running, here, codes)),
    )


def _findings(context: Context, span: Span, heard: Sequence[Found]) -> Iterator[Reason]:
    """Yield the findings in `span`: those reported and those dropped for another finding."""
    for (rule, finding), drop in resolve_with_reasons(heard):
        if touches(span, finding.start, finding.end):
            if drop is None:
                yield reason_of_finding(context, rule, finding)
            else:
                yield reason_of_drop(context, rule, finding, drop)


def _candidates(
    context: Context, span: Span, running: frozenset[str], here: Sequence[Found], codes: Sequence[str]
) -> Iterator[Judged]:
    """Yield the models' verdicts on the candidates in `span` that no rule found.

    Only scores near the threshold, unless `codes` asks for a rule.
    """
    for rules in groups_of(rule for rule in context.rules if rule.code in running):
        names = [rule.code for rule in rules]
        if codes and not any(name.startswith(tuple(codes)) for name in names):
            continue
        found = [Span(finding.start, finding.end) for rule, finding in here if rule.code in names]
        for verdict in verdicts_at(context.document, rules[0].check, span):
            if not any(touches(other, verdict.start, verdict.end) for other in found):
                shown = judged(context.document, rules, verdict, False)
                if codes or is_near(shown):
                    yield shown


def _chosen(reasons: Iterator[Reason] | Sequence[Reason], codes: Sequence[str]) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if not codes or reason.code.startswith(tuple(codes)))

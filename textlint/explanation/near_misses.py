"""Rules that matched at a place but reported nothing, and rules that are off but would have reported something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textlint.document import Document
from textlint.engine import find, is_silenced, scan
from textlint.explanation.evidence import counted, evidence_near, say_evidence
from textlint.explanation.places import touches
from textlint.explanation.reasons import Context, reason_of_finding, reason_of_near_miss
from textlint.explanation.values import Reason
from textlint.layers.page.zones import zones
from textlint.matching.expressions import compile_expression
from textlint.matching.judgement import Judgement, judgement
from textlint.matching.matcher import Match
from textlint.overlap import Found, resolve_with_reasons
from textlint.rule import Rule
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Span


def failed_conditions(
    context: Context, place: Span, running: frozenset[str], found: Sequence[Found]
) -> Iterator[Reason]:
    """Yield the matches in `place` that fail a condition of their rule, for the rules `running`.

    Matches are left out if the same rule already found something there (`found`), or already failed there.
    """
    for number, matches in context.scanned.matches.found.items():
        rule = context.rules[number]
        if rule.code not in running:
            continue
        done = [(finding.start, finding.end) for its_rule, finding in found if its_rule.code == rule.code]
        here = [match for match in matches if touches(place, match.start, match.end)]
        for match in sorted(here, key=lambda match: match.start - match.end):  # the longest first
            judged = judgement(context.document, rule, match)
            if judged.failed and not any(start <= match.end and match.start <= end for start, end in done):
                done.append((match.start, match.end))
                reason = _WHY[judged.failed](context, rule, match, judged)
                yield reason_of_near_miss(context, rule, match, judged.failed, reason)


def _why_zone(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    zone = context.document.layer(zones).at(match.start)
    return f"It is in the {zone} of the page; the rule looks only in the {' and '.join(rule.where.zones)}."


def _why_too_long(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    words = len(_line(context.document, match).split())
    return f"The line has {words} words; the rule allows at most {rule.where.max_words}."


def _why_not_alone(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    return "The line has other words; the rule requires the match to be alone on its line."


def _why_unless(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    line = _line(context.document, match)
    for expression in rule.where.unless:
        if against := compile_expression(expression, True).search(line):
            return f"The line contains “{against.group()}”, which matches the `unless` expression {expression}"
    return "The line matches an `unless` expression."


def _why_quoted(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    return "It is inside a quotation, and the rule ignores quoted words."


def _why_evidence(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    near = counted(evidence_near(context.document, rule, judged.span, context.scanned.matches, context.rules))
    reach = f"within {rule.where.near} lines, not counting blank lines"
    return f"{say_evidence(near, rule.where.evidence)}; nearby is {reach}."


def _why_no_block(context: Context, rule: Rule, match: Match, judged: Judgement) -> str:
    return f"No line that ends the block follows within {rule.parameters['max_lines']} lines."


_WHY: dict[str, Callable[[Context, Rule, Match, Judgement], str]] = {
    "zones": _why_zone,
    "max_words": _why_too_long,
    "alone": _why_not_alone,
    "unless": _why_unless,
    "quoted": _why_quoted,
    "evidence": _why_evidence,
    "block": _why_no_block,
}


def _line(document: Document, match: Match) -> str:
    start, end = document.lines.around(match.start)
    return document.text[start:end]


def not_running(
    context: Context, rules: RuleSet, place: Span, running: frozenset[str], heard: Sequence[Found]
) -> Iterator[Reason]:
    """Yield what rules that are off, or are for another language, would have reported in `place`.

    `running` are the codes of the rules that run and `heard` their findings. A finding that would have been dropped for
    one of these is left out.
    """
    everything = rules.unrestricted
    scanned = scan(context.document, everything)
    others = frozenset(rule.code for rule in everything.rules) - running
    found = [
        item
        for item in find(scanned, everything, others)
        if touches(place, item[1].start, item[1].end) and not is_silenced(context.document, item[1])
    ]
    if not found:
        return
    both = sorted([*heard, *found], key=lambda item: (item[1].start, item[1].end, item[0].code))
    beside = Context(scanned, everything.rules)
    for (rule, finding), drop in resolve_with_reasons(both):
        if drop is None and rule.code in others:
            outcome, reason = _why_not_running(rules.rule(rule.code), rules, context.document)
            yield reason_of_finding(beside, rule, finding, outcome, reason)


def _why_not_running(rule: Rule, rules: RuleSet, document: Document) -> tuple[str, str]:
    if rule.code in rules.selected:
        if rule.languages and document.language not in ("", *rule.languages):
            meant, read = ", ".join(rule.languages), document.language
            return "language", f"The rule is for texts in {meant}; the language of this one was detected as {read}."
        return "off", "`per-file-ignores` turns the rule off for this file."
    if rule.status == "preview" and not rules.selection.preview:
        return "off", "The rule is in preview; `--preview` turns it on."
    if rule.code.startswith(tuple(code for code in rules.selection.ignore)):
        return "off", "`ignore` turns the rule off."
    if not rule.enabled:
        return "off", f"The rule is off by default; `--extend-select {rule.code}` turns it on."
    return "off", "The rule is not selected."

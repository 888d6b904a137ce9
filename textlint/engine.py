"""Run a rule set on a document and return its diagnostics, sorted by place. The same input gives the same output."""

from __future__ import annotations

from collections.abc import Mapping

from textlint.checks import find_check
from textlint.diagnostic import APPLICABILITIES, Diagnostic, Fix
from textlint.document import Document
from textlint.matching.matcher import Matches
from textlint.overlap import Found, applicability, resolve
from textlint.rule import Rule
from textlint.rulebook.ruleset import RuleSet
from textlint.span import Cue, Finding
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_FIELD = patterns.expression(r"\{(\w+)\}")
_LONGEST_WORDS = 80


class Scanned(NamedTuple):
    """A document with the cues that the rules found in it, and all matches of the rules' phrases and expressions."""

    document: Document
    matches: Matches


def scan(document: Document, rules: RuleSet) -> Scanned:
    """Return `document` with the cues that `rules` find in it, for layers and checks to read, and all matches."""
    matches = rules.matcher.scan(document)
    return Scanned(document.with_cues(_cues(matches, rules)), matches)


def diagnose(document: Document, rules: RuleSet, only: frozenset[str] | None = None) -> tuple[Diagnostic, ...]:
    """Return what the rules find in `document`, sorted by place, then code.

    `only` limits the run to selected rules with these codes. Errors that the writer marked as `[sic]` are not reported.
    `textlint.overlap` decides which of several overlapping findings are reported.
    """
    return judge_scanned(scan(document, rules), rules, only)


def judge_scanned(scanned: Scanned, rules: RuleSet, only: frozenset[str] | None = None) -> tuple[Diagnostic, ...]:
    """Return what `diagnose` returns, for a document that is already scanned."""
    found = find(scanned, rules, only)
    if not found:
        return ()
    document = scanned.document
    if "[sic" in document.folded:
        found = [(rule, finding) for rule, finding in found if not is_silenced(document, finding)]
    return tuple(diagnostic_of(document, rule, finding) for rule, finding in resolve(found))


def find(scanned: Scanned, rules: RuleSet, only: frozenset[str] | None = None) -> list[Found]:
    """Return all findings of the rules, sorted by place, including those marked `[sic]` or dropped for another."""
    document, matches = scanned
    may_speak = (rules.unprompted | matches.admitted) & rules.speaking(document.language)
    found: list[Found] = []
    for number in sorted(may_speak):
        rule = rules.rules[number]
        if only is None or rule.code in only:
            found += [(rule, finding) for finding in _look(rule, number, document, matches)]
    found.sort(key=lambda item: (item[1].start, item[1].end, item[0].code))
    return found


def is_silenced(document: Document, finding: Finding) -> bool:
    """Return whether the writer marked the words found as `[sic]`."""
    from textlint.text.sic import is_sic

    return is_sic(document.folded, finding.end)


def _cues(matches: Matches, rules: RuleSet) -> tuple[Cue, ...]:
    cues = {
        Cue(match.start, match.end, cue)
        for number, found in matches.found.items()
        if (cue := rules.rules[number].cue)
        for match in found
    }  # fmt: skip
    return tuple(sorted(cues))


def _look(rule: Rule, number: int, document: Document, matches: Matches) -> list[Finding]:
    """Return the findings of one rule, the first one for each span."""
    check = find_check(rule.check, rule.origin)
    if check is not None:
        findings = list(check(document, **rule.parameters))
    else:
        from textlint.matching.judgement import judge

        findings = [finding for match in matches.found[number] for finding in judge(document, rule, match)]
    if len(findings) < 2:
        return findings
    seen: set[tuple[int, int]] = set()
    add = seen.add
    return [finding for finding in findings if (place := (finding.start, finding.end)) not in seen and not add(place)]


def diagnostic_of(document: Document, rule: Rule, finding: Finding) -> Diagnostic:
    """Return the diagnostic that reports a finding."""
    words = document.text[finding.start : finding.end]
    line, column = document.position(finding.start)
    end_line, end_column = document.position(finding.end)
    return Diagnostic(
        path=document.path,
        record=document.record,
        record_line=document.record_line,
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=_message(rule.message, words, finding.values),
        text=words,
        start=finding.start,
        end=finding.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        notes=finding.notes,
        fix=_fix(document, rule, finding),
    )


def _message(template: str, words: str, values: Mapping[str, str]) -> str:
    """Return the message with its fields filled in: `{text}` with the words found, the others from `values`."""
    before, field, after = template.partition("{text}")
    if field and "{" not in before and "{" not in after and "text" not in values:
        return f"{before}{_shortened(words)}{after}"  # the usual case
    filled = {"text": _shortened(words), **values}
    return _FIELD.sub(lambda field: str(filled.get(field.group(1), field.group())), template)


def _fix(document: Document, rule: Rule, finding: Finding) -> Fix | None:
    """Return the fix of a finding, or None if it changes nothing.

    A fix that does not keep what the rule declares is only shown.
    """
    if rule.fix is None or not finding.edits:
        return None
    edits = tuple(edit for edit in finding.edits if document.text[edit.start : edit.end] != edit.text)
    if not edits:
        return None
    from textlint.edits.proof import keeps

    if not keeps(rule.fix.keeps, document.text, edits):
        return Fix("display", rule.fix.keeps, edits)
    return Fix(APPLICABILITIES[applicability(rule, finding)], rule.fix.keeps, edits)


def _shortened(words: str) -> str:
    """Return words for a message: on one line, with the middle left out if they are too long."""
    flat = " ".join(words.split()) or words
    if len(flat) <= _LONGEST_WORDS:
        return flat
    half = _LONGEST_WORDS // 2
    return f"{flat[:half].rstrip()} … {flat[-half:].lstrip()}"

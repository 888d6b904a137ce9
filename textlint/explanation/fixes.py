"""Why a fix is safe, unsafe or only shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.checks import MATCHED
from textlint.diagnostic import APPLICABILITIES
from textlint.document import Document
from textlint.edits.proof import keeps
from textlint.engine import diagnostic_of
from textlint.explanation.evidence import counted, say_evidence
from textlint.explanation.values import FixReason, Judged, NearbyCue
from textlint.overlap import applicability
from textlint.rule import FixPolicy, Rule
from textlint.span import Finding

_ALLOWED = {
    "safe": "The rule allows a safe fix",
    "unsafe": "The rule allows only an unsafe fix",
    "display": "The rule only shows its fix",
}
KEEPS = {
    "rest": "only deletes what it reports",
    "letters": "changes only white space and invisible characters",
    "bytes": "can be undone to restore the original bytes",
    "nothing": "may rewrite words, so it is never safe",
}


def explain_fix(
    document: Document, rule: Rule, finding: Finding, cues: Sequence[NearbyCue], models: Sequence[Judged]
) -> FixReason | None:
    """Return why the fix of a finding is safe, unsafe or only shown, or None if the rule has no fix."""
    policy = rule.fix
    if policy is None:
        return None
    fix = diagnostic_of(document, rule, finding).fix
    needed = policy.evidence if rule.check in MATCHED else 0
    evidence = counted(cues) if needed else ()
    if fix is None:
        reason = "The check proposes no edit here." if not finding.edits else "The edit would change nothing."
        return FixReason(
            "", policy.applicability, finding.applicability, policy.keeps, True, evidence, needed, (), reason
        )
    is_proved = keeps(policy.keeps, document.text, fix.edits)
    parts = [*_decided(rule, policy, finding, needed, evidence, models), _proof(policy, is_proved)]
    return FixReason(
        fix.applicability,
        policy.applicability,
        finding.applicability,
        policy.keeps,
        is_proved,
        evidence,
        needed,
        fix.edits,
        "; ".join(parts) + ".",
    )


def _decided(
    rule: Rule,
    policy: FixPolicy,
    finding: Finding,
    needed: int,
    evidence: Sequence[str],
    models: Sequence[Judged],
) -> Iterator[str]:
    """Yield what the rule allows, the evidence that counts, and what lowered the applicability."""
    yield _ALLOWED[policy.applicability]
    outcome = APPLICABILITIES[applicability(rule, finding)]
    if needed:
        lowered = f", so it is {_name(outcome)}" if len(evidence) < needed else ""
        yield f"{say_evidence(evidence, needed)}{lowered}"
    elif outcome != policy.applicability:
        doubts = [
            f"the score {judged.score:.2f} is below {threshold.value:.2f}, the threshold for a safe fix"
            for judged in models
            for threshold in judged.thresholds
            if threshold.name == "safe" and not threshold.is_reached
        ]
        yield f"the check lowered it to {_name(outcome)} here" + (f", because {'; '.join(doubts)}" if doubts else "")


def _proof(policy: FixPolicy, is_proved: bool) -> str:
    if not is_proved:
        return f"the edit could not be proved to keep “{policy.keeps}”, so it is only shown"
    return f"the edit {KEEPS[policy.keeps]}" + ("" if policy.keeps == "nothing" else " (proved)")


def _name(outcome: str) -> str:
    return "only shown" if outcome == "display" else outcome

"""What an explanation is made of; the fields are the keys of its JSON form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textlint.layers.linear_model import Contribution
from textlint.span import Edit
from textlint.startup.values import Any, NamedTuple


class TextLine(NamedTuple):
    """A line near a finding: its number, as findings count lines, and its words, shortened."""

    line: int
    text: str


class NearbyCue(NamedTuple):
    """A cue near a finding: its kind, its place and words, and the rules that give it.

    `counts` says whether it counts as evidence for the rule: a cue of the rule's own kind does not.
    """

    kind: str
    line: int
    text: str
    codes: tuple[str, ...]
    counts: bool


class Matched(NamedTuple):
    """What made a rule look: `how` is "phrase", "pattern", "block" or "check".

    `entry` is the phrase or expression of the rule file that matched, or the name of the check; `text` the words matched.
    `values` are the named groups of the expression, or what the check says for the message; `parameters` those of the
    check, or how the phrase or pattern is matched.
    """

    how: str
    entry: str
    text: str
    values: Mapping[str, str]
    parameters: Mapping[str, Any]


class Threshold(NamedTuple):
    """A score from which a model's verdict counts: "shown" for a report, "safe" for a safe fix."""

    name: str
    value: float
    is_reached: bool
    why: str


class Judged(NamedTuple):
    """What a model said of a candidate, for the rules `codes`: score, thresholds and contributions in log odds.

    The contributions are sorted by size, the largest first. `reason` says in a sentence what followed.
    """

    model: str
    codes: tuple[str, ...]
    start: int
    end: int
    line: int
    column: int
    text: str
    reading: str
    score: float
    thresholds: tuple[Threshold, ...]
    contributions: tuple[Contribution, ...]
    notes: tuple[str, ...]
    reason: str


class FixReason(NamedTuple):
    """Why a fix is safe, unsafe or only shown.

    `applicability` is the outcome ("" where there is no fix), `allowed` what the rule allows, `asked` what the check or
    the lack of evidence lowered it to, or None. `evidence` are the kinds of cue counted, of which `evidence_needed` were
    asked for (0: none). `is_proved` says whether the edits keep what the rule declares in `keeps`.
    """

    applicability: str
    allowed: str
    asked: str | None
    keeps: str
    is_proved: bool
    evidence: tuple[str, ...]
    evidence_needed: int
    edits: tuple[Edit, ...]
    reason: str


class Winner(NamedTuple):
    """The finding for which another was dropped; `clause` is that of the policy (`textlint.overlap.Drop`)."""

    clause: str
    code: str
    name: str
    start: int
    end: int
    line: int
    column: int
    text: str


class Reason(NamedTuple):
    """Why one rule speaks at a place, or nearly does.

    `outcome` is "reported", "sic" (the writer marked it), "dropped" (for another finding, `dropped_by`), "condition" (the
    key `condition` of the rule's `[where]` table does not hold), "language" or "off" (the rule is not selected).
    `reason` says it in a sentence. Offsets are code points; lines and columns count from 1. `zone` is "head", "body" or
    "tail"; `before` and `after` are the nearest lines with words. `cues` are given for rules that use them.
    """

    code: str
    name: str
    summary: str
    severity: str
    rule_file: str
    message: str
    outcome: str
    condition: str
    reason: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    zone: str
    before: tuple[TextLine, ...]
    after: tuple[TextLine, ...]
    matched: Matched
    cues: tuple[NearbyCue, ...]
    models: tuple[Judged, ...]
    notes: tuple[str, ...]
    fix: FixReason | None
    dropped_by: Winner | None


class Explanation(NamedTuple):
    """All that is to be said of a place.

    `findings` are reported there, `nearly` are not: each says why. `candidates` are what a model judged and no rule
    reported. `line` (None: the whole text) and `column` (None: the whole line) are those asked for, `record` and `record_line`
    say which record of the file it is in; `text` are the words of the place, shortened.
    """

    path: str
    record: str | None
    record_line: int | None
    line: int | None
    column: int | None
    text: str
    language: str
    findings: tuple[Reason, ...]
    nearly: tuple[Reason, ...]
    candidates: tuple[Judged, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the explanation as the object of its JSON form: the fields by name, in lists and plain values."""
        plain: dict[str, Any] = _plain(self)
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Contribution):
        return {**value._asdict(), "amount": value.amount}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(item) for name, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value

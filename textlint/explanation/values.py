"""The parts of an explanation. The field names are the keys in JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textlint.layers.linear_model import Contribution
from textlint.span import Edit
from textlint.startup.values import Any, NamedTuple


class TextLine(NamedTuple):
    """A line near a finding: its line number, counted as in findings, and its text, shortened."""

    line: int
    text: str


class NearbyCue(NamedTuple):
    """A cue near a finding: its kind, line and text, and the codes of the rules that found it.

    `counts` is whether it counts as evidence for the rule. A cue of the rule's own kind does not.
    """

    kind: str
    line: int
    text: str
    codes: tuple[str, ...]
    counts: bool


class Matched(NamedTuple):
    """What matched: `how` is "phrase", "pattern", "block" or "check".

    `entry` is the phrase or expression in the rule file that matched, or the name of the check. `text` is the text that
    matched. `values` are the named groups of the expression, or the check's values for the message. `parameters` are the
    check's parameters, or the options of the phrase or pattern.
    """

    how: str
    entry: str
    text: str
    values: Mapping[str, str]
    parameters: Mapping[str, Any]


class Threshold(NamedTuple):
    """A threshold for a model's score: "shown" for a finding, "safe" for a safe fix."""

    name: str
    value: float
    is_reached: bool
    why: str


class Judged(NamedTuple):
    """A model's verdict on a candidate, for the rules `codes`. Score, thresholds and contributions are in log odds.

    The contributions are sorted by size, largest first. `reason` is a sentence on why nothing is reported, or "".
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

    `applicability` is the outcome ("" if there is no fix), `allowed` what the rule allows, and `asked` what the check or
    missing evidence lowered it to, or None. `evidence` are the kinds of cue that count, and `evidence_needed` is how many
    the rule requires. `is_proved` is whether the edits keep what the rule declares in `keeps`.
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
    """The finding that another was dropped for. `clause` is the clause of the policy (see `textlint.overlap.Drop`)."""

    clause: str
    code: str
    name: str
    start: int
    end: int
    line: int
    column: int
    text: str


class Reason(NamedTuple):
    """Why a rule reports something at a place, or nearly does.

    `outcome` is "reported", "sic" (the writer marked it), "dropped" (for another finding, `dropped_by`), "condition" (the
    key `condition` in the rule's `[where]` table is not met), "language" (the rule is for another language) or "off" (the
    rule is not selected). `reason` is the outcome as a sentence. Offsets count code points; lines and columns count from
    1. `zone` is "head", "body" or "tail". `before` and `after` are the nearest nonblank lines. `cues` is empty for rules
    that do not use cues.
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
    """The explanation of a place.

    `findings` are reported there; `nearly` are not, and say why. `candidates` are places that a model scored and no rule
    reported. `line` (None for the whole text) and `column` (None for the whole line) are those asked for. `record` and
    `record_line` identify the record of the file. `text` is the text of the place, shortened.
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
        """Return the explanation as plain dicts, lists and values, ready for JSON."""
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

"""An explanation as labeled sentences, for the terminal and the editor to lay out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.explanation.values import Explanation, Judged, Matched, NearbyCue, Reason, TextLine
from textlint.layers.linear_model import Contribution
from textlint.text.sanitize import shorten

Labeled = tuple[str, str]
_ZONES = {"head": "head, before the article", "body": "body, the article itself", "tail": "tail, after the article"}
_APPLICABILITIES = {"safe": "safe", "unsafe": "unsafe", "display": "only shown", "": "none"}
_MOST_CUES = 8
_MOST_CONTRIBUTIONS = 10
_LONGEST_ENTRY = 90


def where_of(explanation: Explanation) -> str:
    """Return the place explained: its file, record, line and column."""
    place = f"{explanation.line or ''}" + (f":{explanation.column}" if explanation.column else "")
    if explanation.record is None:
        return f"{explanation.path}:{place}" if explanation.path else f"line {place}"
    record = f"{explanation.path}:{explanation.record_line}, record {explanation.record}"
    return f"{record}, line {place} of its text" if place else record


def heading_of(reason: Reason) -> str:
    """Return the code, name and summary of a rule."""
    return f"{reason.code} {reason.name}: {reason.summary}"


def surroundings_of(reason: Reason) -> Iterator[Labeled]:
    """Yield the zone of a finding and the lines around it."""
    yield "zone", _ZONES[reason.zone]
    yield "lines before", _lines(reason.before)
    yield "lines after", _lines(reason.after)


def words_of_reason(reason: Reason) -> Iterator[Labeled]:
    """Yield why a rule reports something at a place, or why it reports nothing."""
    if reason.outcome != "reported":
        yield "not reported", f"{reason.line}:{reason.column} “{reason.text}”"
        yield "because", reason.reason
        yield "matched", f"{_matched(reason.matched)}, in {reason.rule_file}"
        for judged in reason.models:
            yield from words_of_model(judged)
        return
    yield "reported", f"{reason.line}:{reason.column} {reason.message}"
    yield "matched", f"{_matched(reason.matched)}, in {reason.rule_file}"
    if reason.cues:
        yield "cues nearby", _cues(reason.cues)
    for judged in reason.models:
        yield from words_of_model(judged)
    for note in reason.notes:
        if not (reason.fix and reason.fix.evidence and note.startswith("near: ")):  # the fix says more
            yield "note", note
    if reason.fix:
        yield "fix", f"{_APPLICABILITIES[reason.fix.applicability]}. {reason.fix.reason}"
    else:
        yield "fix", "none. The rule has no fix; a person has to decide."


def words_of_model(judged: Judged) -> Iterator[Labeled]:
    """Yield a model's score, its thresholds, and the features that weighed most."""
    reading = f", read as “{judged.reading}”" if judged.reading and judged.reading != judged.text else ""
    yield "model", f"{judged.model}: score {judged.score:+.2f} for “{judged.text}”{reading}"
    for threshold in judged.thresholds:
        is_reached = "reached" if threshold.is_reached else "not reached"
        yield "threshold", f"{threshold.name} at {threshold.value:+.2f}, {is_reached}: {threshold.why}"
    last = [row for row in judged.contributions if "/" not in row.name or row.name.startswith("second look")]
    yield from _weights("weight", last)
    yield from _weights("first model", [row for row in judged.contributions if row not in last])
    for note in judged.notes:
        yield "note", note
    if judged.reason:
        yield "because", judged.reason


def _weights(label: str, rows: Sequence[Contribution]) -> Iterator[Labeled]:
    """Yield the strongest contributions of one model: the amount, the feature, its value times its weight."""
    for row in rows[:_MOST_CONTRIBUTIONS]:
        name = row.name.rpartition("/")[2].replace("_", " ")
        yield label, f"{row.amount:+.2f}  {name} = {row.value:g} x {row.weight:+.3f}"
    if len(rows) > _MOST_CONTRIBUTIONS:
        yield label, f"{len(rows) - _MOST_CONTRIBUTIONS} more in the JSON output"


def nothing_at(explanation: Explanation) -> str:
    """Return the sentence for a place where no rule reports or nearly reports anything."""
    where = "in this record" if explanation.line is None else f"on line {explanation.line}"
    return f"Nothing is reported {where}, and no rule came close."


def _matched(matched: Matched) -> str:
    entry = shorten(matched.entry, _LONGEST_ENTRY)
    if matched.how == "check":
        given = [f"{name} = {value}" for name, value in {**matched.parameters, **matched.values}.items()]
        return f"the check {entry}" + (f" ({', '.join(given)})" if given else "")
    kind = {"phrase": "phrase", "pattern": "expression", "block": "first line of a block"}[matched.how]
    groups = [f"{name} = “{words}”" for name, words in matched.values.items() if words]
    return f"“{matched.text}”, by the {kind} {entry}" + (f" ({', '.join(groups)})" if groups else "")


def _lines(lines: Sequence[TextLine]) -> str:
    return "; ".join(f"{line.line} “{line.text}”" for line in lines) or "none"


def _cues(cues: Sequence[NearbyCue]) -> str:
    shown = [
        f"{cue.kind} on line {cue.line} (“{shorten(cue.text, 40)}”, {', '.join(cue.codes)}"
        + (")" if cue.counts else "; the rule's own kind)")
        for cue in cues[:_MOST_CUES]
    ]
    more = f"; {len(cues) - _MOST_CUES} more" if len(cues) > _MOST_CUES else ""
    return "; ".join(shown) + more

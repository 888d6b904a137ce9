"""The models' verdicts on a place, and the thresholds that their scores are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from textlint.document import Document
from textlint.explanation.places import touches, words_of
from textlint.explanation.values import Judged, Threshold
from textlint.layers.linear_model import Verdict
from textlint.rule import Rule
from textlint.span import Span
from textlint.startup.values import Any

# Maps the name of a check that uses a model to the model's module. Its `verdicts` yields one verdict per candidate.
VERDICTS = {
    "run_together": "textlint.layers.words.run_together",
    "split_words": "textlint.layers.words.split_words",
    "furniture_model": "textlint.layers.page.furniture_model",
    "page_menu": "textlint.layers.page.furniture_model",
}

_NEAR = 2.0  # log odds below a threshold that still count as near; chosen by reading, not measured


def verdicts_at(document: Document, check: str, place: Span) -> list[Verdict]:
    """Return the verdicts of a check's model on the candidates in `place`: an empty list for a check without a model."""
    if check not in VERDICTS:
        return []
    known = document.layer(_verdicts)
    name = VERDICTS[check]
    if name not in known:
        module: Any = import_module(name)
        known[name] = list(module.verdicts(document)) if hasattr(module, "verdicts") else []
    return [verdict for verdict in known[name] if touches(place, verdict.start, verdict.end)]


def _verdicts(document: Document) -> dict[str, list[Verdict]]:
    """Return the verdicts by model module: a layer, empty until `verdicts_at` fills it."""
    return {}


def judged(document: Document, rules: Sequence[Rule], verdict: Verdict, is_reported: bool) -> Judged:
    """Return a verdict for display, compared with the thresholds that `rules` share."""
    rule = rules[0]
    thresholds = tuple(_thresholds(document, rule, verdict))
    line, column = document.position(verdict.start)
    return Judged(
        verdict.model,
        tuple(rule.code for rule in rules),
        verdict.start,
        verdict.end,
        line,
        column,
        words_of(document, verdict.start, verdict.end),
        verdict.reading,
        verdict.score,
        thresholds,
        verdict.contributions,
        (*verdict.notes, *_objections(document, rule, verdict)),
        _reason(thresholds, is_reported),
    )


def is_near(judged: Judged) -> bool:
    """Return whether the score comes near the threshold from which the candidate is reported."""
    return any(threshold.name == "shown" and judged.score > threshold.value - _NEAR for threshold in judged.thresholds)


def groups_of(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Return the rules whose checks use a model, grouped by shared thresholds."""
    groups: dict[object, list[Rule]] = {}
    for rule in rules:
        if rule.check in VERDICTS:
            has_its_own = rule.check in _OWN_THRESHOLDS
            groups.setdefault(rule.code if has_its_own else rule.check, []).append(rule)
    return list(groups.values())


def _thresholds(document: Document, rule: Rule, verdict: Verdict) -> Iterator[Threshold]:
    """Yield the thresholds for a verdict: the rule's own if it has any, else the model's."""
    if rule.check in _OWN_THRESHOLDS:
        value, why = _OWN_THRESHOLDS[rule.check](document, rule, verdict)
        yield Threshold("shown", value, verdict.score >= value, why)
        return
    for name, value in verdict.thresholds.items():
        why = {"shown": "above this score it is reported", "safe": "above this score its fix is safe"}.get(name, "")
        yield Threshold(name, value, verdict.score > value, why)


def _of_furniture_model(document: Document, rule: Rule, verdict: Verdict) -> tuple[float, str]:
    from textlint.checks.boilerplate.furniture_model import SITUATIONS, situation
    from textlint.layers.page.line_shape import page_lines

    page = document.layer(page_lines)
    place = situation(page, page.known.zones.index_at(verdict.start))
    kind, key = ("a whole page", "whole_page") if page.is_whole else ("an extracted text", "text")
    return rule.parameters[key][place], f"{SITUATIONS[place]}, in {kind}"


def _of_page_menu(document: Document, rule: Rule, verdict: Verdict) -> tuple[float, str]:
    return rule.parameters["least"], "for every line; the layout must match too"


_OWN_THRESHOLDS = {"furniture_model": _of_furniture_model, "page_menu": _of_page_menu}


def _objections(document: Document, rule: Rule, verdict: Verdict) -> Iterator[str]:
    """Yield why the layout rules out a line as part of a menu."""
    if rule.check != "page_menu":
        return
    from textlint.checks.boilerplate.page_menu import objection_to_line, objection_to_page
    from textlint.layers.page.line_shape import page_lines

    page = document.layer(page_lines)
    objection = objection_to_page(page) or objection_to_line(page, page.known.zones.index_at(verdict.start))
    if objection:
        yield f"the layout does not match: {objection}"


def _reason(thresholds: Sequence[Threshold], is_reported: bool) -> str:
    shown = next((threshold for threshold in thresholds if threshold.name == "shown"), None)
    if is_reported or shown is None:
        return ""
    if shown.is_reached:
        return "The score is high enough, but another condition is not met; see the notes."
    return "The score is below the threshold, so nothing is reported."

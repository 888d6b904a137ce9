"""What the page-furniture model reaches on sites it has not seen, and the thresholds that follow by a stated rule."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from textlint.checks.boilerplate.furniture_model import SITUATIONS, situation
from textlint.checks.boilerplate.page_menu import lines_outside
from textlint.layers.page.line_shape import Page

# By rule, for each of SITUATIONS: the share of the code points of articles that the shipped thresholds lose on news, as
# measured by cross-validation; the larger of those for extracted text and whole pages, rounded up.
LIMITS = {"BP991": (0.00031, 0.00006, 0.00024), "BP992": (0.0008, 0.0022, 0.0014)}
MENU_LIMIT = 0.00003
RULE = (
    "a threshold is the lowest score, in tenths, from which on the lines of one kind hold at most a given share of the "
    "code points of all article bodies on news sites, each line scored by a model that has not seen its site; the kinds "
    f"are extracted text and whole page, and in each {', '.join(SITUATIONS)}; the shares are {LIMITS}, and "
    f"{MENU_LIMIT} for the lines that the rule BP902 considers"
)
_RULE = Path(__file__).parents[1] / "rules" / "boilerplate" / "furniture-line.toml"
_KINDS = {"bs4": "raw page text", "bs4_p": "paragraph tags"}  # all others: extractors


class Judged(NamedTuple):
    """One document with the scores of its candidate lines by a model that has not seen its site."""

    extractor: str
    is_news: bool
    page: Page
    labels: list[str]
    scores: dict[int, float]

    @property
    def kind(self) -> str:
        """How the text was taken from the page."""
        return _KINDS.get(self.extractor, "extractors")


def figures(judged: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """Return what the rule BP991 reaches on news with its shipped thresholds, by how the text was taken from the page.

    Precision and recall are by line, and the last figure is the share of the body's code points that are flagged.
    """
    news = [item for item in judged if item.is_news]
    shipped = tomllib.loads(_RULE.read_text("utf-8"))["parameters"]
    found = {}
    for kind in sorted({item.kind for item in news}):
        chosen = [item for item in news if item.kind == kind]
        hits, alarms = 0, list[int]()
        for item in chosen:
            thresholds = shipped["whole_page" if item.page.is_whole else "text"]
            flagged = [
                index for index, score in item.scores.items() if score >= thresholds[situation(item.page, index)]
            ]
            hits += sum(item.labels[index] == "boilerplate" for index in flagged)
            alarms += [_length(item, index) for index in flagged if item.labels[index] == "body"]
        found[kind] = {
            "documents": len(chosen),
            "precision": round(hits / max(1, hits + len(alarms)), 3),
            "recall": round(hits / max(1, sum(item.labels.count("boilerplate") for item in chosen)), 3),
            "body_characters_flagged_percent": round(100 * sum(alarms) / _body_length(chosen), 3),
        }
    return found


def thresholds(judged: Iterable[Judged]) -> dict[str, dict[str, Any]]:
    """Return the thresholds of the parameters of each rule that follow by `RULE`."""
    news = [item for item in judged if item.is_news]
    found: dict[str, dict[str, Any]] = {}
    for code, limits in LIMITS.items():
        found[code] = {}
        for parameter, is_whole in (("text", False), ("whole_page", True)):
            chosen = [item for item in news if item.page.is_whole == is_whole]
            lines = [(item, index) for item in chosen for index in item.scores]
            found[code][parameter] = [
                _lowest([line for line in lines if situation(line[0].page, line[1]) == number], limit, chosen)
                for number, limit in enumerate(limits)
            ]
    chosen = [item for item in news if item.page.is_whole]
    lines = [(item, index) for item in chosen if item.scores for index, _ in lines_outside(item.page)]
    found["BP902"] = {"least": _lowest(lines, MENU_LIMIT, chosen)}
    return found


def _length(item: Judged, index: int) -> int:
    return len(item.page.lines[index].text)


def _body_length(judged: Iterable[Judged]) -> int:
    return max(
        1, sum(_length(item, index) for item in judged for index, label in enumerate(item.labels) if label == "body")
    )


def _lowest(lines: Iterable[tuple[Judged, int]], limit: float, judged: Iterable[Judged]) -> float:
    """Return the lowest score in tenths from which on `lines` hold at most `limit` of the bodies of `judged`."""
    body = [(item.scores[index], _length(item, index)) for item, index in lines if item.labels[index] == "body"]
    allowed, score = limit * _body_length(judged), 0.0
    for score, length in sorted(body, reverse=True):
        allowed -= length
        if allowed < 0:
            return (math.floor(score * 10) + 1) / 10
    return math.floor(score * 10) / 10

"""What the page-furniture model reaches on sites it has not seen, and the thresholds that follow by a stated rule.

The rule: the threshold of a class of lines is the lowest score, in tenths, from which on the lines of that class hold at
most a given share (`LIMITS`) of the characters of all article bodies. The classes are those of `checks.boilerplate.
furniture_model`: extracted text or whole page; lines with a cue, short lines without, sentences without. For the rule
`page_menu` there is one class, the lines that it considers.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from textlint.checks.boilerplate.page_menu import lines_outside
from textlint.layers.page.line_shape import Page

LIMITS = {"BP991": 0.0003, "BP992": 0.003}
MENU_LIMIT = 0.0003
CLASSES = ("with a cue", "short line without a cue", "sentence without a cue")
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
                index for index, score in item.scores.items() if score >= thresholds[_class_of(item.page, index)]
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


def thresholds(judged: Iterable[Judged]) -> dict[str, Any]:
    """Return the suggested thresholds of the rules, with how they were derived."""
    news = [item for item in judged if item.is_news]
    found: dict[str, Any] = {"derived": " ".join(__doc__.partition("The rule: ")[2].split())}
    for code, limit in LIMITS.items():
        found[code] = {"limit": limit}
        for parameter, is_whole in (("text", False), ("whole_page", True)):
            chosen = [item for item in news if item.page.is_whole == is_whole]
            lines = [(item, index) for item in chosen for index in item.scores]
            found[code][parameter] = [
                _lowest([line for line in lines if _class_of(line[0].page, line[1]) == number], limit, chosen)
                for number in range(len(CLASSES))
            ]
    chosen = [item for item in news if item.page.is_whole]
    lines = [(item, index) for item in chosen if item.scores for index, _ in lines_outside(item.page)]
    found["page_menu"] = {"limit": MENU_LIMIT, "least": _lowest(lines, MENU_LIMIT, chosen)}
    return found


def _class_of(page: Page, index: int) -> int:
    """Return which of `CLASSES` a line is of."""
    return 0 if page.known.kinds[index] else 1 if page.lines[index].weight < 0 else 2


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

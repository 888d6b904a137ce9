"""Merge the ledgers of several articles: the sources and how often they are quoted, and differing figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textlint.ledger.entries import Entry
from textlint.startup.values import Any, NamedTuple

_NAMED = ("named-person", "organisation")
_FIGURE = re.compile(
    r"(?P<money>[$£€]\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>%|percent|per cent|thousand|million|billion|trillion))?\s*(?P<unit>.*)",
    re.DOTALL,
)
_APPROXIMATE = re.compile(
    r"^(?:more than|as many as|up to|at least|nearly|almost|about|roughly|over|around|some|fewer than|less than|an estimated|approximately|close to)\s+",
    re.IGNORECASE,
)


class Voice(NamedTuple):
    """A source across files: its name or words, its type, and how often and in which files it is quoted."""

    name: str
    type: str
    times: int
    paths: tuple[str, ...]

    @property
    def is_named(self) -> bool:
        """Whether the source is a named person or organization."""
        return self.type in _NAMED

    def to_dict(self) -> dict[str, Any]:
        """Return the voice as a JSON object."""
        return {"what": "source", **self._asdict(), "paths": list(self.paths), "named": self.is_named}


class Figure(NamedTuple):
    """A unit for which several files give different figures, for an editor to compare."""

    unit: str
    values: tuple[str, ...]
    paths: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a JSON object."""
        return {"what": "figure", "unit": self.unit, "values": list(self.values), "paths": list(self.paths)}


def voices(entries: Iterable[tuple[str, Entry]]) -> list[Voice]:
    """Return the sources of `(path, entry)` pairs, the most frequent first.

    A person is listed under the full name if any entry of the same file gives it. Pronouns that the text resolves count
    for the person; others are left out, since they do not identify anyone across files.
    """
    times: dict[tuple[str, str], int] = {}
    paths: dict[tuple[str, str], dict[str, None]] = {}
    for path, entry in entries:
        source = entry.source
        if source is None or source.type == "none" or (source.type == "pronoun" and not source.resolved):
            continue
        kind = "named-person" if source.type == "pronoun" else source.type
        name = " ".join((source.resolved or source.text).split())
        key = (name if kind in _NAMED else name.lower(), kind)
        times[key] = times.get(key, 0) + 1
        paths.setdefault(key, {})[path] = None
    found = [Voice(name, kind, count, tuple(paths[name, kind])) for (name, kind), count in times.items()]
    return sorted(found, key=lambda voice: (-voice.times, voice.name, voice.type))


def differing_figures(entries: Iterable[tuple[str, Entry]]) -> list[Figure]:
    """Return the units, such as “troops” or “% of voters”, for which at least two files give different figures."""
    values: dict[str, dict[str, set[str]]] = {}
    for path, entry in entries:
        if entry.kind == "statistic" and (parts := _parts(entry.text)):
            value, unit = parts
            values.setdefault(unit, {}).setdefault(value, set()).add(path)
    found = []
    for unit, by_value in values.items():
        places = sorted(set().union(*by_value.values()))
        if len(by_value) > 1 and len(places) > 1:
            found.append(Figure(unit, tuple(sorted(by_value)), tuple(places)))
    return sorted(found)


def _parts(text: str) -> tuple[str, str] | None:
    """Return the value and the unit of a figure, or None if it has no unit."""
    match = _FIGURE.match(_APPROXIMATE.sub("", " ".join(text.split())))
    if match is None:
        return None
    unit = match["unit"].strip().lower()
    if not unit:
        return None
    scale = "%" if match["scale"] in ("%", "percent", "per cent") else match["scale"] or ""
    return f"{match['money'] or ''}{match['number']}{'' if scale == '%' else ' '}{scale}".strip(), unit

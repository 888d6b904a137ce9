"""Read labeled texts: `NAME.txt`, and its labels in `NAME.toml`.

`fixtures/quality/README.md` describes the format.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from textlint.document import Document
from textlint.readers import InputFile, find_reader

FAMILIES = ("BP", "RS", "MK", "EN", "SP", "RP", "ST", "AT", "CL")
_BLOCKS = ("furniture", "aside")
_SPANS = ("finding", "arguable", "false_alarm")
_KEYS = {
    "furniture": ({"lines"}, {"missed"}),
    "aside": ({"lines"}, set[str]()),
    "finding": ({"line", "code", "text"}, {"fixed", "missed"}),
    "arguable": ({"line", "code", "text"}, set[str]()),
    "false_alarm": ({"line", "code", "text", "why"}, set[str]()),
}


class LabelError(Exception):
    """A label does not match its text; the message starts with the file and line of the label."""


class Label(NamedTuple):
    """A labeled span of a text: `start` and `end` in code points, `line` from 1.

    `code` is a rule code or the beginning of one. `fixed` is what a safe fix should leave there, None if that is not
    said. `why` says why textlint misses it today or, for a false alarm, why it is one.
    """

    code: str
    line: int
    start: int
    end: int
    text: str
    fixed: str | None = None
    why: str = ""


class Sample(NamedTuple):
    """One labeled text. A line in neither `furniture` nor `asides` is body."""

    name: str
    kind: str
    document: Document
    furniture: tuple[Label, ...]
    asides: tuple[Label, ...]
    findings: tuple[Label, ...]
    arguable: tuple[Label, ...]
    false_alarms: tuple[Label, ...]

    @property
    def is_clean(self) -> bool:
        """Whether textlint should find nothing in this text."""
        return not (self.furniture or self.findings or self.arguable)


def read_samples(folder: Path) -> list[Sample]:
    """Return the labeled texts of a folder by name.

    Raises LabelError if a label does not match its text, or if a text or a label file exists without the other.
    """
    names = sorted({path.stem for suffix in ("txt", "toml") for path in folder.glob(f"*.{suffix}")} - {"floors"})
    if not names:
        raise LabelError(f"{folder}: no labeled texts")
    return [read_sample(folder / f"{name}.toml") for name in names]


def read_sample(path: Path) -> Sample:
    """Return the text whose labels are in the TOML file `path`."""
    text_path = path.with_suffix(".txt")
    for each in (path, text_path):
        if not each.exists():
            raise LabelError(f"{each}: missing; a text NAME.txt and its labels NAME.toml belong together")
    source = path.read_text("utf-8")
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise LabelError(f"{path}: {error}") from None
    reader = _LabelReader(path, source, _document(text_path))
    reader.check_keys(tables)
    parts = {name: tuple(reader.lines(name, tables)) for name in _BLOCKS}
    parts |= {name: tuple(reader.spans(name, tables)) for name in _SPANS}
    reader.check_lines_differ([*parts["furniture"], *parts["aside"]])
    return Sample(path.stem, tables["kind"], reader.document, *(parts[name] for name in (*_BLOCKS, *_SPANS)))


def _document(path: Path) -> Document:
    with path.open("rb") as stream:
        (unit,) = find_reader(path.name)(InputFile(path.name, stream))
    if unit.document is None:
        raise LabelError(f"{path}: cannot be read as text")
    return unit.document


class _LabelReader:
    """The label file `path` and the document that it labels."""

    def __init__(self, path: Path, source: str, document: Document) -> None:
        self._path = path
        self._source = source.split("\n")
        self.document = document

    def check_keys(self, tables: dict[str, Any]) -> None:
        for key in ("kind", "why"):
            if not isinstance(tables.get(key), str) or not tables[key]:
                raise self._error(1, f"`{key}` is missing")
        if unknown := tables.keys() - {"kind", "why", *_KEYS}:
            raise self._error(1, f"unknown keys: {', '.join(sorted(unknown))}")
        for name, (required, optional) in _KEYS.items():
            for at, entry in zip(self._headers(name), tables.get(name, []), strict=True):
                if missing := required - entry.keys():
                    raise self._error(at, f"`{', '.join(sorted(missing))}` is missing in [[{name}]]")
                if unknown := entry.keys() - required - optional:
                    raise self._error(at, f"unknown keys in [[{name}]]: {', '.join(sorted(unknown))}")
                for key, value in entry.items():
                    kind, called = (int, "number") if key == "line" else (str, "string")
                    if not isinstance(value, kind):
                        raise self._error(at, f"`{key}` is not a {called}")

    def lines(self, name: str, tables: dict[str, Any]) -> Iterator[Label]:
        """Yield the whole lines that the blocks `[[name]]` list as `NUMBER|TEXT`."""
        for at, entry in zip(self._headers(name), tables.get(name, []), strict=True):
            for item in filter(None, entry["lines"].split("\n")):
                number, bar, text = item.partition("|")
                place = self._line_of(item, at)
                if not bar or not number.isdecimal():
                    raise self._error(place, f"{item!r} is not of the form NUMBER|TEXT")
                start, end = self._bounds(int(number), place)
                if self.document.text[start:end].rstrip() != text.rstrip():
                    raise self._error(place, f"line {number} reads {self.document.text[start:end]!r}, not {text!r}")
                yield Label("BP", int(number), start, end, text, why=entry.get("missed", ""))

    def spans(self, name: str, tables: dict[str, Any]) -> Iterator[Label]:
        """Yield the spans that the tables `[[name]]` label; a span starts in its line and may run on after it."""
        for at, entry in zip(self._headers(name), tables.get(name, []), strict=True):
            code, text = entry["code"], entry["text"]
            if code[:2] not in FAMILIES or not text:
                raise self._error(at, f"`code` starts with one of {', '.join(FAMILIES)}, and `text` is not empty")
            start, end = self._bounds(entry["line"], at)
            starts = [
                offset for offset in range(start, end + 1) if self.document.text.startswith(text, offset)
            ]  # fmt: skip
            if len(starts) != 1:
                line = self.document.text[start:end]
                raise self._error(
                    at, f"{text!r} starts {len(starts)} times in line {entry['line']}, not once: {line!r}"
                )
            why = entry.get("missed", "") or entry.get("why", "")
            yield Label(code, entry["line"], starts[0], starts[0] + len(text), text, entry.get("fixed"), why)

    def check_lines_differ(self, labels: list[Label]) -> None:
        seen: set[int] = set()
        for label in labels:
            if label.line in seen:
                place = self._line_of(f"{label.line}|{label.text}", 1)
                raise self._error(place, f"line {label.line} is labeled twice")
            seen.add(label.line)

    def _bounds(self, number: int, at: int) -> tuple[int, int]:
        lines = self.document.lines
        if not 1 <= number <= len(lines):
            raise self._error(at, f"there is no line {number}: the text has {len(lines)}")
        return lines[number - 1]

    def _headers(self, name: str) -> list[int]:
        """Return the lines of the label file where a table `[[name]]` starts."""
        return [number for number, line in enumerate(self._source, 1) if line.lstrip().startswith(f"[[{name}]]")]

    def _line_of(self, item: str, after: int) -> int:
        return next((number for number, line in enumerate(self._source, 1) if number >= after and line == item), after)

    def _error(self, line: int, message: str) -> LabelError:
        return LabelError(f"{self._path}:{line}: {message}")

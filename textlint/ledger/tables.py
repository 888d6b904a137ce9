"""Write the ledger as JSON Lines, CSV, Markdown, or a table for the terminal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from textlint.ledger.entries import Entry
from textlint.ledger.merge import Figure, Voice, differing_figures, voices
from textlint.startup.values import Any, NamedTuple
from textlint.text.sanitize import visible

FORMATS = ("terminal", "jsonl", "csv", "markdown")
_COLUMNS = (
    "path",
    "record",
    "start",
    "end",
    "kind",
    "source",
    "type",
    "resolved",
    "cue",
    "class",
    "hedges",
    "codes",
    "text",
)
_SHOWN = 60  # characters of a quotation or a source in a table


class Line(NamedTuple):
    """One entry, with its path and record and the codes of the rules that find something in it."""

    path: str
    record: str | None
    entry: Entry
    codes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the line as the JSON object of the ledger format."""
        return {"path": self.path, "record": self.record, **self.entry.to_dict(), "codes": list(self.codes)}


def write(lines: Iterable[Line], output_format: str, merge: bool = False) -> Iterator[str]:
    """Yield the ledger as text in one of `FORMATS`; with `merge`, its sources and differing figures across files."""
    if merge:
        all_lines = list(lines)
        entries = [(line.path, line.entry) for line in all_lines]
        yield from _write_merged(voices(entries), differing_figures(entries), output_format)
    elif output_format == "jsonl":
        for line in lines:
            yield json.dumps(line.to_dict(), ensure_ascii=False) + "\n"
    elif output_format == "csv":
        yield _row(_COLUMNS)
        for line in lines:
            yield _row(_cells(line))
    else:
        yield from _write_tables(lines, is_markdown=output_format == "markdown")


def _cells(line: Line) -> tuple[object, ...]:
    entry, source, cue = line.entry, line.entry.source, line.entry.cue
    return (
        line.path, line.record or "", entry.start, entry.end, entry.kind,
        source.text if source else "", source.type if source else "none", (source.resolved or "") if source else "",
        cue.text if cue else "", cue.cue_class if cue else "", " ".join(entry.hedges), " ".join(line.codes), entry.text,
    )  # fmt: skip


def _row(cells: Iterable[object]) -> str:
    """Return a line of CSV; a cell that a spreadsheet would run as a formula is prefixed with an apostrophe."""
    buffer = io.StringIO()
    safe = [f"'{cell}" if str(cell)[:1] in "=+-@\t\r" and str(cell) else cell for cell in cells]
    csv.writer(buffer, lineterminator="\n").writerow(safe)
    return buffer.getvalue()


def _write_tables(lines: Iterable[Line], is_markdown: bool) -> Iterator[str]:
    for (path, record), group in groupby(lines, key=lambda line: (line.path, line.record)):
        title = path if record is None else f"{path} · {record}"
        yield f"## {_plain(title)}\n\n" if is_markdown else f"{visible(title)}\n"
        if is_markdown:
            yield "| source | cue | kind | words | codes |\n|---|---|---|---|---|\n"
        for line in group:
            source, cue = line.entry.source, line.entry.cue
            name = (source.resolved or source.text) if source and source.type != "none" else "nobody"
            cells = (name, cue.text if cue else "", line.entry.kind, line.entry.text, " ".join(line.codes))
            if is_markdown:
                yield "| " + " | ".join(_plain(_short(cell)) for cell in cells) + " |\n"
            else:
                name, said, kind, words, codes = (visible(_short(cell)) for cell in cells)
                yield f"  {name[:28]:28} {said[:12]:12} {kind:14} {words}{'  ' + codes if codes else ''}\n"
        yield "\n"


def _write_merged(found: list[Voice], figures: list[Figure], output_format: str) -> Iterator[str]:
    if output_format == "jsonl":
        for item in [voice.to_dict() for voice in found] + [figure.to_dict() for figure in figures]:
            yield json.dumps(item, ensure_ascii=False) + "\n"
        return
    if output_format == "csv":
        yield _row(("what", "name", "type", "times", "files"))
        for voice in found:
            yield _row(("source", voice.name, voice.type, voice.times, "; ".join(voice.paths)))
        for figure in figures:
            yield _row(("figure", figure.unit, "", " / ".join(figure.values), "; ".join(figure.paths)))
        return
    is_markdown = output_format == "markdown"
    yield "## Sources\n\n| source | type | times | files |\n|---|---|---|---|\n" if is_markdown else "Sources\n"
    for voice in found:
        name = voice.name + ("" if voice.is_named else " (never named)")
        if is_markdown:
            yield f"| {_plain(name)} | {voice.type} | {voice.times} | {_plain(', '.join(voice.paths))} |\n"
        else:
            yield f"  {visible(name)[:40]:40} {voice.type:14} {voice.times:4}  {visible(', '.join(voice.paths))}\n"
    yield "\n## Figures to compare\n\n" if is_markdown else "\nFigures to compare\n"
    for figure in figures:
        question = f"{figure.unit}: {' / '.join(figure.values)} — the same quantity? ({', '.join(figure.paths)})"
        yield f"- {_plain(question)}\n" if is_markdown else f"  {visible(question)}\n"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _plain(text: str) -> str:
    """Return `text` escaped for Markdown."""
    return "".join("\\" + character if character in "\\|`*_[]<>" else character for character in visible(text))

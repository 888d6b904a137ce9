"""Write the figures as Markdown: a short table for the README, and all details for the docs."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import MB, Figures
from benchmarks.peers import CORES, OURS, OURS_AS_MODULE, OURS_WITHOUT_SOURCES, Tool


def today() -> str:
    """Return the current date in UTC."""
    return f"{datetime.now(UTC):%Y-%m-%d}"


def machine() -> str:
    """Return the class of this machine, without anything that identifies it."""
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
    return f"{CORES} cores ({platform.machine()}){memory}, {platform.system()}, Python {platform.python_version()}"


def summary(figures: Figures, tools: Sequence[Tool], plot: str = "") -> str:
    """Return the short table with its date and machine, its main results, and the plot if there is one."""
    return "\n".join(_summary(figures, tools, plot))


def _summary(figures: Figures, tools: Sequence[Tool], plot: str) -> Iterator[str]:
    yield f"Measured {figures.date} in one run on one machine: {figures.machine}."
    yield ""
    yield from _main_table(figures, tools)
    if main_results := list(_main_results(figures)):
        yield ""
        yield from (f"- {result}" for result in main_results)
    if plot:
        yield ""
        yield f"![Start-up, speed, memory and growth of textlint and its peers]({plot})"


def _main_table(figures: Figures, tools: Sequence[Tool]) -> Iterator[str]:
    bare = figures.bare.wall if figures.bare else 0
    rows = [["bare Python (`python -c 0`)", f"{bare * 1000:.0f} ms", "1", "", "", "", ""]] if bare else []
    for tool in tools:
        begin = figures.start.get(tool.name)
        speed, growth = figures.speed.get(tool.name), figures.growth.get(tool.name)
        if not (begin or speed or growth):
            continue
        name = f"**{tool.name}**" if tool in (OURS, OURS_WITHOUT_SOURCES) else tool.name
        rows.append(
            [
                f"{name}: {tool.note}" if tool.note else name,
                f"{begin.wall * 1000:.0f} ms" if begin else "",
                f"{begin.wall / bare:.1f}" if begin and bare else "",
                _rate(speed.one_core) if speed else "",
                _rate(speed.all_cores) if speed and speed.all_cores else "",
                f"{speed.memory:.0f} MiB" if speed else f"{begin.memory:.0f} MiB" if begin else "",
                f"{growth.exponent:.2f}" if growth and growth.exponent is not None else "",
            ]
        )
    several = f"{figures.cores} cores"
    head = [
        "",
        "one article, start to end",
        "× bare Python",
        "one core",
        several,
        "memory",
        "time grows with size to the power",
    ]
    yield from _table(head, rows)


def _main_results(figures: Figures) -> Iterator[str]:
    ours = figures.speed.get(OURS.name)
    beaten = [
        f"{ours.one_core / other.one_core:.2g} times as much text as {name}"
        for name in ("proselint", "textlint (JavaScript)")
        if ours and (other := figures.speed.get(name))
    ]
    if beaten:
        yield f"With everything on, textlint checks {', '.join(beaten)} in the same time on one core."
    if figures.files:
        files = figures.files
        yield (
            f"{files.number:,} files ({files.bytes_checked / MB:.0f} MB): {files.one:.1f} s with one process, {files.several:.1f} s with "
            f"{figures.cores} ({files.one / files.several:.2f} times as fast), {files.unchanged:.2f} s when none has changed."
        )
        yield (
            f"Memory of a process: {files.fewer_memory:.0f} MiB after {files.fewer_number:,} files, {files.memory:.0f} MiB after "
            f"{files.number:,}."
        )


def full(figures: Figures, tools: Sequence[Tool]) -> str:
    """Return all measurements."""
    return "\n".join(_full(figures, tools))


def _full(figures: Figures, tools: Sequence[Tool]) -> Iterator[str]:
    yield summary(figures, tools)
    if figures.start:
        yield "\n**One clean article from start to end, one processor**\n"
        bare = figures.bare.wall if figures.bare else 1
        names = [tool.name for tool in (OURS, OURS_AS_MODULE, OURS_WITHOUT_SOURCES)]
        names += [name for name in figures.start if name not in names]
        rows = [
            [name, f"{each.wall * 1000:.0f}", f"{each.cpu * 1000:.0f}", f"{each.wall / bare:.1f}", f"{each.memory:.0f}"]
            for name in names
            if (each := figures.start.get(name))
        ]
        yield from _table(["", "ms", "ms of processor", "× bare Python", "MiB"], rows)
    if figures.growth:
        yield "\n**One file, ten times larger each time: seconds above those for an empty file; the power is from 10 kB on**\n"
        sizes = sorted({size for growth in figures.growth.values() for size in growth.sizes})
        rows = [
            [
                name,
                *(f"{second:.3g}" for second in growth.seconds),
                *[""] * (len(sizes) - len(growth.seconds)),
                "" if growth.exponent is None else f"{growth.exponent:.2f}",
                f"{growth.memory:.0f}",
            ]
            for name, growth in figures.growth.items()
        ]
        yield from _table(["", *(_bytes(size) for size in sizes), "power", "MiB at the largest"], rows)
    if figures.shapes:
        yield "\n**Hard shapes of text, everything on**\n"
        rows = [
            [
                name,
                _bytes(shape.bytes_checked),
                f"{shape.tenth:.1f}",
                "given up" if shape.whole is None else f"{shape.whole:.1f}",
                f"{shape.memory:.0f}",
                f"{shape.memory_per_byte:.0f}",
            ]
            for name, shape in figures.shapes.items()
        ]
        yield from _table(
            ["", "size", "seconds for a tenth", "for all", "MiB", "bytes of memory for one more byte"], rows
        )
    if figures.records:
        yield "\n**One JSON Lines file: memory should not grow with it**\n"
        rows = [[_bytes(size), f"{each.wall:.1f}", f"{each.memory:.0f}"] for size, each in figures.records.items()]
        yield from _table(["size", "seconds", "MiB"], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _rate(bytes_per_second: float) -> str:
    value = bytes_per_second / MB
    return f"{value:.0f} MB/s" if value >= 10 else f"{value:.1f} MB/s" if value >= 1 else f"{value:.2f} MB/s"


def _bytes(size: int) -> str:
    rounded = round(size, 1 - len(str(size)) + 1)
    return f"{rounded / MB:g} MB" if rounded >= MB else f"{rounded / 1000:g} kB"


def put(path: Path, mark: str, text: str) -> None:
    """Write `text` to a Markdown file between the comments `<!-- mark -->` and `<!-- end of mark -->`.

    Raises ValueError if the file does not contain each of them once.
    """
    old = path.read_text("utf-8")
    place = re.compile(rf"(<!-- {re.escape(mark)} -->\n).*?(<!-- end of {re.escape(mark)} -->)", re.DOTALL)
    if len(place.findall(old)) != 1:
        raise ValueError(f"{path} has no comments for the mark {mark}")
    path.write_text(place.sub(lambda found: f"{found[1]}{text}\n{found[2]}", old), "utf-8")

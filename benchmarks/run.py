"""`python -m benchmarks`: textlint and the peers that are installed, side by side in one run, as a Markdown report."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus import FIXTURES, write_file, write_folder, write_records, write_shapes
from benchmarks.measure import exponent, in_turn, run
from benchmarks.peers import OURS, OURS_ON_ALL_CORES, OURS_WITHOUT_SOURCES, Tool, installed

_SECONDS_A_SHARE = 4.0
_BARE = (sys.executable, "-c", "0")


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print the report, and draw the growth if matplotlib is there and `--plot` names a file."""
    options = _parse(words)
    with tempfile.TemporaryDirectory() as folder:
        report = "\n".join(_report(options, Path(folder)))
    if options.output:
        Path(options.output).write_text(report + "\n", "utf-8")
    print(report)


def _parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "folder", nargs="?", default="", help="take the articles (*.txt) below this folder, not varied fixtures"
    )
    parser.add_argument("--size", type=float, default=8, help="MB of the corpus for throughput (default: 8)")
    parser.add_argument(
        "--largest",
        type=float,
        default=10,
        help="MB of the largest file for growth and shapes (default: 10; 100 takes long)",
    )
    parser.add_argument(
        "--rounds", type=int, default=5, help="how often each start is measured (default: 5; throughput: a third)"
    )
    parser.add_argument("--only", default="", help="comma-separated parts: start,throughput,records,growth,shapes")
    parser.add_argument("--output", default="", help="write the report to this file too")
    parser.add_argument("--plot", default="", help="draw time over size to this file (SVG or PNG); needs matplotlib")
    return parser.parse_args(words)


def _report(options: argparse.Namespace, place: Path) -> Iterator[str]:
    peers = installed()
    yield f"Measured {datetime.now(UTC):%Y-%m-%d}, {len(os.sched_getaffinity(0))} processors ({platform.machine()}), Python {platform.python_version()}."
    yield "Medians of runs taken in turn; seconds are of the processor, so that other work on the machine counts little."
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "start": lambda: _start(options, place, peers), "throughput": lambda: _throughput(options, place, peers),
        "records": lambda: _records(options, place), "growth": lambda: _growth(options, place, peers), "shapes": lambda: _shapes(options, place),
    }  # fmt: skip
    for name, part in parts.items():
        if not options.only or name in options.only.split(","):
            print(f"measuring {name} …", file=sys.stderr)
            yield ""
            yield from part()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _start(options: argparse.Namespace, place: Path, peers: Sequence[Tool]) -> Iterator[str]:
    clean = sorted(Path(options.folder or FIXTURES / "clean").rglob("*.txt"))
    article = min(clean, key=lambda path: abs(path.stat().st_size - 4_000))
    commands = {"python -c 0": [*_BARE], **{tool.name: tool.on(article) for tool in (OURS, *peers)}}
    runs = in_turn(commands, options.rounds * 2, cores=1)
    bare = runs["python -c 0"].cpu
    yield "**One clean article, from start to end, one processor**"
    yield ""
    rows = [
        [name, f"{each.cpu * 1000:.0f}", f"{each.cpu / bare:.1f}", f"{each.memory:.0f}"] for name, each in runs.items()
    ]
    yield from _table(["", "ms", "to bare Python", "MiB"], rows)


def _throughput(options: argparse.Namespace, place: Path, peers: Sequence[Tool]) -> Iterator[str]:
    size = int(options.size * 1e6)
    rows = []
    for tool in (OURS, OURS_WITHOUT_SOURCES, OURS_ON_ALL_CORES, *peers):
        share = max(100_000, min(size, int(tool.bytes_a_second * _SECONDS_A_SHARE)))
        corpus = place / f"share-{share}"
        if not corpus.exists():
            write_folder(corpus, share, options.folder)
        real = sum(path.stat().st_size for path in corpus.rglob("*.txt"))
        paths = sorted(corpus.rglob("*.txt")) if tool.is_node or tool.name == "proselint" else [corpus]
        small = tool.on(paths[0] if paths[0].is_file() else next(corpus.rglob("*.txt")))
        cores = 0 if tool is OURS_ON_ALL_CORES else 1
        runs = in_turn({"all": tool.on(*paths), "one": small}, max(1, options.rounds // 3), cores)
        seconds = (runs["all"].wall - runs["one"].wall) if cores == 0 else (runs["all"].cpu - runs["one"].cpu)
        rows.append(
            [tool.name, f"{real / 1e6:.1f}", f"{real / 1e6 / max(seconds, 1e-3):.2f}", f"{runs['all'].memory:.0f}"]
        )
    yield "**A folder of articles, start-up taken off** (all cores: by the clock; else one processor)"
    yield ""
    yield from _table(["", "MB checked", "MB/s", "MiB of the largest process"], rows)


def _records(options: argparse.Namespace, place: Path) -> Iterator[str]:
    sizes = [options.size / 4, options.size]
    rows = []
    for size in sizes:
        path = write_records(place / f"records-{size}.jsonl", int(size * 1e6), options.folder)
        runs = in_turn({tool.name: tool.on(path) for tool in (OURS, OURS_ON_ALL_CORES)}, 1)
        rows += [[name, f"{size:.1f}", f"{each.wall:.1f}", f"{each.memory:.0f}"] for name, each in runs.items()]
    yield "**One JSON Lines file: time by the clock, and memory that should not grow with it**"
    yield ""
    yield from _table(["", "MB", "seconds", "MiB of the largest process"], rows)


def _growth(options: argparse.Namespace, place: Path, peers: Sequence[Tool]) -> Iterator[str]:
    largest = int(options.largest * 1e6)
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000) if size <= largest]
    files = [write_file(place / "growth" / f"{size}.txt", size, options.folder) for size in sizes]
    times: dict[str, list[float]] = {}
    rows = []
    for tool in (OURS, OURS_WITHOUT_SOURCES, *peers):
        fits = [file for file, size in zip(files, sizes, strict=True) if size <= tool.bytes_a_second * 60]
        empty = write_file(place / "growth" / "empty.txt", 0)
        start = run(tool.on(empty), 1).cpu
        times[tool.name] = [max(run(tool.on(file), 1).cpu - start, 1e-3) for file in fits]
        large = [index for index, file in enumerate(fits) if sizes[index] >= 10_000]  # below, the start is all there is
        slope = (
            exponent([sizes[index] for index in large], [times[tool.name][index] for index in large])
            if len(large) > 1
            else 0
        )
        cells = [f"{second:.3g}" for second in times[tool.name]] + [""] * (len(sizes) - len(fits))
        rows.append([tool.name, *cells, f"{slope:.2f}"])
    yield "**One file, growing: seconds above those for an empty file, and the exponent from 10 kB on**"
    yield ""
    yield from _table(["", *(f"{size:,} B" for size in sizes), "exponent"], rows)
    if options.plot:
        _plot(options.plot, sizes, times)


def _shapes(options: argparse.Namespace, place: Path) -> Iterator[str]:
    rows = []
    for name, path in write_shapes(place / "shapes", int(options.largest * 1e6)).items():
        smaller = path.with_suffix(".tenth.txt")
        smaller.write_bytes(path.read_bytes()[: path.stat().st_size // 10])
        tool = OURS._replace(command=(*OURS.command, "--timeout", "0"))
        whole, tenth = run(tool.on(path), 1, 1800), run(tool.on(smaller), 1, 1800)
        rows.append(
            [
                name,
                f"{tenth.cpu:.1f}",
                f"{whole.cpu:.1f}",
                f"{whole.memory:.0f}",
                f"{whole.memory * 2**20 / path.stat().st_size:.0f}",
            ]
        )
    yield f"**Hard shapes of {options.largest:g} MB and a tenth of it: seconds, memory**"
    yield ""
    yield from _table(["", "a tenth", "whole", "MiB", "bytes of memory a byte"], rows)


def _plot(path: str, sizes: Sequence[int], times: dict[str, list[float]]) -> None:
    try:
        from matplotlib import pyplot
    except ImportError:
        print("no plot: matplotlib is not installed", file=sys.stderr)
        return
    for name, seconds in times.items():
        pyplot.loglog(sizes[: len(seconds)], seconds, marker="o", label=name)
    pyplot.xlabel("bytes")
    pyplot.ylabel("seconds above start-up")
    pyplot.legend()
    pyplot.savefig(path)


if __name__ == "__main__":
    main()

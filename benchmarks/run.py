"""`python -m benchmarks`: compare textlint with the other tools that are installed, as a table and a picture."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import plot, report
from benchmarks.figures import MB, Figures
from benchmarks.parts import PARTS, Setting
from benchmarks.peers import CORES, OURS, OURS_WITHOUT_SOURCES, installed

_ROOT = Path(__file__).parents[1]
_README, _DOCS, _PICTURE = _ROOT / "README.md", _ROOT / "docs" / "performance.md", _ROOT / "docs" / "speed.svg"
_MARK = "speed"


def main(words: Sequence[str] | None = None) -> None:
    """Run the benchmarks, and print or write the results."""
    options = _parse(words)
    selected = options.only.split(",") if options.only else [*PARTS]
    peers = [] if options.alone else installed()
    figures = Figures(report.today(), report.machine(), CORES)
    with tempfile.TemporaryDirectory() as place:
        setting = Setting(
            Path(place),
            peers,
            options.folder,
            int(options.size * MB),
            int(options.largest * MB),
            options.rounds,
            options.patience,
        )
        for name in selected:
            print(f"measuring {name} …", file=sys.stderr)
            PARTS[name](setting, figures)
    tools = (OURS, OURS_WITHOUT_SOURCES, *peers)
    if options.plot:
        plot.draw(figures, Path(options.plot))
    if options.readme:
        plot.draw(figures, _PICTURE)
        report.put(_README, _MARK, report.summary(figures, tools, "docs/speed.svg"))
        report.put(_DOCS, _MARK, f"{report.full(figures, tools)}\n\n![Start-up, speed, memory and growth](speed.svg)")
    text = report.full(figures, tools)
    if options.output:
        Path(options.output).write_text(text + "\n", "utf-8")
    print(text)


def _parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("folder", nargs="?", default="", help="use the articles (*.txt) in this folder instead of generated ones")
    add(
        "--size",
        type=float,
        default=50,
        help="the size of the largest folder in MB (default: 50, which is 10,000 articles)",
    )
    add("--largest", type=float, default=100, help="the size of the largest file in MB (default: 100)")
    add(
        "--patience", type=float, default=60, help="the seconds per measurement; sizes are reduced to fit (default: 60)"
    )
    add("--rounds", type=int, default=9, help="how often to measure each start-up (default: 9)")
    add("--only", default="", metavar="PARTS", help=f"the parts to run, separated by commas: {','.join(PARTS)}")
    add("--alone", action="store_true", help="do not measure other tools")
    add("--output", default="", metavar="FILE", help="also write the report to this file")
    add("--plot", default="", metavar="FILE", help="draw the results to this file (SVG or PNG); requires matplotlib")
    add(
        "--readme",
        action="store_true",
        help="update the tables in README.md and docs/performance.md, and draw docs/speed.svg",
    )
    options = parser.parse_args(words)
    if unknown := set(filter(None, options.only.split(","))) - {*PARTS}:
        parser.error(f"there is no part {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    return options


if __name__ == "__main__":
    main()

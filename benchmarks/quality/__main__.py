"""`python -m benchmarks.quality`: measure textlint on the labeled texts of `fixtures/quality`, and keep their floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.quality.floors import (
    CEILINGS,
    FOLDER,
    FloorError,
    broken,
    lowered,
    measure,
    raised,
    read_floors,
    read_known,
    worse,
    write,
)
from benchmarks.quality.judging import Fault, judge_all
from benchmarks.quality.labels import LabelError, read_samples
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures; return 1 if one is worse than its floor, 2 if labels or arguments are wrong."""
    options = _options(arguments)
    try:
        return _run(options)
    except (LabelError, FloorError) as error:
        print(error, file=sys.stderr)
        return 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--show", action="store_true", help="list all errors, not only new ones")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", dest="raised", action="store_true", help="raise floors to the current measures")
    change.add_argument("--lower", metavar="MEASURE", help="lower one floor to the current measure")
    parser.add_argument("--because", default="", metavar="REASON", help="why the floor is lowered")
    parser.add_argument("--ignore", default="", metavar="CODES", help="leave out these rules, to see their effect")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the labeled texts (default: fixtures/quality)")
    options = parser.parse_args(arguments)
    if options.ignore and (options.raised or options.lower):
        parser.error("--ignore cannot be used with --raise or --lower")
    return options


def _run(options: argparse.Namespace) -> int:
    ignored = Selection(ignore=tuple(filter(None, options.ignore.split(","))))
    judgment = judge_all(read_samples(options.folder), RuleSet(load_pack(installed=False), ignored))
    measures, floors = measure(judgment), read_floors(options.folder)
    known = read_known(options.folder)
    faults = judgment.faults if options.show else worse(judgment.faults, known) if floors.floors else []
    if options.lower:
        floors = lowered(measures, floors, options.lower, options.because)
    elif options.raised:
        floors = raised(measures, floors)
    print(table(measures, floors.floors))
    if faults:
        print("\nWhat is wrong:" if options.show else "\nWhat is wrong now and was right before:")
        print(listing(faults))
    failed = broken(measures, floors.floors)
    if options.raised or options.lower:
        # What is newly wrong is only accepted where no floor is left broken.
        write(floors, tuple(sorted(known.elements())) if failed else judgment.faults, options.folder)
    if failed:
        print(f"\nWorse than the floor: {', '.join(failed)}.")
    return 1 if failed else 0


def table(measures: Mapping[str, float], floors: Mapping[str, float]) -> str:
    """Return the measures and their floors as a Markdown table."""
    rows = [
        f"| {name} | {value:g} | {'at most' if name in CEILINGS else 'at least'} {floors.get(name, '-')} |"
        for name, value in measures.items()
    ]
    return "\n".join(["| measure | now | floor |", "|---|---|---|", *rows])


def listing(faults: Sequence[Fault]) -> str:
    """Return one line per error: its place, what happened, the rule or family, and the words."""
    return "\n".join(
        f"{fault.document}.txt:{fault.line}: {fault.what} {fault.code or 'body text'}: {fault.text[:80]!r}"
        for fault in faults
    )


if __name__ == "__main__":
    sys.exit(main())

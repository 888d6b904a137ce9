"""`python -m benchmarks.rates DATA`: measure how often each rule fires on edited news, and its precision on real pages.

DATA is a folder with `clean*.jsonl` (edited articles: all findings count as false alarms, although some are real) and
`boilerplate*.jsonl` (lines labeled body or boilerplate), plain, .gz or .xz. The result is JSON by rule code, for the
rule pages of the docs: `clean` is the number of findings per 100,000 words of clean text, `pages` the number of labeled
lines that a rule covers at least half of, and `right` the share of them that are furniture.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter

from benchmarks.records import records
from textlint import Linter
from textlint.families import FAMILIES, prefix_of

_FAMILIES_OF_LINES = frozenset(family.prefix for family in FAMILIES if family.covers_lines)


def main() -> None:
    """Print the rates as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rates", description=__doc__)
    parser.add_argument("data")
    parser.add_argument(
        "--limit", type=int, default=0, help="the number of records to read from each file (default: all)"
    )
    options = parser.parse_args()
    linter = Linter(select=["ALL", "AT1", "AT2", "CL2"], preview=True)
    rates: dict[str, dict[str, float]] = {}
    words, found = _on_clean_text(linter, options.data, options.limit)
    for code, number in found.items():
        rates.setdefault(code, {})["clean"] = round(100_000 * number / max(words, 1), 2)
    for code, lines in _on_pages(linter, options.data, options.limit).items():
        right, wrong = lines["boilerplate"], lines["body"]
        rates.setdefault(code, {}).update(pages=right + wrong, right=round(right / (right + wrong), 3))
    print(json.dumps({"words": words, "rules": dict(sorted(rates.items()))}, indent=1))


def _on_clean_text(linter: Linter, data: str, limit: int) -> tuple[int, Counter[str]]:
    words, found = 0, Counter[str]()
    for record in records(data, "clean", limit):
        words += len(record["text"].split())
        found.update(item.code for item in linter.lint_text(record["text"]))
    return words, found


def _on_pages(linter: Linter, data: str, limit: int) -> dict[str, Counter[str]]:
    """Return by code the number of lines of each label that findings cover at least half of."""
    covered: dict[str, Counter[str]] = {}
    for record in records(data, "boilerplate", limit):
        findings = [item for item in linter.lint_text(record["text"]) if prefix_of(item.code) in _FAMILIES_OF_LINES]
        position = 0
        for line in record["lines"]:
            start, end = position, position + len(line["text"])
            position = end + 1
            if line["label"] not in ("body", "boilerplate") or start == end:
                continue
            for item in findings:
                if 2 * (min(end, item.end) - max(start, item.start)) >= end - start:
                    covered.setdefault(item.code, Counter())[line["label"]] += 1
    return covered


if __name__ == "__main__":
    main()

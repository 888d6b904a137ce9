"""`python -m benchmarks.text_damage DATA`: measure exact fixes of damaged words and false alarms on clean text.

DATA is a folder with `words*.jsonl`, `hyphens*.jsonl`, `links*.jsonl` (records with `text` and `edits`: `start`, `end`,
`gold` and `kind`, which may be in the record instead) and `clean*.jsonl` (records with `text`), each plain, .gz or .xz.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.records import records
from textlint import Diagnostic, Edit, Linter
from textlint.families import prefixes
from textlint.span import apply_edits

_DAMAGE = prefixes("damage")
_RUN_TOGETHER = "SP1"


def main() -> None:
    """Print both tables in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.text_damage", description=__doc__)
    parser.add_argument("data")
    parser.add_argument(
        "--limit", type=int, default=0, help="the number of records to read from each file (default: all)"
    )
    parser.add_argument("--preview", action="store_true", help="also run the rules in preview")
    options = parser.parse_args()
    linter = Linter(select=_DAMAGE, preview=options.preview)
    print(
        "| damage | kind | places | found | fixed exactly | by a safe fix | run-together findings elsewhere, per 100,000 words |"
    )
    print("|---|---|---|---|---|---|---|")
    for task in ("words", "hyphens", "links"):
        for row in _damage_rows(linter, task, options.data, options.limit):
            print(row)
    print("\n| rule | findings per 100,000 clean words | safe fixes |\n|---|---|---|")
    for row in _false_alarms(linter, options.data, options.limit):
        print(row)


def _damage_rows(linter: Linter, task: str, data: str, limit: int) -> Iterator[str]:
    kinds: dict[str, Counter[str]] = {}
    words = elsewhere = 0
    for record in records(data, task, limit):
        text = record["text"]
        found = linter.lint_text(text)
        met: set[int] = set()
        for edit in record["edits"]:
            near = [number for number, item in enumerate(found) if _touches(item, edit)]
            met.update(near)
            exact = [found[number] for number in near if _is_exact_fix(text, found[number], edit)]
            is_safe = any(item.fix and item.fix.applicability == "safe" for item in exact)
            for kind in (edit.get("kind", record.get("kind", "-")), "all"):
                kinds.setdefault(kind, Counter()).update(places=1, found=bool(near), exact=bool(exact), safe=is_safe)
        words += len(text.split())
        elsewhere += sum(number not in met and item.code.startswith(_RUN_TOGETHER) for number, item in enumerate(found))
    for kind, count in sorted(kinds.items(), key=lambda item: (item[0] == "all", item[0])):
        shares = " | ".join(f"{count[name] / count['places']:.3f}" for name in ("found", "exact", "safe"))
        alarms = f"{1e5 * elsewhere / max(words, 1):.2f}" if kind == "all" else ""
        yield f"| {task} | {kind} | {count['places']:,} | {shares} | {alarms} |"


def _touches(item: Diagnostic, edit: dict[str, Any]) -> bool:
    start, end = item.start, max(item.end, item.start + 1)
    return bool(start < max(edit["end"], edit["start"] + 1) and edit["start"] < end)


def _is_exact_fix(text: str, item: Diagnostic, edit: dict[str, Any]) -> bool:
    """Return whether the finding's fix gives the gold text, ignoring white space."""
    if item.fix is None:
        return False
    near = [
        each
        for each in item.fix.edits
        if each.start < edit["end"] + 1 and edit["start"] - 1 < max(each.end, each.start + 1)
    ]
    if not near:
        return False
    low, high = min(edit["start"], *(each.start for each in near)), max(edit["end"], *(each.end for each in near))
    fixed = apply_edits(text[low:high], [Edit(each.start - low, each.end - low, each.text) for each in near])
    expected: str = text[low : edit["start"]] + edit["gold"] + text[edit["end"] : high]
    return fixed.split() == expected.split()


def _false_alarms(linter: Linter, data: str, limit: int) -> Iterator[str]:
    findings: Counter[str] = Counter()
    safe: Counter[str] = Counter()
    words = 0
    for record in records(data, "clean", limit):
        words += len(record["text"].split())
        for item in linter.lint_text(record["text"]):
            findings[item.code] += 1
            safe[item.code] += bool(item.fix and item.fix.applicability == "safe")
    for code, number in sorted(findings.items(), key=lambda item: -item[1]):
        yield f"| {code} | {1e5 * number / words:.2f} | {1e5 * safe[code] / words:.2f} |"
    yield f"| all, in {words:,} words | {1e5 * findings.total() / max(words, 1):.2f} | {1e5 * safe.total() / max(words, 1):.2f} |"


if __name__ == "__main__":
    main()

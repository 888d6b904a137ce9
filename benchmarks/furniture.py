"""`python -m benchmarks.furniture DATA`: compare the text of pages with their articles, before and after fixing.

DATA is a folder with `boilerplate*.jsonl` (plain, .gz or .xz): records with the name of an `extractor` and its `lines`,
each with `text` and a `label`. The article is the words of the lines labeled body. F1 is over words with repetitions,
averaged over pages. Lines labeled neither body nor boilerplate (title, byline, caption …) are ignored.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from benchmarks.records import records
from textlint import Linter, TextlintError

_BODY, _FURNITURE = "body", "boilerplate"
Score = tuple[float, float, float]


def main() -> None:
    """Print one row per extractor, in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.furniture", description=__doc__)
    parser.add_argument("data")
    parser.add_argument(
        "--limit", type=int, default=0, help="the number of records to read from each file (default: all)"
    )
    parser.add_argument("--safe", action="store_true", help="apply only the safe fixes")
    parser.add_argument("--preview", action="store_true", help="also run the rules in preview")
    options = parser.parse_args()
    linter = Linter(preview=options.preview)
    scores: dict[str, list[tuple[Score, Score]]] = {}
    failed = 0
    for record in records(options.data, "boilerplate", options.limit):
        body = _words([line["text"] for line in record["lines"] if line["label"] == _BODY])
        aside = _words([line["text"] for line in record["lines"] if line["label"] not in (_BODY, _FURNITURE)])
        if not body:
            continue
        try:
            after = linter.fix_text(record["text"], unsafe=not options.safe)
        except TextlintError:
            after, failed = record["text"], failed + 1
        pair = _score(_words([record["text"]]), body, aside), _score(_words([after]), body, aside)
        for name in (record["extractor"], "all"):
            scores.setdefault(name, []).append(pair)
    print("| extractor | pages | F1 before | F1 after | precision before | after | recall before | after |")
    print("|---|---|---|---|---|---|---|---|")
    for name, pairs in sorted(scores.items(), key=lambda item: (item[0] == "all", item[0])):
        means = [[fmean(pair[side][part] for pair in pairs) for side in (0, 1)] for part in (2, 0, 1)]
        print(
            f"| {name} | {len(pairs):,} | {' | '.join(f'{value:.4f}' for before_after in means for value in before_after)} |"
        )
    if failed:
        print(f"\n{failed} pages could not be fixed and were left unchanged.")


def _words(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


def _score(text: Counter[str], body: Counter[str], aside: Counter[str]) -> Score:
    """Return precision, recall and F1 of the words of a text, ignoring surplus words from lines that do not count."""
    counted = text - (aside & (text - body))
    right = (counted & body).total()
    precision, recall = right / max(counted.total(), 1), right / body.total()
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()

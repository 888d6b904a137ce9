"""`python -m benchmarks.furniture DATA`: how near the text of a page is to its article, before and after all repairs.

DATA is a folder with `boilerplate*.jsonl` (plain, .gz or .xz): records with the name of an `extractor` and its `lines`,
each with `text` and a `label`. The words of the lines labeled body are the article; F1 is over words, each as often as
it occurs, averaged over pages. Lines labeled neither body nor boilerplate (title, byline, caption …) count for neither.
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
    """Print one row an extractor, in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.furniture", description=__doc__)
    parser.add_argument("data")
    parser.add_argument("--limit", type=int, default=0, help="records of each file")
    parser.add_argument("--safe", action="store_true", help="make the safe repairs only")
    parser.add_argument("--preview", action="store_true", help="run the rules in preview too")
    options = parser.parse_args()
    linter = Linter(preview=options.preview)
    scores: dict[str, list[tuple[Score, Score]]] = {}
    refused = 0
    for record in records(options.data, "boilerplate", options.limit):
        body = _words([line["text"] for line in record["lines"] if line["label"] == _BODY])
        aside = _words([line["text"] for line in record["lines"] if line["label"] not in (_BODY, _FURNITURE)])
        if not body:
            continue
        try:
            after = linter.fix_text(record["text"], unsafe=not options.safe)
        except TextlintError:
            after, refused = record["text"], refused + 1
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
    if refused:
        print(f"\n{refused} pages were left as they were, since their repairs were refused.")


def _words(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


def _score(text: Counter[str], body: Counter[str], aside: Counter[str]) -> Score:
    """Return precision, recall and F1 of the words of a text, those that count for neither side taken off where they are over."""
    counted = text - (aside & (text - body))
    right = (counted & body).total()
    precision, recall = right / max(counted.total(), 1), right / body.total()
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()

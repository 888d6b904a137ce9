"""Fit the model of textlint/checks/spacing/split_words.py and write textlint/data/split_words.json.

    python training/split_words.py FOLDER [--output FILE]

FOLDER holds JSON Lines files as for train_welds.py. An edit whose gold words are its text without the blank is a word to
join; a record without `edits` is clean. One logistic regression over `splits.FEATURES`; the two thresholds, in log odds
with what the rest of the document adds, are set by hand from the out-of-fold scores that this script prints.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from run_together import fit, read_records, score
from sklearn.model_selection import GroupKFold

from textlint.document import Document
from textlint.layers.words.split_words import FEATURES, find_split_words

SHOWN, SAFE = 0.0, 3.5
_STRENGTH = 0.1


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--output", type=Path, default=Path(__file__).parents[1] / "textlint" / "data" / "split_words.json"
    )
    options = parser.parse_args()
    rows, labels, groups, clean = [], [], [], []
    for record in read_records(options.folder):
        document, edits = Document(record["text"]), record.get("edits")
        if document.language not in ("en", ""):
            continue
        joined = [
            (edit["start"], edit["end"])
            for edit in edits or []
            if document.text[edit["start"] : edit["end"]].replace(" ", "") == edit["gold"]
        ]
        if edits and not joined:
            continue
        for split in find_split_words(document):
            rows.append(split.features)
            labels.append(any(start <= split.cut <= end for start, end in joined))
            groups.append(int(hashlib.md5(record["id"].encode()).hexdigest()[:7], 16))
            clean.append(edits is None)
    values, truth = np.array(rows, float), np.array(labels)
    scores = np.zeros(len(rows))
    for train, test in GroupKFold(5).split(values, groups=groups):
        scores[test] = score(fit(values[train], truth[train], _STRENGTH), values[test])
    for threshold in (SHOWN, SAFE):
        alarms = np.sum(scores[np.array(clean)] > threshold)
        print(f"{threshold}: finds {np.mean(scores[truth] > threshold):.3f} of the candidates, {alarms} false alarms")
    weights = [round(weight, 4) for weight in fit(values, truth, _STRENGTH)]
    content = {"features": FEATURES, "weights": weights, "shown": SHOWN, "safe": SAFE}
    options.output.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()

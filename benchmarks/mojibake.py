"""`python benchmarks/mojibake.py FOLDER`: measure how much mojibake is fixed exactly.

FOLDER contains collections of clean text, `*.jsonl` or `*.jsonl.xz`, with the text of each record under `text`. Each
non-ASCII paragraph is damaged with four encodings, completely and by half, and fixed with safe fixes only. A token
(text between spaces) counts if it is exactly as before. Paragraphs that are changed before any damage are counted and
excluded.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)

from textlint.document import Document
from textlint.layers.damage.misreadings import build
from textlint.span import Edit, apply_edits

CODECS = ("sloppy-windows-1252", "latin-1", "macroman", "sloppy-windows-1251")
PARAGRAPHS = 3_000


def paragraphs(folder: Path) -> Iterator[str]:
    """Yield the non-ASCII paragraphs of 40 to 1,500 characters."""
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.xz")]):
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text") or ""
                yield from (part for part in text.split("\n") if not part.isascii() and 40 < len(part) < 1500)


def fix(text: str) -> str:
    """Return `text` with the proved fixes applied."""
    runs = (run for run in build(Document(text)) if run.is_proved)
    return apply_edits(text, [Edit(run.start, run.end, run.fixed) for run in runs])


def measure(clean: list[str], codec: str) -> Counter[str]:
    """Return the numbers of damaged and restored tokens, in paragraphs damaged completely and by half."""
    count: Counter[str] = Counter()
    for text in clean:
        half = text.find(" ", len(text) // 2)
        for kind, cut in (("whole", len(text)), ("half", half)):
            if cut < 0:
                continue
            damaged = text[:cut].encode("utf-8").decode(codec) + text[cut:]
            for before, wrong, after in zip(text.split(" "), damaged.split(" "), fix(damaged).split(" "), strict=False):
                if before != wrong:
                    count[f"{kind} tokens"] += 1
                    count[f"{kind} restored"] += before == after
                elif not before.isascii():
                    count["sound tokens"] += 1
                    count["sound changed"] += before != after
    return count


def main(folder: str) -> None:
    """Print one row per encoding."""
    found = list(paragraphs(Path(folder)))
    random.Random(3).shuffle(found)
    sample = found[:PARAGRAPHS]
    clean = [text for text in sample if fix(text) == text]
    print(f"paragraphs {len(sample)}, changed before any damage {len(sample) - len(clean)}")
    for codec in CODECS:
        count = measure(clean, codec)
        whole, half = (count[f"{kind} restored"] / max(1, count[f"{kind} tokens"]) for kind in ("whole", "half"))
        changed = f"{count['sound changed']} of {count['sound tokens']}"
        print(f"{codec:22} whole {whole:.4f}  half {half:.4f}  sound tokens changed {changed}")


if __name__ == "__main__":
    main(sys.argv[1])

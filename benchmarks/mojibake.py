"""How much damage by wrong decodings is repaired exactly: `python benchmarks/mojibake.py FOLDER`.

FOLDER holds collections of clean text, `*.jsonl` or `*.jsonl.xz`, with the text of each record under `text`. Each
paragraph beyond ASCII is damaged with four encodings, whole and by half, and repaired by safe fixes alone; a token
(what stands between blanks) counts if it reads exactly as before. Damage that the collections hold already is counted
as "changed" and left out of the rest.
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
    """Yield the paragraphs of 40 to 1,500 characters that hold others than ASCII."""
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.xz")]):
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text") or ""
                yield from (part for part in text.split("\n") if not part.isascii() and 40 < len(part) < 1500)


def repaired(text: str) -> str:
    """Return `text` after the repairs that are proved."""
    runs = (run for run in build(Document(text)) if run.is_proved)
    return apply_edits(text, [Edit(run.start, run.end, run.repaired) for run in runs])


def measure(clean: list[str], codec: str) -> Counter[str]:
    """Return how many tokens were damaged and how many of them restored, in paragraphs damaged whole and by half."""
    count: Counter[str] = Counter()
    for text in clean:
        half = text.find(" ", len(text) // 2)
        for kind, cut in (("whole", len(text)), ("half", half)):
            if cut < 0:
                continue
            damaged = text[:cut].encode("utf-8").decode(codec) + text[cut:]
            for before, wrong, after in zip(
                text.split(" "), damaged.split(" "), repaired(damaged).split(" "), strict=False
            ):
                if before != wrong:
                    count[f"{kind} tokens"] += 1
                    count[f"{kind} restored"] += before == after
                elif not before.isascii():
                    count["sound tokens"] += 1
                    count["sound changed"] += before != after
    return count


def main(folder: str) -> None:
    """Print one row an encoding."""
    found = list(paragraphs(Path(folder)))
    random.Random(3).shuffle(found)
    sample = found[:PARAGRAPHS]
    clean = [text for text in sample if repaired(text) == text]
    print(f"paragraphs {len(sample)}, changed before any damage {len(sample) - len(clean)}")
    for codec in CODECS:
        count = measure(clean, codec)
        whole, half = (count[f"{kind} restored"] / max(1, count[f"{kind} tokens"]) for kind in ("whole", "half"))
        changed = f"{count['sound changed']} of {count['sound tokens']}"
        print(f"{codec:22} whole {whole:.4f}  half {half:.4f}  sound tokens changed {changed}")


if __name__ == "__main__":
    main(sys.argv[1])

"""A corpus of any size, made from the project's own fixtures by seeded variation, or taken from a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

FIXTURES = Path(__file__).parents[1] / "fixtures"
_SEED = 20_260_101
_NUMBER = re.compile(r"\d+")


def articles(size: int, folder: str = "", seed: int = _SEED) -> Iterator[str]:
    """Yield articles of together about `size` characters: those below `folder` over and over, or varied fixtures.

    An article of fixtures is 6 to 30 paragraphs drawn from all of them, its numbers changed, so that no two are alike.
    """
    random = Random(seed)
    texts = [path.read_text("utf-8", "replace") for path in sorted(Path(folder or FIXTURES).rglob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    made = turn = 0
    while made < size:
        if folder:
            article = texts[turn % len(texts)]
        else:
            drawn = random.choices(paragraphs, k=random.randint(6, 30))
            article = "\n\n".join(_NUMBER.sub(lambda _: str(random.randint(2, 999)), line) for line in drawn) + "\n"
        yield article
        made += max(len(article), 1)
        turn += 1


def write_folder(place: Path, size: int, folder: str = "") -> Path:
    """Write a corpus of about `size` bytes as files below `place`, a hundred to a folder."""
    for number, article in enumerate(articles(size, folder)):
        path = place / f"{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article, "utf-8")
    return place


def write_file(path: Path, size: int, folder: str = "") -> Path:
    """Write about `size` bytes of articles into one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(articles(size, folder)), "utf-8")
    return path


def write_records(path: Path, size: int, folder: str = "") -> Path:
    """Write about `size` bytes of articles as JSON Lines."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, article in enumerate(articles(size, folder)):
            file.write(json.dumps({"id": str(number), "text": article}, ensure_ascii=False) + "\n")
    return path


def write_shapes(place: Path, size: int) -> dict[str, Path]:
    """Write files of about `size` bytes whose shape is hard: one line, a million short lines, nothing but blanks."""
    prose = " ".join(" ".join(articles(200_000)).split())
    shapes = {
        "one line": (prose + " ") * (size // len(prose) + 1),
        "short lines": "\n".join(f"Line {number}" for number in range(size // 10)),
        "blanks": " " * size,
    }
    place.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, text in shapes.items():
        paths[name] = place / f"{name.replace(' ', '-')}.txt"
        paths[name].write_text(text[:size], "utf-8")
    return paths

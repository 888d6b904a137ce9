"""Create a corpus of any size from the project's fixtures by seeded variation, or from a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from textlint.families import prefixes

FIXTURES = Path(__file__).parents[1] / "fixtures"
_SEED = 20_260_101
_SHORTEST_PROSE = 80  # characters; shorter lines do not count as running text
_PARAGRAPHS = 3.05, 0.6  # per article: mean and standard deviation of the logarithm, for articles of 5 kB on average
_FEWEST, _MOST = 4, 120

# Out of 100 paragraphs or articles, so that findings are about as frequent as in extracted news pages.
_SOURCED = 7  # paragraphs replaced by one with an unnamed source, an unsourced figure or similar
_DAMAGED = 0.9  # paragraphs replaced by one with scraping damage
_DAMAGED_OF_ONE = 3  # damaged paragraphs to use per fixture, since some fixtures consist only of mojibake
_NEAR_MISSES = 1  # paragraphs replaced by one that looks like furniture but is not
_FURNISHED = 25  # articles with one to three lines of page furniture after them, or before

_VARIABLE = re.compile(r"\d+|\b[A-Z][a-zåäöøæé]+\b")
_IN_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-zåäöøæé]+\b")
_NO_NAMES = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday Sundays Tuesdays Christmas Easter Dr Councillor English French German University Journal Media "
    "Northern Lower Port Bay Gazette".split()
)
_NAMES = (
    "Adams Allen Anders Andrew Anna Arthur Baker Barnes Bell Bennett Berg Blake Boris Brandt Brooks Bruce Carla Carlos Carter Cecil Chen "
    "Claire Clara Clark Cole Collins Cooper Craig Cruz Daniel Davis Diana Diego Dixon Donald Duncan Edgar Edith Edward Ellen Ellis Emma Eric "
    "Ernst Evans Felix Fischer Fisher Flora Foster Franz Fraser Garcia George Gibson Gordon Graham Grant Greta Hamid Hannah Hansen Harris "
    "Harvey Hassan Helena Henry Hoffman Holmes Howard Hughes Hugo Hunter Ibrahim Ingrid Irene Isaac Ivan Jackson Jacob James Jensen Joan "
    "Johnson Jonas Jordan Joseph Julia Karen Karl Keller Kelly Khan Klaus Kumar Larsen Laura Leo Lewis Linda Lopez Louise Lucas Maria Marie "
    "Martin Mason Mehta Meyer Miguel Miller Monica Morgan Morris Murphy Nadia Nelson Nina Olga Oliver Olsen Oscar Palmer Parker Patel Paula "
    "Pedro Peters Philip Pierre Porter Price Rachel Ramos Richter Robert Rogers Rosa Ross Russell Samuel Sanchez Sandra Schmidt Scott Shaw "
    "Silva Simon Singh Sofia Stefan Stewart Susan Taylor Teresa Thomas Tracy Turner Ursula Vera Victor Wagner Walker Walter Warren Weber "
    "Wilson Wong Wright Young Zimmer"
).split()
_INVENTED = 0.1  # share of invented names, which are in no word list
_BEFORE = "B Br D Dr F Fl G Gr H J K Kl L M N P R S St T Th V W".split()
_VOWELS = "a e i o u aa ei ie".split()
_BETWEEN = "ld lm ln ndr nn rd rk rl rn rst ssl st tt v".split()
_AFTER = "a e en er ic in is o ov us".split()
_ABOUT_SOURCES = prefixes("sources")
_FURNITURE = prefixes("furniture")

Part = str | tuple[str, str]  # constant words, or ("name", a name) or ("number", digits) to vary


class Stock(NamedTuple):
    """The paragraphs to build articles from, split into parts; see the shares above."""

    headlines: list[list[Part]]
    prose: list[list[Part]]
    near_misses: list[list[Part]]
    sourced: list[list[Part]]
    damaged: list[list[Part]]
    furniture: list[list[Part]]


def articles(size: int, folder: str = "", seed: int = _SEED) -> Iterator[str]:
    """Yield articles with about `size` characters in total, from `folder` (repeated) or generated from the fixtures.

    A generated article has a headline, a byline, a date and paragraphs of clean prose, a few of which are replaced by
    damaged ones, at the rates of real pages. Its names and numbers vary, so that no two articles are equal.
    """
    random = Random(seed)
    if folder:
        texts = [path.read_text("utf-8", "replace") for path in sorted(Path(folder).rglob("*.txt"))]
    else:
        stock = _stock()
    made = turn = 0
    while made < size:
        article = texts[turn % len(texts)] if folder else _article(random, stock)
        yield article
        made += max(len(article), 1)
        turn += 1


def _article(random: Random, stock: Stock) -> str:
    number = min(_MOST, max(_FEWEST, round(random.lognormvariate(*_PARAGRAPHS))))
    paragraphs: list[list[Part]] = []
    while len(paragraphs) < number:  # repeat a paragraph only after all have been used
        paragraphs += random.sample(stock.prose, min(len(stock.prose), number - len(paragraphs)))
    for index in range(number):
        chance = random.uniform(0, 100)
        for share, others in (
            (_SOURCED, stock.sourced),
            (_DAMAGED, stock.damaged),
            (_NEAR_MISSES, stock.near_misses),
        ):
            if 0 <= chance < share:
                paragraphs[index] = random.choice(others)
            chance -= share
    byline: list[Part] = ["By ", ("name", "given"), " ", ("name", "family")]
    date: list[Part] = [
        ("number", "11"),
        f" {random.choice(('March', 'June', 'October'))} ",
        ("number", "2020"),
    ]
    lines = [random.choice(stock.headlines), byline, date, *paragraphs]
    if random.uniform(0, 100) < _FURNISHED:
        furniture = random.sample(stock.furniture, random.randint(1, 3))
        lines = lines + furniture if random.random() < 0.8 else furniture + lines
    names: dict[str, str] = {}
    return "\n\n".join("".join(_varied(part, random, names) for part in line) for line in lines) + "\n"


def _varied(part: Part, random: Random, names: dict[str, str]) -> str:
    """Return a part with its name or number varied; a name is the same throughout the article."""
    if isinstance(part, str):
        return part
    kind, word = part
    if kind == "number":
        return _number(word, random)
    if word not in names:
        is_invented = random.random() < _INVENTED
        sounds = (_BEFORE, _VOWELS, _BETWEEN, _AFTER) if is_invented else (_NAMES,)
        names[word] = "".join(map(random.choice, sounds))
    return names[word]


def _number(digits: str, random: Random) -> str:
    """Return another number of the same kind: a day, a year, or a number of the same length."""
    if len(digits) < 3:
        return str(random.randint(2, 28))
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return str(random.randint(1950, 2025))
    return str(random.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))


def _stock() -> Stock:
    clean = {path: path.read_text("utf-8") for path in sorted((FIXTURES / "clean").glob("*.txt"))}
    near = {path: text for path, text in clean.items() if _is_near_miss(path.stem)}
    prose = [line for path, text in clean.items() if path not in near for line in _running(text.splitlines())]
    headlines = [text.splitlines()[0] for path, text in clean.items() if path not in near]
    sourced, damaged, furniture = [], [], []
    for place in sorted((FIXTURES / "articles").iterdir()):
        if place.name == "german-news":
            continue
        lines = (place / "input.txt").read_text("utf-8", "replace").splitlines()
        expected = place / "expected.txt"  # missing if nothing is fixed
        kept = set(expected.read_text("utf-8", "replace").splitlines()) if expected.exists() else set(lines)
        broken: list[str] = []
        codes: dict[int, set[str]] = {}
        for finding in map(json.loads, (place / "findings.jsonl").read_text("utf-8").splitlines()):
            codes.setdefault(finding["line"], set()).add(finding["code"])
        for number, line in enumerate(lines, 1):
            found = codes.get(number, set())
            if found and all(code.startswith(_ABOUT_SOURCES) for code in found):
                sourced += _running([line])
            elif found and all(code.startswith(_FURNITURE) for code in found) and line not in kept:
                furniture.append(line)
            elif found and line.strip() and not line.startswith("<"):
                broken.append(line)
        damaged += broken[:_DAMAGED_OF_ONE]
    names = {name for text in clean.values() for name in _IN_SENTENCE.findall(text)} - _NO_NAMES
    names -= {word.capitalize() for text in clean.values() for word in re.findall(r"\b[a-z]+\b", text)}
    near_misses = [line for text in near.values() for line in _running(text.splitlines())]
    return Stock(
        *(
            [_apart(line, names) for line in kind]
            for kind in (headlines, prose, near_misses, sourced, damaged, furniture)
        )
    )


def _is_near_miss(name: str) -> bool:
    """Return whether a clean fixture only resembles damage, so that it is not a typical article."""
    return name.startswith(
        ("about-", "cookie", "newsletter", "trade", "markup", "typography", "stimmen", "poem", "recipe")
    )


def _running(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if len(line) >= _SHORTEST_PROSE]


def _apart(line: str, names: set[str]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for match in _VARIABLE.finditer(line):
        word = match.group()
        if word.isdigit() or word in names:
            parts += (line[at : match.start()], ("number" if word.isdigit() else "name", word))
            at = match.end()
    parts.append(line[at:])
    return parts


def write_folder(place: Path, size: int, folder: str = "") -> Path:
    """Write a corpus of about `size` bytes as files in `place`, a hundred per subfolder."""
    for number, article in enumerate(articles(size, folder)):
        path = place / f"{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article, "utf-8")
    return place


def write_file(path: Path, size: int, folder: str = "") -> Path:
    """Write `size` bytes of articles, or slightly fewer, to one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "\n".join(articles(size, folder)).encode()[:size]
    path.write_bytes(data.decode("utf-8", "ignore").encode())
    return path


def write_records(path: Path, size: int, folder: str = "") -> Path:
    """Write about `size` bytes of articles as JSON Lines."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, article in enumerate(articles(size, folder)):
            file.write(json.dumps({"id": str(number), "text": article}, ensure_ascii=False) + "\n")
    return path


SHAPES = ("one line", "short lines", "spaces")


def write_shapes(place: Path, size: int, name: str) -> Path:
    """Write a file of `size` bytes with a difficult shape: "one line", many "short lines", or only "spaces"."""
    if name == "one line":
        prose = " ".join(" ".join(articles(min(size, 5_000_000))).split()) + " "
        text = prose * (size // len(prose) + 1)
    elif name == "short lines":
        text = "\n".join(f"No {each}" for each in range(size // 9))
    else:
        text = " " * size
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{name.replace(' ', '-')}.txt"
    path.write_bytes(text.encode()[:size].decode("utf-8", "ignore").encode())
    return path

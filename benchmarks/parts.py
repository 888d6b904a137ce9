"""The parts of a benchmark run: each measures one aspect of speed and adds it to the figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import FIXTURES, write_file, write_folder, write_records, write_shapes
from benchmarks.figures import MB, Figures, Files, Growth, Shape, Speed
from benchmarks.measure import STOPPED, Failed, exponent, in_turn, run
from benchmarks.peers import OURS, OURS_AS_MODULE, OURS_WITH_CACHE, OURS_WITHOUT_SOURCES, Tool, bare_python

_SMALLEST_SHARE, _STEP = 60_000, 6
_ENOUGH = 1.0  # seconds beyond start-up; long enough to measure the speed
_SMALL = 300_000  # bytes; smaller files are measured several times
_FIRST_FOR_EXPONENT = 10_000  # bytes; for smaller files, loading takes longer than checking


class Setting(NamedTuple):
    """The settings of a run: `size` and `largest` are in bytes, `patience` is in seconds per measurement."""

    place: Path
    peers: Sequence[Tool]
    folder: str = ""
    size: int = 50 * MB
    largest: int = 100 * MB
    rounds: int = 9
    patience: float = 60

    def corpus(self, size: int) -> Path:
        """Return a folder of articles of about `size` bytes, created on first use."""
        place = self.place / f"articles-{size}"
        return place if place.exists() else write_folder(place, size, self.folder)


def start(setting: Setting, figures: Figures) -> None:
    """Measure the whole process for one clean article, on one processor."""
    clean = sorted(Path(setting.folder or FIXTURES / "clean").rglob("*.txt"))
    article = min(clean, key=lambda path: abs(path.stat().st_size - 2_000))
    code = setting.place / "article.py"  # for linters of code, which do not read articles
    code.write_text('"""An empty module."""\n\nNOTHING = ()\n', "utf-8")
    tools = (OURS, OURS_WITHOUT_SOURCES, OURS_AS_MODULE, *setting.peers)
    commands = {tool.name: tool.on(code if tool.is_start_only else article) for tool in tools}
    runs = in_turn({"": bare_python(), **commands}, setting.rounds, cores=1)
    figures.bare = runs.pop("")
    figures.start = runs


def speed(setting: Setting, figures: Figures) -> None:
    """Measure the speed of each tool on a folder of articles, without its start-up."""
    for tool in (OURS, OURS_WITHOUT_SOURCES, *setting.peers):
        if not tool.is_start_only:
            figures.speed[tool.name] = _speed(setting, tool)


def _speed(setting: Setting, tool: Tool) -> Speed:
    """Measure the tool on larger and larger shares of the corpus until one takes long enough."""
    size = min(_SMALLEST_SHARE, setting.size)
    one = write_file(setting.place / "one.txt", 1_000)
    begin = run(tool.on(one), 1).cpu
    while True:
        corpus = setting.corpus(size)
        files = sorted(corpus.rglob("*.txt"))
        given = [corpus] if tool.takes_folders else files
        whole = run(tool.on(*given), 1)
        seconds = max(whole.cpu - begin, 1e-3)
        if seconds >= _ENOUGH or size >= setting.size:
            break
        size = min(size * _STEP, setting.size)
    real = sum(path.stat().st_size for path in files)
    shared = None
    if tool.all_cores:
        together = tool._replace(command=tool.all_cores)
        shared = real / max(run(together.on(*given)).wall - run(together.on(one)).wall, 1e-3)
    return Speed(real, real / seconds, shared, whole.memory)


def files(setting: Setting, figures: Figures) -> None:
    """Measure many files with one process, with all processors and again without changes, and the memory."""
    size = min(setting.size, int(_pace(setting, figures) * setting.patience * 2.5))
    corpus, fewer = setting.corpus(size), setting.corpus(size // 10)
    found = sorted(corpus.rglob("*.txt"))
    one = run(OURS.on(corpus), 1)
    several = run([*OURS.all_cores, str(corpus)])
    cache = setting.place / "cache"
    run([*OURS_WITH_CACHE, str(corpus)], cache=cache)
    unchanged = in_turn({"": [*OURS_WITH_CACHE, str(corpus)]}, 3, cache=cache)[""]
    small = run(OURS.on(fewer), 1)
    number, bytes_checked = len(found), sum(path.stat().st_size for path in found)
    fewer_number = sum(1 for _ in fewer.rglob("*.txt"))
    figures.files = Files(
        number, bytes_checked, one.wall, several.wall, unchanged.wall, fewer_number, small.memory, one.memory
    )


def records(setting: Setting, figures: Figures) -> None:
    """Measure JSON Lines files of growing size, for which memory use should not grow."""
    largest = min(setting.size, int(_pace(setting, figures) * setting.patience / 2))
    for size in (largest // 10, largest):
        path = write_records(setting.place / f"records-{size}.jsonl", size, setting.folder)
        figures.records[path.stat().st_size] = run(OURS.on(path), 1)
        path.unlink()


def growth(setting: Setting, figures: Figures) -> None:
    """Measure one file, ten times larger each time, until the tool exceeds the time limit."""
    empty = write_file(setting.place / "empty.txt", 0)
    for tool in (OURS, OURS_WITHOUT_SOURCES, *setting.peers):
        if tool.is_start_only:
            continue
        is_ours = tool in (OURS, OURS_WITHOUT_SOURCES)
        patience = setting.patience if is_ours else setting.patience / 3
        begin = in_turn({"": tool.on(empty)}, 3, 1)[""].cpu
        sizes: list[int] = []
        seconds: list[float] = []
        memory = 0.0
        size = 1_000
        while size <= setting.largest and (not seconds or seconds[-1] * 10 <= patience):
            path = setting.place / f"one-{size}.txt"
            if not path.exists():
                write_file(path, size, setting.folder)
            taken = in_turn({"": tool.on(path)}, 3 if size < _SMALL else 1, 1, timeout=patience * 4)[""]
            if taken.code == STOPPED:
                break
            sizes.append(size)
            seconds.append(max(taken.cpu - begin, 1e-3))
            memory = taken.memory
            size *= 10
        kept = [number for number, each in enumerate(sizes) if each >= _FIRST_FOR_EXPONENT]
        slope = exponent([sizes[each] for each in kept], [seconds[each] for each in kept]) if len(kept) > 1 else None
        figures.growth[tool.name] = Growth(sizes, seconds, slope, memory)


def shapes(setting: Setting, figures: Figures) -> None:
    """Measure one very long line, many short lines and only spaces, each also at a tenth of the size."""
    largest = min(setting.largest, int(_pace(setting, figures) * setting.patience))
    for name, size in {
        "one line": largest,
        "short lines": setting.largest // 10,
        "spaces": setting.largest // 10,
    }.items():
        whole = write_shapes(setting.place / "whole", size, name)
        tenth = write_shapes(setting.place / "tenth", size // 10, name)
        smaller = run(OURS.on(tenth), 1)
        try:
            larger = run(OURS.on(whole), 1, timeout=setting.patience * 10)
            figures.shapes[name] = Shape(whole.stat().st_size, smaller.cpu, larger.cpu, smaller.memory, larger.memory)
        except Failed:  # the command fails if it exceeds its own timeout
            figures.shapes[name] = Shape(whole.stat().st_size, smaller.cpu, None, smaller.memory, smaller.memory)
        whole.unlink()
        tenth.unlink()


def _pace(setting: Setting, figures: Figures) -> float:
    """Return the bytes per second of textlint on one core, to choose sizes."""
    if OURS.name not in figures.speed:
        return _speed(setting, OURS).one_core
    return figures.speed[OURS.name].one_core


PARTS = {"start": start, "speed": speed, "files": files, "records": records, "growth": growth, "shapes": shapes}

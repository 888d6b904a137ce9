"""Draw the figures in five panels: start-up, speed on one core and on all, memory, and growth with size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import MB, Figures
from benchmarks.peers import OURS, OURS_WITHOUT_SOURCES

_OURS, _OTHERS, _LINES = (
    "#c2410c",
    "#9ca3af",
    ("#6b7280", "#9ca3af", "#4b5563", "#a8a29e", "#78716c", "#57534e", "#94a3b8"),
)
_OUR_LINES = {OURS.name: "#c2410c", OURS_WITHOUT_SOURCES.name: "#fb923c"}
_NOISE = 0.003  # seconds; shorter times are within the noise of the start-up
_MARKS = "osD^vP*X<>"


def draw(figures: Figures, path: Path) -> None:
    """Write the picture as SVG or PNG, by its suffix; raises ImportError if matplotlib is not installed."""
    import matplotlib

    matplotlib.use("agg")
    matplotlib.rcParams.update(
        {"svg.hashsalt": "textlint", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False}
    )
    from matplotlib import pyplot

    canvas, grid = pyplot.subplot_mosaic(
        "AB;CD;EE", figsize=(10, 10.5), height_ratios=(1, 1, 1.25), layout="constrained"
    )
    begin = {name: run.wall * 1000 for name, run in figures.start.items() if name != "python -m textlint"}
    if figures.bare:
        begin["bare Python"] = figures.bare.wall * 1000
    _bars(grid["A"], "One article, start to end: milliseconds", begin, "{:.0f}", smallest_first=True)
    speed = {name: each.one_core / MB for name, each in figures.speed.items()}
    _bars(grid["B"], "A folder of articles, one core: MB/s", speed, "{:.3g}")
    shared = {name: each.all_cores / MB for name, each in figures.speed.items() if each.all_cores}
    _bars(grid["C"], f"The same, {figures.cores} cores, by those that use them: MB/s", shared, "{:.3g}")
    memory = {name: each.memory for name, each in figures.speed.items()}
    _bars(grid["D"], "Memory of the largest process there: MiB", memory, "{:.0f}", smallest_first=True)
    _growth(grid["E"], figures)
    canvas.suptitle(f"textlint and its peers, {figures.date}: {figures.machine}", fontsize=10)
    canvas.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None, dpi=110)
    pyplot.close(canvas)


def _bars(axes: Any, title: str, values: Mapping[str, float], form: str, smallest_first: bool = False) -> None:
    """Draw labeled bars on a logarithmic scale, the best on top."""
    ranked: Sequence[str] = sorted(values, key=lambda name: values[name], reverse=smallest_first)
    axes.set_title(title, loc="left", fontsize=10)
    if not ranked:
        axes.axis("off")
        return
    colors = [_OURS if name in _OUR_LINES else _OTHERS for name in ranked]
    low = min(values.values()) / 2
    bars = axes.barh(ranked, [values[name] - low for name in ranked], left=low, color=colors)
    axes.set_xscale("log")
    axes.set_xlim(low, max(values.values()) * 3)
    axes.bar_label(bars, [form.format(values[name]) for name in ranked], padding=3)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)


def _growth(axes: Any, figures: Figures) -> None:
    axes.set_title(
        "One file, ten times larger each time: time above start-up (linear growth rises like the dots)",
        loc="left",
        fontsize=10,
    )
    for number, (name, growth) in enumerate(figures.growth.items()):
        is_ours = name in _OUR_LINES
        seen = [(size, second) for size, second in zip(growth.sizes, growth.seconds, strict=True) if second > _NOISE]
        color = _OUR_LINES.get(name, _LINES[number % len(_LINES)])
        axes.loglog(
            [size for size, _ in seen],
            [second for _, second in seen],
            marker=_MARKS[number % len(_MARKS)],
            markersize=5,
            linewidth=2.4 if is_ours else 1.1,
            color=color,
            zorder=3 if is_ours else 2,
            label=name,
        )
    if not figures.growth:
        axes.axis("off")
        return
    sizes = max((growth.sizes for growth in figures.growth.values()), key=len)
    if len(sizes) > 1:
        axes.loglog(sizes, [size / MB for size in sizes], ":", color="#d1d5db", zorder=1)
    names = {
        10**power: f"{10 ** (power % 3)} {unit}"
        for power, unit in zip(range(3, 9), ("kB",) * 3 + ("MB",) * 3, strict=True)
    }
    low, high = axes.get_ylim()
    ticks = {0.001: "1 ms", 0.01: "10 ms", 0.1: "0.1 s", 1: "1 s", 10: "10 s", 100: "100 s"}
    axes.set_yticks(
        [tick for tick in ticks if low <= tick <= high], [ticks[tick] for tick in ticks if low <= tick <= high]
    )
    axes.set_xticks(sizes, [names.get(size, f"{size:g} B") for size in sizes])
    axes.minorticks_off()
    axes.legend(frameon=False, fontsize=8, loc="upper left")

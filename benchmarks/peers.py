"""The commands that are compared: ours, and those of the peers that are installed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple


class Tool(NamedTuple):
    """A command that checks files or folders; `bytes_a_second` is about what it manages, to size its share of the corpus."""

    name: str
    command: tuple[str, ...]
    bytes_a_second: float
    is_node: bool = False

    def on(self, *paths: Path) -> list[str]:
        """Return the command line for these files or folders."""
        return [*self.command, *map(str, paths)]


_US = (sys.executable, "-m", "textlint", "check", "--isolated", "--quiet", "--output-format", "concise")
OURS = Tool("textlint", (*_US, "-j", "1"), 500_000)
OURS_WITHOUT_SOURCES = Tool("textlint without AT, CL", (*_US, "-j", "1", "--ignore", "AT,CL"), 1_000_000)
OURS_ON_ALL_CORES = Tool("textlint on all cores", (*_US, "-j", str(len(os.sched_getaffinity(0)))), 800_000)
_KNOWN = (
    Tool("typos", ("typos",), 15_000_000),
    Tool("codespell", ("codespell",), 10_000_000),
    Tool("proselint", ("proselint", "check"), 250_000),
    Tool("vale", ("vale", "--no-exit"), 500_000),
    Tool("write-good", ("write-good",), 400_000, True),
    Tool("alex", ("alex",), 100_000, True),
    Tool("textlint (JavaScript)", ("npx", "--no-install", "textlint"), 100_000, True),
)


def installed() -> list[Tool]:
    """Return the peers whose command is on the path or beside this Python, with its full place.

    The textlint written in JavaScript counts where `TEXTLINT_JS` names a folder in which npm installed it with rules.
    """
    beside = Path(sys.executable).parent
    found = []
    for tool in _KNOWN:
        if tool.command[0] == "npx":
            folder = os.environ.get("TEXTLINT_JS")
            place = str(Path(folder, "node_modules/.bin/textlint")) if folder else None
            rest: tuple[str, ...] = ("--config", str(Path(folder or "", ".textlintrc.json")))
        else:
            place, rest = (
                shutil.which(tool.command[0], path=f"{beside}{os.pathsep}{os.environ['PATH']}"),
                tool.command[1:],
            )
        if place:
            found.append(tool._replace(command=(place, *rest)))
    return found

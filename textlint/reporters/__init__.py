"""The ways of saying what was found, by the name that `--output-format` takes, and what `--statistics` asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from textlint.startup.values import TYPE_CHECKING

if TYPE_CHECKING:
    from textlint.reporters.options import ReportOptions
    from textlint.result import Result
    from textlint.rule import Rule

    Report = Callable[[Iterable[Result], Sequence[Rule], ReportOptions], Iterator[str]]

MODULES = {
    "terminal": "terminal",
    "concise": "concise",
    "json": "json_object",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "html": "html_page",
    "markdown": "markdown",
    "statistics": "statistics",
}


def load(name: str) -> Report:
    """Return the report function of the format `name`, one of the keys of MODULES.

    A report function takes results as they arrive, the rules that were run and the options, and yields the output in
    chunks; the chunks together are the output, with its last line ended. Write them in UTF-8.
    """
    from importlib import import_module

    report: Report = import_module(f"textlint.reporters.{MODULES[name]}").report
    return report

"""The report formats, one module each. REPORTERS is the only table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from textlint.startup.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textlint.reporters.options import ReportOptions
    from textlint.result import Result
    from textlint.rule import Rule

    Report = Callable[[Iterable[Result], Sequence[Rule], ReportOptions], Iterator[str]]


class Reporter(NamedTuple):
    """A format: its module in this package, its purpose, and the usual suffix of its files ("" if there is none)."""

    module: str
    purpose: str
    suffix: str = ""
    is_for_people: bool = False  # shows problems where the findings are read; `--statistics` replaces it
    quotes_text: bool = True  # shows text around the findings, so it needs the documents


REPORTERS = {
    "terminal": Reporter("terminal", "people: each finding with its line, grouped by file", ".txt", is_for_people=True),
    "concise": Reporter(
        "concise", "people and grep: one line a finding", ".txt", is_for_people=True, quotes_text=False
    ),
    "json": Reporter("json_object", "programs: the whole run as one object", ".json", quotes_text=False),
    "jsonl": Reporter("json_lines", "programs: one finding a line, as they arrive", ".jsonl", quotes_text=False),
    "sarif": Reporter("sarif", "code scanning, SARIF 2.1.0", ".sarif"),
    "github": Reporter("github", "annotations in GitHub Actions"),
    "gitlab": Reporter("gitlab", "code quality in GitLab", ".json"),
    "junit": Reporter("junit", "build servers that read test results", ".xml"),
    "checkstyle": Reporter("checkstyle", "build servers that read lint results", ".xml"),
    "html": Reporter("html_page", "a page to mail: no script, no network", ".html"),
    "markdown": Reporter("markdown", "job summaries and comments", ".md"),
}
FORMATS = tuple(REPORTERS)  # the choices of `--output-format`
STATISTICS = Reporter(
    "statistics", "people: the findings counted by rule", ".txt", is_for_people=True, quotes_text=False
)


def load(name: str) -> Report:
    """Return the report function of the format `name`: one of FORMATS, or "statistics".

    A report function takes the results as they arrive, the rules that were run and the options. It yields the output in
    chunks, with a line break at the end. Write them in UTF-8.
    """
    from importlib import import_module

    reporter = STATISTICS if name == STATISTICS.module else REPORTERS[name]
    report: Report = import_module(f"textlint.reporters.{reporter.module}").report
    return report

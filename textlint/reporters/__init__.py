"""The report formats, one module each, listed in the table REPORTERS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from textlint.startup.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textlint.reporters.options import ReportOptions
    from textlint.result import Result
    from textlint.rule import Rule

    Report = Callable[[Iterable[Result], Sequence[Rule], ReportOptions], Iterator[str]]


class Reporter(NamedTuple):
    """One format: its module in this package, its purpose, and the usual suffix of its files ("" for none)."""

    module: str
    purpose: str
    suffix: str = ""
    is_for_people: bool = False  # shows problems with the findings; `--statistics` replaces it
    quotes_text: bool = True  # shows the text around findings, so it needs the documents


REPORTERS = {
    "terminal": Reporter("terminal", "people: each finding with its line, grouped by file", ".txt", is_for_people=True),
    "concise": Reporter(
        "concise", "people and grep: one line per finding", ".txt", is_for_people=True, quotes_text=False
    ),
    "json": Reporter("json_object", "programs: the whole run as one JSON object", ".json", quotes_text=False),
    "jsonl": Reporter(
        "json_lines", "programs: one JSON object per finding, as they arrive", ".jsonl", quotes_text=False
    ),
    "sarif": Reporter("sarif", "code scanning: SARIF 2.1.0", ".sarif"),
    "github": Reporter("github", "GitHub Actions: annotations"),
    "gitlab": Reporter("gitlab", "GitLab: a code quality report", ".json"),
    "junit": Reporter("junit", "build servers that read JUnit test results", ".xml"),
    "checkstyle": Reporter("checkstyle", "build servers that read Checkstyle lint results", ".xml"),
    "html": Reporter("html_page", "sharing: one page without scripts or network access", ".html"),
    "markdown": Reporter("markdown", "job summaries and comments", ".md"),
}
FORMATS = tuple(REPORTERS)  # the choices of `--output-format`
STATISTICS = Reporter(
    "statistics", "people: the number of findings by rule", ".txt", is_for_people=True, quotes_text=False
)


def load(name: str) -> Report:
    """Return the report function of the format `name`: one of FORMATS, or "statistics".

    A report function takes the results as they arrive, the rules that were run and the options. It yields the output in
    chunks. The joined chunks end with a line break. Write them in UTF-8.
    """
    from importlib import import_module

    reporter = STATISTICS if name == STATISTICS.module else REPORTERS[name]
    report: Report = import_module(f"textlint.reporters.{reporter.module}").report
    return report

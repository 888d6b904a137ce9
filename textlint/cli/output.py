"""Open the outputs of a run and write its reports to them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from textlint.errors import ConfigError, WriteError
from textlint.reporters import REPORTERS, STATISTICS, load
from textlint.reporters.options import ReportOptions
from textlint.result import Result
from textlint.rule import Rule
from textlint.startup.values import Any, BinaryIO, NamedTuple, TextIO
from textlint.version import __version__


class Output(NamedTuple):
    """One report: its format, the binary stream to write to, its options, and whether the user sees its problems."""

    format: str
    stream: BinaryIO
    options: ReportOptions
    shows_problems: bool


class open_outputs:
    """Open the outputs that parsed options name, with `standard` as standard output, and close them on exit.

    `rule_url` is as in ReportOptions. Entering raises ConfigError if the numbers of formats and files do not match, and
    WriteError if a file cannot be written.
    """

    def __init__(self, options: dict[str, Any], rule_url: str, standard: TextIO = sys.stdout) -> None:
        self._options = options
        self._rule_url = rule_url
        self._standard = standard
        self._opened: list[BinaryIO] = []

    def __enter__(self) -> list[Output]:
        formats = self._options["output_formats"] or ("terminal",)
        files: tuple[str, ...] = self._options["output_files"]
        if len(files) > len(formats) or len(files) < len(formats) - 1:
            raise ConfigError(
                f"the numbers of output formats ({len(formats)}) and output files ({len(files)}) do not match",
                remedy="Give an --output-file for each --output-format; only the first may go to standard output.",
            )
        try:
            paths = ("",) * (len(formats) - len(files)) + files
            return [self._output(name, path) for name, path in zip(formats, paths, strict=True)]
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *raised: object) -> None:
        try:
            while self._opened:
                self._opened.pop().close()
        finally:
            if self._opened:  # closing one failed; close the others too
                self.__exit__()

    def _output(self, name: str, path: str) -> Output:
        stream = _created(path) if path else self._standard.buffer
        if path:
            self._opened.append(stream)
        is_for_people = REPORTERS[name].is_for_people
        format_ = STATISTICS.module if is_for_people and self._options.get("statistics") else name
        shown = report_options(self._options, self._standard if not path else None)._replace(rule_url=self._rule_url)
        return Output(format_, stream, shown, is_for_people and not path)


def write_reports(results: Iterable[Result], rules: Sequence[Rule], outputs: Sequence[Output]) -> None:
    """Write all reports; a single report is streamed, for several the results are kept in memory.

    Problems are also printed to standard error, unless one of the reports shows them to the user.
    """
    if not any(output.shows_problems for output in outputs):
        results = _print_problems(results)
    if len(outputs) > 1:
        results = list(results)
    for output in outputs:
        for chunk in load(output.format)(results, rules, output.options):
            output.stream.write(chunk.encode("utf-8", "backslashreplace"))
        output.stream.flush()


def _print_problems(results: Iterable[Result]) -> Iterator[Result]:
    from textlint.reporters.parts.summary import describe_problem

    for result in results:
        for problem in result.problems:
            sys.stderr.write(describe_problem(problem))
        yield result


def _created(path: str) -> BinaryIO:
    try:
        return open(path, "wb")
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror}", path, remedy="Choose another file with --output-file."
        ) from None


def report_options(options: dict[str, Any], terminal: TextIO | None) -> ReportOptions:
    """Return the options for a report to `terminal`, or to a file if it is None."""
    import os

    is_terminal = terminal is not None and terminal.isatty()
    use_color = options["color"] == "always" or (
        options["color"] == "auto" and is_terminal and "NO_COLOR" not in os.environ
    )
    width = os.get_terminal_size(terminal.fileno()).columns if is_terminal and terminal else 100
    return ReportOptions(
        color=use_color,
        width=width,
        show_fixes=options.get("show_fixes", False),
        quiet=options["quiet"],
        version=__version__,
    )

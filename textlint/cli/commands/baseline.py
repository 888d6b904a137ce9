"""`textlint baseline`: accept existing findings, so that only new ones are reported."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

import click

from textlint.cli.errors import FAILED
from textlint.cli.options import COMMON, SELECTING, click_options
from textlint.errors import ConfigError
from textlint.files.baseline import Entry, create, prune, update
from textlint.files.baseline_file import default_path, folder_of, load_entries, save_entries
from textlint.files.discovery import find_files
from textlint.files.inspection import inspect
from textlint.files.setup import Setup, reading_options, set_up
from textlint.reporters.parts.summary import describe_problem
from textlint.result import Problem, Result
from textlint.startup.values import Any

_READING = tuple(option for option in COMMON if option.name in ("config", "encoding", "text_field", "quiet"))
_FILE = click.option(
    "--baseline",
    default="",
    metavar="FILE",
    help="The baseline file (default: the one in the settings, or textlint.baseline).",
)
_REASON = click.option("--reason", default="", metavar="TEXT", help="Why the findings are accepted.")


@click.group("baseline")
def command() -> None:
    """Accept existing findings, so that only new ones are reported.

    An entry identifies its finding by path, rule, words and context, so it stays valid when other parts of the article
    change.
    """


def _subcommand(name: str, *more: Any) -> Callable[[Any], click.Command]:
    """Return a decorator that turns a function into a subcommand with the shared options."""

    def decorate(function: Any) -> click.Command:
        for add in (*more, _FILE, click_options(_READING), click_options(SELECTING)):
            function = add(function)
        return command.command(name)(click.argument("paths", nargs=-1, type=click.Path())(function))

    return decorate


@_subcommand("create", _REASON)
def make(paths: tuple[str, ...], reason: str, **options: Any) -> int:
    """Create a baseline that accepts every finding in PATHS."""
    setup = set_up(options)
    path = options["baseline"] or default_path(setup)
    if os.path.exists(path):
        raise ConfigError(
            "the baseline already exists", path, remedy="Use `textlint baseline update`, or delete the file first."
        )
    return _write(path, [], paths, setup, options, lambda results: create(results, reason, folder_of(path)))


@_subcommand("update", _REASON)
def renew(paths: tuple[str, ...], reason: str, **options: Any) -> int:
    """Add the new findings in PATHS, and remove unused entries; reasons are kept."""
    setup = set_up(options)
    path = options["baseline"] or default_path(setup)
    entries, root, codes = load_entries(path), folder_of(path), setup.rules.selected
    return _write(path, entries, paths, setup, options, lambda results: update(entries, results, reason, root, codes))


@_subcommand("prune")
def shrink(paths: tuple[str, ...], **options: Any) -> int:
    """Remove the unused entries of PATHS, and those of deleted files."""
    setup = set_up(options)
    path = options["baseline"] or default_path(setup)
    entries, root, codes = load_entries(path), folder_of(path), setup.rules.selected
    existing = [entry for entry in entries if os.path.exists(os.path.join(root, entry.identity.path))]
    return _write(path, entries, paths, setup, options, lambda results: prune(existing, results, root, codes))


def _write(
    path: str,
    before: Sequence[Entry],
    paths: tuple[str, ...],
    setup: Setup,
    options: dict[str, Any],
    change: Callable[[Iterator[Result]], list[Entry]],
) -> int:
    """Write the entries that `change` returns for `paths`, unless there are problems; return the exit code."""
    problems: list[Problem] = []
    after = change(_results(paths, setup, options, problems))
    for problem in problems:
        click.echo(describe_problem(problem), nl=False, err=True)
    if problems:
        click.echo("The baseline was not written, because not all files could be read.", err=True)
        return FAILED
    save_entries(path, after)
    if not options["quiet"]:
        click.echo(f"{path}: {len(before):,} entries before, {len(after):,} now.")
    return 0


def _results(
    paths: tuple[str, ...], setup: Setup, options: dict[str, Any], problems: list[Problem]
) -> Iterator[Result]:
    """Yield the results of the files in `paths`, adding their problems to `problems`."""
    found = find_files(paths or (".",), setup.config.exclude, setup.config.folder)
    problems += found.problems
    reading = reading_options(setup, options)
    for path in found.paths:
        for result in inspect(path, setup.rules, reading, setup.only_for(path)):
            problems += result.problems
            yield result

"""`textlint learn`: rule packs made of the lines that return in the documents of a source."""

from __future__ import annotations

from pathlib import Path

import click

from textlint.cli.door import FAILED
from textlint.cli.settings import reading_options, set_up
from textlint.cli.sources import read_documents
from textlint.discovery import find_files
from textlint.errors import WriteError
from textlint.examples import run_examples
from textlint.repetition import GROUPINGS, LEAST, by_source, pack, returning_lines
from textlint.reporters.summary import describe_problem
from textlint.ruleset import RuleSet, Selection, builtin_folder, read_pack
from textlint.values import Any

_CODES_A_SOURCE = 3  # a rule for each zone


@click.command("learn")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o", "--output", required=True, metavar="DIR", help="Write the pack into this folder, which must be new or empty."
)
@click.option(
    "--group-by",
    type=click.Choice(GROUPINGS),
    default="auto",
    help="What a source is: a folder, or a source or url field.",
)
@click.option(
    "--least", type=click.IntRange(min=2), default=LEAST, show_default=True, help="Documents a line must return in."
)
@click.option("--encoding", default="", metavar="NAME", help="The encoding of files that are neither UTF-8 nor UTF-16.")
@click.option("--text-field", default="", metavar="NAME", help="The field of a JSON record that holds its text.")
def command(paths: tuple[str, ...], output: str, group_by: str, least: int, **options: Any) -> int:
    """Look for lines that return in the documents of each source, and write them as a rule pack.

    A person reviews the pack; then `textlint check --rules DIR` uses it. Exits with 1 if no line returns.
    """
    folder = Path(output)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WriteError("the folder is there already, and not empty", output, remedy="Name another one with -o.")
    setup = set_up(options)
    found = find_files(paths, setup.config.exclude, setup.config.folder)
    for problem in found.problems:
        click.echo(describe_problem(problem), err=True, nl=False)
    sources = by_source(read_documents(found.paths, reading_options(setup, options)), group_by)
    files: dict[str, str] = {}
    for number, (source, documents) in enumerate(sorted(sources.items())):
        lines = returning_lines(documents, least)
        made = pack(source, lines, first=1 + number * _CODES_A_SOURCE)
        files |= made
        click.echo(f"{source}: {len(documents)} documents, {len(lines)} lines return, {len(made)} rules")
    if not files:
        click.echo(f"No line returns in {least} documents of one source; no pack was written.")
        return FAILED if found.problems else 1
    _write(folder, files)
    failures = _failures(folder)
    click.echo(f"Review the rules in {output}, then use them: textlint check --rules {output} …")
    for failure in failures:
        click.echo(f"warning: {failure}", err=True)
    return FAILED if found.problems else 0


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_text(content, "utf-8")
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror}", str(folder), remedy="Name another folder with -o."
        ) from None


def _failures(folder: Path) -> list[str]:
    """Return which examples of the written rules do not hold; the loader must take every file."""
    own, examples = read_pack([folder])
    rules = RuleSet(read_pack([builtin_folder(), folder])[0], Selection(select=("ALL",), preview=True))
    verdicts = run_examples(rules, dict(examples), [rule.code for rule in own.rules])
    return [f"{verdict.rule.name}: an example {verdict.failure}" for verdict in verdicts if verdict.failure]

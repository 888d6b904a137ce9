"""`textlint learn`: create rule packs from lines that recur in the documents of a site."""

from __future__ import annotations

from pathlib import Path

import click

from textlint.authoring.examples import run_examples
from textlint.authoring.learned import pack
from textlint.cli.errors import FAILED
from textlint.errors import WriteError
from textlint.files.discovery import find_files
from textlint.files.documents import read_documents
from textlint.files.setup import reading_options, set_up
from textlint.layers.page.returning import GROUPINGS, LEAST, by_site, returning_lines
from textlint.reporters.parts.summary import describe_problem
from textlint.reporters.parts.tally import plural
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack
from textlint.startup.locations import rules_folder
from textlint.startup.values import Any

_CODES_PER_SITE = 3  # a rule for each zone


@click.command("learn")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o", "--output", required=True, metavar="DIR", help="Write the pack to this folder, which must be new or empty."
)
@click.option(
    "--group-by",
    type=click.Choice(GROUPINGS),
    default="auto",
    help="How to group documents by site: by folder, or by a source or url field.",
)
@click.option(
    "--least",
    type=click.IntRange(min=2),
    default=LEAST,
    show_default=True,
    help="The number of documents a line must occur in.",
)
@click.option("--encoding", default="", metavar="NAME", help="The encoding of files that are neither UTF-8 nor UTF-16.")
@click.option("--text-field", default="", metavar="NAME", help="The field of a JSON record that contains its text.")
def command(paths: tuple[str, ...], output: str, group_by: str, least: int, **options: Any) -> int:
    """Find lines that recur in the documents of each site, and write them as a rule pack.

    Review the pack, then use it with `textlint check --rules DIR`. Exits with 1 if no line recurs.
    """
    folder = Path(output)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WriteError("the folder exists and is not empty", output, remedy="Name another folder with -o.")
    setup = set_up(options)
    found = find_files(paths, setup.config.exclude, setup.config.folder)
    for problem in found.problems:
        click.echo(describe_problem(problem), err=True, nl=False)
    sites = by_site(read_documents(found.paths, reading_options(setup, options)), group_by)
    files: dict[str, str] = {}
    for number, (site, documents) in enumerate(sorted(sites.items())):
        lines = returning_lines(documents, least)
        made = pack(site, lines, first=1 + number * _CODES_PER_SITE)
        files |= made
        counts = (plural(len(documents), "document"), plural(len(lines), "recurring line"), plural(len(made), "rule"))
        click.echo(f"{site}: {', '.join(counts)}")
    if not files:
        click.echo(f"No line recurs in {least} documents of one site, so no pack was written.")
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
    """Return the failing examples of the written rules; raises RuleError if a file cannot be loaded."""
    own, examples = read_pack([folder])
    rules = RuleSet(read_pack([rules_folder(), folder])[0], Selection(select=("ALL",), preview=True))
    verdicts = run_examples(rules, dict(examples), [rule.code for rule in own.rules])
    return [f"{verdict.rule.name}: an example {verdict.failure}" for verdict in verdicts if verdict.failure]

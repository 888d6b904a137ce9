"""`textlint extract`: write the cleaned text of web pages to text files."""

from __future__ import annotations

import os
from pathlib import Path

import click

from textlint.cli.errors import FAILED, print_error
from textlint.cli.options import SELECTING, click_options
from textlint.document import Document
from textlint.errors import TextlintError, WriteError
from textlint.files.discovery import find_files
from textlint.files.setup import set_up
from textlint.fixer import fix_document
from textlint.readers import format_of
from textlint.readers.html import extract_text
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import Any


@click.command("extract")
@click.argument("pages", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o", "--output", default="", metavar="DIR", help="Write the files to this folder (default: next to each page)."
)
@click.option("--encoding", default="", metavar="NAME", help="The encoding of pages that do not declare one.")
@click.option("--raw", is_flag=True, help="Do not fix the text.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the unsafe fixes too.")
@click.option("--force", is_flag=True, help="Overwrite existing files.")
@click_options(SELECTING)
def command(
    pages: tuple[str, ...], output: str, encoding: str, raw: bool, unsafe_fixes: bool, force: bool, **options: Any
) -> int:
    """Write the article text of PAGES (HTML files, or folders of them) to .txt files, with the safe fixes applied.

    The structure of subfolders is kept. Exits with 2 if a page could not be read or a text could not be written; the
    others are written.
    """
    rules = None if raw else set_up(options).rules
    found = find_files(pages)
    failures = [
        TextlintError(problem.message, problem.path, problem.line, problem.remedy) for problem in found.problems
    ]
    targets: set[Path] = set()
    for path in found.paths:
        if path not in pages and format_of(path) != "html":
            continue
        try:
            target = _target(path, pages, output)
            if target in targets:
                raise WriteError(
                    f"two pages would be written to {target}", path, remedy="Extract them in separate runs."
                )
            targets.add(target)
            text = _text_of(path, encoding, rules, unsafe_fixes)
            _write(target, text, force)
            click.echo(f"{path} -> {target}")
        except (TextlintError, OSError) as error:
            failures.append(
                error if isinstance(error, TextlintError) else TextlintError(error.strerror or str(error), path)
            )
    for failure in failures:
        print_error(str(failure))
    return FAILED if failures else 0


def _text_of(path: str, encoding: str, rules: RuleSet | None, unsafe: bool) -> str:
    page = extract_text(Path(path).read_bytes(), encoding, path)
    if rules is None:
        return page.text
    return fix_document(Document(page.text, path, metadata=page.metadata), rules, unsafe).document.text


def _target(path: str, pages: tuple[str, ...], output: str) -> Path:
    """Return the text file of a page: in `output`, at its path relative to the named folder, or next to the page."""
    if not output:
        return Path(path).with_suffix(".txt")
    root = next(
        (page for page in pages if os.path.isdir(page) and Path(path).is_relative_to(page)), os.path.dirname(path)
    )
    return Path(output, os.path.relpath(path, root)).with_suffix(".txt")


def _write(target: Path, text: str, force: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(target, "wb" if force else "xb") as file:
            file.write(text.encode("utf-8"))
    except FileExistsError:
        raise WriteError("the file already exists", str(target), remedy="Use --force to overwrite it.") from None

"""Generate the reference pages of the rules and the command line from the rule files and the options."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textlint.checks import MATCHED
from textlint.families import FAMILIES, prefix_of
from textlint.readers import FORMATS
from textlint.reporters.parts.tally import plural
from textlint.rule import Example, Rule
from textlint.rulebook.file import read_rule_file
from textlint.rulebook.packs import load_pack
from textlint.text.sanitize import visible

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_RATES = Path(__file__).parent.parent / "reference" / "measured.json"  # written by `python -m benchmarks.rates DATA`
_SIGN = re.compile(r"([\\`*_{}\[\]<>#|~$])")
_DEFAULTS = {
    "on": "runs by default",
    "off": "off by default: add its code with `--select` or `--extend-select`",
    "preview": "runs with `--preview`",
    "deprecated": "will be removed; still runs by default",
}
_READ_AS = {
    "text": "plain text or Markdown, one document per file",
    "jsonl": "JSON Lines, one document per record",
    "html": "a web page: the article is checked, and the file is never rewritten",
}
_FIXES = {
    "safe": "safe, applied with `--fix`",
    "unsafe": "unsafe, applied with `--fix --unsafe-fixes`",
    "display": "only shown, never applied",
}
_KEEPS = {
    "rest": "it deletes only the reported words",
    "letters": "it changes only white space and invisible characters",
    "bytes": "the original bytes can be restored from the fixed text",
    "nothing": "it may change anything",
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the pages before Sphinx reads its sources."""
    app.connect("builder-inited", lambda app: write_pages(Path(app.srcdir)))
    return {"parallel_read_safe": True}


def write_pages(docs: Path) -> None:
    """Write `reference/rules/*.md` and `reference/command-line.md` below `docs`, and delete pages of rules that no longer exist."""
    folder = docs / "reference" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    rules = sorted(load_pack([], installed=False).rules, key=lambda rule: rule.code)
    pages = {f"{rule.name}.md": "\n".join(rule_page(rule)) for rule in rules}
    pages["index.md"] = "\n".join(rule_index(rules))
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, content in pages.items():
        _write(folder / name, content + "\n")
    _write(docs / "reference" / "command-line.md", "\n".join(command_line()) + "\n")


def _write(path: Path, content: str) -> None:
    """Write a page if its content has changed, so that Sphinx rebuilds only changed pages."""
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")


def rule_index(rules: list[Rule]) -> Iterator[str]:
    """Yield the page that lists all rules by family."""
    yield "# Rules\n"
    yield "Rules that are `on` run by default. To run a rule in `preview`, add `--preview`. To run a rule that is `off`, add its"
    yield "code with `--select` or `--extend-select`.\n"
    for family in sorted(FAMILIES):
        yield f"## {family.prefix}: {family.title}\n"
        yield "| Code | Name | Finds | Severity | Runs | Fix |\n| --- | --- | --- | --- | --- | --- |"
        for rule in rules:
            if prefix_of(rule.code) == family.prefix:
                fix = rule.fix.applicability if rule.fix else ""
                summary = literal(rule.summary)
                yield f"| {rule.code} | [{rule.name}]({rule.name}.md) | {summary} | {rule.severity} | {_runs(rule)} | {fix} |"
        yield ""
    yield "```{toctree}\n:hidden:\n:glob:\n\n*\n```"


def rule_page(rule: Rule) -> Iterator[str]:
    """Yield the page of one rule: what it finds, why, what a fix does, and its examples."""
    _, examples = read_rule_file(Path(rule.origin))
    yield f"# {rule.code} {rule.name}\n"
    yield f"{literal(rule.summary)}.\n"
    yield f"- Severity: {rule.severity}\n- Status: {rule.status} since {literal(rule.since)}; {_DEFAULTS[_runs(rule)]}"
    if rule.languages:
        yield f"- Languages: {', '.join(map(literal, rule.languages))}"
    yield f"- Looks for: {_way(rule)}"
    if conditions := list(_conditions(rule)):
        yield f"- Only: {'; '.join(conditions)}"
    if rule.supersedes:
        yield f"- Replaces findings of: {', '.join(rule.supersedes)}"
    if rule.last_resort:
        yield f"- Last resort: not reported where another {prefix_of(rule.code)} rule reports the same words"
    if rule.fix:
        yield f"- Fix: {_FIXES[rule.fix.applicability]}; {_KEEPS[rule.fix.keeps]}"
        if rule.fix.evidence:
            yield (
                f"- With fewer than {plural(rule.fix.evidence, 'other sign')} of page furniture nearby, the fix is "
                f"{_FIXES[rule.fix.otherwise]}"
            )
    else:
        yield "- Fix: none"
    yield from _measured(rule)
    yield "\n## Why\n"
    yield literal(rule.why.strip())
    yield "\n## Examples\n"
    for example in examples:
        yield from _example(rule, example)


@cache
def _rates() -> dict[str, Any]:
    rates: dict[str, Any] = json.loads(_RATES.read_text("utf-8"))
    return rates


def _measured(rule: Rule) -> Iterator[str]:
    """Yield the measurements of `benchmarks.rates` as items of the list at the top of the page."""
    rates = _rates()["rules"].get(rule.code, {})
    yield f"- On edited news: {rates.get('clean', 0):g} findings per 100,000 words, including real faults"
    if rates.get("pages"):
        yield f"- On real pages: {rates['right']:.1%} of {rates['pages']:,} labeled lines that it reports are not article text"


def _way(rule: Rule) -> str:
    """Return in a few words what the rule looks for."""
    if rule.check == "phrase":
        places = {"line": "as a whole line", "start": "at the start of a line", "end": "at the end of a line"}
        return f"{plural(len(rule.parameters['any']), 'phrase')} {places.get(rule.parameters['at'], 'anywhere')}"
    if rule.check == "pattern":
        return plural(len(rule.parameters["any"]), "regular expression")
    if rule.check == "block":
        return f"blocks of at most {rule.parameters['max_lines']} lines, from a matching first line to a matching last line"
    return f"faults that the check `{rule.check}` finds"


def _conditions(rule: Rule) -> Iterator[str]:
    """Yield the conditions for reporting a match."""
    where = rule.where
    if rule.check in MATCHED and not where.quoted:
        yield "outside quotations"
    if where.zones:
        yield f"in the {' or '.join(where.zones)} of the page"
    if where.max_words:
        yield f"on lines of at most {where.max_words} words"
    if where.alone:
        yield "on lines that contain nothing else"
    if where.evidence:
        yield f"near {plural(where.evidence, 'other sign')} of page furniture"
    if where.unless:
        number = len(where.unless)
        yield f"except on lines that match {'a regular expression' if number == 1 else f'any of {number} regular expressions'}"


def _runs(rule: Rule) -> str:
    if rule.enabled and rule.status != "stable":
        return rule.status
    return "on" if rule.enabled else "off"


def _example(rule: Rule, example: Example) -> Iterator[str]:
    why = f" {literal(example.why)}" if example.why else ""
    if example.kind == "bad":
        yield f"Reported, between `>>` and `<<`:{why}\n"
        yield fenced(_marked(example))
    elif example.kind == "good":
        yield f"Not reported:{why}\n"
        yield fenced(example.text)
    else:
        yield f"Known miss:{why}\n"
        yield fenced(example.text)
    if example.fixed is not None:
        yield "Fixed:\n"
        yield fenced(example.fixed)


def _marked(example: Example) -> str:
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}>>{text[start:end]}<<{text[end:]}"
    return text


def fenced(text: str) -> str:
    """Return `text` as a fenced block, with invisible characters made visible."""
    lines = "\n".join(visible(line) for line in re.split(r"\r\n|\r|\n", text.strip("\n")))
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", lines))])
    return f"{fence}text\n{lines}\n{fence}\n"


def literal(text: str) -> str:
    """Return `text` escaped for Markdown, except for code between backticks."""
    parts = re.split(r"(`[^`\n]+`)", text)
    return "".join(part if number % 2 else _SIGN.sub(r"\\\1", part) for number, part in enumerate(parts))


def command_line() -> Iterator[str]:
    """Yield the page of the command line: the help of every command, and the suffixes of files."""
    import click

    from textlint.cli.table import cli

    yield "# Command line\n"
    yield "The `--help` of each command. Exit codes: 0 no findings (or all fixed), 1 findings remain, 2 an error occurred,"
    yield "130 interrupted.\n"
    context = click.Context(cli, info_name="textlint", max_content_width=100, terminal_width=100)
    for heading, text in _helps(cli, context, click):
        yield f"## {heading}\n\n```text\n{text}\n```\n"
    yield "## Files\n"
    yield "In a folder, textlint reads the files with these suffixes. A file that you name is read whatever its suffix.\n"
    yield "| Suffix | Read as |\n| --- | --- |"
    for suffix, reader in FORMATS.items():
        yield f"| `{suffix}` | {_READ_AS[reader]} |"


def _helps(command: Any, context: Any, click: Any) -> Iterator[tuple[str, str]]:
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            inner = click.Context(child, info_name=name, parent=context, max_content_width=100, terminal_width=100)
            yield from _helps(child, inner, click)

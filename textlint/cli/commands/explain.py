"""`textlint explain`: what a rule finds, why, and its examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent

import click

from textlint.checks import MATCHED
from textlint.cli.options import SELECTING, click_options
from textlint.files.setup import set_up
from textlint.rule import Example, Rule
from textlint.startup.values import Any
from textlint.text.sanitize import visible

_KEEPS = {
    "rest": "it only deletes what it reports",
    "letters": "it changes only white space",
    "bytes": "it can be undone to restore the original bytes",
    "nothing": "it may rewrite words",
}
_APPLIED = {"safe": "with --fix", "unsafe": "with --fix --unsafe-fixes", "display": "never, only shown"}


@click.command("explain")
@click.argument("rule")
@click_options(SELECTING)
def command(rule: str, **options: Any) -> int:
    """Explain the rule with this code or name, and list its files: rule file, check, data and tests."""
    from textlint.rulebook.file import read_rule_file

    setup = set_up(options)
    found = setup.rules.rule(rule)
    _, examples = read_rule_file(found.origin)
    click.echo("\n".join(_lines(found, examples, found.code in setup.rules.selected)))
    click.echo("\n".join(_places(found)))
    return 0


def _lines(rule: Rule, examples: tuple[Example, ...], is_selected: bool) -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {rule.summary}"
    yield f"{rule.severity}, {rule.status} since {rule.since}, {'on' if is_selected else 'off'} here"
    yield ""
    yield rule.why
    yield ""
    if rule.fix:
        yield f"Fix: {rule.fix.applicability} (applied {_APPLIED[rule.fix.applicability]}); {_KEEPS[rule.fix.keeps]}."
    else:
        yield "Fix: none; a person has to decide."
    titles = {"bad": "Found:", "good": "Left alone:", "miss": "Known miss:"}
    for example in examples:
        yield ""
        yield titles[example.kind] + (f" ({example.why})" if example.why else "")
        yield _shown(example.text)
        if example.fixed is not None:
            yield "Fixed:"
            yield _shown(example.fixed)


def _places(rule: Rule) -> Iterator[str]:
    """Yield the files to open to read or change the rule."""
    from textlint.explanation.whereabouts import training_command, whereabouts

    places = whereabouts(rule)
    yield "\nFiles:"
    yield from _listed("rule file", [places.rule_file])
    yield from _listed("check" if rule.check not in MATCHED else "matching", places.code)
    yield from _listed("layers", places.layers)
    yield from _listed("data", places.data)
    yield from _listed("training", [training_command(path) for path in places.training])
    yield from _listed("tests", places.tests)
    yield from _listed("docs page", [f"reference/rules/{rule.name}, written by {places.page}"] if places.page else [])


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"    {title if number == 0 else '':11}{visible(item)}"


def _shown(text: str) -> str:
    return indent("\n".join(visible(line) for line in text.strip("\n").split("\n")), "    ")

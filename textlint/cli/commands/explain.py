"""`textlint explain`: what a rule finds, why, and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

import click

from textlint.cli.options import SELECTING, click_options
from textlint.files.setup import set_up
from textlint.rule import Example, Rule
from textlint.startup.values import Any
from textlint.text.sanitize import visible

_KEEPS = {
    "rest": "it only deletes what it reports",
    "letters": "it changes white space only",
    "bytes": "the original bytes can be had back from the repair",
    "nothing": "it rewrites freely",
}
_APPLIED = {"safe": "with --fix", "unsafe": "with --fix --unsafe-fixes", "display": "never, only shown"}


@click.command("explain")
@click.argument("rule")
@click_options(SELECTING)
def command(rule: str, **options: Any) -> int:
    """Explain the rule with this code or name."""
    from textlint.rulebook.file import read_rule_file

    setup = set_up(options)
    found = setup.rules.rule(rule)
    _, examples = read_rule_file(found.origin)
    click.echo("\n".join(_lines(found, examples, found.code in setup.rules.selected)))
    return 0


def _lines(rule: Rule, examples: tuple[Example, ...], is_selected: bool) -> Iterator[str]:
    yield f"{rule.code} {rule.name}: {rule.summary}"
    yield f"{rule.severity}, {rule.status} since {rule.since}, {'on' if is_selected else 'off'} here"
    yield ""
    yield rule.why
    yield ""
    if rule.fix:
        yield f"Repair: {rule.fix.applicability} (applied {_APPLIED[rule.fix.applicability]}); {_KEEPS[rule.fix.keeps]}."
    else:
        yield "Repair: none; a person decides."
    titles = {"bad": "Found:", "good": "Left alone:", "miss": "Known miss:"}
    for example in examples:
        yield ""
        yield titles[example.kind] + (f" ({example.why})" if example.why else "")
        yield _shown(example.text)
        if example.fixed is not None:
            yield "Becomes:"
            yield _shown(example.fixed)


def _shown(text: str) -> str:
    return indent("\n".join(visible(line) for line in text.strip("\n").split("\n")), "    ")

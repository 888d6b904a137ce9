"""`textlint why`: explain what is reported at a place, and what was nearly reported."""

from __future__ import annotations

import json

import click

from textlint.cli.options import WHY, click_options, split_codes
from textlint.errors import ConfigError
from textlint.explanation.explain import explain
from textlint.explanation.terminal import to_terminal
from textlint.files.setup import reading_options, set_up
from textlint.files.target import find_place, parse_target
from textlint.rule import Rule
from textlint.startup.values import Any


@click.command("why", context_settings={"ignore_unknown_options": True, "max_content_width": 100})  # for `-:12`
@click.argument("place", metavar="FILE:LINE[:COLUMN]")
@click.option(
    "--rule", "only_rules", multiple=True, metavar="CODES", help="Explain only these rules: codes or prefixes of codes."
)
@click.option(
    "--text-line",
    type=click.IntRange(min=1),
    metavar="N",
    help="In JSON Lines, explain this line of the record's text.",
)
@click.option(
    "--output-format", type=click.Choice(("terminal", "json")), default="terminal", help="As text, or as JSON."
)
@click_options(WHY)
def command(place: str, only_rules: tuple[str, ...], text_line: int | None, output_format: str, **options: Any) -> int:
    """Explain what is reported at a place, and what was nearly reported.

    For each finding, this shows the rule, what matched, the evidence nearby, the scores of a model, and why its fix is
    safe, unsafe or only shown. Then it lists what was not reported: matches that failed a condition, rules that are off,
    and findings dropped for another.

    LINE and COLUMN count from 1, in characters. In a JSON Lines file, LINE is the line of the record; in a web page, it is
    a line of the page. Use - as FILE for standard input. Exits with 0 even if nothing is found, or 2 if there is no such
    place.

    \b
    Examples:
      textlint why article.txt:12
      textlint why article.txt:12:40 --rule SP
      textlint why inbox.jsonl:3 --text-line 2 --output-format json
    """  # noqa: D301 (click needs the character \b)
    target = parse_target(place)
    setup = set_up(options)
    codes = _known([code for words in only_rules for code in split_codes(words)], setup.rules.rules)
    document, span = find_place(target, reading_options(setup, options), text_line)
    explanation = explain(document, setup.rules, span, setup.only_for(target.path), codes)
    if output_format == "json":
        from textlint.reporters.parts.json_text import to_json

        click.echo(json.dumps(json.loads(to_json(explanation.to_dict())), indent=2))
    else:
        click.echo("\n".join(to_terminal(explanation)))
    return 0


def _known(codes: list[str], rules: tuple[Rule, ...]) -> list[str]:
    """Return `codes`. Raises ConfigError for one that matches no rule."""
    for code in codes:
        if not any(rule.code.startswith(code) for rule in rules):
            raise ConfigError(
                f"no rule has a code that starts with “{code}”", remedy="`textlint rules` lists all rules."
            )
    return codes

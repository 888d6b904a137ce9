"""`textlint rules`: list the rules."""

from __future__ import annotations

import json

import click

from textlint.cli.options import SELECTING, click_options
from textlint.files.setup import set_up
from textlint.rule import Rule
from textlint.startup.values import Any


@click.command("rules")
@click.argument("codes", nargs=-1)
@click_options(SELECTING)
@click.option("--selected", is_flag=True, help="List only the rules that would run here.")
@click.option(
    "--output-format", type=click.Choice(("terminal", "json")), default="terminal", help="As a table, or as JSON."
)
def command(codes: tuple[str, ...], selected: bool, output_format: str, **options: Any) -> int:
    """List the rules, or only those whose codes start with CODES."""
    rules = set_up(options).rules
    prefixes = tuple(code.upper() for code in codes)
    shown = [
        rule
        for rule in rules.rules
        if (not prefixes or rule.code.startswith(prefixes)) and (not selected or rule.code in rules.selected)
    ]
    if output_format == "json":
        click.echo(
            json.dumps([_item(rule, rule.code in rules.selected) for rule in shown], indent=2, ensure_ascii=False)
        )
        return 0
    for rule in shown:
        fix = rule.fix.applicability if rule.fix else ""
        mark = "on " if rule.code in rules.selected else "off"
        click.echo(
            f"{rule.code:7} {rule.name:34} {mark} {rule.severity:8} {rule.status:10} {fix:8} {rule.summary}".rstrip()
        )
    return 0


def _item(rule: Rule, is_selected: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "severity": rule.severity,
        "status": rule.status,
        "since": rule.since,
        "languages": list(rule.languages),
        "fix": rule.fix and {"applicability": rule.fix.applicability, "keeps": rule.fix.keeps},
        "selected": is_selected,
        "origin": rule.origin,
    }

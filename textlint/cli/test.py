"""`textlint test`: run the examples that rules carry."""

from __future__ import annotations

import click

from textlint.cli.door import FOUND
from textlint.cli.options import split_codes
from textlint.examples import Verdict, run_examples
from textlint.linearity import slow_expressions
from textlint.ruleset import RuleSet, Selection, builtin_folder, read_pack
from textlint.sanitise import visible


@click.command("test")
@click.argument("packs", nargs=-1, type=click.Path())
@click.option("--select", default="", metavar="CODES", help="Test these rules only.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but failures.")
def command(packs: tuple[str, ...], select: str, quiet: bool) -> int:
    """Run every example of every rule, and try its expressions on long lines: the built-in rules, or the folders PACKS.

    Exits with 0 if all hold, 1 if one fails or is slow, 2 if a rule file is wrong.
    """
    tested = [*packs] or [builtin_folder()]
    own, examples = read_pack(tested)
    prefixes = split_codes(select)
    codes = [rule.code for rule in own.rules if not prefixes or rule.code.startswith(prefixes)]
    pack = read_pack([builtin_folder(), *tested])[0] if packs else own
    rules = RuleSet(pack, Selection(select=("ALL", *examples), preview=True))
    verdicts = list(run_examples(rules, dict(examples), codes))
    failures = [verdict for verdict in verdicts if verdict.failure]
    slow = [(rule, reason) for rule in own.rules if rule.code in codes for reason in slow_expressions(rule)]
    for verdict in failures:
        click.echo(describe(verdict))
    for rule, reason in slow:
        click.echo(f"{rule.code} {rule.name} ({rule.origin})\n  {visible(reason)}")
    if not quiet:
        click.echo(
            f"{len(codes)} rules, {len(verdicts)} examples: {len(verdicts) - len(failures)} hold, {len(failures)} fail."
            + (f" {len(slow)} expressions are not linear." if slow else "")
        )
    return FOUND if failures or slow else 0


def describe(verdict: Verdict) -> str:
    """Return a failure in three lines: the rule and its file, the example, what went wrong."""
    rule, example = verdict.rule, verdict.example
    return (
        f"{rule.code} {rule.name} ({rule.origin})\n"
        f"  {example.kind}: {visible(example.text)}\n"
        f"  it {visible(verdict.failure)}"
    )

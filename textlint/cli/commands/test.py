"""`textlint test`: run the examples that rules carry, or try rules on real text."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import click

from textlint.authoring.examples import Verdict, run_examples
from textlint.authoring.linearity import slow_expressions
from textlint.cli.door import FOUND
from textlint.cli.options import split_codes
from textlint.errors import ConfigError
from textlint.files.inspection import Options
from textlint.reporters.parts.tally import plural
from textlint.rule import Example, Rule
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack, with_builtin
from textlint.settings.config import Config
from textlint.startup.locations import rules_folder
from textlint.text.sanitise import visible


@click.command("test", context_settings={"max_content_width": 100})
@click.argument("what", nargs=-1, metavar="[FOLDER|RULE]...", type=click.Path())
@click.option("--select", default="", metavar="CODES", help="Test these rules only.")
@click.option("--corpus", "corpora", multiple=True, metavar="PATH", help="Try the rules on these articles instead.")
@click.option(
    "--sample",
    type=click.IntRange(min=0),
    default=5,
    metavar="N",
    help="--corpus: how many findings of each rule to show.",
)
@click.option("--seed", type=int, default=0, metavar="N", help="--corpus: another seed draws another sample.")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    help="--corpus: as text, or as JSON.",
)
@click.option(
    "--text-field", default="text", metavar="NAME", help="--corpus: the field of a JSON record that holds its text."
)
@click.option(
    "--encoding", default="", metavar="NAME", help="--corpus: the encoding of files that are neither UTF-8 nor UTF-16."
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but failures.")
def command(
    what: tuple[str, ...],
    select: str,
    corpora: tuple[str, ...],
    sample: int,
    seed: int,
    form: str,
    text_field: str,
    encoding: str,
    quiet: bool,
) -> int:
    """Run every example of every rule, and try its expressions on long lines.

    FOLDERs hold rules of your own; without one the built-in rules are tested. RULEs are codes, their beginnings or names.

    With --corpus, tell instead what the rules would flag in those articles, rules that are off or in preview too: how
    many findings, in how many documents, how many per 1,000 words, and a sample.

    Exits with 0 if all hold (with --corpus, whatever is found), 1 if one fails or is slow, 2 if a rule file is wrong or
    an article cannot be read.
    """  # fmt: skip
    folders = [word for word in what if os.path.isdir(word) or os.sep in word]
    tested = folders or [rules_folder()]
    places = with_builtin(folders)
    if corpora:
        from textlint.cli.trial import run_trial

        rules = [*load_pack(places[1:], installed=False).rules]
        own = rules if not folders else [rule for rule in rules if _is_within(rule, folders)]
        named = _named(rules, own, [*split_codes(select), *(word for word in what if word not in folders)])
        reading = Options(encoding=encoding, text_field=text_field, timeout=Config().timeout)
        return run_trial(corpora, places[1:], named, form, sample, seed, reading)
    pack, examples = read_pack(places)
    own = [rule for rule in pack.rules if _is_within(rule, tested)]
    codes = _named(pack.rules, own, [*split_codes(select), *(word for word in what if word not in folders)])
    return _run_examples(RuleSet(pack, Selection(select=("ALL", *examples), preview=True)), examples, codes, quiet)


def _is_within(rule: Rule, folders: Sequence[str]) -> bool:
    return any(os.path.realpath(rule.origin).startswith(os.path.realpath(folder) + os.sep) for folder in folders)


def _named(rules: Sequence[Rule], own: Sequence[Rule], words: Sequence[str]) -> list[str]:
    """Return the codes of the rules that `words` name, all of `own` if there are none; raises ConfigError for a word that names none."""
    if not words:
        return [rule.code for rule in own]
    named: set[str] = set()
    for word in words:
        found = {rule.code for rule in rules if rule.name == word.lower() or rule.code.startswith(word.upper())}
        if not found:
            raise ConfigError(f"there is no folder and no rule “{word}”", remedy="`textlint rules` lists the rules.")
        named |= found
    return sorted(named)


def _run_examples(rules: RuleSet, examples: Mapping[str, Sequence[Example]], codes: Sequence[str], quiet: bool) -> int:
    verdicts = list(run_examples(rules, dict(examples), codes))
    failures = [verdict for verdict in verdicts if verdict.failure]
    slow = [(rule, reason) for rule in rules.rules if rule.code in codes for reason in slow_expressions(rule)]
    for verdict in failures:
        click.echo(describe(verdict))
    for rule, reason in slow:
        click.echo(f"{rule.code} {rule.name} ({rule.origin})\n  {visible(reason)}")
    if not quiet:
        click.echo(
            f"{plural(len(codes), 'rule')}, {plural(len(verdicts), 'example')}: "
            f"{len(verdicts) - len(failures)} hold, {len(failures)} fail."
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

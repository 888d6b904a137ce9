"""`textlint test`: run the examples of rules, or try rules on real text."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import click

from textlint.authoring.examples import Verdict, run_examples
from textlint.authoring.linearity import slow_expressions
from textlint.cli.errors import FOUND
from textlint.cli.options import split_codes
from textlint.errors import ConfigError
from textlint.files.inspection import Options
from textlint.reporters.parts.tally import plural
from textlint.rule import Example, Rule
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack, with_builtin
from textlint.settings.config import Config
from textlint.startup.locations import rules_folder
from textlint.text.sanitize import visible


@click.command("test", context_settings={"max_content_width": 100})
@click.argument("what", nargs=-1, metavar="[FOLDER|RULE]...", type=click.Path())
@click.option("--select", default="", metavar="CODES", help="Test only these rules.")
@click.option("--corpus", "corpora", multiple=True, metavar="PATH", help="Run the rules on these articles instead.")
@click.option(
    "--sample",
    type=click.IntRange(min=0),
    default=5,
    metavar="N",
    help="With --corpus: the number of findings to show for each rule.",
)
@click.option("--seed", type=int, default=0, metavar="N", help="With --corpus: the random seed of the sample.")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(("terminal", "json")),
    default="terminal",
    help="With --corpus: the output format.",
)
@click.option(
    "--text-field",
    default="text",
    metavar="NAME",
    help="With --corpus: the field of a JSON record that contains its text.",
)
@click.option(
    "--encoding",
    default="",
    metavar="NAME",
    help="With --corpus: the encoding of files that are neither UTF-8 nor UTF-16.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print only failures.")
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
    """Run every example of every rule, and check that its regular expressions are fast on long lines.

    FOLDERs contain your own rules; without one the built-in rules are tested. RULEs are codes, prefixes of codes, or
    names.

    With --corpus, show instead what the rules find in those articles, including rules that are off or in preview: the
    number of findings, of documents with findings, of findings per 1,000 words, and a sample.

    Exits with 0 if all examples pass (always with --corpus), 1 if one fails or an expression is slow, and 2
    if a rule file is invalid or an article cannot be read.
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
    """Return the codes of the rules that `words` name, or of `own` if empty; raises ConfigError for an unknown rule."""
    if not words:
        return [rule.code for rule in own]
    named: set[str] = set()
    for word in words:
        found = {rule.code for rule in rules if rule.name == word.lower() or rule.code.startswith(word.upper())}
        if not found:
            raise ConfigError(f"there is no folder or rule “{word}”", remedy="Run `textlint rules` to list the rules.")
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
            f"{len(verdicts) - len(failures)} passed, {len(failures)} failed."
            + (f" {plural(len(slow), 'expression')} not linear." if slow else "")
        )
    return FOUND if failures or slow else 0


def describe(verdict: Verdict) -> str:
    """Return a failure in three lines: the rule and its file, the example, and the error."""
    rule, example = verdict.rule, verdict.example
    return (
        f"{rule.code} {rule.name} ({rule.origin})\n"
        f"  {example.kind}: {visible(example.text)}\n"
        f"  it {visible(verdict.failure)}"
    )

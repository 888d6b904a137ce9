"""Implement `textlint test --corpus`: show what rules find in real text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial

import click

from textlint.authoring.trial import Hit, Share, Trial, try_job
from textlint.cli.errors import FAILED
from textlint.errors import ConfigError
from textlint.files.discovery import find_files
from textlint.files.inspection import STDIN, Job, Options
from textlint.files.pool import work_through
from textlint.reporters.parts.summary import describe_problem
from textlint.reporters.parts.tally import plural
from textlint.rulebook.packs import Recipe
from textlint.rulebook.ruleset import Selection
from textlint.text.sanitize import shorten, visible

_LONGEST = 120  # code points shown of a finding's text


def run_trial(
    corpora: Sequence[str], folders: Sequence[str], codes: Sequence[str], form: str, size: int, seed: int, reading: Options
) -> int:  # fmt: skip
    """Run the rules `codes`, built-in or from `folders`, on `corpora`; print the result and return the exit code."""
    if STDIN in corpora:
        raise ConfigError("a corpus cannot be read from standard input", remedy="Name files or folders with --corpus.")
    recipe = Recipe(tuple(folders), False, Selection(select=tuple(codes), preview=True))
    rules = recipe.make()
    found = find_files(corpora)
    trial = Trial([rule for rule in rules.rules if rule.code in rules.selected], size, seed)
    trial.problems += found.problems
    only = frozenset(codes)
    jobs = [Job(path, only) for path in found.paths]
    for file in work_through(jobs, partial(try_job, reading), rules, recipe):
        for tried in file:
            trial.add(tried)
    if form == "json":
        click.echo(json.dumps(trial.to_dict(), ensure_ascii=True, indent=2))
    else:
        for line in _lines(trial):
            click.echo(line)
    for problem in trial.problems:
        sys.stderr.write(describe_problem(problem))
    return FAILED if trial.problems else 0


def _lines(trial: Trial) -> Iterator[str]:
    with_findings = [share for share in trial.shares if share.findings]
    for share in with_findings if len(trial.shares) > 1 else trial.shares:
        yield from _share(trial, share)
        yield ""
    without = len(trial.shares) - len(with_findings)
    yield (
        f"{plural(trial.documents, 'document')}, {trial.words:,} words; "
        f"{plural(len(with_findings), 'rule')} with findings, {without} without."
    )


def _share(trial: Trial, share: Share) -> Iterator[str]:
    rule = share.rule
    state = "" if rule.enabled and rule.status == "stable" else f" ({rule.status if rule.enabled else 'off'})"
    yield f"{rule.code} {rule.name}{state}: {visible(rule.summary)}"
    fixes = ", ".join(f"{number} {kind}" for kind, number in sorted(share.fixes.items()) if kind != "none")
    yield (
        f"  {plural(share.findings, 'finding')} in {share.documents} of {plural(trial.documents, 'document')}, "
        f"{trial.rate(share):.3f} per 1,000 words" + (f"; fixes: {fixes}" if fixes else "")
    )
    for hit in share.sample:
        yield f"    {_place(hit)}: {visible(hit.before)}>>{visible(shorten(hit.finding.text, _LONGEST))}<<{visible(hit.after)}"


def _place(hit: Hit) -> str:
    finding = hit.finding
    record = "" if finding.record is None else f" record {finding.record}"
    return visible(f"{finding.path}{record}:{finding.line}:{finding.column}")

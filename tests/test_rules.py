"""Every shipped rule proves itself by its examples; its code fits its family; its expressions are linear."""

from __future__ import annotations

from functools import cache

import pytest

from textlint.authoring.examples import run_examples
from textlint.authoring.linearity import slow_expressions
from textlint.families import FAMILIES, prefix_of
from textlint.rule import Example, Rule
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack
from textlint.startup.locations import rules_folder

PREFIXES = {family.folder: family.prefix for family in FAMILIES}
PACK, EXAMPLES = read_pack([rules_folder()])
each_rule = pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.code)


@cache
def rules() -> RuleSet:
    return RuleSet(PACK, Selection(select=("ALL", *(rule.code for rule in PACK.rules)), preview=True))


@each_rule
def test_examples_hold(rule: Rule) -> None:
    examples: dict[str, tuple[Example, ...]] = EXAMPLES
    failures = [
        f"{verdict.example.kind}: {verdict.example.text!r}: {verdict.failure}"
        for verdict in run_examples(rules(), examples, [rule.code])
        if verdict.failure
    ]
    assert not failures, "\n".join(failures)


@each_rule
def test_shows_what_it_finds_what_it_leaves_and_what_it_repairs(rule: Rule) -> None:
    kinds = {example.kind for example in EXAMPLES[rule.code]}
    assert {"bad", "good"} <= kinds
    if rule.fix and rule.fix.applicability != "display":
        assert any(example.fixed is not None for example in EXAMPLES[rule.code])


@each_rule
def test_stands_in_the_folder_of_its_family(rule: Rule) -> None:
    folder = rule.origin.replace("\\", "/").split("/")[-2]
    assert prefix_of(rule.code) == PREFIXES[folder]
    assert len(rule.code) == 5


@each_rule
def test_speaks_to_an_editor(rule: Rule) -> None:
    assert not rule.summary.endswith(".")
    assert "\n" not in rule.summary + rule.message
    assert rule.summary[0].isupper() or not rule.summary[0].isalpha()
    assert rule.message.endswith(".")
    assert len(rule.why.split()) >= 4


@each_rule
def test_expressions_are_linear(rule: Rule) -> None:
    assert list(slow_expressions(rule)) == []


def test_codes_and_names_are_unique() -> None:
    assert len({rule.name for rule in PACK.rules}) == len({rule.code for rule in PACK.rules}) == len(PACK.rules)


def test_every_code_check_belongs_to_a_rule() -> None:
    from textlint.checks import builtin_checks

    assert set(builtin_checks()) <= {rule.check for rule in PACK.rules}

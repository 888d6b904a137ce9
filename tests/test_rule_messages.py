"""The messages of the shipped rules, as users see them: every field is filled."""

from __future__ import annotations

import re
from functools import cache

import pytest

from textlint.authoring.examples import document_of
from textlint.engine import diagnose
from textlint.rule import Rule
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack
from textlint.startup.locations import rules_folder

PACK, EXAMPLES = read_pack([rules_folder()])


@cache
def rules() -> RuleSet:
    return RuleSet(PACK, Selection(select=("ALL", *(rule.code for rule in PACK.rules)), preview=True))


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.code)
def test_messages_have_all_their_values(rule: Rule) -> None:
    fields = re.findall(r"\{[a-z_]+\}", rule.message)
    found = [
        item
        for example in EXAMPLES[rule.code]
        if example.kind == "bad"
        for item in diagnose(document_of(example, rule), rules(), frozenset((rule.code,)))
    ]
    assert found
    for item in found:
        assert [field for field in fields if field in item.message.replace(item.text, "")] == []

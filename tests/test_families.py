"""The table of families agrees with the folders, the rules and the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from textlint.families import FAMILIES, LEARNED, OWN, RESERVED, prefix_of, prefixes
from textlint.rulebook.packs import load_pack

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("place", ["rules", "textlint/checks"])
def test_each_family_has_its_folder(place: str) -> None:
    folders = {path.name for path in (ROOT / place).iterdir() if path.is_dir()} - {"lexicons", "__pycache__"}
    assert folders == {family.folder for family in FAMILIES}


def test_each_built_in_rule_belongs_to_a_family() -> None:
    used = {prefix_of(rule.code) for rule in load_pack(installed=False).rules}
    assert used == {family.prefix for family in FAMILIES}


def test_readme_lists_the_families() -> None:
    rows = re.findall(r"^\| ([A-Z]{2}) \| (.*) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert rows == [(family.prefix, family.finds) for family in FAMILIES]


def test_parts_of_prefixes_lie_within_their_family() -> None:
    for family in FAMILIES:
        for part in (family.about_article, family.same_words):
            assert not part or part.startswith(family.prefix)


def test_prefixes_by_topic_are_all_prefixes() -> None:
    assert prefixes("sources") == ("AT", "CL")
    together = [prefix for topic in ("furniture", "damage", "sources") for prefix in prefixes(topic)]
    assert sorted(together) == sorted(family.prefix for family in FAMILIES)


def test_prefixes_that_rules_of_ones_own_can_use_are_free() -> None:
    assert LEARNED in RESERVED
    assert OWN not in RESERVED
    assert prefix_of("XX101") == OWN

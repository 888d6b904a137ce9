"""Packs are read completely or rejected; rules are selected as in ruff (R14)."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_samples import EXAMPLES, PHRASE, pack_of, rule_toml, write_rule

from textlint.errors import ConfigError, RuleError
from textlint.rulebook.ruleset import RuleSet, Selection, from_plain, read_pack, rule_files, select, to_plain

PACK = pack_of(
    rule_toml("AA101"),
    rule_toml("AA102"),
    rule_toml("AA201", enabled=False),
    rule_toml("BB101", status="preview"),
    rule_toml("BB102", status="deprecated"),
)


def chosen(**selection: object) -> str:
    return " ".join(sorted(select(PACK.rules, Selection(**selection))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        ({}, "AA101 AA102 BB102"),
        ({"preview": True}, "AA101 AA102 BB101 BB102"),
        ({"select": ("AA",)}, "AA101 AA102 AA201"),
        ({"select": ("AA1",)}, "AA101 AA102"),
        ({"select": ("AA201",)}, "AA201"),
        ({"select": ("ALL",)}, "AA101 AA102 BB102"),
        ({"select": ("ALL",), "preview": True}, "AA101 AA102 BB101 BB102"),
        ({"select": ("BB",)}, "BB102"),
        ({"select": ("BB101",)}, ""),
        ({"select": ("BB101",), "preview": True}, "BB101"),
        ({"extend_select": ("AA201",)}, "AA101 AA102 AA201 BB102"),
        ({"extend_select": ("AA2",), "ignore": ("AA",)}, "AA201 BB102"),
        ({"ignore": ("AA",)}, "BB102"),
        ({"ignore": ("ALL",)}, ""),
        ({"select": ("ALL",), "ignore": ("AA1",)}, "BB102"),
        ({"select": ("AA101",), "ignore": ("AA",)}, "AA101"),
        ({"select": ("AA",), "ignore": ("AA101",)}, "AA102 AA201"),
        ({"select": ("AA",), "ignore": ("AA",)}, ""),
        ({"select": ("AA1",), "extend_select": ("BB",)}, "AA101 AA102 BB102"),
    ],
)
def test_selection(selection: dict[str, object], codes: str) -> None:
    assert chosen(**selection) == codes


@pytest.mark.parametrize("field", ["select", "extend_select", "ignore"])
def test_a_prefix_that_matches_nothing_is_rejected(field: str) -> None:
    with pytest.raises(ConfigError, match="“ZZ”") as caught:
        chosen(**{field: ("ZZ",)})
    assert "AA, BB" in caught.value.remedy


def test_rules_are_found_by_code_and_name() -> None:
    rules = RuleSet(PACK)
    assert rules.rule("aa101") == rules.rule("Rule-AA101") == PACK.rules[0]
    with pytest.raises(ConfigError, match="there is no rule"):
        rules.rule("ZZ1")


def test_a_duplicate_code_is_rejected(tmp_path: Path) -> None:
    write_rule(tmp_path / "a", rule_toml("AA101"))
    write_rule(tmp_path / "b", rule_toml("AA101"))
    with pytest.raises(RuleError, match="AA101 is already used in") as caught:
        read_pack([tmp_path / "a", tmp_path / "b"])
    assert caught.value.path.endswith("b/rule-aa101.toml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (rule_toml("AA101", supersedes=["ZZ101"]), "supersedes ZZ101"),
        (rule_toml("AA101", "", 'check = "nosuch"'), "there is no check “nosuch”"),
        (rule_toml("AA101", "", 'check = "__init__"'), "there is no check"),
        (rule_toml("AA101", "", 'check = "../errors"'), "there is no check"),
        (rule_toml("AA101", "", 'check = "a.b"'), "there is no check"),
        (
            rule_toml("AA101", "[parameters]\nplace = 'x'\nnosuch = 1\n", 'check = "blank_lines"'),
            "do not match the check",
        ),
        (rule_toml("AA101", "", 'check = "blank_lines"'), "do not match the check"),
        (rule_toml("AA101", "[pattern]\nany = ['''\\w+''']\n", examples=EXAMPLES), "requires no literal text"),
    ],
)
def test_inconsistent_rules_are_rejected(tmp_path: Path, text: str, words: str) -> None:
    path = write_rule(tmp_path, text)
    with pytest.raises(RuleError, match=words) as caught:
        read_pack([tmp_path])
    assert caught.value.path == str(path)


def test_links_are_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    inside = write_rule(tmp_path / "pack", rule_toml("AA101"))
    outside = write_rule(tmp_path / "other", rule_toml("AA102"))
    (tmp_path / "pack" / "link.toml").symlink_to(outside)
    (tmp_path / "pack" / "folder").symlink_to(tmp_path / "other")
    (tmp_path / "pack" / "loop").symlink_to(tmp_path / "pack")
    assert [*map(str, rule_files(tmp_path / "pack"))] == [str(inside)]


def test_lexicons_are_not_rules(tmp_path: Path) -> None:
    inside = write_rule(tmp_path / "sub", rule_toml("AA101"))
    write_rule(tmp_path / "lexicons", "words = []", "words")
    assert [*map(str, rule_files(tmp_path))] == [str(inside)]


@pytest.mark.parametrize("make", [True, False])
def test_a_folder_without_rules_is_rejected(tmp_path: Path, make: bool) -> None:
    if make:
        (tmp_path / "pack").mkdir()
    with pytest.raises(RuleError, match="folder"):
        rule_files(tmp_path / "pack")


def test_a_pack_can_be_converted_to_plain_values_and_back() -> None:
    import marshal

    pack = pack_of(
        rule_toml("AA101", PHRASE + "[where]\nzones = ['head']\n[fix]\napplicability = 'safe'\nkeeps = 'rest'\n"),
        rule_toml("AA102"),
    )
    assert from_plain(marshal.loads(marshal.dumps(to_plain(pack)))) == pack

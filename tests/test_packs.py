"""Packs are found by folder and by installed package, and cached until something changes."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_samples import PHRASE, rule_toml, write_rule

from textlint.checks import find_check
from textlint.errors import RuleError
from textlint.rulebook import packs
from textlint.rulebook.packs import load_pack
from textlint.startup import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(packs, "rules_folder", lambda: tmp_path / "builtin")
    write_rule(tmp_path / "builtin", rule_toml("AA101"))
    return tmp_path / "cache"


def codes(*folders: Path, installed: bool = False) -> list[str]:
    return [rule.code for rule in load_pack([str(folder) for folder in folders], installed).rules]


def kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_the_cache_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes() == ["AA101"]
    monkeypatch.setattr(packs, "read_pack", lambda folders: pytest.fail("the cache was not used"))
    assert codes() == ["AA101"]


def test_a_stale_cache_is_not_used(folder: Path, tmp_path: Path) -> None:
    assert codes() == ["AA101"]
    write_rule(tmp_path / "builtin", rule_toml("AA102"))
    assert codes() == ["AA101", "AA102"]
    path = write_rule(tmp_path / "builtin", rule_toml("AA102", summary="Another"))
    os.utime(path, ns=(1, 1))
    assert load_pack(installed=False).rules[1].summary == "Another"
    path.unlink()
    assert codes() == ["AA101"]


@settings(max_examples=25)
@given(st.binary(max_size=40))
def test_a_corrupt_cache_gives_nothing_or_a_value(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEXTLINT_CACHE_DIR", folder)
        (Path(folder) / "x.marshal").write_bytes(data)
        cache.load("x")


def test_a_truncated_cache_is_replaced(folder: Path) -> None:
    codes()
    whole = kept(folder).read_bytes()
    for length in range(0, len(whole), 97):
        kept(folder).write_bytes(whole[:length])
        assert codes() == ["AA101"]
    assert kept(folder).read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners here")
def test_a_foreign_cache_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes()
    mine = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    read = []
    monkeypatch.setattr(
        packs,
        "read_pack",
        lambda folders: (read.append(1), importlib.import_module("textlint.rulebook.ruleset").read_pack(folders))[1],
    )
    assert codes() == ["AA101"]
    assert read


def test_it_works_without_a_cache_folder(folder: Path) -> None:
    folder.write_text("in the way")
    assert codes() == ["AA101"]
    assert folder.read_text() == "in the way"


def test_no_temporary_file_remains(folder: Path) -> None:
    codes()
    assert [path.suffix for path in folder.iterdir()] == [".marshal"]


def test_folders_add_their_rules(folder: Path, tmp_path: Path) -> None:
    write_rule(tmp_path / "more", rule_toml("ZZ101"))
    assert codes(tmp_path / "more") == ["AA101", "ZZ101"]
    assert codes() == ["AA101"]


def install(folder: Path, name: str, entries: str) -> None:
    """Write the metadata that pip leaves of an installed distribution."""
    metadata = folder / f"{name}-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(entries)


def test_installed_packs_and_checks(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    install(
        site,
        "house-rules",
        "[textlint.packs]\nhouse = house_rules_a\n\n[textlint.checks]\nshouting = house_rules_a.look:check\nbroken = nosuch:x\n",
    )
    write_rule(site / "house_rules_a", rule_toml("HH101", "", 'check = "shouting"'))
    (site / "house_rules_a" / "__init__.py").write_text("")
    (site / "house_rules_a" / "look.py").write_text(
        "from textlint.span import Finding\n\ndef check(document):\n    yield Finding(0, 1)\n"
    )
    monkeypatch.syspath_prepend(str(site))
    find_check.cache_clear()
    assert codes(installed=True) == ["AA101", "HH101"]
    assert codes(installed=False) == ["AA101"]
    check = find_check("shouting")
    assert check is not None and list(check(None))
    with pytest.raises(RuleError, match="cannot be imported"):
        find_check("broken")
    find_check.cache_clear()


def test_a_pack_that_is_not_a_package_is_rejected(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site", "lost", "[textlint.packs]\nlost = nosuch_package_a\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    with pytest.raises(RuleError, match="nosuch_package_a"):
        codes(installed=True)


def test_the_table_is_cached_too(folder: Path, tmp_path: Path) -> None:
    write_rule(tmp_path / "builtin", rule_toml("AA102", PHRASE))
    assert load_pack(installed=False) == load_pack(installed=False)

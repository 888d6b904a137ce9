"""Damaged articles are fixed to the expected text, finding by finding; correct ones have no findings."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from textlint.document import Document
from textlint.engine import diagnose
from textlint.fixer import fix_document
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection

FIXTURES = Path(__file__).parent.parent / "fixtures"
DAMAGE = ("word-export", "misread-letter", "stripped-page")
SOUND = ("markup-lesson", "typography", "stimmen-aus-dem-hafen")
FAMILIES = ("SP2", "EN", "MK", "RS", "RP2")


@cache
def rules() -> RuleSet:
    return RuleSet(load_pack(installed=False), Selection(select=FAMILIES))


def document(path: Path) -> Document:
    return Document(path.read_bytes().decode("utf-8"), path.name, is_file=True)


@pytest.mark.parametrize("name", DAMAGE)
def test_findings(name: str) -> None:
    folder = FIXTURES / "articles" / name
    wanted = [json.loads(line) for line in (folder / "findings.jsonl").read_text("utf-8").splitlines()]
    found = [
        {"line": item.line, "code": item.code, "text": item.text, "fix": item.fix and item.fix.applicability}
        for item in diagnose(document(folder / "input.txt"), rules())
    ]
    assert found == wanted


@pytest.mark.parametrize("name", DAMAGE)
def test_fixed_text(name: str) -> None:
    folder = FIXTURES / "articles" / name
    fixed = fix_document(document(folder / "input.txt"), rules(), unsafe=True).document.text
    assert fixed == (folder / "expected.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", SOUND)
def test_correct_articles_have_no_findings(name: str) -> None:
    assert diagnose(document(FIXTURES / "clean" / f"{name}.txt"), rules()) == ()

"""Whole articles: what is found in them, what becomes of them, and that clean ones are left in peace (R9).

Known misses and false alarms are in `fixtures/quality`, with their reasons (`test_quality.py`).
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from textlint.document import Document
from textlint.engine import diagnose
from textlint.fixer import fix_document
from textlint.readers import InputFile, find_reader
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet

FIXTURES = Path(__file__).parent.parent / "fixtures"
ARTICLES = sorted(path.parent for path in FIXTURES.glob("articles/*/findings.jsonl"))
CLEAN = sorted(FIXTURES.glob("clean/*.*"))


@cache
def rules() -> RuleSet:
    return RuleSet(load_pack(installed=False))


def document_of(path: Path) -> Document:
    with path.open("rb") as stream:
        (unit,) = find_reader(path.name)(InputFile(path.name, stream))
    assert unit.document is not None
    return unit.document


def input_of(folder: Path) -> Path:
    (path,) = folder.glob("input.*")
    return path


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_what_is_found(folder: Path) -> None:
    expected = [json.loads(line) for line in (folder / "findings.jsonl").read_text("utf-8").splitlines()]
    found = diagnose(document_of(input_of(folder)), rules())
    assert Counter((finding.code, finding.line, finding.text) for finding in found) == Counter(
        (item["code"], item["line"], item["text"]) for item in expected
    )


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_what_becomes_of_it(folder: Path) -> None:
    if not (folder / "expected.txt").exists():
        pytest.skip("findings only")
    outcome = fix_document(document_of(input_of(folder)), rules(), unsafe=True)
    assert outcome.document.text == (folder / "expected.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_nothing_is_found_in_a_clean_article(path: Path) -> None:
    found = diagnose(document_of(path), rules())
    assert [(finding.code, finding.line, finding.text) for finding in found] == []


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
@pytest.mark.parametrize("unsafe", [False, True])
def test_no_repair_touches_a_clean_article(path: Path, unsafe: bool) -> None:
    assert fix_document(document_of(path), rules(), unsafe).edits == ()

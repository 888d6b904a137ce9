"""Whole articles: what is found in them, what becomes of them, and that clean ones are left in peace (R9)."""

from __future__ import annotations

import json
import tomllib
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
# Clean articles in which something is found all the same, and what: each fails the build the day it is left in peace.
FALSE_ALARMS: dict[str, str] = {}
CLEAN = [
    pytest.param(path, marks=pytest.mark.xfail(reason=FALSE_ALARMS[path.stem], strict=True), id=path.stem)
    if path.stem in FALSE_ALARMS
    else pytest.param(path, id=path.stem)
    for path in sorted(FIXTURES.glob("clean/*.*"))
]
MISSES = [
    pytest.param(miss, id=f"{path.stem}-{number}", marks=pytest.mark.xfail(reason=miss.get("why", ""), strict=True))
    for path in sorted(FIXTURES.glob("misses/*.toml"))
    for number, miss in enumerate(tomllib.loads(path.read_text("utf-8"))["miss"])
]


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


@pytest.mark.parametrize("path", CLEAN)
def test_nothing_is_found_in_a_clean_article(path: Path) -> None:
    found = diagnose(document_of(path), rules())
    assert [(finding.code, finding.line, finding.text) for finding in found] == []


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("clean/*.*")), ids=lambda path: path.stem)
@pytest.mark.parametrize("unsafe", [False, True])
def test_no_repair_touches_a_clean_article(path: Path, unsafe: bool) -> None:
    assert fix_document(document_of(path), rules(), unsafe).edits == ()


@pytest.mark.parametrize("miss", MISSES)
def test_known_misses_are_still_missed(miss: dict[str, str]) -> None:
    """A miss names a `code`, a `text` and `why`; it fails the build the day the rule finds something in it."""
    found = diagnose(Document(miss["text"], "miss.txt", is_file=True), rules())
    assert miss["code"] in {finding.code for finding in found}

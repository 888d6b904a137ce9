"""Whole articles of all genres: what the rules on sources and claims find in each, no more and no less."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textlint.document import Document
from textlint.engine import diagnose
from textlint.packs import load_pack
from textlint.ruleset import RuleSet

_ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
_SLUGS = (
    "dam-inquiry harbour-report handball-final market-close storm-live council-transcript opinion-bridge soup-recipe press-release "
    "health-claim court-report island-feature ministry-leak election-night obituary cut-opening editors-draft german-news think-tank "
    "superlatives"
).split()


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return RuleSet(load_pack(installed=False))


@pytest.mark.parametrize("slug", _SLUGS)
def test_findings_on_sources_and_claims(slug: str, rules: RuleSet) -> None:
    folder = _ARTICLES / slug
    expected = [json.loads(line) for line in (folder / "findings.jsonl").read_text("utf-8").splitlines()]
    found = diagnose(Document((folder / "input.txt").read_text("utf-8")), rules)
    assert [{"code": item.code, "text": item.text} for item in found if item.code[:2] in ("AT", "CL")] == expected

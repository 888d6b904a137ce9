"""What a rule file names as the signs of its check loses nothing: where no sign stands, the check finds nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks import find_check
from textlint.document import Document
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack
from textlint.startup.locations import rules_folder

FIXTURES = Path(__file__).parents[1] / "fixtures"
SIGNS = [
    " ", "  ", "\t", "\u00a0", "\u2003", "\u200b", "\n", "\n\n\n", "\r\n", "\r", ",", ".", ";", " ,", " .", "(", ")", "( ", " )", "[", "]", "“", "”",
    "“ ", " ”", '"', "the of ", "a the", "the the", "The the ", " its of ", "and .", "- ", "-\n", "word", "Is he", "is late and tired of it all.",
    "\n2. Two", "\n3. Three", "12", "Page 1\n", "\u00ad", "\ufeff", "\ufb01", "\x1b[0m", "\x80", "â€™", "Ã ", "é", "\ue000", "\ufffd", "раypal", "&amp;",
    "color: red;", "{", "}", "<b>", "</b>", "[1]", "²", "=20", "\\u2019", "* ",
]  # fmt: skip


@cache
def rules() -> RuleSet:
    return RuleSet(load_pack(installed=False), Selection(preview=True))


@cache
def example_texts() -> list[str]:
    _, examples = read_pack([rules_folder()])
    return sorted({example.text for each in examples.values() for example in each})


def silent_findings(text: str) -> list[str]:
    """Return what checks find in `text` that were not to be asked about it."""
    document = Document(text, is_file=True)
    matches = rules().matcher.scan(document)
    found = []
    for number in sorted(rules().wanted - rules().unprompted - matches.admitted):
        rule = rules().rules[number]
        check = find_check(rule.check, rule.origin)
        if check is not None:
            found += [
                f"{rule.code}: {text[finding.start : finding.end]!r}" for finding in check(document, **rule.parameters)
            ]
    return found


def test_there_are_checks_with_signs() -> None:
    assert len(rules().wanted - rules().unprompted) > 60


def test_examples_hold_no_finding_without_a_sign() -> None:
    assert {text: found for text in example_texts() if (found := silent_findings(text))} == {}


@pytest.mark.parametrize("path", sorted(FIXTURES.rglob("*.txt")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_whole_articles_hold_none_either(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    assert silent_findings(text) == []


@given(
    st.lists(st.sampled_from(SIGNS) | st.deferred(lambda: st.sampled_from(example_texts())), max_size=12).map("".join)
)
def test_nor_does_any_mixture_of_signs_and_examples(text: str) -> None:
    assert silent_findings(text) == []

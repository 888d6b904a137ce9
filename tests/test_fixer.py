"""Which fixes are applied in a pass, and that conflicting rules leave the text unchanged (R5)."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_samples import diagnostic
from rule_samples import PHRASE, rule_toml, rules_of, write_rule

from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.errors import FixError
from textlint.fixer import choose, fix_document
from textlint.span import Edit

TEXT = Document("abcdefghij")


def finding(start: int, end: int, code: str = "XX101", applicability: str = "safe") -> Diagnostic:
    edits = (Edit(start, end, ""),)
    return diagnostic(TEXT, "a", code, fix=Fix(applicability, "rest", edits))._replace(start=start, end=end)


def taken(*findings: Diagnostic, unsafe: bool = True) -> list[tuple[int, int, str]]:
    return [(item.start, item.end, item.code) for item in choose(findings, unsafe)]


def test_safe_fixes_go_first() -> None:
    assert taken(finding(0, 5, "A", "unsafe"), finding(4, 6, "B")) == [(4, 6, "B")]


def test_unsafe_and_display_fixes_are_not_applied_by_default() -> None:
    assert taken(finding(0, 1, "A", "unsafe"), finding(3, 4, "B", "display"), unsafe=False) == []
    assert taken(finding(0, 1, "A", "unsafe"), finding(3, 4, "B", "display")) == [(0, 1, "A")]


def test_longer_fixes_go_first_then_earlier_ones_then_lower_codes() -> None:
    assert taken(finding(0, 2, "A"), finding(1, 5, "B")) == [(1, 5, "B")]
    assert taken(finding(2, 4, "A"), finding(0, 2, "B")) == [(0, 2, "B")]
    assert taken(finding(0, 2, "B"), finding(0, 2, "A")) == [(0, 2, "A")]


def test_touching_fixes_wait() -> None:
    assert taken(finding(0, 2, "A"), finding(2, 4, "B"), finding(5, 6, "C")) == [(0, 2, "A"), (5, 6, "C")]


def test_all_edits_of_a_fix_or_none() -> None:
    both = finding(0, 1, "A")._replace(fix=Fix("safe", "rest", (Edit(0, 1, ""), Edit(5, 6, ""))))
    assert taken(both, finding(4, 9, "B")) == [(4, 9, "B")]


def swap(code: str, before: str, after: str, applicability: str = "unsafe") -> str:
    fix = f'[fix]\napplicability = "{applicability}"\nkeeps = "nothing"\nreplacement = "{after}"\n'
    return rule_toml(code, PHRASE.replace("spam", before) + fix)


def test_rules_that_undo_each_other_are_named_and_nothing_is_changed() -> None:
    rules = rules_of(swap("XX101", "spam", "eggs"), swap("XX102", "eggs", "spam"), swap("XX103", "ham", "jam"))
    document = Document("ham and spam")
    with pytest.raises(FixError, match="XX101, XX102 still change the text after 10 passes") as caught:
        fix_document(document, rules, unsafe=True)
    assert "XX103" not in caught.value.message
    assert document.text == "ham and spam"


def test_a_rule_that_never_stops_growing_the_text_is_named() -> None:
    with pytest.raises(FixError, match="XX101"):
        fix_document(Document("spam"), rules_of(swap("XX101", "spam", "spam spam")), unsafe=True)


def test_a_file_with_conflicting_rules_is_not_written(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from textlint.__main__ import _run

    write_rule(here / "pack", swap("XX101", "spam", "eggs"))
    write_rule(here / "pack", swap("XX102", "eggs", "spam"))
    (here / "a.txt").write_text("spam\n")
    assert _run(["check", "--isolated", "--rules", "pack", "--select", "XX", "--fix", "--unsafe-fixes", "a.txt"]) == 2
    assert (here / "a.txt").read_text() == "spam\n"
    assert "XX101, XX102" in capfd.readouterr().out


def test_waiting_fixes_are_applied_in_the_next_pass() -> None:
    outcome = fix_document(
        Document("a spam\u00a0spam b"),
        rules_of(rule_toml("XX101", PHRASE + '[fix]\napplicability = "safe"\nkeeps = "rest"\n')),
    )
    assert outcome.document.text == "a \u00a0 b"
    assert outcome.edits == (Edit(2, 6, ""), Edit(7, 11, ""))
    assert [(item.start, item.end, item.text) for item in outcome.removals] == [(2, 6, "spam"), (7, 11, "spam")]

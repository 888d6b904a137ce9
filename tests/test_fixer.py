"""Which fixes are applied in a pass, and that conflicting rules leave the text unchanged (R5)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from report_samples import diagnostic
from rule_samples import PHRASE, rule_toml, rules_of, write_rule

from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.errors import FixError
from textlint.fixer import Removal, choose, fix_document
from textlint.span import Edit, apply_edits

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


def whole(start: int, end: int, code: str, *edits: Edit) -> Diagnostic:
    return finding(start, end, code)._replace(fix=Fix("safe", "rest", edits))


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        # deletions of whole lines are longer than their findings, and may touch
        (whole(0, 2, "A", Edit(0, 3, "")), whole(3, 5, "B", Edit(3, 6, "")), True),
        (whole(3, 5, "A", Edit(3, 6, "")), whole(0, 2, "B", Edit(0, 3, "")), True),
        (whole(0, 2, "A", Edit(0, 3, "")), whole(2, 4, "B", Edit(2, 5, "")), False),
        (whole(2, 4, "A", Edit(2, 5, "")), whole(0, 2, "B", Edit(0, 3, "")), False),
        (whole(0, 2, "A", Edit(0, 3, "")), whole(3, 6, "B", Edit(3, 6, "")), False),
        (whole(0, 3, "A", Edit(0, 3, "")), whole(3, 5, "B", Edit(3, 6, "")), False),
        (whole(0, 2, "A", Edit(0, 3, " ")), whole(3, 5, "B", Edit(3, 6, "")), False),
        # other edits may not
        (whole(0, 3, "A", Edit(0, 3, "")), whole(3, 6, "B", Edit(3, 6, "")), False),
        (whole(0, 3, "A", Edit(0, 3, "")), whole(4, 6, "B", Edit(4, 6, "")), True),
        (whole(0, 3, "A", Edit(3, 3, " ")), whole(3, 6, "B", Edit(3, 3, " ")), False),
        (whole(0, 3, "A", Edit(2, 2, " ")), whole(3, 6, "B", Edit(3, 3, " ")), True),
        (whole(0, 9, "A", Edit(0, 9, "")), whole(3, 6, "B", Edit(3, 3, " ")), False),
        # each edit counts
        (whole(0, 9, "A", Edit(0, 1, ""), Edit(8, 9, "")), whole(3, 6, "B", Edit(3, 4, "")), True),
        (whole(0, 9, "A", Edit(0, 1, ""), Edit(8, 9, "")), whole(3, 6, "B", Edit(7, 8, "")), False),
        (whole(0, 9, "A", Edit(0, 1, ""), Edit(8, 9, "")), whole(3, 6, "B", Edit(1, 2, "")), False),
    ],
)
def test_which_fixes_wait_for_each_other(first: Diagnostic, second: Diagnostic, both: bool) -> None:
    assert taken(first, second) == taken(second, first)
    assert len(taken(first, second)) == 1 + both


def test_a_finding_without_a_fix_is_not_chosen() -> None:
    assert taken(finding(0, 2)._replace(fix=None), finding(1, 3, "B")) == [(1, 3, "B")]


def test_chosen_findings_are_sorted_by_position() -> None:
    assert taken(finding(7, 9), finding(0, 1), finding(3, 6)) == [(0, 1, "XX101"), (3, 6, "XX101"), (7, 9, "XX101")]


def deletion(code: str, expression: str) -> str:
    fix = '[fix]\napplicability = "safe"\nkeeps = "rest"\n'
    return rule_toml(code, f"[pattern]\nany = ['''{expression}''']\n{fix}")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((Edit(0, 3, ""), Edit(3, 6, "")), "ghij"),
        ((Edit(0, 1, ""), Edit(1, 2, ""), Edit(2, 3, ""), Edit(4, 5, "")), "dfghij"),
        ((Edit(4, 5, ""), Edit(2, 3, ""), Edit(0, 1, "")), "bdfghij"),
        ((Edit(0, 3, ""), Edit(3, 6, " ")), " ghij"),
        ((Edit(0, 3, " "), Edit(3, 6, "")), " ghij"),
        ((Edit(0, 3, " "), Edit(3, 6, " ")), "  ghij"),
    ],
)
def test_edits_that_touch_within_a_fix_are_all_applied(
    edits: tuple[Edit, ...], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes = [(whole(0, 6, "XX101", *edits),), ()]
    monkeypatch.setattr("textlint.fixer.diagnose", lambda document, rules, only: passes.pop(0))
    outcome = fix_document(TEXT, rules_of(deletion("XX101", "spam")))
    assert outcome.document.text == expected
    assert apply_edits(TEXT.text, outcome.edits) == expected


def test_a_fix_is_repeated_on_what_it_leaves() -> None:
    rules = rules_of(deletion("XX101", "spam "), deletion("XX102", "ham quay"))
    outcome = fix_document(Document("The ham spam quay"), rules)
    assert outcome.document.text == "The "
    assert outcome.edits == (Edit(4, 17, ""),)
    assert [item.code for item in outcome.fixed] == ["XX101", "XX102"]
    assert outcome.removals == (Removal("XX101", 8, 13, "spam "), Removal("XX102", 4, 17, "ham quay"))
    assert outcome.remaining == ()


def test_nothing_to_fix_changes_nothing() -> None:
    rules = rules_of(deletion("XX101", "spam"), rule_toml("XX102", PHRASE.replace("spam", "ham")))
    document = Document("ham and eggs")
    outcome = fix_document(document, rules)
    assert outcome.document is document
    assert (outcome.fixed, outcome.edits, outcome.removals) == ((), (), ())
    assert [item.code for item in outcome.remaining] == ["XX102"]


def test_only_some_rules_and_only_what_is_not_accepted_are_fixed() -> None:
    rules = rules_of(deletion("XX101", "spam"), deletion("XX102", "eggs"))
    document = Document("spam and eggs")
    assert fix_document(document, rules, only=frozenset(["XX102"])).document.text == "spam and "

    def not_accepted(document: Document, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(item for item in findings if item.code == "XX101")

    outcome = fix_document(document, rules, not_accepted=not_accepted)
    assert outcome.document.text == " and eggs"
    assert [item.code for item in outcome.remaining] == ["XX102"]


def test_only_deleted_words_are_removals() -> None:
    rules = rules_of(swap("XX101", "spam", "eggs"), deletion("XX102", "ham"), swap("XX103", "fog", " "))
    outcome = fix_document(Document("spam, ham, fog"), rules, unsafe=True)
    assert outcome.document.text == "eggs, ,  "
    assert outcome.removals == (Removal("XX102", 6, 9, "ham"), Removal("XX103", 11, 14, "fog"))


@pytest.mark.parametrize(("record_line", "line"), [(None, 2), (0, 0), (7, 7)])
def test_a_fix_that_does_not_keep_what_it_declares_is_named(
    record_line: int | None, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document("ham\nspam", "a.txt", record_line=record_line)
    wrong = diagnostic(document, "spam", "XX101", fix=Fix("safe", "letters", (Edit(4, 8, "eggs"),)))
    monkeypatch.setattr("textlint.fixer.diagnose", lambda document, rules, only: (wrong,))
    with pytest.raises(FixError, match=r"fix of XX101 .* does not keep “letters”") as caught:
        fix_document(document, rules_of(deletion("XX101", "spam")))
    assert (caught.value.path, caught.value.line) == ("a.txt", line)


@pytest.mark.parametrize("passes", [10, 11])
def test_ten_passes_are_allowed(passes: int) -> None:
    rules = rules_of(deletion("XX101", "ab"))
    document = Document("a" * passes + "b" * passes)  # each pass leaves one more for the next
    if passes == 10:
        assert fix_document(document, rules).document.text == ""
    else:
        with pytest.raises(FixError, match="XX101 still change the text after 10 passes"):
            fix_document(document, rules)


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


def test_rules_of_the_last_two_passes_are_named() -> None:
    rules = rules_of(swap("XX101", "one", "two"), swap("XX102", "two", "six"), swap("XX103", "six", "one"))
    with pytest.raises(FixError, match="the fixes of XX101, XX102 still change") as caught:
        fix_document(Document("one"), rules, unsafe=True)
    assert "XX103" not in caught.value.message


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

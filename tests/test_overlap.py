"""Which of several findings at one place are reported."""

from __future__ import annotations

from typing import Any

import pytest
from report_samples import rule

from textlint.overlap import applicability, resolve, resolve_with_reasons
from textlint.rule import FixPolicy, Rule
from textlint.span import Edit, Finding

FIX = (Edit(0, 1, ""),)


def of(code: str, **changes: Any) -> Rule:
    return rule(code, **{"supersedes": (), "last_resort": False, "fix": None, **changes})


def drops(*found: tuple[Rule, int, int]) -> list[tuple[str, str]]:
    """Return the clause by which each finding is dropped and the code of the finding that drops it; "" if it is kept."""
    items = [(rule, Finding(start, end)) for rule, start, end in found]
    outcomes = list(resolve_with_reasons(items))
    assert [item for item, _ in outcomes] == items
    assert list(resolve(items)) == [item for item, drop in outcomes if drop is None]
    return [(drop.clause, drop.by[0].code) if drop else ("", "") for _, drop in outcomes]


KEPT = ("", "")
LARGE, SMALL = of("SP101", supersedes=("SP102",)), of("SP102")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(LARGE, 2, 8), (SMALL, 3, 7)], [KEPT, ("superseded", "SP101")]),
        ([(LARGE, 2, 8), (SMALL, 2, 8)], [KEPT, ("superseded", "SP101")]),
        ([(LARGE, 2, 8), (SMALL, 2, 9)], [KEPT, KEPT]),
        ([(LARGE, 2, 8), (SMALL, 7, 9)], [KEPT, KEPT]),
        ([(SMALL, 1, 8), (LARGE, 2, 8)], [KEPT, KEPT]),
        ([(SMALL, 1, 2), (LARGE, 2, 8)], [KEPT, KEPT]),
        ([(SMALL, 2, 7), (LARGE, 2, 8)], [("superseded", "SP101"), KEPT]),
        # the one that ends last counts, whichever began last
        ([(LARGE, 2, 8), (LARGE, 3, 4), (SMALL, 5, 8)], [KEPT, KEPT, ("superseded", "SP101")]),
        ([(LARGE, 2, 4), (LARGE, 3, 8), (SMALL, 5, 8)], [KEPT, KEPT, ("superseded", "SP101")]),
        (
            [(LARGE, 2, 4), (LARGE, 3, 8), (LARGE, 4, 6), (SMALL, 5, 8)],
            [KEPT, KEPT, KEPT, ("superseded", "SP101")],
        ),
        # a finding of another rule does not drop it, nor is another rule's dropped
        ([(of("SP103"), 2, 8), (SMALL, 3, 7)], [KEPT, KEPT]),
        ([(LARGE, 2, 8), (of("SP103"), 3, 7)], [KEPT, KEPT]),
    ],
)
def test_a_rule_that_supersedes_another(found: list[tuple[Rule, int, int]], expected: list[tuple[str, str]]) -> None:
    assert drops(*found) == expected


LAST, OTHER_LAST = of("SP901", last_resort=True), of("SP902", last_resort=True)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(of("SP101"), 2, 8), (LAST, 3, 7)], [KEPT, ("last resort", "SP101")]),
        ([(of("SP101"), 2, 8), (of("SP102"), 3, 7)], [KEPT, KEPT]),
        ([(of("EN101"), 2, 8), (LAST, 3, 7)], [KEPT, KEPT]),
        ([(OTHER_LAST, 2, 8), (LAST, 3, 7)], [KEPT, KEPT]),
        ([(LAST, 2, 8), (of("SP101"), 3, 7)], [KEPT, KEPT]),
    ],
)
def test_a_last_resort(found: list[tuple[Rule, int, int]], expected: list[tuple[str, str]]) -> None:
    assert drops(*found) == expected


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("BP101", "AT101", ("no text", "BP101")),
        ("MK101", "AT101", ("no text", "MK101")),
        ("BP101", "SP101", KEPT),
        ("SP101", "AT101", KEPT),
        ("EN101", "AT101", KEPT),
        ("BP101", "BP102", KEPT),
    ],
)
def test_what_is_no_text_claims_nothing(outer: str, inner: str, expected: tuple[str, str]) -> None:
    assert drops((of(outer), 2, 8), (of(inner), 3, 7)) == [KEPT, expected]


SAFE, UNSAFE, DISPLAY = (FixPolicy(name, "rest") for name in ("safe", "unsafe", "display"))


@pytest.mark.parametrize(
    ("fix", "edits", "asked", "expected"),
    [
        (SAFE, FIX, None, 0),
        (SAFE, FIX, "unsafe", 1),
        (SAFE, FIX, "display", 2),
        (UNSAFE, FIX, None, 1),
        (UNSAFE, FIX, "safe", 1),
        (DISPLAY, FIX, "safe", 2),
        (SAFE, (), "safe", 3),
        (None, FIX, "safe", 3),
        (None, (), None, 3),
    ],
)
def test_the_weaker_applicability_counts(
    fix: FixPolicy | None, edits: tuple[Edit, ...], asked: str | None, expected: int
) -> None:
    assert applicability(of("SP101", fix=fix), Finding(0, 1, edits=edits, applicability=asked)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("SP101", SAFE), ("SP102", SAFE), [KEPT, ("same place", "SP101")]),
        (("SP102", SAFE), ("SP101", SAFE), [("same place", "SP101"), KEPT]),
        (("SP101", UNSAFE), ("SP102", SAFE), [("same place", "SP102"), KEPT]),
        (("SP101", None), ("SP102", DISPLAY), [("same place", "SP102"), KEPT]),
        (("SP101", SAFE), ("EN101", SAFE), [KEPT, KEPT]),
    ],
)
def test_one_finding_of_a_family_is_kept_at_one_place(
    first: tuple[str, FixPolicy | None], second: tuple[str, FixPolicy | None], expected: list[tuple[str, str]]
) -> None:
    items = [(of(code, fix=fix), Finding(2, 8, edits=FIX)) for code, fix in (first, second)]
    outcomes = [drop for _, drop in resolve_with_reasons(items)]
    assert [(drop.clause, drop.by[0].code) if drop else KEPT for drop in outcomes] == expected


def test_findings_of_one_family_at_other_places_are_kept() -> None:
    assert drops((of("SP101"), 2, 8), (of("SP102"), 2, 9), (of("SP103"), 3, 9)) == [KEPT, KEPT, KEPT]

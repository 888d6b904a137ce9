"""No-break spaces that a typographer sets stay; those that a stripped link left go, each with its place."""

from __future__ import annotations

import pytest

from textlint.checks.spacing.no_break_spaces import check
from textlint.document import Document
from textlint.span import apply_edits

NBSP = "\u00a0"


def fixed(text: str) -> str:
    text = text.replace("~", NBSP)
    return apply_edits(text, [edit for finding in check(Document(text)) for edit in finding.edits]).replace(NBSP, "~")


@pytest.mark.parametrize(
    "text",
    [
        "10~km and 5~%", "Dr.~Osei and Mr~Holm", "J.~R. Holm", "on 6~July", "page p.~12 and No.~4", "Qui~? Moi~: «~non~»",
        "§~4 and ©~2019", "the Heron~— a boat", "Ines~Okafor", "since~1990", "a~boat", "wait .~.~.", "Ã~la", "the last~word",
    ],
)  # fmt: skip
def test_set_on_purpose_or_perhaps(text: str) -> None:
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("had~asked for more", "had asked for more"),
        ("the office’s~plan was", "the office’s plan was"),
        ("loud —~so loud", "loud — so loud"),
        ("U.S.~boats are", "U.S. boats are"),
        ("the office~(the new one)", "the office (the new one)"),
        ("said,~and went", "said, and went"),
    ],
)
def test_misplaced(before: str, after: str) -> None:
    assert fixed(before) == after


def test_doubtful_ones_go_with_certain_ones() -> None:
    assert fixed("had~asked Ines~Okafor in~1990 for 10~km of a~rope~— or more") == (
        "had asked Ines Okafor in 1990 for 10~km of a rope — or more"
    )


def test_each_has_its_own_finding() -> None:
    assert len(list(check(Document("had~asked and~not got".replace("~", NBSP))))) == 2

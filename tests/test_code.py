"""Code is distinguished from prose, and texts about code from texts that contain some."""

from __future__ import annotations

import pytest

from textlint.document import Document
from textlint.layers.shared.code import build


@pytest.mark.parametrize(
    "line",
    [
        "def load(path):", "import os", "from os import path", "const a = 3;", "var slot = {};", "#include <stdio.h>",
        "if (a < b) {", "    total += price * count;", "}", "$ textlint check inbox", ">>> 1 + 1", "print(total);",
        "public static void main", "SELECT name FROM boats WHERE length > 4", "return total;",
    ],
)  # fmt: skip
def test_lines_of_code(line: str) -> None:
    text = f"The ferry was late.\n{line}\nThe office blamed the fog."
    code = build(Document(text))
    assert code.holds(text.index(line)) and not code.holds(0) and not code.is_subject


@pytest.mark.parametrize(
    "line",
    [
        "Import duties rose to $ 4 (or £3); from Monday they fall.", "For the ferry (the old one) nobody pays.",
        "Return of the ferry; the office is glad.", "Select boats leave from quay 4.", "A = B, said the teacher = wrong.",
        "Class of 2019", "If (and only if) it rains", "Public transport is free; private boats are not;",
    ],
)  # fmt: skip
def test_prose(line: str) -> None:
    assert build(Document(line)).spans == ()


def test_fences_and_backticks() -> None:
    text = "Write this:\n```\n<b>bold</b>\n```\nand never `<i>` alone."
    code = build(Document(text))
    assert code.holds(text.index("<b>")) and code.holds(text.index("<i>")) and not code.holds(text.index("never"))


def test_a_text_about_code() -> None:
    assert build(
        Document("HTML is read by browsers. A developer writes tags, and a stylesheet colours them.")
    ).is_subject
    assert not build(Document('The <a class="html css python">ferry</a> was late, tags and all.')).is_subject

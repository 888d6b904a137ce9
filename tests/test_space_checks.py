"""Blanks and breaks where none belong, and the tables, lists, verse and code that keep theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from textlint.checks.spacing import blank_lines, final_newline, hard_wrap, invisible_characters, odd_spaces
from textlint.checks.spacing import leading_spaces as leading_blanks
from textlint.checks.spacing import space_at_punctuation as blank_at_mark
from textlint.checks.spacing import space_runs as blank_runs
from textlint.checks.spacing import trailing_spaces as trailing_blanks  # fmt: skip
from textlint.document import Document
from textlint.span import Finding, apply_edits


def fixed(
    check: Callable[..., Iterator[Finding]], text: str, path: str = "", language: str = "en", **parameters: str
) -> str:
    document = Document(text, path, metadata={"language": language}, is_file=True)
    found = [finding for finding in check(document, **parameters) if finding.applicability is None]
    return apply_edits(text, [edit for finding in found for edit in finding.edits])


LONG = "The ferry was late again, and nobody at the office could say why."


def test_leading_blanks() -> None:
    assert fixed(leading_blanks.check, f" {LONG}\n\u00a0{LONG}\n\t{LONG}") == "\n".join([LONG] * 3)
    for text in ("  - one", "  1. one", "a ferry\n    in fog\nat noon", "    x = load();", "one"):
        assert fixed(leading_blanks.check, text) == text
    assert fixed(leading_blanks.check, f"    {LONG}", "notes.md") == f"    {LONG}"


def test_trailing_blanks() -> None:
    assert fixed(trailing_blanks.check, "one \t\r\ntwo\u00a0\u200b\n \nthree") == "one\r\ntwo\n\nthree"
    assert fixed(trailing_blanks.check, "one  \ntwo ", "notes.md") == "one  \ntwo"
    assert fixed(trailing_blanks.check, "voilÃ\u00a0\n") == "voilÃ\u00a0\n"


def test_blank_lines() -> None:
    assert fixed(blank_lines.check, "a\n\n \n\nb\n\nc", place="inside") == "a\n\nb\n\nc"
    assert fixed(blank_lines.check, "a\r\n\r\n\r\nb", place="inside") == "a\r\n\r\nb"
    assert fixed(blank_lines.check, "\n \na\n\nb\n\n\n", place="edges") == "a\n\nb\n"
    assert fixed(blank_lines.check, "\n\n", place="edges") == "\n\n"


@pytest.mark.parametrize(
    ("text", "end"), [("a", "\n"), ("a\r\nb", "\r\n"), ("a\rb", "\r"), ("a\n", ""), ("", ""), ("a\n  ", "")]
)
def test_final_newline(text: str, end: str) -> None:
    assert fixed(final_newline.check, text) == text + end
    assert list(final_newline.check(Document(text))) == []


def test_blank_runs() -> None:
    assert fixed(blank_runs.check, "a  b \u00a0c", kind="run") == "a b c"
    assert fixed(blank_runs.check, "quoi \u00a0?", kind="run") == "quoi\u00a0?"
    assert fixed(blank_runs.check, "•\tone\n•\ttwo\tb", kind="tab") == "• one\n• two\tb".replace("two\tb", "two b")
    for text in ("a   b   c", "one   two\nsix   ten", "Yes.  No.  So.  Go."):
        assert fixed(blank_runs.check, text, kind="run") == text


def test_odd_spaces() -> None:
    assert (
        fixed(odd_spaces.check, "a\u2003b,\u2009c 40\u2009m 日\u3000本", kind="space") == "a b, c 40\u2009m 日\u3000本"
    )
    assert fixed(odd_spaces.check, "a\u2028b\n\x0cc\x0b", kind="break") == "a\nb\nc"


def test_invisible_characters() -> None:
    assert fixed(invisible_characters.check, "har\u200bbo\u200bur a\u200d b", kind="zero-width") == "harbour a b"
    for text in ("می\u200cخواهم", "👩\u200d👧", "ก\u200bข", "هاش \u200c شایان"):
        assert fixed(invisible_characters.check, text, kind="zero-width") == text
    assert fixed(invisible_characters.check, "har\u00adbour", kind="soft-hyphen") == "harbour"


def test_blank_at_mark() -> None:
    assert fixed(blank_at_mark.check, "Late , again ! “Yes” .", place="before") == "Late, again! “Yes”."
    assert fixed(blank_at_mark.check, "( one ) “ two ”", place="inside") == "(one) “two”"
    for text in ("in the , it", "wait . . . so", "cost .5 or .com", "a :) b"):
        assert fixed(blank_at_mark.check, text, place="before") == text
    assert fixed(blank_at_mark.check, "Bonjour !", language="", place="before") == "Bonjour !"
    assert fixed(blank_at_mark.check, "“rapists“ while", place="inside") == "“rapists“ while"


def test_hard_wrap_leaves_hyphens_items_and_short_lines() -> None:
    line = "the ferry that left the quay at noon on Monday did not come back"
    text = "\n".join([line] * 6 + [line + "-", line, "- one item of a list", "end."])
    (finding,) = hard_wrap.check(Document(text))
    joined = apply_edits(text, finding.edits)
    assert joined.count("\n") == 3 and finding.values == {"lines": str(len(finding.edits) + 1)}

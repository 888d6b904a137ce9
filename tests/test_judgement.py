"""The conditions for a match to become a finding, and what its fix deletes."""

from __future__ import annotations

import pytest
from rule_samples import rule_toml, rules_of

from textlint.document import Document
from textlint.engine import diagnose
from textlint.fixer import fix_document

CUT = '[fix]\napplicability = "safe"\nkeeps = "rest"\n'
PROSE = "The council of the town voted on Tuesday to buy a second ferry for the harbour.\n"


def texts(text: str, *rules: str) -> list[str]:
    return [item.text for item in diagnose(Document(text), rules_of(*rules)) if item.code == "XX101"]


def spam(tables: str = "", top: str = "") -> str:
    return rule_toml("XX101", '[phrase]\nany = ["spam"]\n' + tables, top)


@pytest.mark.parametrize(
    ("where", "text", "count"),
    [
        ("max_words = 2", "spam here\nthere is spam\nspam", 2),
        ("alone = true", "spam\n* spam:\nspam here", 2),
        ("unless = ['''no''', '''eggs''']", "spam\nno spam\nspam and EGGS", 1),
        ("quoted = false", "“Eat spam” he said, and spam came.", 1),
        ("quoted = true", "“Eat spam” he said, and spam came.", 2),
        ("zones = ['head']", f"spam\n{PROSE}spam in the middle of a sentence of the body of it.\n{PROSE}spam\n", 1),
        ("zones = ['head', 'tail']", f"spam\n{PROSE}{PROSE}spam\n", 2),
        (
            "zones = ['body']",
            f"spam\n{PROSE}There is some spam in the middle of a sentence of the body of it.\n{PROSE}spam\n",
            1,
        ),
    ],
)
def test_where(where: str, text: str, count: int) -> None:
    assert len(texts(text, spam(f"[where]\n{where}\n"))) == count


CUES = [
    rule_toml(f"XX20{number}", f'[phrase]\nany = ["{word}"]\n', f'cue = "{word}"')
    for number, word in enumerate(("share", "login"))
]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("spam", False),
        ("spam\nshare", False),
        ("spam\nshare\nshare", False),
        ("spam\nshare\nlogin", True),
        ("share\n\n\n\nspam\n\n\n\nlogin", True),
        ("share\nx\nx\nspam\nlogin", False),
        ("spam share login", True),
    ],
)
def test_evidence_is_cues_of_several_kinds_near(text: str, is_found: bool) -> None:
    assert bool(texts(text, spam("[where]\nevidence = 2\nnear = 2\n"), *CUES)) is is_found


def test_evidence_decides_how_sure_a_repair_is() -> None:
    rule = spam('[fix]\napplicability = "safe"\nkeeps = "rest"\nevidence = 1\notherwise = "unsafe"\n')
    for text, applicability in (("spam", "unsafe"), ("spam\nshare", "safe")):
        item = diagnose(Document(text), rules_of(rule, *CUES))[0]
        assert item.fix is not None and item.fix.applicability == applicability


def fixed(text: str, rule: str) -> str:
    return fix_document(Document(text), rules_of(rule)).document.text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("one\nspam\ntwo", "one\ntwo"),
        ("one\r\n  spam\u00a0 \r\ntwo", "one\r\ntwo"),
        ("one\rspam\rtwo", "one\rtwo"),
        ("one\nspam", "one\n"),
        ("one spam two", "one  two"),
        ("spam", ""),
    ],
)
def test_a_whole_line_is_cut_with_its_break(text: str, after: str) -> None:
    assert fixed(text, spam(CUT)) == after


@pytest.mark.parametrize(("span", "words"), [("match", "spam"), ("line", "two spam"), ("paragraph", "two spam")])
def test_span(span: str, words: str) -> None:
    assert texts("one\n\ntwo spam\n\nthree", spam(top=f'span = "{span}"')) == [words]


def test_a_match_on_a_blank_line_is_in_no_paragraph() -> None:
    rule = rule_toml("XX101", "[pattern]\nany = ['''^ {3}$''']\n", 'span = "paragraph"')
    assert texts("one\n   \ntwo", rule) == ["   "]
    assert texts("   \ntwo", rule) == ["   "]


BLOCK = "[block]\nstart = ['''^spam''']\nend = ['''^eggs''']\nmax_lines = 3\n"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a\nspam\nb\neggs\nc", "a\nc"),
        ("a\nspam\nb\nb\nb\neggs\nc", None),
        ("a\nspam\nb", None),
        ("a\neggs\nspam", None),
        ("spam\neggs", ""),
    ],
)
def test_blocks(text: str, rest: str | None) -> None:
    assert fixed(text, rule_toml("XX101", BLOCK + CUT)) == (text if rest is None else rest)


def test_the_end_of_a_block_may_stay() -> None:
    assert fixed("a\nspam\nb\neggs\nc", rule_toml("XX101", BLOCK + "include_end = false\n" + CUT)) == "a\neggs\nc"


def test_replacements_take_groups() -> None:
    rule = rule_toml(
        "XX101",
        "[pattern]\nany = ['''(?P<left>spam)(eggs)''']\n"
        + CUT.replace("rest", "letters")
        + "replacement = '\\g<left> \\2'\n",
    )
    assert fixed("spameggs", rule) == "spam eggs"

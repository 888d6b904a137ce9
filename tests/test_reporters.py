"""The formats for people and the JSON formats: their structure, and that hostile text is harmless (R16, R18, R25)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import diagnostic, hostile_results, hostile_rules, plain_results, rule

from textlint.diagnostic import Fix
from textlint.document import Document
from textlint.reporters import FORMATS, REPORTERS, STATISTICS, load
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.frame import frame
from textlint.reporters.parts.redaction import redacted
from textlint.result import Result
from textlint.span import Edit
from textlint.text.sanitize import display_width

ROOT = Path(__file__).parent.parent
PLAIN = ReportOptions(width=80, version="0.1")


def output(name: str, results: list[Result], options: ReportOptions = PLAIN) -> str:
    return "".join(load(name)(iter(results), [rule()], options))


def test_terminal() -> None:
    assert output("terminal", plain_results(), PLAIN._replace(show_fixes=True)) == (
        "inbox/a.txt\n"
        "  2:14 warning SP101 [*] “surveyrevealed” needs a space\n"
        "      | The centre’s surveyrevealed that 47 percent agreed.\n"
        "      |              ^^^^^^^^^^^^^^\n"
        "      = fix: replace with a space\n"
        "  3:1 error AT101 “Some experts” needs a space\n"
        "      | Some experts say so.\n"
        "      | ^^^^^^^^^^^^\n"
        "      = Looked in the paragraph.\n"
        "  fixed SP101 run-together-words: 1\n"
        "\n"
        "error: inbox/c.txt:3: not UTF-8\n"
        "  Convert it.\n"
        "2 findings in 1 of 3 files: 1 error, 1 warning.\n"
        "1 fixed, 1 more with --fix.\n"
        "1 problem: the run is incomplete.\n"
    )


def test_terminal_shows_the_record_and_uses_color_only_if_enabled() -> None:
    document = Document("surveyrevealed", "a.jsonl", "r7", 8)
    results = [Result("a.jsonl", document, (diagnostic(document, "surveyrevealed"),))]
    assert output("terminal", results).startswith("a.jsonl, record r7 (line 8)\n")
    assert "\x1b" not in output("terminal", results)
    assert "\x1b[1;33m^^^^^^^^^^^^^^\x1b[0m" in output("terminal", results, PLAIN._replace(color=True))


def test_terminal_reports_no_findings_but_nothing_when_quiet() -> None:
    results = [Result("a.txt", Document("x"))]
    assert output("terminal", results) == "Nothing found in 1 file.\n"
    assert output("terminal", results, PLAIN._replace(quiet=True)) == ""


def test_terminal_folds_the_repeats_of_one_vague_source() -> None:
    document = Document("Officials said.\nMore officials said.\n", "a.txt")
    first = diagnostic(document, "Officials", "AT102")
    second = diagnostic(document, "officials", "AT102")
    other = diagnostic(document, "More", "SP101")
    text = output("terminal", [Result("a.txt", document, (first, other, second))])
    assert text.count("AT102") == 1
    assert "2 times in this text: also at 2:6" in text
    assert "3 findings" in text


def test_terminal_folds_wrong_spaces_of_one_kind() -> None:
    document = Document("a\u00a0b\u00a0c d\n", "a.txt")
    first = diagnostic(document, "\u00a0", message="wrong")
    text = output("terminal", [Result("a.txt", document, (first, first._replace(start=3, end=4, column=4)))])
    assert text.count("wrong") == 1
    assert "2 times in this text: also at 1:4" in text


def test_terminal_shows_a_block_by_its_first_line() -> None:
    document = Document("\nShare this\nTweet\nPrint\n\nBody.\n", "a.txt")
    text = output("terminal", [Result("a.txt", document, (diagnostic(document, "\nShare this\nTweet\nPrint\n"),))])
    assert "| Share this\n      | ^^^^^^^^^^\n      | … and 2 lines more\n" in text


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (Fix("safe", "rest", (Edit(0, 3, ""),)), "fix: delete"),
        (Fix("unsafe", "nothing", (Edit(0, 3, "x"),)), "fix (unsafe): replace with “x”"),
        (Fix("display", "nothing", (Edit(0, 1, "x"), Edit(2, 3, ""))), "fix (never applied): 2 edits"),
        (Fix("safe", "rest", ()), "fix: not shown"),
    ],
)
def test_terminal_describes_the_fix(fix: Fix, words: str) -> None:
    document = Document("abc", "a.txt")
    text = output("terminal", [Result("a.txt", document, (diagnostic(document, "abc", fix=fix),))])
    assert f"= {words}\n" in text
    assert ("[*]" in text) == (fix.applicability == "safe")


def test_a_long_line_is_shown_through_a_window() -> None:
    document = Document("word " * 100_000 + "TARGET" + " word" * 100_000)
    start = document.text.index("TARGET")
    shown = frame(document, start, start + 6, 60)
    line = shown.before + shown.words + shown.after
    assert display_width(line) <= 60
    assert (line[0], line[-1]) == ("…", "…")
    assert shown.carets.endswith("^^^^^^")
    assert len(shown.carets) == display_width(shown.before) + 6


@given(st.text(st.characters(), max_size=200), st.data(), st.integers(20, 120))
def test_a_frame_is_visible_and_fits(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = frame(Document(text), start, end, width)
    line = shown.before + shown.words + shown.after
    assert not [c for c in line if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert display_width(shown.before + shown.after) <= max(width, 14)
    assert shown.carets.count("^") >= 1


def test_concise() -> None:
    assert output("concise", plain_results()) == (
        "inbox/a.txt:2:14: SP101 [*] “surveyrevealed” needs a space\n"
        "inbox/a.txt:3:1: AT101 “Some experts” needs a space\n"
        "error: inbox/c.txt:3: not UTF-8\n"
        "  Convert it.\n"
        "2 findings in 1 of 3 files: 1 error, 1 warning.\n"
        "1 fixed, 1 more with --fix.\n"
        "1 problem: the run is incomplete.\n"
    )


def test_statistics() -> None:
    assert output("statistics", plain_results(), PLAIN._replace(quiet=True)) == (
        "1  AT101\n"
        "1  SP101  Two words have lost the space between them\n"
        "error: inbox/c.txt:3: not UTF-8\n"
        "  Convert it.\n"
    )


def test_json_lines_have_the_documented_format() -> None:
    lines = output("jsonl", plain_results()).splitlines()
    finding = json.loads(lines[0])
    keys = "path record code name severity message text start end line column end_line end_column notes fix"
    assert " ".join(finding) == keys
    assert finding["fix"] == {"applicability": "safe", "edits": [{"start": 31, "end": 31, "text": " "}]}
    assert json.loads(lines[1])["fix"] is None
    assert json.loads(output("jsonl", hostile_results()).splitlines()[0])["record_line"] == 7


def test_json_is_one_object() -> None:
    item = json.loads(output("json", plain_results()))
    assert item["version"] == "0.1"
    assert [finding["code"] for finding in item["findings"]] == ["SP101", "AT101"]
    assert item["problems"] == [{"path": "inbox/c.txt", "line": 3, "message": "not UTF-8", "remedy": "Convert it."}]
    assert item["summary"]["findings"] == 2
    assert item["summary"]["files"] == 3
    assert item["summary"]["severities"] == {"error": 1, "warning": 1, "info": 0}
    assert json.loads(output("json", []))["findings"] == []


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_is_ascii_and_has_no_lone_surrogate(name: str) -> None:
    text = output(name, hostile_results())
    assert text.isascii()
    for line in text.splitlines() if name == "jsonl" else [text]:
        assert json.dumps(json.loads(line), ensure_ascii=False).encode()
    assert "\\ud83d\\ude00" in text


@pytest.mark.parametrize("name", ["terminal", "concise", "statistics"])
def test_a_terminal_receives_nothing_raw(name: str) -> None:
    results, rules = hostile_results(), hostile_rules()
    text = "".join(load(name)(results, rules, PLAIN._replace(show_fixes=True)))
    assert "[bookmark: _GoBack]" in text
    assert not {character for character in text if category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n"}
    assert text.encode()


@pytest.mark.parametrize("name", [*FORMATS, STATISTICS.module])
def test_redacted_results_contain_no_text_of_the_article(name: str) -> None:
    document = Document("secretword anotherone\n", "a.txt")
    fix = Fix("safe", "rest", (Edit(0, 10, "replacementword"),))
    finding = diagnostic(document, "secretword", notes=("noteword",), fix=fix)
    results = redacted([Result("a.txt", document, (finding,), (finding,))], [rule()])
    text = "".join(load(name)(results, [rule()], PLAIN._replace(show_fixes=True)))
    for word in ("secretword", "anotherone", "replacementword", "noteword"):
        assert word not in text
    assert "SP101" in text


def test_each_module_is_in_the_table() -> None:
    modules = {path.stem for path in (ROOT / "textlint" / "reporters").glob("*.py")} - {"__init__", "options"}
    assert modules == {reporter.module for reporter in (*REPORTERS.values(), STATISTICS)}


def test_the_output_page_shows_the_table() -> None:
    page = (ROOT / "docs" / "reference" / "output.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (?:`(\.\w+)` )?\|$", page, re.MULTILINE)
    assert rows == [(name, reporter.purpose, reporter.suffix) for name, reporter in REPORTERS.items()]

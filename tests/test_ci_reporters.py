"""The formats of build servers are valid whatever the path, words and rule names (R17, R18)."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import HOSTILE, diagnostic, hostile_results, hostile_rules, plain_results, rule

from textlint.diagnostic import Fix
from textlint.document import Document
from textlint.identity import fingerprints
from textlint.reporters import load
from textlint.reporters.options import ReportOptions
from textlint.reporters.parts.redaction import redacted
from textlint.result import Problem, Result
from textlint.rule import Rule
from textlint.span import Edit

SCHEMAS = Path(__file__).parent / "schemas"
OPTIONS = ReportOptions(version="0.1", rule_url="https://example.org/rules/{name}#{code}")
SAMPLES = {
    "plain": (plain_results(), [rule(), rule("AT101")]),
    "hostile": (hostile_results(), hostile_rules()),
    "empty": ([], []),
}


def output(name: str, results: list[Result], rules: list[Rule]) -> str:
    text = "".join(load(name)(iter(results), rules, OPTIONS))
    text.encode()
    assert text.endswith("\n")
    return text


def valid_json(name: str, results: list[Result], rules: list[Rule]) -> Any:
    item = json.loads(output(name, results, rules))
    json_validator(name).validate(item)
    return item


@cache
def json_validator(name: str) -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text()))


def valid_xml(name: str, results: list[Result], rules: list[Rule]) -> Any:
    etree = pytest.importorskip("lxml.etree")
    tree = etree.fromstring(output(name, results, rules).encode())
    xml_validator(name).assertValid(tree)
    return tree


@cache
def xml_validator(name: str) -> Any:
    return pytest.importorskip("lxml.etree").XMLSchema(file=str(SCHEMAS / f"{name}.xsd"))


def one_finding(text: str) -> list[Result]:
    document = Document(f"a {text}b\n", f"in/{text}.txt", metadata={})
    found = diagnostic(document, f"{text}b", name=text, message=text)
    return [Result(document.path, document, (found,), (), (Problem(text, 1, text, text),))]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_json_formats_match_their_schemas(name: str, sample: str) -> None:
    valid_json(name, *SAMPLES[sample])


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_formats_match_their_schemas(name: str, sample: str) -> None:
    valid_xml(name, *SAMPLES[sample])


@settings(deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_every_format_is_well_formed_whatever_the_text(text: str) -> None:
    results, rules = one_finding(text), [rule(name=text, summary=text, why=text)]
    for name in ("sarif", "gitlab"):
        valid_json(name, results, rules)
    for name in ("junit", "checkstyle"):
        valid_xml(name, results, rules)
    assert_github_is_whole(output("github", results, rules), 2)
    assert_inert(output("html", results, rules))
    assert_one_table(output("markdown", results, rules))


def test_sarif_contains_place_message_and_fix() -> None:
    run = valid_json("sarif", *SAMPLES["plain"])["runs"][0]
    vague, weld = run["results"]  # the worst first
    assert (vague["ruleId"], vague["level"], vague["ruleIndex"]) == ("AT101", "error", 1)
    location = weld["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "inbox/a.txt", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {"startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 28}
    replacement = weld["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {
        "deletedRegion": {"charOffset": 31, "charLength": 0},
        "insertedContent": {"text": " "},
    }
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.org/rules/run-together-words#SP101"
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_reports_a_record_at_its_line_without_a_fix() -> None:
    run = valid_json("sarif", *SAMPLES["hostile"])["runs"][0]
    for item in run["results"]:
        assert item["locations"][0]["physicalLocation"]["region"] == {"startLine": 7, "endLine": 7}
        assert "fixes" not in item


def test_columns_in_the_text_of_a_page_are_not_reported_as_columns_of_the_file() -> None:
    document = Document("abc\n", "a.html", file_lines=(12,))
    found = diagnostic(document, "abc", line=12, end_line=12, fix=Fix("safe", "rest", (Edit(0, 3, ""),)))
    results = [Result("a.html", document, (found,))]
    (item,) = valid_json("sarif", results, [])["runs"][0]["results"]
    assert item["locations"][0]["physicalLocation"]["region"] == {"startLine": 12, "endLine": 12}
    assert "fixes" not in item
    assert "col=" not in output("github", results, [])
    assert valid_xml("checkstyle", results, [])[0][0].get("column") is None


def test_sarif_keeps_the_most_severe_of_too_many_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.reporters.sarif._MOST_RESULTS", 1)
    run = valid_json("sarif", *SAMPLES["plain"])["runs"][0]
    assert [item["ruleId"] for item in run["results"]] == ["AT101"]
    assert "1 more" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a b/ü#?%.txt", "a%20b/%C3%BC%23%3F%25.txt"),
        ("c:x.txt", "c%3Ax.txt"),
        ("/srv/a.txt", "file:///srv/a.txt"),
        ("\udcff.txt", "%ED%B3%BF.txt"),
    ],
)
def test_sarif_writes_paths_as_uris(path: str, uri: str) -> None:
    document = Document("abc", path)
    run = valid_json("sarif", [Result(path, document, (diagnostic(document, "abc"),))], [])["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def one_fingerprint(text: str, words: str) -> str:
    document = Document(text, "a.txt")
    return next(iter(fingerprints(Result("a.txt", document, (diagnostic(document, words),)))))[1]


def test_fingerprints_depend_on_words_and_context_not_on_lines() -> None:
    before = one_fingerprint("Intro.\nThe experts say that this holds.\n", "experts")
    assert before == one_fingerprint("New.\n\nIntro.\nThe  experts say that this holds.\n", "experts")
    assert before != one_fingerprint("Intro.\nThe experts doubt that this holds.\n", "experts")


def test_fingerprints_distinguish_equal_findings() -> None:
    document = Document("abc\nabc\n", "a.txt")
    first = diagnostic(document, "abc")
    pairs = list(fingerprints(Result("a.txt", document, (first, first._replace(start=4, end=7, line=2)))))
    assert pairs[0][1] != pairs[1][1]


def assert_github_is_whole(text: str, commands: int) -> None:
    lines = text[:-1].split("\n")
    assert len(lines) == commands
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) (\w+=[^:,\r\n]*)(,\w+=[^:,\r\n]*)*::[^\r\n]*", line), line
        assert not re.search("%(?!25|0A|0D|3A|2C)", line)
        assert not [c for c in line if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


def test_github_puts_problems_and_errors_first() -> None:
    text = output("github", *SAMPLES["plain"])
    assert_github_is_whole(text, 3)
    assert text.splitlines() == [
        "::error title=textlint,file=inbox/c.txt,line=3::not UTF-8 Convert it.",
        "::error title=AT101 run-together-words,file=inbox/a.txt,line=3,endLine=3,col=1,endColumn=13"
        "::“Some experts” needs a space",
        "::warning title=SP101 run-together-words,file=inbox/a.txt,line=2,endLine=2,col=14,endColumn=28"
        "::“surveyrevealed” needs a space",
    ]
    assert_github_is_whole(output("github", *SAMPLES["hostile"]), 3)


def test_github_annotates_ten_of_each_severity() -> None:
    document = Document("abc", "a.txt")
    text = output("github", [Result("a.txt", document, (diagnostic(document, "abc"),) * 12)], [])
    assert text.count("::warning") == 10
    assert text.endswith("2 more are not annotated, because GitHub shows at most 10 of each severity.\n")


def test_github_annotates_problems_before_errors_and_ten_of_both() -> None:
    document = Document("abc", "a.txt")
    problems = (Problem("b.txt", None, "not UTF-8"),) * 7
    found = (diagnostic(document, "abc", severity="error"),) * 7
    lines = output("github", [Result("a.txt", document, found, (), problems)], []).splitlines()
    assert ["not UTF-8" in line for line in lines] == [True] * 7 + [False] * 4
    assert lines[-1].startswith("4 more are")


def test_a_redacted_record_keeps_its_name() -> None:
    document = Document("abc", "a.jsonl", "r1", 1)
    results = list(redacted([Result("a.jsonl", document, (diagnostic(document, "abc"),))], []))
    assert valid_xml("junit", results, [])[0].get("name") == "a.jsonl#r1"
    assert "a.jsonl, record r1" in output("html", results, [])


def test_gitlab_names_severity_and_line() -> None:
    weld, vague = valid_json("gitlab", *SAMPLES["plain"])
    assert (weld["severity"], vague["severity"]) == ("minor", "major")
    assert weld["location"] == {"path": "inbox/a.txt", "lines": {"begin": 2, "end": 2}}
    assert weld["fingerprint"] != vague["fingerprint"]


def test_junit_counts_findings_as_failures_and_problems_as_errors() -> None:
    tree = valid_xml("junit", *SAMPLES["plain"])
    counts = [tuple(suite.get(key) for key in ("name", "tests", "failures", "errors")) for suite in tree]
    assert counts == [("inbox/a.txt", "2", "2", "0"), ("inbox/b.txt", "1", "0", "0"), ("inbox/c.txt", "1", "0", "1")]


def test_checkstyle_leaves_clean_files_out() -> None:
    tree = valid_xml("checkstyle", *SAMPLES["plain"])
    assert [file.get("name") for file in tree] == ["inbox/a.txt", "inbox/c.txt"]
    assert tree[0][0].get("source") == "textlint.SP101"


class Elements(HTMLParser):
    """Collects the elements of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def assert_inert(page: str) -> None:
    """Check that a page holds only our elements, no attribute that could act, and a policy that forbids the rest."""
    elements = Elements(page).elements
    ours = "html head meta title style body h1 h2 section article p b span pre mark"
    assert {tag for tag, _ in elements} <= set(ours.split())
    harmless = {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert {name for _, values in elements for name in values} <= harmless
    policies = [values["content"] for _, values in elements if values.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1
    assert str(policies[0]).startswith("default-src 'none'; style-src 'sha256-")
    assert page.index("Content-Security-Policy") < page.index("<style>")


@pytest.mark.parametrize("sample", SAMPLES)
def test_html_is_inert(sample: str) -> None:
    page = output("html", *SAMPLES[sample])
    assert_inert(page)
    if sample == "hostile":
        assert "[bookmark: _GoBack]" in page
        assert "<script" not in page


def assert_one_table(text: str) -> None:
    table, _, rest = text.partition("\n\n")
    assert all(re.fullmatch(r"\|( [^|\n]* \|){3}", line) for line in table.splitlines())
    assert not re.search(r"[<>`@]|\]\((?!https://example\.org/)", text)
    assert rest


def test_markdown_is_a_table_with_all_markup_escaped() -> None:
    text = output("markdown", *SAMPLES["plain"])
    assert "| inbox&#47;a&#46;txt&#58;2&#58;14 |" in text
    assert_one_table(text)
    assert_one_table(output("markdown", *SAMPLES["hostile"]))


def test_markdown_fits_in_a_job_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textlint.reporters.markdown._MOST_BYTES", 300)
    document = Document("abc", "a.txt")
    text = output("markdown", [Result("a.txt", document, (diagnostic(document, "abc"),) * 12)], [])
    assert "10 more findings do not fit in this summary." in text


def test_hostile_words_are_hostile() -> None:
    assert all(part in HOSTILE for part in ("\x1b", "\ud800", "\u202e", "<script>", "]]>", "%", "::"))

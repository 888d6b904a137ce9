"""`textlint why` gives the reason that decided each outcome."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_samples import rule_toml, rules_of

import textlint
from textlint.__main__ import _run
from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import ConfigError, InputError
from textlint.explanation import models
from textlint.explanation.explain import explain
from textlint.explanation.markdown import to_markdown
from textlint.explanation.places import place_of
from textlint.explanation.terminal import to_terminal
from textlint.explanation.values import Explanation, Reason
from textlint.explanation.whereabouts import training_command, whereabouts
from textlint.files.target import Target, parse_target
from textlint.layers.linear_model import Contribution, Verdict
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "fixtures").glob("articles/*/input.txt"))
FIX = '[fix]\napplicability = "safe"\nkeeps = "rest"\n'
PROSE = "The council of the town voted on Tuesday to buy a second ferry for the harbour.\n"
CUES = [
    rule_toml(f"XX20{number}", f'[phrase]\nany = ["{word}"]\n', f'cue = "{word}"')
    for number, word in enumerate(("share", "login"))
]
# A page with an article and furniture below it, in which no rule but the models has anything to say of "Harbour walks".
PAGE = f"{PROSE}\n{PROSE}\n{PROSE}\nRelated articles\nHarbour walks\nSign up for our newsletter\nPrivacy policy\n"


def spam(tables: str = "", top: str = "") -> str:
    return rule_toml("XX101", '[phrase]\nany = ["spam"]\n' + tables, top)


def of(rules: RuleSet, text: str, line: int, column: int | None = None) -> Explanation:
    document = Document(text, "a.txt")
    return explain(document, rules, place_of(document, line, column))


def nearly(text: str, line: int, *rules: str) -> Reason:
    explanation = of(rules_of(*rules), text, line)
    assert not [finding for finding in explanation.findings if finding.code == "XX101"]
    (reason,) = [reason for reason in explanation.nearly if reason.code == "XX101"]
    return reason


@cache
def builtin(preview: bool = False) -> RuleSet:
    return RuleSet(load_pack(installed=False), Selection(preview=preview))


@pytest.mark.parametrize(
    ("where", "text", "line", "condition", "reason"),
    [
        ("zones = ['head']", f"{PROSE}{PROSE}spam\n", 3, "zones", "is in the tail of the page; the rule looks only in the head"),
        ("max_words = 2", "no spam here\n", 1, "max_words", "has 3 words; the rule allows at most 2"),
        ("alone = true", "no spam here\n", 1, "alone", "The line has other words"),
        ("unless = ['''eggs?''']", "spam and Egg\n", 1, "unless", "contains “Egg”, which matches the `unless` expression eggs?"),
        ("quoted = false", "“Eat spam,” he said.\n", 1, "quoted", "inside a quotation"),
        ("evidence = 2\nnear = 2", "share\nspam\n", 2, "evidence", "1 of 2 kinds of cue nearby: share (line 1)"),
    ],
)  # fmt: skip
def test_a_failed_condition_is_named(where: str, text: str, line: int, condition: str, reason: str) -> None:
    found = nearly(text, line, spam(f"[where]\n{where}\n"), *CUES)
    assert (found.outcome, found.condition) == ("condition", condition)
    assert reason in found.reason
    assert (found.matched.how, found.matched.entry, found.text) == ("phrase", "spam", "spam")


def test_a_block_without_an_end_is_named() -> None:
    block = rule_toml("XX101", "[block]\nstart = ['''^spam''']\nend = ['''^eggs''']\nmax_lines = 3\n")
    found = nearly("spam\nham\n", 1, block)
    assert (found.condition, found.matched.how, found.matched.entry) == ("block", "block", "^spam")
    assert "within 3 lines" in found.reason


def test_a_rule_that_reports_words_is_not_a_near_miss_there() -> None:
    rule = rule_toml("XX101", '[phrase]\nany = ["spam", "spam ham"]\n[where]\nalone = true\n')
    explanation = of(rules_of(rule), "spam ham\n", 1)
    assert [reason.text for reason in explanation.findings] == ["spam ham"]
    assert explanation.nearly == ()


def test_the_matched_entry_of_the_rule_file_is_shown() -> None:
    rule = rule_toml("XX101", "[pattern]\nany = ['''ham''', '''(?P<what>sp[ae]m)s''']\n", message="“{what}”")
    (reason,) = of(rules_of(rule), "no spams\n", 1).findings
    assert (reason.matched.how, reason.matched.entry) == ("pattern", "(?P<what>sp[ae]m)s")
    assert (reason.matched.text, reason.matched.values) == ("spams", {"what": "spam"})
    assert reason.message == "“spam”"


def test_enough_evidence_makes_a_fix_safe() -> None:
    rule = spam(FIX + 'evidence = 2\notherwise = "unsafe"\n')
    (reason,) = of(rules_of(rule, *CUES), "share\n\nspam\nlogin\n", 3).findings
    assert reason.fix is not None
    assert (reason.fix.applicability, reason.fix.evidence) == ("safe", ("login (line 4)", "share (line 1)"))
    assert "2 of 2 kinds of cue nearby: login (line 4), share (line 1)" in reason.fix.reason
    assert [(cue.kind, cue.line, cue.text, cue.codes) for cue in reason.cues] == [
        ("share", 1, "share", ("XX200",)),
        ("login", 4, "login", ("XX201",)),
    ]
    assert [line.text for line in (*reason.before, *reason.after)] == ["share", "login"]


def test_too_little_evidence_makes_a_fix_unsafe() -> None:
    rule = spam(FIX + 'evidence = 2\notherwise = "unsafe"\n', 'cue = "spam"')
    (reason,) = of(rules_of(rule, *CUES), "share\nspam\n\nspam\n", 4).findings
    assert reason.fix is not None
    assert (reason.fix.applicability, reason.fix.allowed, reason.fix.asked) == ("unsafe", "safe", "unsafe")
    assert "1 of 2 kinds of cue nearby: share (line 1), so it is unsafe" in reason.fix.reason
    assert [cue.counts for cue in reason.cues] == [True, False]


@pytest.mark.parametrize(
    ("fix", "applicability", "said"),
    [
        (FIX, "safe", "allows a safe fix; the edit only deletes what it reports (proved)"),
        (FIX.replace("safe", "unsafe"), "unsafe", "only an unsafe fix"),
        (FIX.replace("safe", "display"), "display", "The rule only shows its fix"),
        (FIX + 'replacement = "ham"\n', "display", "could not be proved to keep “rest”, so it is only shown"),
        (FIX + 'replacement = "spam"\n', "", "would change nothing"),
    ],
)
def test_the_reason_for_the_applicability_of_a_fix(fix: str, applicability: str, said: str) -> None:
    rules, text = rules_of(spam(fix)), "ham spam\n"
    (reason,), (reported,) = of(rules, text, 1).findings, diagnose(Document(text), rules)
    assert reason.fix is not None
    assert reason.fix.applicability == applicability == (reported.fix.applicability if reported.fix else "")
    assert said in reason.fix.reason


def test_a_rule_without_a_fix_says_so() -> None:
    explanation = of(rules_of(spam()), "spam\n", 1)
    assert explanation.findings[0].fix is None
    assert any("The rule has no fix; a person has to decide." in line for line in to_terminal(explanation))


def test_a_fix_lowered_by_the_check_is_explained_with_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "fixtures/articles/night-ferry/input.txt").read_text("utf-8")
    start = text.index("surveyrevealed")
    thresholds = {"shown": 0.0, "safe": 2.0}
    weighed = (Contribution("frequency", 2.0, 0.5), Contribution("pair", 1.0, -0.1))
    verdict = Verdict("run_together", start, start + 14, "survey revealed", 0.9, thresholds, weighed, ("a note",))
    monkeypatch.setattr(models, "import_module", lambda name: SimpleNamespace(verdicts=lambda document: [verdict]))
    reason = next(each for each in of(builtin(), text, 14).findings if each.code == "SP101")
    assert reason.fix is not None and reason.fix.applicability == "unsafe"
    assert "the check lowered it to unsafe here, because the score 0.90 is below 2.00" in reason.fix.reason
    (judged,) = reason.models
    assert [(each.name, each.is_reached) for each in judged.thresholds] == [("shown", True), ("safe", False)]
    assert (judged.reading, judged.contributions, judged.notes) == ("survey revealed", weighed, ("a note",))
    told = "\n".join(to_terminal(of(builtin(), text, 14)))
    assert "run_together: score +0.90 for “surveyrevealed”, read as “survey revealed”" in told
    assert "+1.00  frequency = 2 x +0.500" in told


def test_a_candidate_below_the_threshold_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "A plain text about a harbour, in which nothing is wrong at all, and that is all there is to it.\n"
    verdict = Verdict("split_words", 2, 7, "plain", -1.5, {"shown": 0.0, "safe": 3.5}, ())
    monkeypatch.setattr(
        models,
        "import_module",
        lambda name: SimpleNamespace(verdicts=lambda document: [verdict] if "split" in name else []),
    )
    (candidate,) = of(builtin(), text, 1).candidates
    assert (candidate.codes, candidate.model, candidate.score) == (("SP112",), "split_words", -1.5)
    assert "below the threshold" in candidate.reason
    assert of(builtin(), text, 1, 9).candidates == ()
    assert of(RuleSet(load_pack(installed=False), Selection(ignore=("SP112",))), text, 1).candidates == ()


def _furniture_verdict(score: float) -> Iterator[Verdict]:
    start = PAGE.index("Harbour walks")
    yield Verdict("furniture_model", start, start + len("Harbour walks"), "", score, {}, ())


def test_the_furniture_threshold_comes_from_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        models, "import_module", lambda name: SimpleNamespace(verdicts=lambda document: _furniture_verdict(1.5))
    )
    rules = RuleSet(load_pack(installed=False), Selection(("BP991", "BP902"), preview=True))
    monkeypatch.setattr("textlint.layers.page.furniture_model.scores", lambda document: {})
    explanation = of(rules, PAGE, PAGE[: PAGE.index("Harbour walks")].count("\n") + 1)
    by_rule = {candidate.codes: candidate for candidate in explanation.candidates}
    (threshold,) = by_rule[("BP991",)].thresholds
    assert (threshold.value, threshold.why) == (2.2, "a short line without a cue, in an extracted text")
    assert by_rule[("BP902",)].thresholds[0].value == 3.0
    assert "the text is not that of a whole page" in by_rule[("BP902",)].notes[0]


@pytest.mark.parametrize("name", sorted(set(models.VERDICTS.values())))
def test_the_models_give_verdicts(name: str) -> None:
    module: Any = pytest.importorskip(name)
    if not hasattr(module, "verdicts"):
        pytest.skip("the model does not explain itself yet")
    text = {
        "run_together": "The town waits, and its surveyrevealed that two passengers in three had missed a train.\n",
        "split_words": "The govern ment has promised the islands a new ferry, and nobody in the town believes it.\n",
    }.get(name.rpartition(".")[2], PAGE)
    rules = builtin(preview=True)
    explanations = [of(rules, text, number + 1) for number in range(text.count("\n"))]
    judged = [each for explanation in explanations for each in explanation.candidates]
    judged += [each for explanation in explanations for reason in explanation.findings for each in reason.models]
    assert [each for each in judged if each.contributions and each.thresholds]


def test_the_finding_that_supersedes_another_is_named() -> None:
    wider = rule_toml("XX102", "[pattern]\nany = ['''spam.*''']\n", 'supersedes = ["XX101"]')
    reason = nearly("some spam and eggs\n", 1, spam(), wider)
    assert (reason.outcome, reason.dropped_by and reason.dropped_by.clause) == ("dropped", "superseded")
    assert reason.dropped_by is not None
    assert (reason.dropped_by.code, reason.dropped_by.text) == ("XX102", "spam and eggs")
    assert "Dropped for XX102 rule-xx102 at 1:6 (“spam and eggs”), which says the same and more." in reason.reason


def test_the_preferred_finding_of_a_family_at_one_place_is_named() -> None:
    better = rule_toml("XX102", '[phrase]\nany = ["spam"]\n' + FIX)
    reason = nearly("some spam\n", 1, spam(), better)
    assert reason.dropped_by is not None
    assert (reason.dropped_by.clause, reason.dropped_by.code) == ("same place", "XX102")


def test_a_claim_within_furniture_is_not_article_text() -> None:
    claim = rule_toml("CL901", '[phrase]\nany = ["spam"]\n')
    furniture = rule_toml("BP901", '[phrase]\nany = ["eat spam now"]\n')
    (reason,) = of(rules_of(claim, furniture), "eat spam now\n", 1).nearly
    assert (reason.code, reason.dropped_by and reason.dropped_by.clause) == ("CL901", "no text")


def test_sic_is_named() -> None:
    reason = nearly("some spam [sic]\n", 1, spam())
    assert (reason.outcome, reason.reason) == ("sic", "The writer marked it as [sic].")


@pytest.mark.parametrize(
    ("fields", "selection", "said"),
    [
        ({"status": "preview"}, {}, "in preview; `--preview` turns it on"),
        ({"enabled": False}, {}, "off by default; `--extend-select XX101` turns it on"),
        ({}, {"ignore": ("XX1",)}, "`ignore` turns the rule off"),
        ({}, {"select": ("XX2",)}, "The rule is not selected"),
    ],
)
def test_a_rule_that_is_off_is_named(fields: dict[str, Any], selection: dict[str, Any], said: str) -> None:
    rule = rule_toml("XX101", **fields)
    explanation = of(rules_of(rule, *CUES, **selection), "some spam\n", 1)
    (reason,) = explanation.nearly
    assert (reason.code, reason.outcome) == ("XX101", "off")
    assert said in reason.reason


def test_a_rule_that_is_off_is_not_named_if_another_would_win() -> None:
    wider = rule_toml("XX102", "[pattern]\nany = ['''spam.*''']\n", 'supersedes = ["XX101"]')
    assert of(rules_of(rule_toml("XX101", status="preview"), wider), "spam and eggs\n", 1).nearly == ()


def test_a_rule_for_another_language_is_named() -> None:
    document = Document("some spam\n", metadata={"language": "de"})
    explanation = explain(document, rules_of(rule_toml("XX101", languages=["en"])), place_of(document, 1))
    (reason,) = explanation.nearly
    assert (reason.outcome, explanation.language) == ("language", "de")
    assert "for texts in en; the language of this one was detected as de" in reason.reason


def test_a_column_limits_the_explanation() -> None:
    rules, text = rules_of(spam(), rule_toml("XX102", '[phrase]\nany = ["eggs"]\n')), "spam eggs\n"
    assert [reason.code for reason in of(rules, text, 1).findings] == ["XX101", "XX102"]
    assert [reason.code for reason in of(rules, text, 1, 4).findings] == ["XX101"]
    assert of(rules, text, 1, 5).findings == ()
    assert [reason.code for reason in of(rules, text, 1, 6).findings] == ["XX102"]


@pytest.mark.parametrize(("line", "column"), [(0, None), (4, None), (1, 0), (1, 7)])
def test_a_place_that_does_not_exist_is_an_error(line: int, column: int | None) -> None:
    with pytest.raises(InputError) as caught:
        textlint.why("spam\nspam\n" if line != 1 else "spams", line, column)
    assert caught.value.remedy


def test_the_library_call() -> None:
    explanation = textlint.why("The report [bookmark: _GoBack]says so.", 1, path="a.txt")
    (reason,) = [each for each in explanation.findings if each.code == "RS101"]
    assert (explanation.path, explanation.line, explanation.column) == ("a.txt", 1, None)
    assert (reason.column, reason.text, reason.zone) == (12, "[bookmark: _GoBack]", "body")


def test_json_has_all_fields_as_plain_values() -> None:
    rules = rules_of(spam(FIX + "evidence = 1\n"), rule_toml("XX102", top='cue = "x"'), *CUES)
    plain = of(rules, "share\nspam\n", 2).to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert list(plain) == list(Explanation._fields)
    (finding,), (dropped,) = plain["findings"], plain["nearly"]
    assert list(finding) == list(Reason._fields)
    assert finding["fix"]["edits"] == [{"start": 6, "end": 11, "text": ""}]
    assert finding["cues"][0] == {"kind": "share", "line": 1, "text": "share", "codes": ["XX200"], "counts": True}
    assert dropped["dropped_by"]["code"] == "XX101"


def test_control_characters_and_markdown_in_the_text_are_escaped() -> None:
    rules = rules_of(rule_toml("XX101", "[pattern]\nany = ['''spam.*''']\n"))
    explanation = of(rules, "\x1b[31mshare\nspam \x1b[2J\u202e[a](http://b.example) <b>\n", 2)
    told = "\n".join(to_terminal(explanation))
    assert "spam ␛[2J" in told
    assert "\x1b" not in told and "\u202e" not in told
    hover = to_markdown(explanation.findings[0], "Because of *this*.")
    assert r"\[a\](http\://b.example) \<b\>" in hover
    assert "\x1b" not in hover and r"Because of \*this\*." in hover


@cache
def diagnosed(path: Path) -> tuple[Document, tuple[Any, ...]]:
    document = Document(path.read_bytes().decode("utf-8", "replace"), path.name)
    return document, diagnose(document, builtin(preview=True))


@given(st.sampled_from(ARTICLES), st.data())
def test_every_finding_on_a_line_is_explained(path: Path, data: st.DataObject) -> None:
    document, found = diagnosed(path)
    line = data.draw(st.integers(1, len(document.lines)))
    explanation = explain(document, builtin(preview=True), place_of(document, line))
    explained = {(reason.code, reason.start, reason.end) for reason in explanation.findings}
    assert {(each.code, each.start, each.end) for each in found if each.line == line} <= explained
    assert explained <= {(each.code, each.start, each.end) for each in found}
    fixes = {(each.code, each.start, each.end): each.fix and each.fix.applicability for each in found}
    for reason in explanation.findings:
        applicability = fixes[reason.code, reason.start, reason.end]
        assert (reason.fix.applicability if reason.fix else "") == (applicability or "")
    assert all(reason.outcome != "reported" and reason.reason for reason in explanation.nearly)
    assert list(to_terminal(explanation))


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("a.txt:12", ("a.txt", 12, None)),
        ("a.txt:12:3", ("a.txt", 12, 3)),
        ("-:12", ("-", 12, None)),
        (r"C:\news\a.txt:12", (r"C:\news\a.txt", 12, None)),
        (r"C:\news\a.txt:12:3", (r"C:\news\a.txt", 12, 3)),
        ("C:/a.txt:7", ("C:/a.txt", 7, None)),
        ("a: b.txt:1", ("a: b.txt", 1, None)),
    ],
)
def test_a_place_is_parsed(words: str, target: tuple[str, int, int | None]) -> None:
    assert parse_target(words) == Target(*target)


def test_an_existing_file_with_a_number_in_its_name_is_found(here: Path) -> None:
    (here / "a:1").write_text("x")
    assert parse_target("a:1:2") == Target("a:1", 2, None)


@pytest.mark.parametrize("words", ["", "a.txt", "a.txt:", "a.txt:x", "a.txt:-1", ":3", r"C:\a.txt", "a.txt:1:x"])
def test_an_invalid_place_is_an_error(words: str) -> None:
    with pytest.raises(ConfigError):
        parse_target(words)


def why(*words: str) -> int:
    return _run(["why", "--isolated", *words])


def test_the_command(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text("The report [bookmark: _GoBack]says so.\nFine.\n")
    assert why("a.txt:1") == 0
    told = capsys.readouterr().out
    assert "a.txt:1 “The report" in told
    assert "RS101 word-bookmark" in told and "rules/residue/word-bookmark.toml" in told
    assert why("a.txt:2") == 0
    assert "Nothing is reported on line 2, and no rule came close." in capsys.readouterr().out
    assert why("a.txt:1", "--rule", "sp", "--rule", "AT,CL") == 0
    assert "Nothing is reported on line 1" in capsys.readouterr().out
    assert why("a.txt:1:12", "--output-format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["line"], answer["column"], [each["code"] for each in answer["findings"]]) == (1, 12, ["RS101"])


@pytest.mark.parametrize(
    "words",
    [
        ["missing.txt:1"],
        ["a.txt"],
        ["a.txt:9"],
        ["a.txt:1:99"],
        ["a.txt:1", "--rule", "ZZ"],
        ["a.txt:1", "--text-line", "1"],
        ["a.txt:1", "--nosuch"],
        ["bad.jsonl:1"],
        ["bad.jsonl:2"],
        ["bad.jsonl:9"],
        ["bad.jsonl:3:1"],
        ["bad.jsonl:3", "--text-line", "9"],
        [".:1"],
    ],
    ids=" ".join,
)
def test_an_error_exits_with_2(words: list[str], here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text("Fine.\n")
    (here / "bad.jsonl").write_text('{"text": \n\n{"text": "one\\ntwo"}\n')
    assert why(*words) == 2
    said = capsys.readouterr().err
    assert said.startswith("textlint: error: ") or "Error:" in said
    assert "internal error" not in said


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = b"Fine.\nThe report [bookmark: _GoBack]says so.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert why("-:2") == 0
    assert "RS101 word-bookmark" in capsys.readouterr().out


def test_a_record_is_found_by_its_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Fine.\\nThe report [bookmark: _GoBack]says so.\\nFine, too."
    (here / "a.jsonl").write_text(f'{{"id": "x", "body": "Fine."}}\n\n{{"id": "y", "body": "{text}"}}\n')
    asked = ("--text-field", "body", "--output-format", "json")

    def answer(*words: str) -> tuple[Any, list[str]]:
        assert why(*words, *asked) == 0
        found = json.loads(capsys.readouterr().out)
        return found, [each["code"] for each in found["findings"]]

    found, codes = answer("a.jsonl:3")
    assert codes == ["RS101"]
    assert (found["record"], found["record_line"], found["line"]) == ("y", 3, None)
    assert found["findings"][0]["line"] == 2
    assert answer("a.jsonl:3", "--text-line", "2")[1] == ["RS101"]
    assert answer("a.jsonl:3:12", "--text-line", "2")[1] == ["RS101"]
    assert answer("a.jsonl:3:1", "--text-line", "2")[1] == []
    assert answer("a.jsonl:3", "--text-line", "1")[1] == []
    assert answer("a.jsonl:1")[1] == []


def test_a_web_page_is_addressed_by_its_own_lines(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<html><body><article>\n\n<p>Fine.</p>\n<p>The report [bookmark: _GoBack]says so.</p>\n</article></body></html>\n"
    (here / "a.html").write_text(page)
    assert why("a.html:4", "--output-format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["line"], [(each["code"], each["line"]) for each in answer["findings"]]) == (4, [("RS101", 4)])
    assert why("a.html:2") == 2
    assert "nearest lines where text starts: 3" in capsys.readouterr().err


def test_per_file_ignores_are_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "textlint.toml").write_text('[per-file-ignores]\n"a.txt" = ["RS"]\n')
    (here / "a.txt").write_text("The report [bookmark: _GoBack]says so.\n")
    assert _run(["why", "a.txt:1"]) == 0
    assert "`per-file-ignores` turns the rule off for this file." in capsys.readouterr().out


def test_every_file_that_explain_lists_exists() -> None:
    for rule in load_pack(installed=False).rules:
        places = whereabouts(rule)
        paths = list(places.paths())
        assert places.rule_file.startswith("rules/") and places.code and places.tests and places.page
        assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_explain_ends_with_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["explain", "SP112"]) == 0
    ending = capsys.readouterr().out.partition("\nFiles:")[2]
    for path in (
        "rules/spacing/split-word.toml",
        "textlint/checks/spacing/split_words.py",
        "textlint/layers/words/split_words.py",
        "textlint/data/split_words.json",
        "tests/test_split_words.py",
    ):
        assert path in ending
    assert training_command("training/split_words.py") in ending
    assert _run(["explain", "AT101"]) == 0
    assert "rules/lexicons/en/sources.toml" in capsys.readouterr().out


def test_a_score_far_below_its_threshold_is_shown_only_for_a_rule_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        models, "import_module", lambda name: SimpleNamespace(verdicts=lambda document: _furniture_verdict(-9.0))
    )
    monkeypatch.setattr("textlint.layers.page.furniture_model.scores", lambda document: {})
    rules = RuleSet(load_pack(installed=False), Selection(("BP991",), preview=True))
    line = PAGE[: PAGE.index("Harbour walks")].count("\n") + 1
    assert of(rules, PAGE, line).candidates == ()
    (candidate,) = explain(Document(PAGE), rules, place_of(Document(PAGE), line, None), codes=("BP99",)).candidates
    assert candidate.score == -9.0

"""A rule file is read completely, or raises one error with the place and the reason (R14)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_samples import EXAMPLES, PHRASE, rule_toml, write_rule

from textlint.errors import RuleError
from textlint.rulebook.file import read_rule_file, unmark

PATTERN = "[pattern]\nany = ['''spam''']\n"
BLOCK = "[block]\nstart = ['spam']\nend = ['eggs']\n"
FIX = '[fix]\napplicability = "safe"\nkeeps = "rest"\n'
NO_FIXED = '[[example]]\nbad = ">>spam<<"\n\n[[example]]\ngood = "ham"\n'


def refused(folder: Path, text: str | bytes, name: str | None = None) -> RuleError:
    path = write_rule(folder, text if isinstance(text, str) else "", name)
    if isinstance(text, bytes):
        path.write_bytes(text)
    with pytest.raises(RuleError) as caught:
        read_rule_file(path)
    assert caught.value.path == str(path)
    return caught.value


def line_with(text: str, words: str) -> int:
    """Return the number of the only line that holds `words`."""
    numbers = [number for number, line in enumerate(text.split("\n"), 1) if words in line]
    assert len(numbers) == 1, numbers
    return numbers[0]


def test_a_valid_file_is_read(tmp_path: Path) -> None:
    text = rule_toml(tables=PATTERN + FIX, top='requires = ["Spam"]\nlanguages = ["en"]')
    rule, examples = read_rule_file(write_rule(tmp_path, text))
    assert (rule.code, rule.check, rule.parameters["any"]) == ("XX101", "pattern", ["spam"])
    assert rule.requires == ("spam",)
    assert [example.kind for example in examples] == ["bad", "good"]
    assert examples[0].text == "spam"
    assert examples[0].spans == ((0, 4),)


@pytest.mark.parametrize(
    ("tables", "table"),
    [
        (PHRASE + "nosuch = 1\n", "phrase"),
        (PATTERN + "nosuch = 1\n", "pattern"),
        (BLOCK + "nosuch = 1\n", "block"),
        (PHRASE + "[where]\nnosuch = 1\n", "where"),
        (PHRASE + FIX + "nosuch = 1\n", "fix"),
        (PHRASE + "[nosuch]\n", "the top"),
        (PHRASE + '[[example]]\ngood = "ham"\n[[example]]\nnosuch = 1\n', "example"),
    ],
    ids=lambda value: value if " " not in value and "\n" not in value else "",
)
def test_an_unknown_key_is_an_error_on_its_line(tmp_path: Path, tables: str, table: str) -> None:
    text = rule_toml(tables=tables)
    error = refused(tmp_path, text)
    assert error.line == line_with(text, "nosuch")
    assert "unknown key “nosuch”" in error.message
    assert "allowed keys" in error.message
    assert "nosuch" in error.remedy


def test_an_unknown_key_at_the_top_level(tmp_path: Path) -> None:
    text = rule_toml(top="severitty = 1")
    error = refused(tmp_path, text)
    assert error.line == line_with(text, "severitty")
    assert "severity" in error.message


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"severity": "fatal"}, "severity"),
        ({"status": "new"}, "status"),
        ({"code": "xx1"}, "code"),
        ({"summary": ""}, "summary"),
        ({"why": 5}, "why"),
        ({"languages": "en"}, "languages"),
        ({"enabled": "yes"}, "enabled"),
        ({"span": "word"}, "span"),
        ({"requires": [1]}, "requires"),
        ({"supersedes": ["nothing"]}, "supersedes"),
        ({"since": 0.1}, "since"),
    ],
)
def test_an_invalid_value_is_an_error_on_its_line(tmp_path: Path, change: dict[str, object], key: str) -> None:
    text = rule_toml(**change)
    error = refused(tmp_path, text)
    assert error.line == line_with(text, f"{key} = ")
    assert key in error.message


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ('[phrase]\nany = ["spam"]\nat = "middle"\n', "at = "),
        ("[phrase]\nany = []\n", "any = "),
        ('[phrase]\nany = [""]\n', "any = "),
        ("[pattern]\nany = ['a']\ncase = 1\n", "case = "),
        (BLOCK + "max_lines = 0\n", "max_lines"),
        (PHRASE + "[where]\nzones = ['top']\n", "zones"),
        (PHRASE + "[where]\nevidence = -1\n" + FIX, "evidence"),
        (PHRASE + "[where]\nevidence = 1\n" + FIX + "evidence = 'two'\n", "evidence = 'two'"),
        (PHRASE + '[fix]\napplicability = "sure"\nkeeps = "rest"\n', "applicability"),
        (PHRASE + '[fix]\napplicability = "safe"\nkeeps = "all"\n', "keeps"),
        (PHRASE + '[[example]]\ngood = "a"\n[[example]]\ngood = 5\n', "good = 5"),
    ],
)
def test_an_invalid_value_in_a_table_is_an_error_on_its_line(tmp_path: Path, tables: str, words: str) -> None:
    text = rule_toml(tables=tables, examples="")
    assert refused(tmp_path, text).line == line_with(text, words)


@pytest.mark.parametrize("key", ["code", "summary", "severity", "status", "since", "message", "why"])
def test_missing_keys_are_named(tmp_path: Path, key: str) -> None:
    assert f"the key “{key}” is missing" in refused(tmp_path, rule_toml(**{key: None})).message


def test_a_missing_key_in_a_table_points_at_the_table(tmp_path: Path) -> None:
    text = rule_toml(tables=PHRASE + '[fix]\napplicability = "safe"\n')
    assert refused(tmp_path, text).line == line_with(text, "[fix]")


def test_a_key_set_twice(tmp_path: Path) -> None:
    text = rule_toml(top='requires = ["a"]\nrequires = ["b"]')
    assert refused(tmp_path, text).line == line_with(text, '["b"]')


def test_not_toml(tmp_path: Path) -> None:
    text = rule_toml(top="oops")
    error = refused(tmp_path, text)
    assert error.line == line_with(text, "oops")
    assert "not TOML" in error.message


def test_not_utf_8(tmp_path: Path) -> None:
    error = refused(tmp_path, rule_toml().encode() + b"# caf\xe9\n")
    assert "not UTF-8" in error.message
    assert error.line == rule_toml().count("\n") + 1


def test_too_large(tmp_path: Path) -> None:
    assert "larger" in refused(tmp_path, rule_toml() + "#" * 300_000).message


@pytest.mark.parametrize("nest", ["x = " + "[" * 5000, "x" + ".x" * 20000 + " = 1", "x = " + "{a=" * 5000])
def test_nested_too_deep(tmp_path: Path, nest: str) -> None:
    refused(tmp_path, rule_toml(top=nest))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"tables": "[pattern]\nany = ['''ok''', '''(''']\n"}, "does not compile"),
        ({"tables": PHRASE + "[where]\nunless = ['''[''']\n"}, "does not compile"),
        ({"tables": "[block]\nstart = ['a']\nend = ['(']\n"}, "does not compile"),
        ({"tables": ""}, "exactly one of check"),
        ({"tables": PHRASE + PATTERN}, "exactly one of check"),
        ({"tables": PHRASE, "top": 'check = "run_on"'}, "exactly one of check"),
        ({"tables": PHRASE + "[parameters]\na = 1\n"}, "requires a check"),
        ({"tables": PHRASE + FIX.replace("rest", "nothing")}, "never safe"),
        ({"examples": '[[example]]\ngood = "ham"\n'}, "with `bad` is missing"),
        ({"examples": '[[example]]\nbad = ">>spam<<"\n'}, "with `good` is missing"),
        ({"examples": NO_FIXED + '[[example]]\nbad = "spam"\n'}, "not marked"),
        ({"examples": NO_FIXED + '[[example]]\nwhy = "what?"\n'}, "exactly one of bad, good and miss"),
        ({"examples": NO_FIXED + '[[example]]\ngood = "a"\nbad = ">>b<<"\n'}, "exactly one of bad, good and miss"),
        ({"examples": NO_FIXED + '[[example]]\ngood = "a"\nfixed = "b"\n'}, "`fixed` requires `bad`"),
        ({"tables": PHRASE + FIX, "examples": NO_FIXED}, "no example has `fixed`"),
        ({"tables": PATTERN + FIX + "replacement = '\\9'\n"}, "group"),
        ({"tables": PATTERN + FIX + "replacement = '\\g<word>'\n"}, "group"),
        ({"tables": PATTERN + FIX + "replacement = '\\q'\n"}, "\\q"),
        ({"tables": PATTERN + FIX + "replacement = '\\g<'\n"}, "\\g<"),
    ],
)
def test_a_contradiction_is_an_error(tmp_path: Path, fields: dict[str, str], words: str) -> None:
    error = refused(tmp_path, rule_toml(**fields))
    assert words in error.message
    assert error.line


def test_the_name_must_match_the_file_name(tmp_path: Path) -> None:
    text = rule_toml()
    error = refused(tmp_path, text, "other")
    assert error.line == line_with(text, "name = ")
    assert "other" in error.message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    with pytest.raises(RuleError, match="cannot be read"):
        read_rule_file(tmp_path / "x.toml")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_raise_a_rule_error(data: bytes) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        with pytest.raises(RuleError):
            read_rule_file(Path(file.name))


@given(st.data())
def test_a_valid_file_with_any_line_changed_is_read_or_raises_a_rule_error(data: st.DataObject) -> None:
    import tempfile

    lines = rule_toml(tables=PATTERN + "[where]\nmax_words = 3\n" + FIX).split("\n")
    values = st.sampled_from(
        [
            "",
            "x",
            "[",
            "[[example]]",
            "[where]",
            "any = 1",
            "any = ['(?<=a+)b']",
            "code = 'ZZ999'",
            "[fix.x]",
            "a.b = 1",
        ]
    )
    lines[data.draw(st.integers(0, len(lines) - 1))] = data.draw(values)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rule-xx101.toml"
        path.write_text("\n".join(lines), "utf-8")
        try:
            read_rule_file(path)
        except RuleError as error:
            assert error.path == str(path)


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("a >>b<< c", "a b c", ((2, 3),)),
        (">>a<<>>b<<", "ab", ((0, 1), (1, 2))),
        ("a>><<", "a", ((1, 1),)),
        (">>a\nb<<", "a\nb", ((0, 3),)),
        ("plain", "plain", ()),
    ],
)
def test_marks(marked: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert unmark(marked) == (text, spans)


def test_the_samples_are_valid(tmp_path: Path) -> None:
    for tables in (PHRASE, PATTERN, BLOCK):
        read_rule_file(write_rule(tmp_path, rule_toml(tables=tables + FIX, examples=EXAMPLES)))

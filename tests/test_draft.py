"""Drafts of rules are written as valid rule files, can be read back, and never overwrite a file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.authoring.codes import known_codes
from textlint.authoring.draft import (
    Draft,
    completed,
    name_from,
    to_toml,
    verdicts_on,
    write_draft,
)
from textlint.errors import RuleError, TextlintError, WriteError
from textlint.rulebook.file import read_rule_file

DRAFT = Draft(
    code="XX101",
    name="open-the-app",
    summary="A prompt to open the app",
    message="“{text}” sends the reader away",
    why="The template ends each teaser with it.",
    bad="A vote.\nRead on in the app\n",
    good="They read on in the app.",
    phrases=("read on in the app",),
    at="line",
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NASTY = st.one_of(TEXT, st.text("\"'\\\n\r\t\x7f\x00ab>< ", max_size=20))


@given(
    st.builds(
        Draft,
        code=NASTY,
        name=NASTY,
        summary=NASTY,
        message=NASTY,
        why=NASTY,
        bad=NASTY,
        good=NASTY,
        phrases=st.just(()),
        patterns=st.lists(NASTY, min_size=1).map(tuple),
        zones=st.lists(NASTY).map(tuple),
        max_words=st.integers(0, 9),
        applicability=st.just("unsafe"),
        replacement=NASTY,
        fixed=NASTY,
        good_why=NASTY,
    )
)
def test_a_written_rule_is_read_back(draft: Draft) -> None:
    table = tomllib.loads(to_toml(draft))
    for key in ("code", "name", "summary", "message", "why"):
        assert table[key] == getattr(draft, key)
    assert table["pattern"]["any"] == list(draft.patterns)
    assert table["fix"].get("replacement", "") == draft.replacement
    assert table["example"][0] == {"bad": draft.bad, "fixed": draft.fixed}
    assert table["example"][1]["good"] == draft.good


@settings(max_examples=40)
@given(st.lists(NASTY, min_size=1, max_size=2), st.booleans(), NASTY, st.sampled_from(["", "safe", "unsafe"]))
def test_a_completed_draft_is_valid(words: list[str], is_phrase: bool, bad: str, applicability: str) -> None:
    looks: dict[str, Any] = {"phrases": tuple(words)} if is_phrase else {"phrases": (), "patterns": tuple(words)}
    try:
        draft = completed(DRAFT._replace(bad=bad, applicability=applicability, **looks))
    except TextlintError:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "open-the-app.toml"
        path.write_text(to_toml(draft), "utf-8", newline="\n")
        assert read_rule_file(path)[0].code == "XX101"


def test_the_marks_and_the_fixed_text_are_filled_in() -> None:
    draft = completed(DRAFT._replace(applicability="safe"))
    assert draft.bad == "A vote.\n>>Read on in the app<<\n"
    assert draft.fixed == "A vote.\n"


def test_a_text_without_findings_is_marked_whole(here: Path) -> None:
    draft = completed(DRAFT._replace(bad="Nothing of the kind."))
    assert draft.bad == ">>Nothing of the kind.<<"
    verdicts = verdicts_on(write_draft(draft, "pack"), "pack")
    assert [bool(verdict.failure) for verdict in verdicts] == [True, False]


def test_a_rule_is_written_next_to_its_family(here: Path) -> None:
    first = write_draft(completed(DRAFT), "pack")
    assert first == Path("pack/open-the-app.toml")
    Path("pack/teasers").mkdir()
    first.rename("pack/teasers/open-the-app.toml")
    second = write_draft(completed(DRAFT._replace(code="XX102", name="again")), "pack")
    assert second == Path("pack/teasers/again.toml")
    assert known_codes("pack")["XX102"] == str(second)


def test_no_file_is_overwritten(here: Path) -> None:
    path = write_draft(completed(DRAFT), "pack")
    before = path.read_bytes()
    with pytest.raises(WriteError, match="already exists"):
        write_draft(completed(DRAFT._replace(code="XX102", summary="Another")), "pack")
    with pytest.raises(RuleError, match="already used"):
        write_draft(completed(DRAFT._replace(name="another")), "pack")
    with pytest.raises(RuleError, match="already used"):
        write_draft(completed(DRAFT._replace(name="another", code="SP101")), "elsewhere")
    assert path.read_bytes() == before
    assert not Path("elsewhere").exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "x1"},
        {"name": "Not a name"},
        {"name": "../escape"},
        {"name": "n" * 300},
        {"summary": "\udcff"},
        {"patterns": ("(",), "phrases": ()},
        {"patterns": (r"\w+",), "phrases": ()},
        {"applicability": "safe", "replacement": "x"},
    ],
)
def test_an_invalid_draft_is_not_written(here: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(RuleError):
        write_draft(completed(DRAFT._replace(**changes)), "pack")
    assert not list(here.iterdir())


def test_a_name_is_made_from_the_summary() -> None:
    assert name_from("A prompt to open the app") == "a-prompt-to-open"

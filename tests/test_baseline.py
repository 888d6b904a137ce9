"""Accepted findings stay accepted while their words and context are unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import diagnostic, hostile_results

from textlint.document import Document
from textlint.errors import ConfigError
from textlint.files.baseline import Entry, Matching, create, prune, read_entries, update, write_entries
from textlint.identity import Identity
from textlint.result import Result

TEXT = "Intro.\nSome experts say that this holds.\n"


def result(text: str = TEXT, words: str = "Some experts", path: str = "in/a.txt", code: str = "AT101") -> Result:
    document = Document(text, path)
    return Result(path, document, (diagnostic(document, words, code),))


def remaining(entries: list[Entry], *results: Result) -> int:
    return sum(len(result.diagnostics) for result in Matching(entries).filter(results))


def test_accepts_only_existing_findings() -> None:
    entries = create([result()], "they are named further up")
    assert remaining(entries, result()) == 0
    assert remaining(entries, result(path="in/b.txt")) == 1
    assert remaining(entries, result(code="AT102")) == 1
    assert remaining(entries, result("Some critics say that this holds.", "Some critics")) == 1


def test_an_article_edited_elsewhere_keeps_its_accepted_findings() -> None:
    entries = create([result()])
    assert remaining(entries, result("A new head.\n\n" + TEXT.replace("\n", "\r\n") + "More.\n")) == 0
    assert remaining(entries, result(TEXT.replace("say that", "doubt that"))) == 1


def test_an_entry_accepts_one_finding() -> None:
    document = Document("Share\nShare\n", "a.txt")
    first = diagnostic(document, "Share")
    twice = Result("a.txt", document, (first, first._replace(start=6, end=11, line=2)))
    entries = create([Result("a.txt", document, (first,))])
    assert remaining(entries, twice) == 1
    assert remaining(create([twice]), twice) == 0


def test_paths_are_relative_to_the_folder_of_the_baseline() -> None:
    entries = create([result(path="/srv/news/in/a.txt")], root="/srv/news")
    assert entries[0].identity.path == "in/a.txt"
    matching = Matching(entries, "/elsewhere/news")
    assert [len(found.diagnostics) for found in matching.filter([result(path="/elsewhere/news/in/a.txt")])] == [0]


def test_only_entries_of_checked_files_and_rules_can_be_unused() -> None:
    gone = create([result()])
    assert [entry.identity.words for entry in gone] == ["Some experts"]
    clean = Result("in/a.txt", Document("Clean.\n", "in/a.txt"))
    unread = Result("in/a.txt", None)

    def unused(results: list[Result], codes: set[str] | None = None) -> list[Entry]:
        matching = Matching(gone, codes=codes)
        assert list(matching.filter(results)) == results
        return matching.unused()

    assert unused([clean]) == gone
    assert unused([unread]) == []
    assert unused([clean], {"SP101"}) == []
    assert unused([Result("in/b.txt", clean.document)]) == []


def test_update_keeps_reasons_removes_unused_entries_and_adds_new_ones() -> None:
    entries = [*create([result()], "known"), *create([result("Old experts.", "Old experts")], "gone")]
    new = result("Some critics say so.\n", "Some critics", "in/b.txt")
    updated = update(entries, [result(), new], "to be looked at")
    assert [(entry.identity.words, entry.reason) for entry in updated] == [
        ("Some experts", "known"),
        ("Some critics", "to be looked at"),
    ]
    assert prune(entries, [result(), new]) == create([result()], "known")


def test_the_file_is_sorted_with_one_entry_per_line() -> None:
    entries = [*create([result(path="b.txt")], "z"), *create([result(path="a.txt")])]
    content = write_entries(entries)
    assert content.splitlines()[0] == (
        '{"path": "a.txt", "record": null, "code": "AT101", "words": "Some experts",'
        ' "context": "_ say that this holds.", "reason": ""}'
    )
    assert write_entries(reversed(entries)) == content
    assert sorted(read_entries(content, "x")) == sorted(entries)


@given(st.lists(st.tuples(*[st.text(st.characters())] * 5, st.none() | st.text())))
def test_a_written_file_can_be_read_back(rows: list[tuple[str, str, str, str, str, str | None]]) -> None:
    entries = [Entry(Identity(row[0], row[5], row[1], row[2], row[3]), row[4]) for row in rows]
    content = write_entries(entries)
    content.encode()
    assert content.replace("\n", "").isprintable()
    assert len(content.splitlines()) == len(entries)
    assert write_entries(read_entries(content, "x")) == content


def test_hostile_findings_can_be_accepted() -> None:
    entries = read_entries(write_entries(create(hostile_results())), "x")
    assert remaining(entries, *hostile_results()) == 0


@pytest.mark.parametrize("line", ["<<<<<<< ours", "[]", "{}", '{"path": 1}', '{"path": "a", "line": 3}'])
def test_an_invalid_line_is_rejected_with_its_number(line: str) -> None:
    content = write_entries(create([result()])) + line + "\n"
    with pytest.raises(ConfigError) as caught:
        read_entries(content, "known.jsonl")
    assert (caught.value.path, caught.value.line) == ("known.jsonl", 2)
    assert caught.value.remedy

"""Lines that return across documents, and the pack made of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from textlint.api import Linter
from textlint.authoring.learned import pack
from textlint.checks.boilerplate import returning_line
from textlint.document import Document
from textlint.layers.page.returning import as_metadata, by_site, keys, line_key, returning_lines, site_of

PROSE = (
    "The board voted on Tuesday to close market number {} for eleven weeks, and its traders have until Friday to move."
)


def article(number: int, foot: str = "Tarn Observer – a paper for 3 valleys") -> Document:
    return Document(f"{PROSE.format('one two three four five'.split()[number])}\n\n{foot}\n", f"inbox/{number}.txt")


def test_a_line_in_three_documents_returns_and_prose_does_not() -> None:
    (line,) = returning_lines([article(number) for number in range(4)])
    assert (line.documents, line.zone, line.text) == (4, "tail", "Tarn Observer – a paper for 3 valleys")


def test_copies_prove_nothing() -> None:
    assert returning_lines([article(0)] * 5) == []
    assert returning_lines([article(0), article(1)]) == []


def test_numbers_and_marks_do_not_matter() -> None:
    assert line_key("Page 3  of 12") == line_key("page 10 of 9")
    assert line_key("Tarn’s") == line_key("tarn's")


def test_the_source_is_declared_or_the_host_or_the_folder() -> None:
    assert site_of(Document("", "a/b.txt", metadata={"source": "Tarn"})) == "Tarn"
    assert site_of(Document("", "a/b.txt", metadata={"url": "https://www.tarn.example/x"})) == "tarn.example"
    assert list(by_site([Document("", "a/b.txt"), Document("", "a/c.txt"), Document("", "d/c.txt")])) == ["a", "d"]


def test_the_check_finds_what_the_run_has_seen() -> None:
    lines = returning_lines([article(number) for number in range(3)])
    text = article(4).text
    (finding,) = returning_line.check(Document(text, metadata={"returning": as_metadata(lines)}))
    assert text[finding.start : finding.end] == "Tarn Observer – a paper for 3 valleys"
    assert not list(returning_line.check(Document(text)))
    assert keys(lines) == {line_key("Tarn Observer – a paper for 3 valleys")}


def test_a_pack_loads_and_its_examples_hold(tmp_path: Path) -> None:
    foot = 'Tarn "Observer" \\ a paper'
    files = pack("tarn.example", returning_lines([article(number, foot) for number in range(4)]))
    assert list(files) == ["tarn-example-tail.toml"]
    for name, content in files.items():
        assert tomllib.loads(content)["phrase"]["any"] == [foot.lower()]
        (tmp_path / name).write_text(content, "utf-8")
    found = Linter(packs=[tmp_path], select=["ZZ"]).lint_text(article(4, foot).text)
    assert [item.text for item in found] == [foot]


@given(st.lists(st.text(alphabet="ab1 .\n“", max_size=60), max_size=5))
def test_each_returning_line_stands_in_so_many_documents(texts: list[str]) -> None:
    for line in returning_lines([Document(text) for text in texts], 2):
        assert line.documents >= 2
        assert (
            sum(line.key in {line_key(row.strip()) for row in text.splitlines()} for text in set(texts))
            >= line.documents
        )

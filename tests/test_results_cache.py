"""Results for an unchanged file are the same with or without the cache."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from textlint.__main__ import _run
from textlint.diagnostic import Diagnostic, Fix
from textlint.files.results_cache import ResultsCache, basis_of
from textlint.result import Problem, Result
from textlint.span import Edit

FOUND = Diagnostic("a.txt", None, None, "XX101", "x", "error", "“é”", "é", 0, 1, 1, 1, 1, 2, ("note",), Fix("safe", "rest", (Edit(0, 1, ""),)))  # fmt: skip
RESULTS = [Result("a.txt", None, (FOUND, FOUND._replace(fix=None))), Result("a.txt", None)]
BASIS = basis_of("rules")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "results.sqlite"


def kept(results: list[Result]) -> list[Result] | None:
    cache = ResultsCache(BASIS)
    key = cache.key("a.txt", None, b"data")
    cache.put(key, results)
    cache.close()
    return ResultsCache(BASIS).get(key)


def test_results_are_restored_exactly() -> None:
    assert kept(RESULTS) == RESULTS


def test_problems_are_not_cached() -> None:
    assert kept([Result("a.txt", None, problems=(Problem("a.txt", None, "too slow"),))]) is None


def test_the_key_depends_on_everything_that_affects_the_results() -> None:
    cache = ResultsCache(BASIS)
    other = ResultsCache(basis_of("other rules"))
    keys = {
        cache.key("a.txt", None, b"x"), cache.key("a.txt", None, b"y"), cache.key("b.txt", None, b"x"), cache.key("a.txt", frozenset(), b"x"),
        cache.key("a.txt", frozenset({"AT101"}), b"x"), cache.key("a.txt\udcff", None, b"x"), other.key("a.txt", None, b"x"),
    }  # fmt: skip
    assert len(keys) == 7


@pytest.mark.parametrize("content", [b"", b"no database" * 400, b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_file_is_replaced(own_cache: Path, content: bytes) -> None:
    own_cache.parent.mkdir()
    own_cache.write_bytes(content)
    assert kept(RESULTS) in (RESULTS, None)
    assert kept(RESULTS) in (RESULTS, None)


def test_a_damaged_entry_is_ignored() -> None:
    assert kept(RESULTS) == RESULTS
    cache = ResultsCache(BASIS)
    key = cache.key("a.txt", None, b"data")
    for damage in (b"", b"\xff", b"[\x01\x00\x00\x00i\x01\x00\x00\x00", 7):
        assert cache._connection is not None
        cache._connection.execute("UPDATE results SET value = ?", (damage,))
        assert cache.get(key) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_ignored(own_cache: Path) -> None:
    own_cache.parent.mkdir(mode=0o500)
    assert kept(RESULTS) is None


def test_another_kind_of_file_in_its_place_is_ignored(own_cache: Path) -> None:
    own_cache.mkdir(parents=True)
    assert kept(RESULTS) is None


def test_concurrent_writes_lose_nothing() -> None:
    first, second = ResultsCache(BASIS), ResultsCache(BASIS)
    keys = [first.key("a.txt", None, bytes([number])) for number in range(20)]
    for number, key in enumerate(keys):
        (first, second)[number % 2].put(key, RESULTS)
    first.close()
    second.close()
    assert all(ResultsCache(BASIS).get(key) == RESULTS for key in keys)


TEXTS = ["The ferry was late.\n", "A line with a blank at its end. \n", "Twice  \nand more \n"]


@pytest.fixture
def articles(here: Path) -> Path:
    for number in range(12):
        (here / f"{number:02}.txt").write_text(TEXTS[number % 3])
    return here


def report(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    _run(["check", "--select", "SP", *words, "."])
    return capfd.readouterr().out


@pytest.mark.parametrize(
    "words", [("--output-format", "jsonl"), ("--output-format", "terminal"), ("--output-format", "json"), ("-j", "2")]
)
def test_the_second_run_reports_what_the_first_did(
    articles: Path, own_cache: Path, words: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    plain = report(capfd, "--no-cache", *words)
    assert not own_cache.exists()
    assert report(capfd, *words) == plain
    assert own_cache.exists()
    assert report(capfd, *words) == plain
    (articles / "03.txt").write_text(TEXTS[2])
    changed = report(capfd, *words)
    assert changed != plain
    assert report(capfd, "--no-cache", *words) == changed


def test_it_is_read_from(articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    plain = report(capfd)
    monkeypatch.setattr("textlint.files.inspection.diagnose", None)
    assert report(capfd) == plain
    assert "internal error" not in report(capfd)


def test_isolated_runs_do_not_use_it(articles: Path, own_cache: Path, capfd: pytest.CaptureFixture[str]) -> None:
    report(capfd, "--isolated")
    assert not own_cache.exists()

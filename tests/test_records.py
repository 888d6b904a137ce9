"""A JSON Lines file gives the same results in several processes as in one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textlint.__main__ import _run
from textlint.files import records


def report(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = _run(["check", "--isolated", "--select", "SP", "--output-format", "jsonl", *words, "a.jsonl"])
    return code, capfd.readouterr().out


@pytest.mark.parametrize("broken", [False, True])
def test_it_finds_the_same(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], broken: bool
) -> None:
    monkeypatch.setattr(records, "_PIECE", 200)
    lines = [json.dumps({"id": f"r{number}", "text": f"Article {number}. \nEnd  of it."}) for number in range(40)]
    if broken:
        lines[7:9] = ["", "{no json"]
    (here / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + "\n".join(lines).encode())
    code, alone = report(capfd, "-j", "1")
    assert report(capfd, "-j", "2") == (code, alone)
    assert code == (2 if broken else 1) and alone.count("\n") >= 38


def test_pieces_are_whole_lines_and_know_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_PIECE", 4)
    assert list(records._pieces([b"a\n", b"bc\n", b"d\n", b"e"])) == [(0, b"a\nbc\n"), (2, b"d\ne")]

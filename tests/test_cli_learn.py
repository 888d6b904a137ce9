"""Lines that recur in several documents: `check --group-by`, and `learn`, which creates a rule pack from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from textlint.cli.table import run_click

STORIES = [
    "The ferry was late again on Monday, and the harbour office blamed the fog, which had come in from the north at six.",
    "The school will keep its second teacher, the council decided after a long evening, because forty parents had asked.",
    "A bridge over the Tarn was closed on Friday when an inspector found that two of its bolts had rusted through in May.",
]
RETURNING = "Harbour Courier, the island paper since 1911"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "courier"
    folder.mkdir()
    for number, story in enumerate(STORIES):
        (folder / f"{number}.txt").write_text(f"{story}\n\n{RETURNING}\n", "utf-8")
    return folder


def codes(arguments: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> list[str]:
    run_click(["check", "--isolated", "--ignore", "AT,CL", "--output-format", "jsonl", *arguments])
    return [json.loads(line)["code"] for line in capfdbinary.readouterr().out.splitlines()]


def test_recurring_lines_are_found_only_if_documents_are_checked_together(
    site: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert "BP903" not in codes([str(site)], capfdbinary)
    assert codes(["--group-by", "folder", str(site)], capfdbinary).count("BP903") == 3
    assert "BP903" not in codes(["--group-by", "site", str(site)], capfdbinary), "these files name no site"


def test_records_are_grouped_by_their_url(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "feed.jsonl"
    records = [
        {"id": number, "url": f"https://www.courier.example/{number}", "text": f"{story}\n\n{RETURNING}\n"}
        for number, story in enumerate(STORIES)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    assert codes(["--group-by", "site", str(path)], capfdbinary).count("BP903") == 3


def test_learns_a_pack_that_finds_the_line_in_a_new_document(
    site: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pack = tmp_path / "pack"
    assert run_click(["learn", str(site), "-o", str(pack)]) == 0
    assert b"3 documents, 1 recurring line" in capfdbinary.readouterr().out
    assert run_click(["test", "-q", str(pack)]) == 0
    new = tmp_path / "new.txt"
    new.write_text(f"{STORIES[0]}\n\n{RETURNING.replace('1911', '1911')}\n", "utf-8")
    assert any(code.startswith("ZZ") for code in codes(["--rules", str(pack), str(new)], capfdbinary))


def test_rejects_a_folder_that_is_not_empty(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_click(["learn", str(site), "-o", str(site)]) == 2
    assert "not empty" in capfd.readouterr().err


def test_no_recurring_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORIES[0] + "\n", "utf-8")
    assert run_click(["learn", str(tmp_path), "-o", str(tmp_path / "pack")]) == 1
    assert not (tmp_path / "pack").exists()


def test_a_genre_can_be_given(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("My research shows that the quay is short, and I have said so for years.\n", "utf-8")
    run_click(["check", "--isolated", "--select", "CL302", "--output-format", "jsonl", str(path)])
    assert b"CL302" in capfdbinary.readouterr().out
    run_click(["check", "--isolated", "--select", "CL302", "--genre", "opinion", "--output-format", "jsonl", str(path)])
    assert b"CL302" not in capfdbinary.readouterr().out

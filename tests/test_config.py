"""Settings are found in parent folders, and errors are reported with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint.__main__ import _run
from textlint.errors import ConfigError
from textlint.settings.config import find_config, read_config


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "textlint.toml").write_text("")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.ruff]\n")
    assert find_config(str(tmp_path / "a" / "b")) == str(tmp_path / "textlint.toml")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.textlint]\n")
    assert find_config(str(tmp_path / "a" / "b")) == str(tmp_path / "a" / "pyproject.toml")
    (tmp_path / "a" / "textlint.toml").write_text("")
    assert find_config(str(tmp_path / "a" / "b")) == str(tmp_path / "a" / "textlint.toml")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("textlint.toml", "preview = true\nnosuch = 1\n", 2),
        ("textlint.toml", "ignore = 'SP'\n", 1),
        ("textlint.toml", "select = [1]\n", 1),
        ("textlint.toml", "timeout = -1\n", 1),
        ("textlint.toml", "a\n", 1),
        ("textlint.toml", "select = []\nselect = []\n", 2),
        ("pyproject.toml", "[tool.ruff]\nselect = ['E']\n[tool.textlint]\nselect = 'SP'\n", 4),
        ("pyproject.toml", "[tool.textlint.per-file-ignores]\n'a' = 1\n", 1),
    ],
)
def test_errors_are_reported_with_their_line(tmp_path: Path, name: str, text: str, line: int) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_config(str(tmp_path / name))
    assert (caught.value.path, caught.value.line) == (str(tmp_path / name), line)


@pytest.mark.parametrize("text", ["tool = 1\n", "", "[tool]\n"])
def test_a_project_without_our_table_has_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert read_config(str(tmp_path / "pyproject.toml")).text_field == "text"


def test_per_file_ignores(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "old/a.txt"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text("Late again. \n")
    for codes, count in (("SP202", 1), ("SP", 1), ("ALL", 1), ("SP201", 2)):
        (here / "textlint.toml").write_text(f'select = ["SP"]\n[per-file-ignores]\n"old/" = ["{codes}"]\n')
        assert _run(["check", "--output-format", "jsonl"]) == 1
        assert len(capfd.readouterr().out.splitlines()) == count
    (here / "textlint.toml").write_text('[per-file-ignores]\n"old/" = ["ZZ"]\n')
    assert _run(["check"]) == 2

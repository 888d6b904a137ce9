"""The project's own habits: what a contributor is told to run exists, and the checks of our prose find something."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_changes import git

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_each_target_is_declared_and_explained() -> None:
    declared = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    assert re.findall(r"^([a-z]+):.*## .+$", MAKEFILE, re.MULTILINE) == declared


def test_what_quick_leaves_out_exists() -> None:
    names = re.findall(r"^SLOW := (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    assert names
    assert [name for name in names if not (ROOT / f"tests/test_{name}.py").is_file()] == []


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_make_lists_its_targets() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "  quick " in done.stdout and "  help " in done.stdout


@pytest.mark.skipif(not shutil.which("sed"), reason="there is no sed")
def test_ci_runs_the_command_of_the_readme() -> None:
    line = next(line for line in (ROOT / ".ci/run").read_text("utf-8").splitlines() if line.startswith("command="))
    done = subprocess.run(
        ["sh", "-c", f'{line}; echo "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert re.fullmatch(r'pip install -e "\.\[test\]" && pytest -n \d\n', done.stdout)


def test_the_hooks_leave_deliberate_damage_alone() -> None:
    yaml = pytest.importorskip("yaml")
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert all(re.fullmatch(r"v\d+\.\d+\.\d+", repository["rev"]) for repository in config["repos"])
    hooks = {hook["id"]: hook for repository in config["repos"] for hook in repository["hooks"]}
    spaces = f"{config['exclude']}|{hooks['trailing-whitespace']['exclude']}"
    for path in ("fixtures/articles/stripped-links/input.txt", "rules/lexicons/en/cues.toml", "tests/test_cli.py"):
        assert (ROOT / path).is_file()
        assert re.search(spaces, path)
    assert not re.search(spaces, "textlint/engine.py")


FAULTS = {
    "README.md": "The colour of the report.\n",
    "docs/how-to/ci.md": "It checks teh pull request.\n",
    "textlint/docstring.py": '"""Return teh findings."""\n',
    "textlint/comment.py": "# the behaviour of ftfy\n",
    "rules/a/summary.toml": 'summary = "A tab in teh text"\n',
    "rules/a/message.toml": 'code = 1\nbad = """\nA line.\n"""\nmessage = "Delete teh tab"\n',
    "rules/a/why.toml": '[phrase]\nany = [\n  "a",\n]\nwhy = """\nBecause teh tab stays.\n"""\n',
}
DELIBERATE = {
    "rules/a/examples.toml": 'code = "SP1"\nbad = "teh >>recieve<<"\ngood = """\nteh colour\n"""\n',
    "rules/a/phrases.toml": "code = 1\nany = [\n  'teh', \"recieve\",\n]\nfixed = '''\nteh\n'''\n",
    "rules/lexicons/en/cues.toml": "words = 'teh'\n",
    "tests/test_engine.py": "TEXT = 'teh colour'\n",
    "fixtures/clean/a.txt": "The colour of teh sea.\n",
    "textlint/imports.py": "from textlint.matching.judgement import judge\n",
}


def test_our_prose_is_checked_and_deliberate_damage_is_not(tmp_path: Path) -> None:
    pytest.importorskip("codespell_lib")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, text in (FAULTS | DELIBERATE).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "codespell_lib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    found = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert sorted(Path(name).as_posix() for name in found) == sorted(FAULTS)


def test_long_commit_subjects_are_named(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for subject in ("start", "é" * 72, "x" * 73, "an end"):
        git(
            tmp_path,
            "commit",
            "-q",
            "--allow-empty",
            "-m",
            f"{subject}\n\nThe body may be as long as it is: {'y' * 99}",
        )
    script = [sys.executable, str(ROOT / ".github/check_subjects.py")]

    def check(*revisions: str) -> tuple[int, str]:
        done = subprocess.run([*script, *revisions], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout

    assert check("HEAD~3", "HEAD~2") == (0, "")
    assert check("HEAD~1") == (0, "")
    code, output = check("HEAD~3")
    assert code == 1
    assert re.fullmatch(r"[0-9a-f]+: the subject has 73 characters, at most 72: x{73}\n", output)

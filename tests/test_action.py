"""The GitHub Action and the GitLab job: their files are sound, and their scripts do what they say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_changes import git

ROOT = Path(__file__).parent.parent
yaml = pytest.importorskip("yaml")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for bash")


def load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text())


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with a `textlint` on the path, and the files that GitHub gives a step."""
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (scripts / "textlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m textlint "$@"\n')
    (scripts / "textlint").chmod(0o755)
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "INPUT_"))},
        "PATH": f"{scripts}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "INPUT_PATHS": ".",
        "INPUT_ARGS": "--isolated\n--select\nSP202\n",
    }


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "old.txt").write_text("A line. \n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "start")
    (folder / "new text.txt").write_text("Another line. \n")
    return folder


def run(folder: Path, environment: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(ROOT / ".github/check.sh")],
        cwd=folder,
        env={**environment, **inputs},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_input_of_the_action_reaches_the_script() -> None:
    action = load("action.yml")
    step = action["runs"]["steps"][-1]
    used = set(re.findall(r"\binputs\.([\w-]+)", str(action["runs"])))
    assert used == set(action["inputs"])
    assert "${{" not in step["run"]
    script = (ROOT / ".github/check.sh").read_text()
    for name in step["env"]:
        assert name in script


def test_all_files_are_checked_and_summarized(repository: Path, environment: dict[str, str]) -> None:
    done = run(repository, environment, INPUT_SARIF_FILE="out.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("::notice ") + done.stdout.count("::warning ") == 2
    assert "new text&#46;txt" in Path(environment["GITHUB_STEP_SUMMARY"]).read_text()
    assert Path(environment["GITHUB_OUTPUT"]).read_text() == "exit-code=1\n"
    assert len(json.loads((repository / "out.sarif").read_text())["runs"][0]["results"]) == 2


def test_only_changed_lines_are_reported(repository: Path, environment: dict[str, str]) -> None:
    base = subprocess.run(
        ["git", "-C", str(repository), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    done = run(repository, environment, BASE=base)
    assert "new text.txt" in done.stdout
    assert "old.txt" not in done.stdout
    for unusable in ("0" * 40, "f" * 40, "$(touch pwned)", "HEAD"):
        assert "old.txt" in run(repository, environment, BASE=unusable).stdout
    assert "old.txt" in run(repository, environment, BASE=base, INPUT_ONLY_CHANGED="false").stdout


def test_findings_can_be_allowed_but_problems_always_fail(repository: Path, environment: dict[str, str]) -> None:
    assert run(repository, environment, INPUT_FAIL_ON="problems").returncode == 0
    assert run(repository, environment, INPUT_FAIL_ON="problems", INPUT_PATHS="missing").returncode == 2


def test_inputs_are_not_run_as_code(repository: Path, environment: dict[str, str]) -> None:
    (repository / "$(touch pwned).txt").write_text("Fine.\n")
    done = run(repository, environment, INPUT_PATHS="$(touch pwned).txt\n; touch pwned")
    assert done.returncode == 2
    assert not (repository / "pwned").exists()


def test_the_gitlab_job_writes_its_report(repository: Path, environment: dict[str, str]) -> None:
    job = load("docs/how-to/gitlab-ci.yml")["textlint"]
    report = job["artifacts"]["reports"]["codequality"]
    (repository / "textlint.toml").write_text('select = ["SP202"]\n')
    lines = [line for line in job["script"] if not line.startswith("pip ")]
    done = subprocess.run(["bash", "-euc", "\n".join(lines)], cwd=repository, env=environment, check=False)
    assert done.returncode == 1
    assert len(json.loads((repository / report).read_text())) == 2


@pytest.mark.parametrize("path", sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml")))
def test_issue_forms_have_the_required_fields(path: str) -> None:
    form = load(f".github/ISSUE_TEMPLATE/{path}")
    assert form["name"]
    assert form["description"]
    identifiers = [item["id"] for item in form["body"]]
    assert len(set(identifiers)) == len(identifiers)
    assert all(item["attributes"]["label"] for item in form["body"])

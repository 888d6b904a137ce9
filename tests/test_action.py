"""The GitHub Action, the GitLab job and our workflows: their files are sound, and their scripts do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from test_changes import git

ROOT = Path(__file__).parent.parent
yaml = pytest.importorskip("yaml")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for bash")
WORKFLOWS = sorted(path.name for path in (ROOT / ".github/workflows").iterdir())
each_workflow = pytest.mark.parametrize("name", WORKFLOWS)
PROGRAMS = {"cd", "pip", "python", "python3", "test"}  # of the shell, and of a machine with Python


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


def jobs(name: str) -> Iterator[dict[str, Any]]:
    yield from load(f".github/workflows/{name}")["jobs"].values()


def commands(job: dict[str, Any]) -> Iterator[list[str]]:
    """Yield the words of each command line that a job runs."""
    for step in job["steps"]:
        for line in step.get("run", "").splitlines():
            yield shlex.split(line)


def installed(job: dict[str, Any]) -> set[str]:
    """Return the names of what a job installs with pip, with the extras of the project that it asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras: dict[str, list[str]] = project["optional-dependencies"]
    lines = [words for words in commands(job) if {"pip", "install"} <= {Path(word).name for word in words[:4]}]
    wanted = [word for words in lines for word in words]
    names = set()
    while wanted:
        name, _, rest = re.split(r"[>=<;]", wanted.pop())[0].partition("[")
        if name == "textlint" or name.startswith(".") or name.endswith(".whl"):
            names.add("textlint")
            wanted += [need for extra in rest.rstrip("]").split(",") if extra for need in extras[extra]]
        names.add(name)
    return names | {"sphinx-build"} if "sphinx" in names else names


def exists(words: list[str], job: dict[str, Any]) -> bool:
    """Say whether the program, script, module or target of `make` that a command starts is there to be started."""
    program = words[0]
    if program == "make":
        return f"\n{words[1]}:" in (ROOT / "Makefile").read_text("utf-8")
    if program.startswith("$"):
        return Path(program).name in {"pip", *installed(job)}
    if "/" in program:
        return os.access(ROOT / program, os.X_OK)
    if program in ("python", "python3") and words[1] == "-m":
        return words[2] in installed(job) or find_spec(words[2]) is not None
    if program in ("python", "python3"):
        return (ROOT / words[1]).is_file()
    return program in PROGRAMS or program in installed(job)


@each_workflow
def test_workflows_start_only_what_exists(name: str) -> None:
    for job in jobs(name):
        lines = list(commands(job))
        assert [words for words in lines if not exists(words, job)] == []
        assert lines or any("gh-action-pypi-publish" in step["uses"] for step in job["steps"])


def test_a_command_that_does_not_exist_is_seen() -> None:
    job = {"steps": [{"run": "pip install -e '.[test]'"}]}
    for command in (
        "pytest -n 2",
        "make quick",
        ".ci/run",
        "python3 .github/check_subjects.py a",
        "python -m textlint",
    ):
        assert exists(shlex.split(command), job)
    for command in ("mypy", "make quicker", ".ci/runs", "python3 .github/check.py", "python -m textlints"):
        assert not exists(shlex.split(command), job)


@each_workflow
def test_workflows_may_do_little_and_name_the_versions_of_their_actions(name: str) -> None:
    workflow = load(f".github/workflows/{name}")
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for job in workflow["jobs"].values():
        assert "write" not in job.get("permissions", {}).values() or (name == "release.yml" and not [*commands(job)])
        for step in job["steps"]:
            assert re.search(r"@(v\d+|release/v\d+)$", step.get("uses", "@v0")), step
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
            assert "${{" not in step.get("run", "")  # what others wrote reaches a command as data only

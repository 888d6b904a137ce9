"""The docs are correct: outputs are real, examples run, schemas are current, and the site builds without warnings.

`TEXTLINT_UPDATE_DOCS=1 pytest tests/test_docs.py` updates the outputs on the pages.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from textlint.cli.options import CHECK, parse_plainly
from textlint.rulebook.packs import load_pack
from textlint.settings.schema import Settings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if "rules" not in path.parts and path.name != "command-line.md"]
RUN = re.compile(r"(<!-- run -->\n```console\n)\$ textlint ((?:[^\n\\]|\\.)*)\n(.*?)```", re.DOTALL)
FILE = re.compile(r"<!-- file: (\S+) -->\n```text\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def textlint(folder: Path, words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "textlint", *shlex.split(words.replace("\\\n", " "))]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def blocks(language: str) -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for found, content in BLOCK.findall(page.read_text()):
            if found == language:
                yield page.name, content


@pytest.mark.parametrize("page", [path for path in PAGES if RUN.search(path.read_text())], ids=lambda path: path.name)
def test_a_page_shows_what_happens(page: Path, tmp_path: Path) -> None:
    text = page.read_text()
    for name, content in FILE.findall(text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)

    def run(match: re.Match[str]) -> str:
        output = "\n".join(line.rstrip() for line in textlint(tmp_path, match[2]).splitlines())
        return f"{match[1]}$ textlint {match[2]}\n{output}\n```" if output else match[0]

    fresh = RUN.sub(run, text)
    if os.environ.get("TEXTLINT_UPDATE_DOCS"):
        page.write_text(fresh)
    assert fresh == text or os.environ.get("TEXTLINT_UPDATE_DOCS"), "stale: run with TEXTLINT_UPDATE_DOCS=1"


@pytest.mark.parametrize(("page", "content"), list(blocks("console")))
def test_commands_are_spelled_right(page: str, content: str) -> None:
    for line in re.findall(r"^\$ textlint check(.*)$", content, re.MULTILINE):
        assert parse_plainly(shlex.split(line.partition(">")[0]), CHECK) is not None, line


def test_the_example_of_an_own_rule_works(tmp_path: Path) -> None:
    rule = next(content for page, content in blocks("toml") if page == "own-rules.md")
    folder = tmp_path / "house-rules" / "boilerplate"
    folder.mkdir(parents=True)
    (folder / "finish-in-app.toml").write_text(rule)
    assert "2 passed, 0 failed" in textlint(tmp_path, "test house-rules")


def test_the_page_on_own_rules_shows_the_file_that_is_written(tmp_path: Path) -> None:
    text = (DOCS / "how-to/own-rules.md").read_text()
    textlint(tmp_path, next(match[2] for match in RUN.finditer(text) if match[2].startswith("new-rule")))
    written = (tmp_path / "house-rules/finish-in-app.toml").read_text()
    assert written in text


@pytest.mark.parametrize(("page", "content"), list(blocks("python")))
def test_python_examples_run(page: str, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(content, page, "exec"), {"__name__": "example"})


@pytest.mark.parametrize(
    ("page", "content"), [item for item in blocks("toml") if item[0] not in ("own-rules.md", "editors.md")]
)
def test_settings_are_valid(page: str, content: str) -> None:
    msgspec.convert(tomllib.loads(content), Settings)


@pytest.mark.parametrize(("page", "content"), list(blocks("json")))
def test_json_is_json(page: str, content: str) -> None:
    json.loads(content)


@pytest.mark.parametrize(("page", "content"), list(blocks("yaml")))
def test_yaml_is_yaml(page: str, content: str) -> None:
    assert pytest.importorskip("yaml").safe_load(content)


def test_every_setting_is_described() -> None:
    described = set(re.findall(r"^`([\w-]+)`$", (DOCS / "reference/settings.md").read_text(), re.MULTILINE))
    assert described == set(Settings.__struct_encode_fields__)


def test_schemas_are_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    from schemas import FOLDER, schemas  # type: ignore[attr-defined]

    for name, content in schemas().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == content, "stale: run python docs/_ext/schemas.py"


def test_rule_files_keep_to_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((DOCS / "schemas/rule.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    for rule in load_pack([], installed=False).rules:
        validator.validate(tomllib.loads(Path(rule.origin).read_text()))


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    for module in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(module)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        str(DOCS),
        str(tmp_path / "out"),
    ]
    done = subprocess.run([*command, "-d", str(tmp_path / "trees")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "SP202" in (tmp_path / "out/reference/rules/trailing-spaces.html").read_text()


def test_links_of_other_pages_lead_somewhere() -> None:
    for page in (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")):
        if page.exists():
            for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text()):
                assert (ROOT / target).exists(), f"{page.name}: {target}"


def test_a_rule_page_shows_status_conditions_and_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    from generated import rule_page  # type: ignore[import-not-found]
    from rule_samples import EXAMPLES, PHRASE, rule_toml, write_rule

    from textlint.rulebook.file import read_rule_file

    where = '[where]\nzones = ["tail"]\nmax_words = 9\n[fix]\napplicability = "safe"\nkeeps = "rest"\n'
    with tempfile.TemporaryDirectory() as folder:
        text = rule_toml("XX101", PHRASE + where, top="enabled = false", examples=EXAMPLES, status="preview")
        rule, _ = read_rule_file(write_rule(Path(folder), text))
        page = "\n".join(rule_page(rule))
    assert "- Severity: warning\n- Status: preview since 0.1; off by default" in page
    assert "- Looks for: 1 phrase anywhere\n" in page
    assert "- Only: outside quotations; in the tail of the page; on lines of at most 9 words\n" in page
    assert "- Fix: safe, applied with `--fix`; it deletes only the reported words" in page

"""Rule files and rule sets for tests: a rule that is right, to be bent in one place at a time."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from textlint.rule import Rule
from textlint.rulebook.file import read_rule_file
from textlint.rulebook.ruleset import Pack, RuleSet, Selection, read_pack

PHRASE = '[phrase]\nany = ["spam"]\n'
EXAMPLES = '[[example]]\nbad = ">>spam<<"\nfixed = ""\n\n[[example]]\ngood = "ham"\n'


def rule_toml(
    code: str | None = "XX101", tables: str = PHRASE, top: str = "", examples: str = EXAMPLES, **fields: Any
) -> str:
    """Return the text of a rule file; `fields` replace top-level keys (None leaves one out), `top` adds lines to them."""
    keys: dict[str, Any] = {
        "code": code,
        "name": "",
        "summary": "A sample",
        "severity": "warning",
        "status": "stable",
        "since": "0.1",
        "message": "“{text}” is a sample",
        "why": "Because.",
    } | fields
    keys["name"] = fields.get("name", f"rule-{str(keys['code']).lower()}")
    lines = [f"{key} = {_toml(value)}" for key, value in keys.items() if value is not None]
    return "\n".join([*lines, top, tables, examples])


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value)


def write_rule(folder: Path, text: str, name: str | None = None) -> Path:
    """Write a rule file into `folder` under the name that it gives itself, or `name`; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    given = next((line.split('"')[1] for line in text.splitlines() if line.startswith("name = ")), "rule")
    path = folder / f"{name or given}.toml"
    path.write_text(text, "utf-8")
    return path


def pack_of(*texts: str) -> Pack:
    """Return the pack of some rule files."""
    with tempfile.TemporaryDirectory() as folder:
        for text in texts:
            write_rule(Path(folder), text)
        return read_pack([Path(folder)])[0]


def rules_of(*texts: str, **selection: Any) -> RuleSet:
    """Return the rule set of some rule files."""
    return RuleSet(pack_of(*texts), Selection(**selection))


def rule_of(text: str) -> Rule:
    """Return the rule of one rule file."""
    with tempfile.TemporaryDirectory() as folder:
        return read_rule_file(write_rule(Path(folder), text))[0]

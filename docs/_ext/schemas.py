"""Generate the JSON Schemas of rule files and settings from the code that reads them.

`python docs/_ext/schemas.py` writes them to `docs/schemas/`. A test fails if they are out of date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from textlint.rulebook.schema import RuleTable
from textlint.settings.schema import Settings

FOLDER = Path(__file__).parent.parent / "schemas"


def schemas() -> dict[str, str]:
    """Return the content of each schema file by file name."""
    return {
        "rule.schema.json": _schema(RuleTable, "A textlint rule file"),
        "settings.schema.json": _schema(Settings, "textlint.toml, or the table [tool.textlint] of pyproject.toml"),
    }


def _schema(table: Any, title: str) -> str:
    schema = msgspec.json.schema(table)
    item = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}
    return json.dumps(item, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, content in schemas().items():
        (FOLDER / name).write_text(content, encoding="utf-8")

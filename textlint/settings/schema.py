"""The schema of the settings file: all keys with their types and defaults."""

from __future__ import annotations

from typing import Annotated

import msgspec


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename="kebab"):
    """The keys of `[tool.textlint]` and of `textlint.toml`."""

    select: list[str] = []
    extend_select: list[str] = []
    ignore: list[str] = []
    preview: bool = False
    rules: list[str] = []
    exclude: list[str] = []
    per_file_ignores: dict[str, list[str]] = {}
    encoding: str = ""
    text_field: str = "text"
    baseline: str = ""
    timeout: Annotated[int, msgspec.Meta(ge=0)] = 30
    rule_url: str = ""

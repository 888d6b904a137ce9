"""Convert msgspec's validation errors in TOML files to clear messages, and find the lines they refer to."""

from __future__ import annotations

import re
from collections.abc import Sequence


def explain(message: str, known_keys: Sequence[str]) -> tuple[str, list[str | int]]:
    """Return a clear message for msgspec's validation message, and the path to the wrong key, for `line_of`."""
    text = message.partition(" - at `")[0]
    steps = steps_of(message)
    unknown = re.search(r"unknown field `([^`]*)`", text)
    if unknown:
        return f"unknown key “{unknown.group(1)}”; allowed keys: {', '.join(sorted(known_keys))}", [
            *steps,
            unknown.group(1),
        ]
    missing = re.search(r"missing required field `([^`]*)`", text)
    if missing:
        return f"the key “{missing.group(1)}” is missing", steps
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    return f"“{key}”: {text[:1].lower()}{text[1:]}", steps


def steps_of(message: str) -> list[str | int]:
    """Return the keys and list indices (from 0) that lead to the value in a validation message, outermost first."""
    place = message.partition(" - at `")[2]
    steps = [step for step in re.split(r"[.\[\]$`]+", place) if step]
    return [int(step) if step.isdigit() else step for step in steps]


def line_of(content: str, steps: Sequence[str | int]) -> int | None:
    """Return the line (from 1) of `content` that sets the last of `steps` or opens a table of that name, or None.

    Each step is searched for after the previous one; a number counts tables of the same name, as in `[[example]]`.
    """
    found = None
    position = 0
    for step in steps:
        if isinstance(step, str):
            key = re.escape(step)
            place = re.compile(rf"^[ \t]*(?:\"?{key}\"?\s*=|\[+[\w.]*\b{key}\s*\]+)", re.MULTILINE)
            tables = list(place.finditer(content, position))
        else:
            tables = tables[step:] if found and content[found.end() - 1] == "]" else []
        if tables:
            found = tables[0]
            position = found.end()
    return content.count("\n", 0, found.start()) + 1 if found else None

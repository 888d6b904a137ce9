"""What msgspec and tomllib say of a TOML file that is wrong, in words for its author, and the line they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence


def explain(message: str, known_keys: Sequence[str]) -> tuple[str, list[str | int]]:
    """Return msgspec's validation message in our words, and the way to what it is about, for `line_of`."""
    text = message.partition(" - at `")[0]
    steps = steps_of(message)
    unknown = re.search(r"unknown field `([^`]*)`", text)
    if unknown:
        return f"unknown key “{unknown.group(1)}”; known here: {', '.join(sorted(known_keys))}", [
            *steps,
            unknown.group(1),
        ]
    missing = re.search(r"missing required field `([^`]*)`", text)
    if missing:
        return f"the key “{missing.group(1)}” is missing", steps
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    return f"“{key}”: {text[:1].lower()}{text[1:]}", steps


def steps_of(message: str) -> list[str | int]:
    """Return the keys and list places (from 0) on the way to what a validation message names, outermost first."""
    place = message.partition(" - at `")[2]
    steps = [step for step in re.split(r"[.\[\]$`]+", place) if step]
    return [int(step) if step.isdigit() else step for step in steps]


def line_of(content: str, steps: Sequence[str | int]) -> int | None:
    """Return the number of the line of `content` that sets the last of `steps` or opens a table of that name, or None.

    Each step is looked for below the one before it; a number counts tables of one name, as in `[[example]]`.
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

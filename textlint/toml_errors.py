"""What msgspec and tomllib say of a TOML file that is wrong, in words for its author, and the line they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence


def explain(message: str, known_keys: Sequence[str]) -> tuple[str, str]:
    """Return msgspec's validation message in our words, and the key that it is about ("" if it names none)."""
    text = message.partition(" - at `")[0]
    unknown = re.search(r"unknown field `([^`]*)`", text)
    if unknown:
        return f"unknown key “{unknown.group(1)}”; known here: {', '.join(sorted(known_keys))}", unknown.group(1)
    missing = re.search(r"missing required field `([^`]*)`", text)
    steps = steps_of(message)
    if missing:
        return f"the key “{missing.group(1)}” is missing", steps[0] if steps else ""
    key = steps[-1] if steps else ""
    return f"“{key}”: {text[:1].lower()}{text[1:]}", key


def steps_of(message: str) -> list[str]:
    """Return the keys on the way to the place that a validation message names, outermost first."""
    place = message.partition(" - at `")[2]
    return [step for step in re.split(r"[.\[\]$`]+", place) if step and step != "..." and not step.isdigit()]


def line_of(source: str, key: str) -> int | None:
    """Return the number of the first line of `source` that sets `key` or opens a table of that name, or None."""
    if not key:
        return None
    found = re.search(rf"^[ \t]*(?:\"?{re.escape(key)}\"?\s*=|\[+[\w.]*{re.escape(key)}\s*\]+)", source, re.MULTILINE)
    return source.count("\n", 0, found.start()) + 1 if found else None

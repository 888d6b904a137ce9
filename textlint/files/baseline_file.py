"""Find, load and save the baseline file of a run, and report its unused entries."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from textlint.errors import ConfigError, WriteError
from textlint.files.baseline import Entry, Matching, read_entries, write_entries
from textlint.files.setup import Setup
from textlint.text.sanitize import visible

_NAME = "textlint.baseline"
_MOST_SHOWN = 5


def default_path(setup: Setup) -> str:
    """Return the default path of the baseline: the one in the settings, else beside the settings file."""
    return setup.config.baseline or os.path.join(setup.config.folder, _NAME)


def load_entries(path: str) -> list[Entry]:
    """Return the entries of the baseline file at `path`; raises ConfigError if it cannot be read."""
    try:
        with open(path, encoding="utf-8", newline="\n") as file:
            return read_entries(file.read(), path)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError(
            f"the baseline cannot be read: {reason}", path, remedy="Create one with `textlint baseline create`."
        ) from None


def save_entries(path: str, entries: Iterable[Entry]) -> None:
    """Write the baseline file, replacing an existing one; raises WriteError if it cannot be written."""
    from textlint.files.writer import replace_file, state_of

    content = write_entries(entries).encode()
    try:
        if os.path.exists(path):
            replace_file(path, [content], state_of(path))
        else:
            with open(path, "xb") as file:
                file.write(content)
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror}", path, remedy="Choose another file with --baseline."
        ) from None


def open_baseline(path: str, setup: Setup) -> Matching | None:
    """Return the baseline at `path` for the selected rules, or None if `path` is empty."""
    return Matching(load_entries(path), folder_of(path), setup.rules.selected) if path else None


def folder_of(path: str) -> str:
    """Return the folder that the paths in a baseline are relative to: its own."""
    return os.path.dirname(os.path.abspath(path))


def report_unused(baseline: Matching) -> None:
    """Print the unused entries of the baseline to standard error."""
    unused = baseline.unused()
    if not unused:
        return
    entries = "1 unused entry" if len(unused) == 1 else f"{len(unused):,} unused entries"
    print(f"The baseline has {entries}. Run `textlint baseline prune` to remove unused entries.", file=sys.stderr)
    for entry in unused[:_MOST_SHOWN]:
        identity = entry.identity
        print(f"  {visible(identity.path)}: {identity.code} “{visible(identity.words)}”", file=sys.stderr)
    if len(unused) > _MOST_SHOWN:
        print("  …", file=sys.stderr)

"""The baseline of a run: which file it is, what is in it, and what of it is of no use any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from textlint.errors import ConfigError, WriteError
from textlint.files.baseline import Entry, Matching, read_entries, write_entries
from textlint.files.setup import Setup
from textlint.text.sanitise import visible

_NAME = "textlint.baseline"
_MOST_SHOWN = 5


def default_path(setup: Setup) -> str:
    """Return where a baseline is made when nobody names a place: beside the settings."""
    return setup.config.baseline or os.path.join(setup.config.folder, _NAME)


def load_entries(path: str) -> list[Entry]:
    """Return the entries of the baseline file; raises ConfigError if it cannot be read."""
    try:
        with open(path, encoding="utf-8", newline="\n") as file:
            return read_entries(file.read(), path)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError(
            f"the baseline cannot be read: {reason}", path, remedy="Make one with `textlint baseline create`."
        ) from None


def save_entries(path: str, entries: Iterable[Entry]) -> None:
    """Write the baseline file, in place of the one that may be there; raises WriteError if it cannot be written."""
    from textlint.files.writer import replace_file, state_of

    content = write_entries(entries).encode()
    try:
        if os.path.exists(path):
            replace_file(path, [content], state_of(path))
        else:
            with open(path, "xb") as file:
                file.write(content)
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", path, remedy="Choose another --baseline.") from None


def open_baseline(path: str, setup: Setup) -> Matching | None:
    """Return the baseline at `path`, ready to match the findings of the selected rules; None if there is none."""
    return Matching(load_entries(path), folder_of(path), setup.rules.selected) if path else None


def folder_of(path: str) -> str:
    """Return the folder that the paths in a baseline start from: its own."""
    return os.path.dirname(os.path.abspath(path))


def tell_unused(baseline: Matching) -> None:
    """Tell on standard error which entries accept nothing any more."""
    unused = baseline.unused()
    if not unused:
        return
    entries = "1 entry" if len(unused) == 1 else f"{len(unused):,} entries"
    print(
        f"The baseline holds {entries} of no use any more; `textlint baseline prune` takes them out.", file=sys.stderr
    )
    for entry in unused[:_MOST_SHOWN]:
        identity = entry.identity
        print(f"  {visible(identity.path)}: {identity.code} “{visible(identity.words)}”", file=sys.stderr)
    if len(unused) > _MOST_SHOWN:
        print("  …", file=sys.stderr)

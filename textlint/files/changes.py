"""Find the lines of files that changed since a git revision."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence

from textlint.errors import ConfigError
from textlint.result import Result
from textlint.startup.values import NamedTuple

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

Ranges = tuple[tuple[int, int], ...]


class Changes(NamedTuple):
    """The changed lines of files by real path: ranges of first and last line, from 1, or None for a new file."""

    files: dict[str, Ranges | None]

    def includes(self, path: str) -> bool:
        """Return whether the file at `path` changed."""
        return os.path.realpath(path) in self.files

    def filter(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` without the findings on unchanged lines.

        A finding in a record of a JSON Lines file is on the record's line.
        """
        for result in results:
            ranges = self.files.get(os.path.realpath(result.path), ())
            if ranges is None:
                yield result
                continue
            kept = tuple(
                diagnostic
                for diagnostic in result.diagnostics
                if any(
                    first <= (diagnostic.record_line or diagnostic.end_line)
                    and (diagnostic.record_line or diagnostic.line) <= last
                    for first, last in ranges
                )
            )
            yield result._replace(diagnostics=kept)


def changed_since(revision: str, folder: str = ".") -> Changes:
    """Return the changes since `revision` in the working tree of the git repository that contains `folder`.

    Untracked files count as new, unless git ignores them. Raises ConfigError if git, the repository or the revision
    cannot be found.
    """
    root = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}").decode().strip()
    files: dict[str, Ranges | None] = {}
    for name in _names(_git(root, "diff", "--name-only", "-z", "--diff-filter=d", commit, "--")):
        patch = _git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", commit, "--", name)
        files[os.path.realpath(os.path.join(root, name))] = tuple(_ranges(patch))
    for name in _names(_git(root, "ls-files", "--others", "--exclude-standard", "-z")):
        files[os.path.realpath(os.path.join(root, name))] = None
    return Changes(files)


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _ranges(patch: bytes) -> Iterator[tuple[int, int]]:
    """Yield the ranges of new lines in a patch without context; for a pure deletion, the lines around it."""
    for match in _HUNK.finditer(patch):
        first, count = int(match[1]), int(match[2] or 1)
        yield (first, first + count - 1) if count else (first, first + 1)


def _git(folder: str, *arguments: str) -> bytes:
    """Run a git command and return its standard output."""
    import subprocess

    command: Sequence[str] = ("git", "--literal-pathspecs", "-C", folder, *arguments)
    try:
        completed = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise ConfigError(
            f"git cannot be run: {error.strerror}", remedy="Install git, or leave out --only-changed."
        ) from None
    if completed.returncode:
        reason = completed.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ") or "no such revision"
        raise ConfigError(
            f"git cannot list the changes: {reason}",
            remedy="Name a commit that this clone contains; in CI, fetch enough history.",
        )
    return completed.stdout

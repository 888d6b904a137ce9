"""Which lines of which files were changed since a revision, as git tells it."""

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
    """The changed lines of files, by their real path: first and last line, from 1; None where the whole file is new."""

    files: dict[str, Ranges | None]

    def touch(self, path: str) -> bool:
        """Say whether the file at `path` was changed."""
        return os.path.realpath(path) in self.files

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` without the findings on lines that were not changed.

        A finding in a record of a JSON Lines file stands on the record's line.
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
    """Return what was changed in the working tree of the repository around `folder` since `revision`.

    Files that git does not know yet count as new, unless it ignores them. Raises ConfigError if git, the repository or
    the revision is not there.
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
    """Yield the ranges of new lines in a patch without context; where lines were only taken out, the lines around."""
    for match in _HUNK.finditer(patch):
        first, count = int(match[1]), int(match[2] or 1)
        yield (first, first + count - 1) if count else (first, first + 1)


def _git(folder: str, *arguments: str) -> bytes:
    """Return what a git command prints."""
    import subprocess

    command: Sequence[str] = ("git", "--literal-pathspecs", "-C", folder, *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise ConfigError(f"git cannot be run: {error.strerror}", remedy="--only-changed needs git.") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ") or "no such revision"
        raise ConfigError(
            f"git does not know what was changed: {reason}",
            remedy="Name a commit that is here; in CI, fetch enough history for it.",
        )
    return done.stdout

"""Find the files to read: those named, and those in named folders that have a reader and are not excluded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from textlint.readers import format_of
from textlint.result import Problem
from textlint.startup.values import Any, NamedTuple

_ALWAYS_SKIPPED = frozenset(
    {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".tox", ".mypy_cache", ".ruff_cache"}
)


class Found(NamedTuple):
    """The files to read, in the order of the arguments and sorted within folders, and the problems."""

    paths: list[str]
    problems: list[Problem]


def find_files(arguments: Sequence[str], exclude: Sequence[str] = (), root: str = ".") -> Found:
    """Return the files that `arguments` name, each only once.

    A file named directly is included whatever its suffix. In a folder, files with a known suffix are included unless
    `.gitignore` files there, or the patterns `exclude` (as in .gitignore, relative to `root`), exclude them.
    """
    found = Found([], [])
    seen: set[str] = set()
    for argument in arguments:
        if argument == "-":
            found.paths.append(argument)
        elif os.path.isdir(argument):
            for path in _walk(argument, _excluder(exclude, root), found.problems):
                _add(path, found.paths, seen)
        elif os.path.exists(argument):
            _add(argument, found.paths, seen)
        else:
            found.problems.append(Problem(argument, None, "no such file or folder", "Check the spelling of the path."))
    return found


def _add(path: str, paths: list[str], seen: set[str]) -> None:
    real = os.path.realpath(path)
    if real not in seen:
        seen.add(real)
        paths.append(path)


def _walk(
    folder: str, excludes: Any, problems: list[Problem], ignores: tuple[tuple[str, Any], ...] = ()
) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem(folder, None, f"cannot be listed: {error.strerror}"))
        return
    if any(entry.name == ".gitignore" and entry.is_file() for entry in entries):
        ignores = (*ignores, (folder, _gitignore(os.path.join(folder, ".gitignore"))))
    for entry in entries:
        path = entry.path.removeprefix("./")
        is_folder = entry.is_dir(follow_symlinks=False)
        if (
            entry.name in _ALWAYS_SKIPPED
            or _is_ignored(path, is_folder, ignores)
            or (excludes and excludes(path, is_folder))
        ):
            continue
        if is_folder:
            yield from _walk(path, excludes, problems, ignores)
        elif format_of(entry.name) and entry.is_file():
            yield path


def _gitignore(path: str) -> Any:
    from pathspec import GitIgnoreSpec

    with open(path, encoding="utf-8", errors="replace") as file:
        return GitIgnoreSpec.from_lines(file)


def _is_ignored(path: str, is_folder: bool, ignores: tuple[tuple[str, Any], ...]) -> bool:
    """Return whether the `.gitignore` files exclude the path; the nearest file with a matching pattern decides."""
    for folder, spec in reversed(ignores):
        relative = os.path.relpath(path, folder).replace(os.sep, "/") + "/" * is_folder
        include = spec.check_file(relative).include
        if include is not None:
            return bool(include)
    return False


def _excluder(patterns: Sequence[str], root: str) -> Any:
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(patterns)
    return lambda path, is_folder: spec.match_file(os.path.relpath(path, root).replace(os.sep, "/") + "/" * is_folder)

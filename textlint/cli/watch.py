"""Implement `check --watch`: check again whenever a file is saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from textlint.cli.errors import print_error
from textlint.errors import ConfigError, TextlintError
from textlint.files.discovery import find_files
from textlint.files.setup import read_settings
from textlint.startup.values import Any

_SETTINGS = ("textlint.toml", "pyproject.toml")


def watch(paths: tuple[str, ...], options: dict[str, Any], check: Callable[..., int]) -> int:
    """Check `paths`, then each file that is saved, until interrupted; `check` is the function `run` of the command.

    If settings, rules or the baseline change, everything is checked again. Raises ConfigError if watchfiles is not
    installed or a path does not exist.
    """
    try:
        from watchfiles import watch as changes_in
    except ModuleNotFoundError:
        raise ConfigError(
            "--watch needs watchfiles, which is not installed", remedy='Install it with: pip install "textlint[watch]"'
        ) from None
    paths = paths or (".",)
    missing = next((path for path in paths if not os.path.exists(path)), None)
    if missing is not None:
        raise ConfigError("no such file or folder", missing, remedy="Check the spelling of the path.")
    watched = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths} | {"."}
    _check(check, paths, options)
    for changes in changes_in(*watched, recursive=True, raise_interrupt=True):
        saved = {os.path.realpath(path) for _, path in changes if os.path.isfile(path)}
        if any(os.path.basename(path) in _SETTINGS or path.endswith((".toml", ".baseline")) for path in saved):
            _check(check, paths, options)
            continue
        again = tuple(path for path in _articles(paths, options) if os.path.realpath(path) in saved)
        if again:
            _check(check, again, options)
    return 0


def _articles(paths: tuple[str, ...], options: dict[str, Any]) -> list[str]:
    try:
        config = read_settings(options)
    except TextlintError:
        return []  # reported when the settings were saved
    return find_files(paths, config.exclude, config.folder).paths


def _check(check: Callable[..., int], paths: tuple[str, ...], options: dict[str, Any]) -> None:
    """Check, and print an error in the settings instead of raising it, so that the user can fix it."""
    try:
        check(paths, **options)
    except TextlintError as error:
        print_error(str(error))
    sys.stdout.flush()

"""The errors that textlint reports to the user, each with its place and remedy."""

from __future__ import annotations


class TextlintError(Exception):
    """The base class of errors; the command line prints them and exits with 2.

    `path` and `line` (from 1) are the place of the error and `remedy` says how to fix it. `path` and `remedy` may be
    empty, and `line` may be None.
    """

    def __init__(self, message: str, path: str = "", line: int | None = None, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line is not None else self.path
        head = f"{place}: {self.message}" if place else self.message
        return f"{head}\n  {self.remedy}" if self.remedy else head


class ConfigError(TextlintError):
    """A setting in `pyproject.toml`, `textlint.toml` or on the command line is invalid."""


class RuleError(TextlintError):
    """A rule file or rule pack is invalid."""


class InputError(TextlintError):
    """An input cannot be read or decoded."""


class Overtime(InputError):
    """A document took longer than its deadline and was not checked."""


class WriteError(TextlintError):
    """A file could not be written and is unchanged."""


class FixError(TextlintError):
    """Fixes were rejected because they failed verification or kept changing the text; nothing was written."""

"""What can go wrong through no fault of the program: each error names the place and the remedy."""

from __future__ import annotations


class TextlintError(Exception):
    """Something could not be done; the command line prints it and exits with 2.

    `path` and `line` (from 1) say where, `remedy` how to mend it; each may be empty where it does not apply.
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
    """A setting in `pyproject.toml`, `textlint.toml` or on the command line is wrong."""


class RuleError(TextlintError):
    """A rule file or rule pack cannot be used."""


class InputError(TextlintError):
    """An input cannot be read or decoded."""


class Overtime(InputError):
    """A document took longer than its deadline; nothing of it counts as checked."""


class WriteError(TextlintError):
    """A file was not written; it stands as it stood before."""


class FixError(TextlintError):
    """Repairs were refused because they could not be proved or did not settle; nothing was written."""

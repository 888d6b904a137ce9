"""The checks, one file each: a module `<family>/<name>.py`, or an entry point of the group `textlint.checks`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from textlint.errors import RuleError
from textlint.span import Finding
from textlint.startup.values import Any

Check = Callable[..., Iterator[Finding]]
MATCHED = ("phrase", "pattern", "block")


@cache
def find_check(name: str, origin: str = "") -> Check | None:
    """Return the generator function of the check `name`, or None for the kinds that the matcher handles.

    `origin` is the rule file that names the check, for the error message. Raises RuleError if there is no such check.
    """
    if name in MATCHED:
        return None
    if not name.isidentifier() or name.startswith("_"):
        raise _unknown(name, origin)
    family = _families().get(name)
    if family is None:
        return _installed(name, origin)
    module: Any = import_module(f"textlint.checks.{family}.{name}")
    check: Check = module.check
    return check


def _installed(name: str, origin: str) -> Check:
    from importlib.metadata import entry_points

    for entry in entry_points(group="textlint.checks", name=name):
        try:
            check: Check = entry.load()
        except Exception as error:  # imports third-party code, which can raise anything
            raise RuleError(
                f"the check “{name}” of {entry.value} cannot be imported: {error}",
                origin,
                remedy="Reinstall its package.",
            ) from None
        return check
    raise _unknown(name, origin)


def _unknown(name: str, origin: str) -> RuleError:
    known = ", ".join((*MATCHED, *builtin_checks()))
    return RuleError(f"there is no check “{name}”", origin, remedy=f"Known checks: {known}.")


def builtin_checks() -> list[str]:
    """Return the names of the built-in checks."""
    return sorted(_families())


@cache
def _families() -> dict[str, str]:
    """Return the folder of each check, which is its family."""
    return {
        file.removesuffix(".py"): folder
        for folder in os.listdir(__path__[0])
        if folder.isidentifier() and not folder.startswith("_")
        for file in os.listdir(os.path.join(__path__[0], folder))
        if file.endswith(".py") and not file.startswith("_")
    }

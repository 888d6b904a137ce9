"""The ways of looking, one file each: a module `<name>.py` here, or an entry point of the group `textlint.checks`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from textlint.errors import RuleError
from textlint.span import Finding

Check = Callable[..., Iterator[Finding]]
MATCHED = ("phrase", "pattern", "block")


@cache
def find_check(name: str, origin: str = "") -> Check | None:
    """Return the generator function of the check `name`; None for those that the matcher itself looks for.

    `origin` is the rule file that asks, for the message. Raises RuleError if there is no such check.
    """
    if name in MATCHED:
        return None
    try:
        module: Any = import_module(f"textlint.checks.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"textlint.checks.{name}":
            raise
        return _installed(name, origin)
    check: Check = module.check
    return check


def _installed(name: str, origin: str) -> Check:
    from importlib.metadata import entry_points

    for entry in entry_points(group="textlint.checks", name=name):
        check: Check = entry.load()
        return check
    known = ", ".join((*MATCHED, *builtin_checks()))
    raise RuleError(f"there is no check “{name}”", origin, remedy=f"Known checks: {known}.")


def builtin_checks() -> list[str]:
    """Return the names of the checks that come with the program."""
    from pkgutil import iter_modules

    return sorted(module.name for module in iter_modules(__path__))

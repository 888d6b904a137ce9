"""The ways of looking, one file each: a module `<name>.py` here, or an entry point of the group `textlint.checks`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from textlint.errors import RuleError
from textlint.span import Finding
from textlint.values import Any

Check = Callable[..., Iterator[Finding]]
MATCHED = ("phrase", "pattern", "block")


@cache
def find_check(name: str, origin: str = "") -> Check | None:
    """Return the generator function of the check `name`; None for those that the matcher itself looks for.

    `origin` is the rule file that asks, for the message. Raises RuleError if there is no such check.
    """
    if name in MATCHED:
        return None
    if not name.isidentifier() or name.startswith("_"):
        raise _unknown(name, origin)
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
        try:
            check: Check = entry.load()
        except Exception as error:  # it is foreign code that is imported here
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
    """Return the names of the checks that come with the program."""
    from pkgutil import iter_modules

    return sorted(module.name for module in iter_modules(__path__))

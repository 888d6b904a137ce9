"""Cache compiled regular expressions between runs, and provide the functions of `re` without importing it.

Compiling the expressions that one article needs takes longer than matching them, and importing `re` takes another 3 ms.
`_sre`, the matching engine of `re`, can load code that the compiler of `re` produced in an earlier run. This is
undocumented, so each expression is compared with a freshly compiled one before it is cached, and on any error it is
compiled as usual. `re` is imported only in that case.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

from textlint.startup import cache as cache_folder
from textlint.startup.values import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match as Match
    from re import Pattern as Pattern

IGNORECASE, MULTILINE, DOTALL = 2, 8, 16  # as in `re`
_NAME = "expressions"
_MOST = 4_000
_SPECIAL = {ord(character): f"\\{character}" for character in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
Entries = dict[tuple[str, int], Kept]


def expression(pattern: str, flags: int = 0) -> Pattern[str]:
    """Return `re.compile(pattern, flags)`, from the cache if possible; raises re.error for an invalid pattern."""
    kept = _kept().get((pattern, int(flags)))
    if kept is not None:
        try:
            return _restored(pattern, kept)
        except (
            ImportError,
            TypeError,
            ValueError,
            RuntimeError,
            OverflowError,
        ):  # damaged, or written by another version of `re`
            pass
    import re

    fresh = re.compile(pattern, flags)
    _fresh()[pattern, int(flags)] = fresh
    return fresh


def wrong() -> tuple[type[Exception], ...]:
    """Return the exceptions that `expression` raises for a pattern that `re` cannot compile."""
    import re

    return re.error, OverflowError, RecursionError


def match(pattern: str, text: str) -> Match[str] | None:
    """Return `re.match(pattern, text)`; only for constant patterns, since each stays in memory."""
    return _held(pattern).match(text)


def search(pattern: str, text: str) -> Match[str] | None:
    """Return `re.search(pattern, text)`, like `match`."""
    return _held(pattern).search(text)


def fullmatch(pattern: str, text: str) -> Match[str] | None:
    """Return `re.fullmatch(pattern, text)`, like `match`."""
    return _held(pattern).fullmatch(text)


def sub(pattern: str, replacement: str | Callable[[Match[str]], str], text: str) -> str:
    """Return `re.sub(pattern, replacement, text)`, like `match`."""
    return _held(pattern).sub(replacement, text)


def split(pattern: str, text: str) -> list[str]:
    """Return `re.split(pattern, text)`, like `match`, for a pattern without groups."""
    return _held(pattern).split(text)


def escape(text: str) -> str:
    """Return `re.escape(text)`."""
    return text.translate(_SPECIAL)


@cache
def _held(pattern: str) -> Pattern[str]:
    return expression(pattern)


def keep() -> None:
    """Add the expressions that were compiled in this process to the cache."""
    if not _fresh():
        return
    entries = dict(_kept())
    for (pattern, flags), fresh in _fresh().items():
        if len(entries) < _MOST and (made := _made(pattern, flags, fresh)) is not None:
            entries[pattern, flags] = made
    cache_folder.keep(_NAME, (_key(), entries))


@cache
def _fresh() -> dict[tuple[str, int], Pattern[str]]:
    return {}


@cache
def _kept() -> Entries:
    kept = cache_folder.load(_NAME)
    if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == _key() and isinstance(kept[1], dict):
        entries: Entries = kept[1]
        return entries
    return {}


def _key() -> tuple[str, str]:
    return sys.version, sys.byteorder


def _restored(pattern: str, kept: Kept) -> Pattern[str]:
    from _sre import compile as compile_code  # type: ignore[import-not-found]  # validates the code

    flags, code, groups, names, groups_named = kept
    restored: Pattern[str] = compile_code(
        pattern, flags, memoryview(code).cast("I").tolist(), groups, names, groups_named
    )
    return restored


def _made(pattern: str, flags: int, fresh: Pattern[str]) -> Kept | None:
    """Return the cacheable form of an expression, or None if it cannot be restored exactly."""
    try:
        from array import array
        from re import _compiler, _parser  # type: ignore[attr-defined]

        tree = _parser.parse(pattern, flags)
        code = array("I", _compiler._code(tree, flags)).tobytes()
        names = dict(tree.state.groupdict)
        numbers = {number: name for name, number in names.items()}
        named = tuple(numbers.get(number) for number in range(tree.state.groups))
        made = (int(fresh.flags), code, fresh.groups, names, named)
        return made if _restored(pattern, made) == fresh else None
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return None

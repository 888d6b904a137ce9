r"""textlint: find and repair what scraping leaves in articles, and ask who says so.

    >>> import textlint
    >>> textlint.fix_text("A line with a blank at its end. \n")
    'A line with a blank at its end.\n'

The functions and values of `textlint.api` are offered here.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which takes 2.5 ms to import
if TYPE_CHECKING:
    from typing import Any

    from textlint.api import (
        Diagnostic,
        Edit,
        Explanation,
        Fix,
        Linter,
        Problem,
        Result,
        TextlintError,
        fix_bytes,
        fix_text,
        lint_bytes,
        lint_paths,
        lint_text,
        why,
    )
    from textlint.version import __version__ as __version__

__all__ = [
    "Diagnostic",
    "Edit",
    "Explanation",
    "Fix",
    "Linter",
    "Problem",
    "Result",
    "TextlintError",
    "fix_bytes",
    "fix_text",
    "lint_bytes",
    "lint_paths",
    "lint_text",
    "why",
]


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that the command line starts without them."""
    if name in __all__:
        from textlint import api

        return getattr(api, name)
    if name == "__version__":
        from textlint.version import __version__

        return __version__
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

r"""Find and fix scraping damage in articles, and report vague attributions and unsourced claims.

    >>> import textlint
    >>> textlint.fix_text("A line with a space at its end. \n")
    'A line with a space at its end.\n'

This module exports the functions and classes of `textlint.api`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing takes 2.5 ms
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
    """Import the public names on first use, so that the command line starts faster."""
    if name in __all__:
        from textlint import api

        return getattr(api, name)
    if name == "__version__":
        from textlint.version import __version__

        return __version__
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

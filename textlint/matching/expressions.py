"""Compile the expressions of rules with `re`, or with `regex` if `re` cannot."""

from __future__ import annotations

from functools import cache

from textlint.startup import patterns
from textlint.startup.values import Any


@cache
def compile_expression(expression: str, ignore_case: bool) -> Any:
    r"""Return the compiled expression, by `re`, or by `regex` for features such as `\p{Lu}`.

    `^` and `$` match at the ends of the line that is searched. Raises ValueError with the error of `re` if neither can
    compile it.
    """
    try:
        return patterns.expression(expression, patterns.IGNORECASE if ignore_case else 0)
    except patterns.wrong() as first:
        try:
            import regex

            return regex.compile(expression, regex.IGNORECASE if ignore_case else 0)
        except Exception:  # regex.error is only available after the import; report the error of re
            raise ValueError(str(first)) from None

"""Compiling the expressions of rules, by `re` where it can and by `regex` where it must."""

from __future__ import annotations

from functools import cache

from textlint.startup import patterns
from textlint.startup.values import Any


@cache
def compile_expression(expression: str, ignore_case: bool) -> Any:
    r"""Return the compiled expression (of `re`, or of `regex` for what only that knows, such as `\p{Lu}`).

    `^` and `$` mean the ends of the line that is searched. Raises ValueError with the reason if neither can read it.
    """
    try:
        return patterns.expression(expression, patterns.IGNORECASE if ignore_case else 0)
    except patterns.wrong() as first:
        try:
            import regex

            return regex.compile(expression, regex.IGNORECASE if ignore_case else 0)
        except Exception:  # regex.error is only known after the import; whatever it says, re said it first
            raise ValueError(str(first)) from None

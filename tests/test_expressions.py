"""Expressions are compiled by `re`, or by `regex` if necessary, or rejected with a reason."""

from __future__ import annotations

import re

import pytest

from textlint.matching.expressions import compile_expression


def test_re_is_preferred() -> None:
    assert isinstance(compile_expression("a+", True), re.Pattern)


def test_regex_is_the_fallback() -> None:
    compiled = compile_expression(r"\p{Lu}+", False)
    assert compiled.search("abCD").group() == "CD"
    assert compile_expression(r"(?<=a+)b", True).search("AAB")


@pytest.mark.parametrize("ignore_case", [True, False])
def test_case(ignore_case: bool) -> None:
    assert bool(compile_expression("spam", ignore_case).search("SPAM")) is ignore_case


@pytest.mark.parametrize(
    "expression", ["(", "[", "a{99999999999999999999}", "*a", r"\k", "(" * 5000, "(?P<a>b)(?P<a>c)("]
)
def test_an_invalid_expression_is_rejected_with_a_reason(expression: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        compile_expression(expression, True)

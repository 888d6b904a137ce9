"""An expression from the cache is the expression that `re` compiles."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from textlint import cache, compiled
from textlint.literal_table import expressions_of
from textlint.packs import load_pack


@pytest.fixture(autouse=True)
def own_cache(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    forget()
    yield
    forget()


def forget() -> None:
    compiled._kept.cache_clear()
    compiled._fresh.cache_clear()


def built_in() -> list[tuple[str, int]]:
    rules = [rule for rule in load_pack(installed=False).rules if rule.check in ("pattern", "block")]
    flags = [0 if rule.parameters.get("case") else re.IGNORECASE for rule in rules]
    return [(pattern, int(flag)) for rule, flag in zip(rules, flags, strict=True) for pattern in expressions_of(rule)]


def test_what_comes_back_is_what_re_compiles() -> None:
    patterns = [
        *built_in()[:150],
        (r"(?P<a>x)(y)?(?P<b>[^\W\d_]+)", 0),
        (r"(?is)\bé+$", re.MULTILINE),
        ("", 0),
        ("[\u0100-\U0001f600]", 2),
    ]
    for pattern, flags in patterns:
        compiled.expression(pattern, flags)
    compiled.keep()
    forget()
    for pattern, flags in patterns:
        assert (pattern, int(flags)) in compiled._kept()
        assert compiled.expression(pattern, flags) == re.compile(pattern, flags)
        assert compiled.expression(pattern, flags).groupindex == re.compile(pattern, flags).groupindex
    assert not compiled._fresh()


@pytest.mark.parametrize("kept", [None, 1, (), ("3.0", {}), (compiled._key(), 7), (compiled._key(), {("a+", 0): (0, b"abc", 0, {}, ())}),
    (compiled._key(), {("a+", 0): (0, b"\xff" * 16, 0, {}, (None,))}), (compiled._key(), {("a+", 0): "damaged"})])  # fmt: skip
def test_a_damaged_or_foreign_cache_is_as_good_as_none(kept: object) -> None:
    cache.keep("expressions", kept)
    found = compiled.expression("a+").search("baa")
    assert found and found.group() == "aa"


def test_a_wrong_expression_is_refused() -> None:
    with pytest.raises(re.error):
        compiled.expression("(")

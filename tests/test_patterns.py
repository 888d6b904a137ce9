"""An expression from the cache equals the one that `re` compiles."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from textlint.matching.literal_table import expressions_of
from textlint.rulebook.packs import load_pack
from textlint.startup import cache, patterns


@pytest.fixture(autouse=True)
def own_cache(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path))
    forget()
    yield
    forget()


def forget() -> None:
    patterns._kept.cache_clear()
    patterns._fresh.cache_clear()


def built_in() -> list[tuple[str, int]]:
    rules = [rule for rule in load_pack(installed=False).rules if rule.check in ("pattern", "block")]
    flags = [0 if rule.parameters.get("case") else re.IGNORECASE for rule in rules]
    return [(pattern, int(flag)) for rule, flag in zip(rules, flags, strict=True) for pattern in expressions_of(rule)]


def test_a_restored_expression_equals_a_compiled_one() -> None:
    cases = [
        *built_in()[:150],
        (r"(?P<a>x)(y)?(?P<b>[^\W\d_]+)", 0),
        (r"(?is)\bé+$", re.MULTILINE),
        ("", 0),
        ("[\u0100-\U0001f600]", 2),
    ]
    for pattern, flags in cases:
        patterns.expression(pattern, flags)
    patterns.keep()
    forget()
    for pattern, flags in cases:
        assert (pattern, int(flags)) in patterns._kept()
        assert patterns.expression(pattern, flags) == re.compile(pattern, flags)
        assert patterns.expression(pattern, flags).groupindex == re.compile(pattern, flags).groupindex
    assert not patterns._fresh()


@pytest.mark.parametrize("kept", [None, 1, (), ("3.0", {}), (patterns._key(), 7), (patterns._key(), {("a+", 0): (0, b"abc", 0, {}, ())}),
    (patterns._key(), {("a+", 0): (0, b"\xff" * 16, 0, {}, (None,))}), (patterns._key(), {("a+", 0): "damaged"})])  # fmt: skip
def test_a_damaged_or_foreign_cache_is_ignored(kept: object) -> None:
    cache.keep("expressions", kept)
    found = patterns.expression("a+").search("baa")
    assert found and found.group() == "aa"


def test_an_invalid_expression_is_rejected() -> None:
    with pytest.raises(re.error):
        patterns.expression("(")


@pytest.mark.parametrize(
    "text", ["", "a.b", "[x] (y) {z}", "#~&\t\n\\-^$", "é“”", "".join(map(chr, range(0x20, 0x250)))]
)
def test_escape_is_that_of_re(text: str) -> None:
    assert patterns.escape(text) == re.escape(text)


def test_the_functions_are_those_of_re() -> None:
    assert (patterns.IGNORECASE, patterns.MULTILINE, patterns.DOTALL) == (re.IGNORECASE, re.MULTILINE, re.DOTALL)
    text = "one two, three"
    for ours, theirs in ((patterns.match, re.match), (patterns.search, re.search), (patterns.fullmatch, re.fullmatch)):
        for pattern in (r"\w+", "two", r"[\w ,]+", "four"):
            ours_found, found = ours(pattern, text), theirs(pattern, text)
            assert (ours_found and ours_found.span()) == (found and found.span())
    assert patterns.split(r",? ", text) == re.split(r",? ", text)
    assert patterns.sub(r"t(\w)", r"\1t", text) == re.sub(r"t(\w)", r"\1t", text)


def test_the_exceptions_of_an_invalid_pattern() -> None:
    with pytest.raises(patterns.wrong()):
        patterns.expression("(")

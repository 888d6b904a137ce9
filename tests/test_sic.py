"""`[sic]` after words suppresses findings in them, and no others."""

from __future__ import annotations

import pytest

import textlint


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The file said [bookmark: _GoBack] and no more.", 1),
        ("The file said [bookmark: _GoBack] [sic] and no more.", 0),
        ("The file said “[bookmark: _GoBack]” [sic] and no more.", 0),
        ("The file said [bookmark: _GoBack] [SIC: so in the source] and no more.", 0),
        ("The file [sic] said [bookmark: _GoBack] and no more.", 1),
        ("The file said [bookmark: _GoBack] and no [sic] more.", 1),
        ("The file said [bookmark: _GoBack] [sick] and no more.", 1),
    ],
)
def test_sic(text: str, found: int) -> None:
    assert [finding.code for finding in textlint.lint_text(text)].count("RS101") == found
    assert ("[bookmark" in textlint.fix_text(text)) == (found == 0)

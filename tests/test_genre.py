from __future__ import annotations

from pathlib import Path

import pytest

from textlint.document import Document
from textlint.layers.speech.genre import genre

_ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("handball-final", "sport"), ("market-close", "market"), ("storm-live", "live"), ("council-transcript", "transcript"),
        ("opinion-bridge", "opinion"), ("soup-recipe", "recipe"), ("court-report", "news"), ("dam-inquiry", "news"),
    ],
)  # fmt: skip
def test_genres_are_detected(slug: str, expected: str) -> None:
    assert genre(Document((_ARTICLES / slug / "input.txt").read_text("utf-8"))) == expected


def test_metadata_take_precedence() -> None:
    assert genre(Document("It rained.", metadata={"genre": "opinion"})) == "opinion"

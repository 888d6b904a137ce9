from __future__ import annotations

import pytest

from textlint.document import Document
from textlint.layers.speech.speakers import speeches
from textlint.layers.speech.tokens import tokens


def speakers(text: str) -> list[tuple[str | None, str]]:
    document = Document(text)
    table = document.layer(tokens)
    return [
        (
            item.attribution and text[slice(*table.span(item.attribution.source.first, item.attribution.source.last))],
            item.how,
        )
        for item in document.layer(speeches)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained all day,” said Anna Berg.", [("Anna Berg", "sentence")]),
        ("“It rained all day,” Berg said.", [("Berg", "sentence")]),
        ("Berg said: “It rained all day.”", [("Berg", "sentence")]),
        ("“It rained,” Berg said, “all day long.”", [("Berg", "sentence"), ("Berg", "sentence")]),
        ("“Will it rain?” Berg asked.", [("Berg", "sentence")]),
        ("“It rained all day,” he continued.", [("he", "sentence")]),
        (
            "“It rained,” said Berg.\n\n“It rained all day and all night.”",
            [("Berg", "sentence"), ("Berg", "continued")],
        ),
        ("“It rained,” the letter reads.", [("the letter", "sentence")]),
        ("The hall was full. “It rained all day and all night.” Chairs floated.", [(None, "")]),
        ("The list said it all:\n\n“Bread, butter and nine small fishes.”", [("The list", "neighbour")]),
        ("As follows:\n\n“Bread, butter and nine small fishes.”", [(None, "introduced")]),
        ("The town bought a “smart” lamp.", [(None, "")]),
    ],
)
def test_speakers(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert speakers(text) == expected

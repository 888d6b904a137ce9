from __future__ import annotations

from textlint.document import Document
from textlint.layers.words.chunks import odd_chunks, places


def test_only_chunks_that_may_be_damaged_are_kept() -> None:
    chunks = {
        chunk.text: chunk for chunk in odd_chunks(Document("The ferry left theharbour, the govern ment says.")).chunks
    }
    assert set(chunks) == {"theharbour,", "govern", "ment"} or set(chunks) == {"theharbour,", "ment"}
    assert chunks["theharbour,"].gaps and not chunks["ment"].gaps
    assert chunks["ment"].fragment == "ment"


def test_places_are_whole_chunks() -> None:
    text = "ment government ment\nment "
    assert list(places(Document(text), "ment")) == [0, 16, 21]
    long = text + "fog " * 20_000 + "ment"
    assert list(places(Document(long), "ment")) == [0, 16, 21, len(long) - 4]

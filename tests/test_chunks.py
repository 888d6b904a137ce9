from __future__ import annotations

import pytest
import small_lexicon

from textlint.document import Document
from textlint.layers.words import chunks
from textlint.layers.words.chunks import Chunk, odd_chunks, places


def test_only_chunks_that_may_be_damaged_are_kept() -> None:
    text = "The ferry left theharbour, the govern ment says."
    found = {chunk.text: chunk for chunk in odd_chunks(Document(text)).chunks}
    assert set(found) == {"theharbour,", "govern", "ment"} or set(found) == {"theharbour,", "ment"}
    assert found["theharbour,"].gaps and not found["ment"].gaps
    assert found["ment"].fragment == "ment"


def test_places_are_whole_chunks() -> None:
    text = "ment government ment\nment "
    assert list(places(Document(text), "ment")) == [0, 16, 21]
    long = text + "fog " * 20_000 + "ment"
    assert list(places(Document(long), "ment")) == [0, 16, 21, len(long) - 4]


def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no chunk be known from other tests."""
    known: set[str] = set()
    monkeypatch.setattr(chunks, "_known_plain", lambda: known)
    chunks._examine.cache_clear()


def neighbors(text: str) -> list[tuple[str, str]]:
    return odd_chunks(Document(text)).neighbors


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("ment", []),
        ("ment fog", [("ment", "fog")]),
        ("fog ment", [("fog", "ment")]),
        ("the fog ment", [("fog", "ment")]),
        ("the ment fog", [("the", "ment"), ("ment", "fog")]),
        ("on the ment fog.", [("the", "ment"), ("ment", "fog.")]),
        ("ment tion", [("ment", "tion")]),
        ("the fog", []),
        ("theHarbor fog", []),  # no half of a word
        ("the ment fog the ment fog", [("the", "ment"), ("ment", "fog")]),
        ("fog " * 300 + "ment", [("fog", "ment")]),
    ],
)
def test_the_neighbors_of_what_may_be_half_a_word(
    text: str, pairs: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh(monkeypatch)
    assert neighbors(text) == pairs
    assert neighbors(text) == pairs  # and again, when the chunks are known


def test_each_odd_chunk_is_kept_once_among_plain_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(monkeypatch)
    plain = (
        "the ship and captain said that they were in from with about after before again people time year day".split()
    )
    odd = [f"{word}Harbor" for word in plain]
    for _ in range(2):
        found = odd_chunks(Document(" ".join([*plain, *odd] * 2)))
        assert sorted(chunk.text for chunk in found.chunks) == sorted(odd)
        assert all(chunk.gaps and not chunk.fragment for chunk in found.chunks)


def test_plain_chunks_are_remembered_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(monkeypatch)
    assert odd_chunks(Document("the fog left theharbor")).chunks
    assert chunks._known_plain() == {"the", "fog", "left"}
    fresh(monkeypatch)
    monkeypatch.setattr(chunks, "_REMEMBERED", 2)
    assert odd_chunks(Document("the fog left theharbor")).chunks
    assert len(chunks._known_plain()) == 2


def test_other_chunks_are_examined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(monkeypatch)
    odd_chunks(Document("theharbor"))
    odd_chunks(Document("theharbor"))
    assert chunks._examine.cache_info().hits == 1


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("fog", [["fog"]]),
        ("a b c", [["a", "b", "c"]]),
        ("a b cd", [["a", "b", "cd"]]),
        ("a b c d", [["a", "b", "c"], ["c", "d"]]),
        ("abcdefgh ij", [["abcdefgh"], ["abcdefgh", "ij"]]),
        ("abcdefgh", [["abcdefgh"]]),
        ("ab cd ef gh ij kl", [["ab", "cd"], ["cd", "ef", "gh"], ["gh", "ij", "kl"]]),
    ],
)
def test_a_long_text_is_split_in_pieces_that_share_a_chunk(
    text: str, pieces: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "_PIECE", 5)
    assert list(chunks._split(text)) == pieces


def test_neighbors_in_different_pieces_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(monkeypatch)
    monkeypatch.setattr(chunks, "_PIECE", 5)
    assert neighbors("the fog ment the fog") == [("fog", "ment"), ("ment", "the")]


@pytest.mark.parametrize("limit", [0, 50_000], ids=["long", "short"])
@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("ment", [0]),
        ("ment ment", [0, 5]),
        (" ment\tment\n", [1, 6]),
        ("xment ment", [6]),
        ("mentx ment", [6]),
        ("ment, ment", [6]),
        ("(ment ment", [6]),
        ("mentment ment", [9]),
        ("the ment xment", [4]),
        ("xment ment mentx\u00a0ment", [6, 17]),
    ],
)
def test_places_of_a_chunk(text: str, offsets: list[int], limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_LONG", limit)
    assert list(places(Document(text), "ment")) == offsets


@pytest.mark.parametrize(
    ("text", "frequency", "listed", "fragment"),
    [
        ("zorbe", 3.0, True, "zorbe"),  # short
        ("zorbel", 3.0, True, ""),
        ("zorbel", 2.9, True, ""),
        ("zorbel", 2.875, True, "zorbel"),
        ("zorbel", 3.0, False, "zorbel"),
        ("zorbelzorbel", 0.0, False, "zorbelzorbel"),  # twelve letters
        ("zorbelzorbelz", 0.0, False, ""),
        ("zq", 0.0, False, "zq"),
        ("“zorbe,”", 0.0, False, "zorbe"),
        ("(zorbe)", 0.0, False, "zorbe"),
        ("zor-be", 0.0, False, ""),
        ("zorb3", 0.0, False, ""),
        ("Zorbe", 0.0, False, ""),
        ("zorbe", 3.8, False, ""),  # frequent
        ("...", 0.0, False, ""),
    ],
)
def test_what_may_be_half_a_word(
    text: str, frequency: float, listed: bool, fragment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, chunks, dict.fromkeys([text, fragment], frequency), listed=text if listed else "")
    monkeypatch.setattr(chunks, "find_gaps", lambda _: ())
    chunks._examine.cache_clear()
    found = chunks._examine(text)
    chunks._examine.cache_clear()
    assert (found.fragment if found else "") == fragment
    assert found is None or found == Chunk(text, (), fragment)


@pytest.mark.parametrize(
    ("text", "has_gaps", "fragment"),
    [("theharbor", True, "theharbor"), ("theHarbor", True, ""), ("ment,", False, "ment"), ("Ment", False, None), ("the", False, None)],
)  # fmt: skip
def test_a_chunk_is_odd_for_its_gaps_or_its_letters(text: str, has_gaps: bool, fragment: str | None) -> None:
    found = odd_chunks(Document(text)).chunks
    assert [(chunk.text, bool(chunk.gaps), chunk.fragment) for chunk in found] == (
        [] if fragment is None else [(text, has_gaps, fragment)]
    )

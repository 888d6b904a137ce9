from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.layers.words.gap import SHAPES
from textlint.layers.words.gaps import find_gaps


def parted(chunk: str) -> list[str]:
    cuts = [0, *(gap.cut for gap in find_gaps(chunk)), len(chunk)]
    return [chunk[start:end] for start, end in itertools.pairwise(cuts)]


@pytest.mark.parametrize(
    ("chunk", "parts"),
    [
        ("harbouroffice", ["harbour", "office"]),
        ("“thatthe", ["“that", "the"]),
        ("beenwaitingfor", ["been", "waiting", "for"]),
        ("acrossislands", ["across", "islands"]),  # not "a cross islands"
        ("theHarbour", ["the", "Harbour"]),
        ("StoryBy", ["Story", "By"]),
        ("UTCBy", ["UTC", "By"]),
        ("TVprogramme", ["TV", "programme"]),
        ("again.The", ["again.", "The"]),
        ("again.”“The", ["again.”", "“The"]),
        ("said,the", ["said,", "the"]),
        ("Cargo:Timber", ["Cargo:", "Timber"]),
        ("(AP)Ferries", ["(AP)", "Ferries"]),
        ("storm(The", ["storm", "(The"]),
        ("captain'sorders", ["captain's", "orders"]),
        ("(@harbour)November", ["(@harbour)", "November"]),
        ("plan,beforewriting", ["plan,", "before", "writing"]),
        ("onLinkedIn", ["on", "LinkedIn"]),
    ],
)
def test_finds_where_a_space_may_be_missing(chunk: str, parts: list[str]) -> None:
    assert parted(chunk) == parts


@pytest.mark.parametrize(
    "chunk",
    [
        "harbour", "Harbour,", "notwithstanding", "LinkedIn", "WhatsApp", "3.5", "2,000", "10:30", "U.S.", "p.m.", "[be]cause",
        "(s)he", "401(k)", "room[2]", "2)Ferry", "don't", "I’m", "Leave.eu", "example.com", "https://ferry.example/TimesAndFares",
        "@FerryOffice", "#FerryFirst", "well-known", "O’Brien", "and/or", "stuff…in",
    ],
)  # fmt: skip
def test_leaves_usual_chunks_alone(chunk: str) -> None:
    assert parted(chunk) == [chunk]


@given(st.text(st.characters(exclude_categories=["Z", "Cc", "Cs"]), min_size=1, max_size=40))
def test_any_chunk_is_cut_inside_and_in_order(chunk: str) -> None:
    gaps = find_gaps(chunk)
    assert [gap.cut for gap in gaps] == sorted(gap.cut for gap in gaps)
    assert all(0 <= gap.cut <= len(chunk) and gap.shape in SHAPES for gap in gaps)

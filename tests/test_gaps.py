from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textlint.layers.words.gap import SHAPES, Gap
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
@example("again.The")
def test_any_chunk_is_cut_inside_and_in_order(chunk: str) -> None:
    gaps = find_gaps(chunk)
    assert [gap.cut for gap in gaps] == sorted(gap.cut for gap in gaps)
    assert all(0 <= gap.cut <= len(chunk) and gap.shape in SHAPES for gap in gaps)
    if chunk == "again.The":
        assert [gap.cut for gap in gaps] == [6]


@pytest.mark.parametrize(
    ("chunk", "gaps"),
    [
        ("“thatthe,", [Gap(5, "lower", "that", "the", "thatthe")]),
        ("(Thatthe)", [Gap(5, "title", "That", "the", "Thatthe")]),
        ("well-theharbor", [Gap(8, "lower", "the", "harbor", "theharbor")]),
        ("well-theHarbor", [Gap(8, "case", "the", "Harbor", "theHarbor")]),
        ("(theHarbor)", [Gap(4, "case", "the", "Harbor", "theHarbor")]),
        ("THATTHE", []),
        ("THATSHIP,", [Gap(4, "title", "THAT", "SHIP", "THATSHIP")]),
        ("in2019", [Gap(2, "digit", "in", "2019")]),
        ("ship's", []),
        ("ship-shape", []),
        # After an apostrophe, the letters that belong to it come first, unless the chunk begins with it.
        ("captain'stide", [Gap(9, "clitic", "is", "tide", "stide")]),
        ("captain’stide", [Gap(9, "clitic", "is", "tide", "stide")]),
        ("a'stide", [Gap(3, "clitic", "is", "tide", "stide")]),
        ("'stide", [Gap(3, "lower", "st", "ide", "stide", 1)]),
        ("'stide-ship", [Gap(3, "lower", "st", "ide", "stide", 1)]),
        ("captain'ofthe", [Gap(8, "punct", "captain", "ofthe", punctuation="'")]),
        # With a period before a small letter, as in addresses, only capitals count.
        ("harboroffice.example", []),
        ("theHarbor.example", [Gap(3, "case", "the", "Harbor", "theHarbor")]),
        ("theNATOTide.example", [Gap(3, "case", "the", "NATO", "theNATOTide", 1), Gap(7, "caps", "NATO", "Tide", "theNATOTide", 1)]),
        ("captain'stide.example", []),
        # All kinds of gaps, in order.
        (
            "2019thatthe,Harbor",
            [
                Gap(4, "digit", "2019", "thatthe"),
                Gap(8, "lower", "that", "the", "thatthe"),
                Gap(12, "punct", "2019thatthe", "Harbor", punctuation=","),
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_known_of_a_gap(chunk: str, gaps: list[Gap]) -> None:
    assert find_gaps(chunk) == tuple(gaps)


@pytest.mark.parametrize(
    ("chunk", "cuts"),
    [
        ("sea-" * 18 + "fog.Tide", [76]),  # 80 code points
        ("“" + "sea-" * 18 + "fog.Tide”", [77]),  # punctuation around them does not count
        ("sea-" * 18 + "bogs.Tide", []),
        ("sea-" * 18 + "ferry.comTide", [81]),
    ],
    ids=len,
)
def test_in_a_long_chunk_only_gaps_after_addresses_count(chunk: str, cuts: list[int]) -> None:
    assert [gap.cut for gap in find_gaps(chunk)] == cuts


@pytest.mark.parametrize(
    ("chunk", "cuts"),
    [
        ("//fog,Tide", []),
        ("www.fog,Tide", []),
        *((f"a{sign}fog,Tide", []) for sign in "@#\\_=<>{}|~^"),
        ("fog.com,Tide", []),
        ("fog.html,Tide", []),
        ("fog.htm,Tide", []),
        ("&amp;fog,Tide", []),
        ("a/fog,Tide", [6]),
        ("//ferry.comThe", [11]),
        ("fog.comet,Tide", [10]),
        ("&fog,Tide", [5]),
    ],
)
def test_in_an_address_only_the_gap_after_it_counts(chunk: str, cuts: list[int]) -> None:
    assert [gap.cut for gap in find_gaps(chunk)] == cuts


@given(st.sampled_from(["ship", "office", "captain"]), st.sampled_from(["Harbor", "Tide", "Quay"]))
def test_a_word_before_a_capital_is_always_cut_off(left: str, right: str) -> None:
    assert [(gap.left, gap.right) for gap in find_gaps(left + right)] == [(left, right)]

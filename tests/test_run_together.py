from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.layers.words.candidates import find_candidates
from textlint.layers.words.run_together import find_run_together, weigh_document

DAMAGED = (
    "The harbour office said on Monday thatthe ferry would leave at noon. A surveypublished last week found that most "
    "islanders usethe ferry every week, and the pilots have beenwaitingfor the fog to lift.The letter was sent toParliament "
    "in June,but nobody answered."
)
CLEAN = (
    "Mr Bershovsky, of ProtonWorks, praised the shipwrights, ropemakers and netmenders at a.m. and p.m. on YouTube. "
    "The U.S. envoy, J.R. McArthur, gave [un]lucky passengers 2,000 kroner (and an iPhone) at 10:30."
)


def words(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_run_together(Document(text))]


def test_finds_each_kind() -> None:
    kinds = {DAMAGED[found.start : found.end]: found.kind for found in find_run_together(Document(DAMAGED))}
    assert kinds == {
        "thatthe": "words",
        "surveypublished": "words",
        "usethe": "words",
        "beenwaitingfor": "several",
        "lift.The": "sentence",
        "toParliament": "capital",
        "June,but": "punctuation",
    }


def test_a_clean_text_has_none() -> None:
    assert words(CLEAN) == []


def test_sure_findings_make_the_others_sure() -> None:
    alone = "The crew of the old ferry met the pilots on Monday and left the harboursoon after the storm. "
    among = DAMAGED + " " + alone
    sure = {}
    for text in (alone, among):
        for found in find_run_together(Document(text)):
            if text[found.start : found.end] == "harboursoon":
                sure[text] = found.is_sure
    assert sure[among] and not sure.get(alone, False)


def test_says_that_a_no_break_space_stands_beside() -> None:
    text = DAMAGED.replace("that" + "the ferry", "that" + "the\u00a0ferry")
    assert next(found.is_beside_no_break_space for found in find_run_together(Document(text)))


def test_a_chunk_does_not_support_itself() -> None:
    text = "The pilots said thatthe ferry was late and thatthe fog was thick."
    candidates = list(find_candidates(Document(text)))
    rows = weigh_document(candidates, [3.0] * len(candidates), len(text))
    assert [row.findings_elsewhere for row in rows] == [0.0, 0.0]
    text = text.replace("thatthe fog", "usethe fog")
    candidates = list(find_candidates(Document(text)))
    rows = weigh_document(candidates, [3.0] * len(candidates), len(text))
    assert [row.findings_elsewhere > 0.5 for row in rows] == [True, True]


def test_cuts_fall_on_the_original_offsets_after_letters_that_lower_case_lengthens() -> None:
    text = "İ " + DAMAGED
    assert [cut - 2 for found in find_run_together(Document(text)) for cut in found.cuts] == [
        cut for found in find_run_together(Document(DAMAGED)) for cut in found.cuts
    ]


@given(st.text(max_size=200))
def test_findings_in_any_text_hold_their_cuts_and_stay_apart(text: str) -> None:
    findings = find_run_together(Document(text))
    assert all(found.start <= found.cuts[0] and found.cuts[-1] <= found.end for found in findings)
    assert all(first.end <= second.start for first, second in itertools.pairwise(findings))


@pytest.mark.parametrize(
    "address", ["see www.ferryoffice.example", "@ferryoffice", "#ferryfirst", "mail harbour@ferryoffice.example"]
)
def test_addresses_are_left_alone(address: str) -> None:
    assert words(f"The harbour office asks travellers to {address} before they leave.") == []

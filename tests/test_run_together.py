from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Document
from textlint.layers.words import run_together
from textlint.layers.words.candidates import Candidate, find_candidates
from textlint.layers.words.context import Context
from textlint.layers.words.features import GapFeatures
from textlint.layers.words.gap import SHAPES, Gap
from textlint.layers.words.run_together import DocumentFeatures, find_run_together, weigh_document

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
    assert "thatthe" in words(f"{CLEAN} {DAMAGED}")


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
    assert len(find_run_together(Document(text))) == 7
    assert [cut - 2 for found in find_run_together(Document(text)) for cut in found.cuts] == [
        cut for found in find_run_together(Document(DAMAGED)) for cut in found.cuts
    ]


@given(st.text(max_size=200))
def test_findings_in_any_text_hold_their_cuts_and_stay_apart(text: str) -> None:
    text = f"{text}\n\n{DAMAGED}"
    findings = find_run_together(Document(text))
    assert "thatthe" in [text[found.start : found.end] for found in findings]
    assert all(found.start <= found.cuts[0] and found.cuts[-1] <= found.end for found in findings)
    assert all(first.end <= second.start for first, second in itertools.pairwise(findings))


@pytest.mark.parametrize(
    "address", ["see www.ferryoffice.example", "@ferryoffice", "#ferryfirst", "mail harbour@ferryoffice.example"]
)
def test_addresses_are_left_alone(address: str) -> None:
    assert words(f"The harbour office asks travellers to {address} before they leave.") == []
    assert "thatthe" in words(f"{DAMAGED} The harbour office asks travellers to {address} before they leave.")


def candidate(
    chunk: str,
    cut: int = 2,
    shape: str = "lower",
    start: int = 0,
    within: bool = True,
    no_break: bool = False,
    left: str = "zq",
    right: str = "by",
) -> Candidate:
    context = Context(start, chunk, "", "", within, no_break, False, False, 0.0)
    gap = Gap(cut, shape, left, right, left + right)
    return Candidate(context, gap, GapFeatures(*[0.0] * len(GapFeatures._fields)))


def weighed(*rows: tuple[str, str, float], length: int = 0) -> list[DocumentFeatures]:
    """Return what the second model weighs, for (chunk, shape, first score) each."""
    return weigh_document(
        [candidate(chunk, shape=shape) for chunk, shape, _ in rows], [score for _, _, score in rows], length
    )


CERTAIN = 100.0  # counts 1


@pytest.mark.parametrize(
    ("score", "first", "confidence"),
    [
        (-20.0, -11.5, 0.0),
        (-11.5, -11.5, 0.0),
        (-2.0, -2.0, 0.0),
        (0.0, 0.0, 0.0),
        (2.0, 2.0, 0.5800257),  # the square of tanh 1
        (20.0, 11.5, 1.0),
    ],
)
def test_a_first_verdict_is_limited_and_counts_for_others(score: float, first: float, confidence: float) -> None:
    one, other = weighed(("a", "lower", score), ("b", "lower", 0.0))
    assert one.first_verdict == first
    assert one.findings_elsewhere == 0.0
    assert other.any_finding_elsewhere == other.any_like_finding_elsewhere == pytest.approx(confidence)
    assert other.findings_elsewhere == other.like_findings_elsewhere == pytest.approx(math.log1p(confidence))


def test_findings_elsewhere_are_counted_by_kind_and_by_chunk() -> None:
    rows = weighed(
        ("a", "lower", CERTAIN),
        ("a", "case", CERTAIN),
        ("b", "title", CERTAIN),
        ("b", "lower", 1.0),
        ("c", "sentence", CERTAIN),
        ("c", "sentence", CERTAIN),
        ("d", "punct", -1.0),
    )
    everything = [round(math.expm1(row.findings_elsewhere), 6) for row in rows]
    alike = [round(math.expm1(row.like_findings_elsewhere), 6) for row in rows]
    inside = [round(row.findings_of_other_kinds_in_chunk, 6) for row in rows]
    assert everything == [2, 2, 3, 3, 3, 3, 4]
    assert alike == [1, 0, 1, 1, 0, 0, 0]
    assert inside == [1, 1, 0, 0, 0, 0, 0]
    assert [row.any_finding_elsewhere for row in rows] == [1.0] * 7
    assert [row.any_like_finding_elsewhere for row in rows] == [1, 0, 1, 1, 0, 0, 0]
    assert [row.first_verdict_if_any_finding for row in rows] == [100, 100, 100, 1, 100, 100, -1]
    assert [row.first_verdict_if_any_like_finding for row in rows] == [100, 0, 100, 1, 0, 0, 0]


@pytest.mark.parametrize(("length", "thousands"), [(0, 0.3), (6000, 1.3), (12000, 2.3)])
def test_findings_are_counted_by_the_length_of_the_text(length: int, thousands: float) -> None:
    rows = weighed(("a", "lower", CERTAIN), ("b", "lower", CERTAIN), ("c", "case", CERTAIN), length=length)
    assert [math.expm1(row.findings_per_1000_words) for row in rows] == pytest.approx([2 / thousands] * 3)
    assert [math.expm1(row.like_findings_per_1000_words) for row in rows] == pytest.approx(
        [1 / thousands, 1 / thousands, 0.0]
    )


def test_a_no_break_space_is_weighed() -> None:
    candidates = [candidate("a", no_break=True), candidate("b")]
    assert [row.no_break_space_beside for row in weigh_document(candidates, [0.0, 0.0], 10)] == [True, False]


class FixedModel(NamedTuple):
    """A model whose score is the first feature, or a number."""

    fixed: float | None = None

    def score(self, features: Sequence[float]) -> float:
        return features[0] if self.fixed is None else self.fixed

    def terms(self, features: Sequence[float]) -> tuple[()]:
        return ()


@pytest.fixture
def judge_candidates(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Document]:
    """Return a function that makes a document whose candidates are given, each with the same score."""

    def make(score: float, *candidates: Candidate, listed: str = "", frequency: float = 0.0) -> Document:
        model = run_together.ShapeModel(
            FixedModel(score),  # type: ignore[arg-type]
            FixedModel(),  # type: ignore[arg-type]
            {"shown": 1.0, "safe": 2.0},
        )
        monkeypatch.setattr(run_together, "find_candidates", lambda document: iter(candidates))
        monkeypatch.setattr(run_together, "shape_model", lambda name: model)
        monkeypatch.setattr(run_together, "is_listed", lambda word: word == listed)
        monkeypatch.setattr(run_together, "zipf", lambda word: frequency if word == "zq" else 0.0)
        return Document("x" * 100)

    return make


@pytest.mark.parametrize(
    ("score", "listed", "expected"),
    [
        (1.0, "", (False, False)),
        (1.1, "", (True, False)),
        (2.0, "", (True, False)),
        (2.1, "", (True, True)),
        (2.1, "zqby", (True, False)),
        (1.1, "zqby", (True, False)),
    ],
)
def test_what_is_shown_and_sure(
    score: float, listed: str, expected: tuple[bool, bool], judge_candidates: Callable[..., Document]
) -> None:
    document = judge_candidates(score, candidate("zqby", left="Zq"), listed=listed)
    assert [(row.is_shown, row.is_sure) for row in run_together.judge(document)] == [expected]
    assert [found.is_sure for found in find_run_together(document)] == ([expected[1]] if expected[0] else [])


@pytest.mark.parametrize(
    ("chunk", "right", "within", "frequency", "is_shown"),
    [
        ("Zqby", "by", True, 0.0, False),
        ("Zqby", "by", True, 3.4, False),
        ("Zqby", "by", True, 3.5, True),
        ("Zqby", "by", False, 0.0, True),
        ("Zqto", "to", True, 0.0, True),
        ("zqby", "by", True, 0.0, True),
        ("ZQby", "by", True, 0.0, True),
        ("ZqBy", "By", True, 0.0, True),
        ("Zqon", "on", True, 0.0, False),
        ("Zqan", "an", True, 0.0, False),
        ("Zqin", "in", True, 0.0, False),
    ],
)
def test_a_name_that_ends_like_a_word_is_not_shown(
    chunk: str, right: str, within: bool, frequency: float, is_shown: bool, judge_candidates: Callable[..., Document]
) -> None:
    document = judge_candidates(9.0, candidate(chunk, right=right, within=within), frequency=frequency)
    assert [row.is_shown for row in run_together.judge(document)] == [is_shown]
    assert len(find_run_together(document)) == is_shown


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([candidate("zqto", start=5, right="to")], [(5, 9, (7,), "words")]),
        ([candidate("(zqto).", 3, start=5, right="to")], [(6, 10, (8,), "words")]),
        ([candidate("zq,to", 3, "punct", 5)], [(5, 10, (8,), "punctuation")]),
        ([candidate("zq.To", 3, "sentence", 5)], [(5, 10, (8,), "sentence")]),
        ([candidate("zqTo", 2, "case", 5)], [(5, 9, (7,), "capital")]),
        ([candidate("zqTO", 2, "caps", 5)], [(5, 9, (7,), "capital")]),
        ([candidate("zq.", 3, "punct", 5)], [(5, 8, (8,), "punctuation")]),
        ([candidate("(zq", 0, "open", 5)], [(5, 8, (5,), "punctuation")]),
        ([candidate("zqtoby", 4, start=5), candidate("zqtoby", 2, start=5)], [(5, 11, (7, 9), "several")]),
        ([candidate("zqto", 2, start=5), candidate("zqto", 2, "name", start=5)], [(5, 9, (7,), "words")]),
        (
            [candidate("zqto", 2, start=25), candidate("zqbe", 2, "case", start=5)],
            [(5, 9, (7,), "capital"), (25, 29, (27,), "words")],
        ),
    ],
)
def test_one_finding_for_each_chunk(
    candidates: list[Candidate],
    expected: list[tuple[int, int, tuple[int, ...], str]],
    judge_candidates: Callable[..., Document],
) -> None:
    found = find_run_together(judge_candidates(9.0, *candidates))
    assert [(row.start, row.end, row.cuts, row.kind) for row in found] == expected
    assert all(row.is_sure for row in found)


def test_a_gap_that_is_not_sure_makes_its_chunk_unsure(judge_candidates: Callable[..., Document]) -> None:
    gaps = [candidate("zqtoby", 2, start=5), candidate("zqtoby", 4, start=5, left="to")]
    assert [found.is_sure for found in find_run_together(judge_candidates(9.0, *gaps))] == [True]
    assert [found.is_sure for found in find_run_together(judge_candidates(9.0, *gaps, listed="toby"))] == [False]


def test_no_candidates_are_no_findings(judge_candidates: Callable[..., Document]) -> None:
    assert run_together.judge(judge_candidates(9.0)) == []


def test_each_shape_has_a_model_of_its_own_but_clitics() -> None:
    assert {shape: model for shape, model in run_together.MODEL_OF.items() if shape != model} == {"clitic": "lower"}
    assert set(run_together.MODEL_OF) == set(SHAPES)


@pytest.mark.parametrize(
    ("score", "note"),
    [
        (-20.0, "The first score is limited to 11.5, so -11.50 is used."),
        (-11.5, ""),
        (9.0, ""),
        (11.5, ""),
        (20.0, "The first score is limited to 11.5, so 11.50 is used."),
    ],
)
def test_a_note_says_where_a_first_verdict_is_limited(
    score: float, note: str, judge_candidates: Callable[..., Document]
) -> None:
    (verdict,) = run_together.verdicts(judge_candidates(score, candidate("zqto", right="to")))
    assert [line for line in verdict.notes if line.startswith("The first score is limited")] == ([note] if note else [])
    assert verdict.notes[-1].startswith("Reported, and safe" if score > 0 else "Not reported")

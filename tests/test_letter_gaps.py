from __future__ import annotations

import pytest
import small_lexicon

from textlint.layers.words import letter_gaps
from textlint.layers.words.gap import Gap
from textlint.layers.words.letter_gaps import gaps_after_clitic, gaps_in_run, is_one_word, split_run

Found = list[tuple[int, str]]


def found(gaps: list[Gap]) -> Found:
    return [(gap.cut, gap.shape) for gap in gaps]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("tide", True),  # frequent
        ("TIDE", True),
        ("quay", True),  # not frequent, but never two words
        ("xq", True),  # too short for two
        ("xqz", False),  # unknown
        ("tidebay", False),  # so rare that it may be two
    ],
)
def test_what_is_one_word(run: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, {"tide": 4.0, "quay": 3.5, "tidebay": 2.5})
    assert is_one_word(run) is expected


PIECES = {"the": 7.5, "tide": 5.0, "bay": 5.0, "to": 7.0, "sea": 5.0, "ship": 5.0, "today": 5.5, "ships": 5.0}


@pytest.mark.parametrize(
    ("run", "gaps"),
    [
        ("theTide", [Gap(3, "case", "the", "Tide", "theTide")]),
        ("seatide", [Gap(3, "lower", "sea", "tide", "seatide")]),
        ("Seatide", [Gap(3, "title", "Sea", "tide", "Seatide")]),
        ("SEASHIP", []),  # capitals: only from eight letters on
        ("SEASHIPS", [Gap(3, "title", "SEA", "SHIPS", "SEASHIPS")]),
        ("tide", []),
        ("théTide", [Gap(3, "case", "thé", "Tide", "théTide")]),
        # Three pieces: each cut counts the other one.
        ("theTideBay", [Gap(3, "case", "the", "Tide", "theTideBay", 1), Gap(7, "case", "Tide", "Bay", "theTideBay", 1)]),
        (
            "theTideBayShip",
            [
                Gap(3, "case", "the", "Tide", "theTideBayShip", 2),
                Gap(7, "case", "Tide", "Bay", "theTideBayShip", 2),
                Gap(10, "case", "Bay", "Ship", "theTideBayShip", 2),
            ],
        ),
        # Pieces that fall apart themselves: the words beside the capital are the nearest ones.
        (
            "toseashipTidebay",
            [
                Gap(2, "lower", "to", "sea", "toseaship", 0, 3),
                Gap(5, "lower", "sea", "ship", "toseaship", 0, 3),
                Gap(9, "case", "ship", "Tide", "toseashipTidebay"),
                Gap(13, "title", "Tide", "bay", "Tidebay"),
            ],
        ),
        (
            "theTidetoseaship",
            [
                Gap(3, "case", "the", "Tide", "theTidetoseaship"),
                Gap(7, "title", "Tide", "to", "Tidetoseaship", 0, 4),
                Gap(9, "title", "to", "sea", "Tidetoseaship", 0, 4),
                Gap(12, "title", "sea", "ship", "Tidetoseaship", 0, 4),
            ],
        ),
        ("SEATIDEStoday", [Gap(8, "caps", "SEATIDES", "today", "SEATIDEStoday")]),  # capitals are not split again
        ("theUSAtoday", [Gap(3, "case", "the", "USA", "theUSAtoday", 1), Gap(6, "caps", "USA", "today", "theUSAtoday", 1)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_run_is_cut_at_its_capitals_and_inside_its_pieces(
    run: str, gaps: list[Gap], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, PIECES)
    assert gaps_in_run(run) == gaps


def test_each_gap_at_a_capital_counts_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, PIECES)
    gaps = gaps_in_run("theTideBayShipSeaToday")
    assert [(gap.cut, gap.others) for gap in gaps] == [(3, 4), (7, 4), (10, 4), (14, 4), (17, 4)]


@pytest.mark.parametrize(
    ("run", "known", "cuts"),
    [
        ("tideBay", "tidebay", []),
        ("tideBay", "", [4]),
        ("tideBayCo", "tidebayco", []),
        ("theTideBay", "tidebay", [3]),
        ("tideBayThe", "tidebay", [7]),
        ("theTideBayCo", "tidebayco", [3]),
        ("tideBayCoThe", "tidebayco", [9]),
        ("tideBayCoThe", "tidebayco tidebay", [9]),  # the longer of two
        ("tideBayCoThe", "tidebay", [7, 9]),
        ("tideBayTheTideBay", "tidebay", [7, 10]),
        ("tideBayCoInc", "tidebaycoinc", [4, 7, 9]),  # four pieces are never one word
        ("shipTideBayCoThe", "tidebayco", [4, 13]),
    ],
)
def test_words_that_are_written_with_capitals_inside_stay_whole(
    run: str, known: str, cuts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, {**PIECES, **dict.fromkeys(known.split(), 4.0)})
    assert [gap.cut for gap in gaps_in_run(run)] == cuts


@pytest.mark.parametrize(
    ("run", "frequencies", "cuts"),
    [
        # One small letter: only a short word that often begins a sentence, after two capitals or more.
        ("UTCBy", {}, [3]),
        ("APBy", {}, [2]),
        ("XBy", {}, []),
        ("UTCBx", {}, []),
        # A known initialism in front of a word of four letters or more whose tail is not itself very frequent.
        ("NATOTide", {"nato": 2.5, "ide": 3.75, "tide": 1.0}, [4]),
        ("NATOTide", {"nato": 2.25, "ide": 3.75, "tide": 1.0}, [5]),
        ("NATOTide", {"nato": 2.5, "ide": 4.0, "tide": 1.0}, [5]),
        ("NATTide", {"nat": 2.5, "ide": 3.75, "tide": 1.0}, [3]),
        ("NATide", {"na": 2.5, "ide": 3.75, "tide": 1.0}, [3]),
        ("NATOTid", {"nato": 2.5, "id": 3.75, "tid": 1.0}, [5]),
        # Endings, and tails that are no words.
        *((f"DVD{tail}", {tail: 5.0}, []) for tail in ("es", "ed", "th", "st", "nd", "rd")),
        ("DVDor", {"or": 5.0}, [3]),
        ("TVide", {"ide": 2.2}, [2]),
        ("TVide", {"ide": 2.1}, []),
        ("UTVide", {"vide": 2.2}, [2]),
        ("UTVide", {"vide": 2.1}, []),
        # Three capitals: the last one begins the word unless the tail alone is ten times likelier.
        ("UTVide", {"vide": 3.0, "ide": 4.0}, [2]),
        ("UTVide", {"vide": 2.875, "ide": 4.0}, [3]),
        # Two capitals: the first one alone must be "A" or "I", and the word ten times likelier than the tail.
        ("ATide", {"tide": 4.125, "ide": 3.0}, [1]),
        ("ITide", {"tide": 4.125, "ide": 3.0}, [1]),
        ("ATide", {"tide": 4.0, "ide": 3.0}, [2]),
        ("XTide", {"tide": 4.125, "ide": 3.0}, [2]),
        # The same behind other letters.
        ("seaATide", {"tide": 4.125, "ide": 3.0}, [3, 4]),
        ("seaUTCBy", {}, [3, 6]),
        ("seaTVide", {"ide": 3.0}, [3, 5]),
        ("seaNATTide", {"nat": 2.5, "ide": 3.75, "tide": 1.0}, [3, 6]),
    ],
)
def test_where_capitals_end(
    run: str, frequencies: dict[str, float], cuts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, frequencies)
    assert [gap.cut for gap in gaps_in_run(run)] == cuts


@pytest.mark.parametrize(
    ("run", "frequencies", "gap"),
    [
        ("sHarbor", {}, Gap(1, "case", "s", "Harbor", "sHarbor")),
        ("llHarbor", {}, Gap(2, "case", "ll", "Harbor", "llHarbor")),
        ("stide", {"tide": 3.0}, Gap(1, "clitic", "is", "tide", "stide")),
        ("stide", {"tide": 2.875}, None),
        ("sfog", {"fog": 4.0}, Gap(1, "clitic", "is", "fog", "sfog")),
        ("sfog", {"fog": 3.875}, None),
        ("stide", {"tide": 3.5, "stide": 2.0}, Gap(1, "clitic", "is", "tide", "stide")),
        ("stide", {"tide": 3.375, "stide": 2.0}, None),
        ("stide", {"tide": 3.5, "stide": 2.125}, None),
        ("sit", {"it": 7.0}, Gap(1, "clitic", "is", "it", "sit")),
        ("sa", {"a": 7.0}, Gap(1, "clitic", "is", "a", "sa")),
        ("si", {"i": 7.0}, None),
        ("s", {"": 7.0}, None),
        ("re", {"": 7.0}, None),
        ("xtide", {"tide": 7.0, "ide": 7.0}, None),
        ("retide", {"tide": 4.0}, Gap(2, "clitic", "are", "tide", "retide")),
        ("vetide", {"tide": 4.0}, Gap(2, "clitic", "have", "tide", "vetide")),
        ("lltide", {"tide": 4.0}, Gap(2, "clitic", "will", "tide", "lltide")),
        ("ttide", {"tide": 4.0}, Gap(1, "clitic", "not", "tide", "ttide")),
        ("dtide", {"tide": 4.0}, Gap(1, "clitic", "would", "tide", "dtide")),
        ("mtide", {"tide": 4.0}, Gap(1, "clitic", "am", "tide", "mtide")),
    ],
)
def test_a_word_after_the_letters_of_an_apostrophe(
    run: str, frequencies: dict[str, float], gap: Gap | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, frequencies)
    assert gaps_after_clitic(run) == ([gap] if gap else [])


LONG = "x" * 36


@pytest.mark.parametrize(
    ("run", "frequencies", "gaps"),
    [
        # The length of the run.
        ("ofa", {}, [(2, "lower")]),
        ("Ofa", {}, []),
        ("ato", {"a": 7.0, "to": 7.0}, []),
        ("to", {"t": 7.0, "o": 7.0}, []),
        ("atoa", {"a": 7.0, "toa": 5.0}, [(1, "lower")]),
        ("tide" + LONG, {"tide": 5.0, LONG: 5.0}, [(4, "lower")]),
        ("tides" + LONG, {"tides": 5.0, LONG: 5.0}, []),
        ("tidéship", {"tidé": 5.0, "ship": 5.0}, []),
        # A word that cannot be two.
        ("tideship", {"tide": 5.0, "ship": 5.0, "tideship": 3.0}, []),
        # One of the two words is frequent, the other not too rare.
        ("tidequay", {"tide": 4.0, "quay": 2.25}, [(4, "lower")]),
        ("tidequay", {"tide": 4.0, "quay": 2.125}, [(4, "name")]),
        ("quaytide", {"tide": 4.0, "quay": 2.25}, [(4, "lower")]),
        ("tidequay", {"tide": 3.75, "quay": 3.75}, []),
        # One letter: only "a" and "i".
        ("atide", {"a": 7.0, "tide": 4.0}, [(1, "lower")]),
        ("itide", {"i": 7.0, "tide": 4.0}, [(1, "lower")]),
        ("xtide", {"x": 7.0, "tide": 4.0}, []),
        ("tidea", {"a": 7.0, "tide": 4.0}, [(4, "lower")]),
        ("tidex", {"x": 7.0, "tide": 4.0}, []),
        # A rare word must be much less likely than the two: the sum of their frequencies is 12, less 9, less 1.5.
        ("inship", {"in": 7.0, "ship": 5.0, "inship": 1.5}, [(2, "lower")]),
        ("inship", {"in": 7.0, "ship": 5.0, "inship": 1.625}, []),
        ("shipin", {"in": 7.0, "ship": 5.0, "shipin": 1.5}, [(4, "lower")]),
        ("shipa", {"a": 7.0, "ship": 5.0, "shipa": 1.5}, [(4, "lower")]),
        ("aship", {"a": 7.0, "ship": 5.0, "aship": 1.5}, [(1, "lower")]),
        # An unknown run of letters beside a frequent word.
        ("tidezorb", {"tide": 4.0}, [(4, "name")]),
        ("tidezor", {"tide": 4.0}, []),
        ("zorbtide", {"tide": 4.0}, [(4, "name")]),
        ("zortide", {"tide": 4.0}, []),
        ("inzorbe", {"in": 7.0}, [(2, "name")]),
        ("zorbein", {"in": 7.0}, [(5, "name")]),
        ("azorbe", {"a": 7.0}, []),
        ("zorbea", {"a": 7.0}, []),
        ("tidezorb", {"tide": 3.75}, []),
        ("tidezorb", {"tide": 4.0, "tidezorb": 1.0}, []),  # known
        ("tidezorbship", {"tide": 4.0, "ship": 4.0}, [(4, "name"), (8, "name")]),
    ],
)
def test_two_words(run: str, frequencies: dict[str, float], gaps: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, frequencies)
    assert found(split_run(run)) == gaps


@pytest.mark.parametrize(
    ("run", "frequencies", "listed", "shape"),
    [
        ("tidezorbel", {"tide": 5.0, "zorbel": 1.125}, "", "lower"),
        ("zorbeltide", {"tide": 5.0, "zorbel": 1.125}, "", "lower"),
        ("tidezorbel", {"tide": 4.875, "zorbel": 1.125}, "", "name"),
        ("tidezorbe", {"tide": 5.0, "zorbe": 1.125}, "", "name"),
        ("tidezorbel", {"tide": 5.0, "zorbel": 1.0}, "", "name"),
        ("tidezorbel", {"tide": 5.0, "zorbel": 1.0}, "zorbel", "lower"),
        ("tidezorbel", {"tide": 5.0}, "zorbel", "lower"),
        ("zorbeltide", {"tide": 5.0}, "zorbel", "lower"),
        ("tidezorbe", {"tide": 5.0}, "zorbe", "name"),
        ("tidezorbel", {"tide": 4.875}, "zorbel", "name"),
        ("tidezorbel", {"tide": 5.0}, "tide", "name"),
    ],
)
def test_a_rare_word_beside_a_frequent_one(
    run: str, frequencies: dict[str, float], listed: str, shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, frequencies, listed=listed)
    assert [gap.shape for gap in split_run(run)] == [shape]


@pytest.mark.parametrize(
    ("frequencies", "pairs", "cut", "others"),
    [
        # "the man" has 4.0, "them an" what its frequencies add up to, less 9.
        ({"them": 6.0, "an": 6.5}, {}, 3, 1),
        ({"them": 6.0, "an": 7.5}, {}, 4, 1),
        ({"them": 5.125, "an": 6.5}, {}, 3, 1),
        ({"them": 5.0, "an": 6.5}, {}, 3, 0),
        ({}, {}, 3, 0),
        # A pair that is frequent in books: what it adds is its logarithm, plus 6, less the frequencies of both words.
        ({"them": 5.0, "an": 6.0}, {("them", "an"): 7.25}, 4, 1),
        ({"them": 5.0, "an": 6.0}, {("them", "an"): 6.75}, 3, 1),
        ({"them": 5.0, "an": 6.0}, {("them", "an"): 9.0}, 4, 1),
        ({"them": 5.0, "an": 5.25}, {("them", "an"): 9.0}, 3, 1),  # at most 2.5
        ({"them": 6.0, "an": 6.5}, {("the", "man"): 1.0}, 3, 1),  # never less than 0
        ({"them": 6.0, "an": 6.5}, {("them", "an"): 1.0}, 3, 1),
        ({"them": 6.0, "an": 6.5}, {("the", "man"): 9.0}, 3, 0),
        # What the pair adds does not count against the frequency of the whole.
        ({"them": 6.0, "an": 6.5, "theman": 2.0}, {("them", "an"): 9.0}, 4, 0),
        ({"them": 6.0, "an": 6.5, "theman": 2.125}, {("them", "an"): 9.0}, None, 0),
    ],
)
def test_the_best_of_two_ways_to_cut(
    frequencies: dict[str, float],
    pairs: dict[tuple[str, str], float],
    cut: int | None,
    others: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, {"the": 7.5, "man": 5.5, **frequencies}, pairs)
    words = ("the", "man") if cut == 3 else ("them", "an")
    assert split_run("theman") == ([Gap(cut, "lower", *words, "theman", others)] if cut else [])


def three(middle: str, frequency: float) -> tuple[str, dict[str, float]]:
    return f"sea{middle}ship", {"sea": 5.0, "ship": 5.0, middle: frequency}


SIXTEEN = "tidetimekeepings"


@pytest.mark.parametrize(
    ("run", "frequencies", "gaps"),
    [
        ("toseaship", {"to": 7.0, "sea": 5.0, "ship": 5.0}, [(2, "lower"), (5, "lower")]),
        ("Toseaship", {"to": 7.0, "sea": 5.0, "ship": 5.0}, [(2, "title"), (5, "title")]),
        ("toseaship", {"to": 7.0, "sea": 5.0, "ship": 5.0, "toseaship": 1.125}, [(2, "lower"), (5, "lower")]),
        ("toseaship", {"to": 7.0, "sea": 5.0, "ship": 5.0, "toseaship": 1.2}, []),
        # Five letters at least.
        ("atoin", {"a": 7.0, "to": 7.0, "in": 7.0}, [(1, "lower"), (3, "lower")]),
        ("atoi", {"a": 7.0, "to": 7.0, "i": 7.0}, []),
        # How frequent each word must be, by its length.
        (*three("tides", 3.0), [(3, "lower"), (8, "lower")]),
        (*three("tides", 2.875), [(3, "name"), (8, "name")]),
        (*three("tide", 4.0), [(3, "lower"), (7, "lower")]),
        (*three("tide", 3.75), [(3, "name"), (7, "name")]),
        (*three("bay", 4.0), [(3, "lower"), (6, "lower")]),
        (*three("by", 5.6), [(3, "lower"), (5, "lower")]),
        (*three("by", 5.5), [(3, "name"), (5, "name")]),
        (*three("a", 5.6), [(3, "lower"), (4, "lower")]),
        (*three("i", 5.6), [(3, "lower"), (4, "lower")]),
        (*three("a", 5.5), [(3, "name"), (4, "name")]),
        (*three("x", 7.0), [(3, "name"), (4, "name")]),
        # Sixteen letters at most.
        (*three(SIXTEEN, 4.0), [(3, "lower"), (19, "lower")]),
        (*three(SIXTEEN + "x", 4.0), [(3, "name"), (20, "name")]),
        # Three rare words: their sum less 18 must be above -8.5.
        ("tidesferrywharf", {"tides": 3.5, "ferry": 3.5, "wharf": 3.0}, [(5, "lower"), (10, "lower")]),
        ("tidesferrywharf", {"tides": 3.5, "ferry": 3.0, "wharf": 3.0}, []),
        # The likeliest of several ways; of two that are alike, the one with the shorter word first.
        ("themanship", {"the": 7.5, "man": 5.5, "them": 6.0, "an": 6.5, "ship": 5.0}, [(3, "lower"), (6, "lower")]),
        ("themanship", {"the": 6.5, "man": 5.5, "them": 6.0, "an": 6.5, "ship": 5.0}, [(4, "lower"), (6, "lower")]),
        ("themanship", {"the": 7.0, "man": 5.5, "them": 6.0, "an": 6.5, "ship": 5.0}, [(3, "lower"), (6, "lower")]),
        # Words that are one word together are joined again.
        (
            "seasidetothe",
            {"to": 7.0, "sea": 7.0, "side": 7.0, "seaside": 4.0, "the": 7.0},
            [(7, "lower"), (9, "lower")],
        ),
        ("toseasidein", {"to": 7.0, "sea": 7.0, "side": 7.0, "seaside": 4.0, "in": 7.0}, [(2, "lower"), (9, "lower")]),
    ],
)
def test_several_words(run: str, frequencies: dict[str, float], gaps: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, frequencies)
    assert found(split_run(run)) == gaps


@pytest.mark.parametrize(
    ("shipyard", "pairs", "cuts"),
    [
        # "in ship yard" has 1.0; "in shipyard" has 7 and the frequency of "shipyard", less 9.
        (2.5, {}, [2]),
        (2.25, {}, [2, 6]),
        # With what the pairs add: 1.0 to "in shipyard", or 0.75 to "in ship yard".
        (2.25, {("in", "shipyard"): 4.25}, [2]),
        (2.5, {("ship", "yard"): 6.75}, [2, 6]),
        (2.5, {("in", "ship"): 7.75}, [2, 6]),
        (2.5, {("in", "yard"): 9.0}, [2]),
    ],
)
def test_several_words_must_be_likelier_than_two(
    shipyard: float, pairs: dict[tuple[str, str], float], cuts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, {"in": 7.0, "ship": 6.0, "yard": 6.0, "shipyard": shipyard}, pairs)
    assert [gap.cut for gap in split_run("inshipyard")] == cuts


def test_each_of_several_gaps_names_the_words_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    small_lexicon.use(monkeypatch, letter_gaps, {"to": 7.0, "sea": 5.0, "tides": 5.0, "ship": 5.0})
    assert split_run("Toseatidesship") == [
        Gap(2, "title", "To", "sea", "Toseatidesship", 0, 4),
        Gap(5, "title", "sea", "tides", "Toseatidesship", 0, 4),
        Gap(10, "title", "tides", "ship", "Toseatidesship", 0, 4),
    ]

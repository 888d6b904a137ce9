from __future__ import annotations

import pytest
import small_lexicon

from textlint.layers.words import punctuation_gaps
from textlint.layers.words.gap import Gap
from textlint.layers.words.punctuation_gaps import (
    gaps_after_addresses,
    gaps_at_digits,
    gaps_at_punctuation,
    words_beside,
)


@pytest.mark.parametrize(
    ("chunk", "gap"),
    [
        *((f"Fog{sign}Tide", Gap(4, "sentence", "Fog", "Tide", punctuation=sign)) for sign in ".!?…"),
        *((f"Fog{sign}Tide", Gap(4, "punct", "Fog", "Tide", punctuation=sign)) for sign in ",;:)]”»%\"'’"),
        *((f"fog{sign}Tide", Gap(3, "open", "fog", "Tide", punctuation=sign)) for sign in "“‘«([$£€"),
        ("Fog.”Tide", Gap(5, "sentence", "Fog", "Tide", punctuation=".”")),
        ("Fog”.Tide", Gap(5, "sentence", "Fog", "Tide", punctuation="”.")),
        ("Fog.”“Tide", Gap(5, "sentence", "Fog", "Tide", punctuation=".”“")),
        ("Fog,‘Tide", Gap(4, "punct", "Fog", "Tide", punctuation=",‘")),
        ("Fog),Tide", Gap(5, "punct", "Fog", "Tide", punctuation="),")),
        ("Fog‘“Tide", Gap(3, "open", "Fog", "Tide", punctuation="‘“")),
        ('Fog("Tide', Gap(3, "open", "Fog", "Tide", punctuation='("')),
        ("Fog......Tide", Gap(9, "sentence", "Fog", "Tide", punctuation="......")),
        ("“Fog,tide", Gap(5, "punct", "Fog", "tide", punctuation=",")),
        ("fog..tide", Gap(5, "sentence", "fog", "tide", punctuation="..")),
        ("fog…5", Gap(4, "sentence", "fog", "5", punctuation="…")),
        ("fog...Tide", Gap(6, "sentence", "fog", "Tide", punctuation="...")),
        ("costs2$5", Gap(6, "open", "costs2", "5", punctuation="$")),
        ("costs$5", Gap(5, "open", "costs", "5", punctuation="$")),
        # What would be usual but for one thing.
        ("fog(tid", Gap(3, "open", "fog", "tid", punctuation="(")),
        ("fog[2ab", Gap(3, "open", "fog", "2ab", punctuation="[")),
        ("fog)ab", Gap(4, "punct", "fog", "ab", punctuation=")")),
        ("fog,s", Gap(4, "punct", "fog", "s", punctuation=",")),
        ("fog',ll", Gap(5, "punct", "fog", "ll", punctuation="',")),
        ("3;5", Gap(2, "punct", "3", "5", punctuation=";")),
        ("3.,5", Gap(3, "sentence", "3", "5", punctuation=".,")),
        ("fog,5", Gap(4, "punct", "fog", "5", punctuation=",")),
        ("fog.5", Gap(4, "sentence", "fog", "5", punctuation=".")),
        ("5,fog", Gap(2, "punct", "5", "fog", punctuation=",")),
        ("5:Fog", Gap(2, "punct", "5", "Fog", punctuation=":")),
        ("fog!tide", Gap(4, "sentence", "fog", "tide", punctuation="!")),
        ("U.Sa", Gap(2, "sentence", "U", "Sa", punctuation=".")),
        ("Ua.S", Gap(3, "sentence", "Ua", "S", punctuation=".")),
        ("Ua.Sa", Gap(3, "sentence", "Ua", "Sa", punctuation=".")),
        ("U,S", Gap(2, "punct", "U", "S", punctuation=",")),
        ("Abe'Brien", Gap(4, "punct", "Abe", "Brien", punctuation="'")),
        ("Al”Brien", Gap(3, "punct", "Al", "Brien", punctuation="”")),
        ("fog,sTide", Gap(4, "punct", "fog", "sTide", punctuation=",")),
        ("222)Tide", Gap(4, "punct", "222", "Tide", punctuation=")")),
        ("2b)Tide", Gap(3, "punct", "2b", "Tide", punctuation=")")),
        ("22]Tide", Gap(3, "punct", "22", "Tide", punctuation="]")),
        ("Fog,Com", Gap(4, "punct", "Fog", "Com", punctuation=",")),
        ("Fog.Coms", Gap(4, "sentence", "Fog", "Coms", punctuation=".")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_gap_between_two_words(chunk: str, gap: Gap) -> None:
    assert gaps_at_punctuation(chunk) == [gap]


@pytest.mark.parametrize(
    "chunk",
    [
        *(f"fog{sign}tide" for sign in "-–—‐‑/&+*·•"),
        "fog.......Tide",  # seven signs
        "fog#Tide", "fog.#Tide", "fog#.Tide", "fog(.Tide", "fog", "“Fog.”", "fog. ", ",fog",
        "US$5", "a$5", "Costs$5", "US£5", "US€5",
        "fog(k)", "fog(ab", "401(k)", "room[2]", "fog[2024]",
        "it's", "it’s", "IT'S", "they‘ve", "they’ll", "fog,'d",
        "fog…tide", "fog...tide", "fog....tide",
        "3.5", "2,000", "10:30", "ab3.5cd", "3.50", "13,5",
        "p.m", "ferry.tide", "ferry.tIde", "U.S",
        "O'Brien", "O’Brien", "Al'Brien", "it'san", "fog'sa", "fog'sTide", "captain'sorders",
        "2)Tide", "22)Tide",
        *(f"Fog.{domain}" for domain in "Com NET Org Gov Edu Info Biz Mil Int TV Io Co UK".split()),
    ],
)  # fmt: skip
def test_usual_punctuation_is_no_gap(chunk: str) -> None:
    assert gaps_at_punctuation(chunk) == []


def test_several_gaps_in_one_chunk() -> None:
    assert gaps_at_punctuation("well-known,Tide.Bay's(Ferry") == [
        Gap(11, "punct", "known", "Tide", punctuation=","),
        Gap(16, "sentence", "Tide", "Bay", punctuation="."),
        Gap(21, "open", "s", "Ferry", punctuation="("),
    ]


@pytest.mark.parametrize(
    ("chunk", "frequency", "cuts"),
    [
        ("fog]Bay", 1.5, [4]),
        ("fog]Bay", 1.625, []),
        ("Fog)bay", 1.625, []),
        ("fog(bay", 1.625, []),
        ("fog[bay", 1.625, []),
        ("fog(“bay", 1.625, []),
        ("fog,bay", 7.0, [4]),
    ],
)
def test_brackets_inside_a_known_word(
    chunk: str, frequency: float, cuts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_lexicon.use(monkeypatch, punctuation_gaps, {"fogbay": frequency})
    assert [gap.cut for gap in gaps_at_punctuation(chunk)] == cuts


@pytest.mark.parametrize(
    ("chunk", "gaps"),
    [
        ("(@harbor)November", [Gap(9, "punct", "harbor", "November", punctuation=")")]),
        ("(@harbor)november", []),
        ("x(@harbor)November", []),
        ("ferry.comThe", [Gap(9, "case", "com", "The")]),
        ("ferry.netThe", [Gap(9, "case", "net", "The")]),
        ("ferry.orgThe", [Gap(9, "case", "org", "The")]),
        ("ferry.govThe", [Gap(9, "case", "gov", "The")]),
        ("ferry.eduThe", [Gap(9, "case", "edu", "The")]),
        ("ferry.ukThe", [Gap(8, "case", "uk", "The")]),
        ("ferry.infoThe", [Gap(10, "case", "info", "The")]),
        ("ferry.comthe", []),
        ("ferry.comTHE", []),
        ("FERRY.comThe", []),
        ("ferry.xyzThe", []),
        ("ferry.comThe.tide.orgBay", [Gap(9, "case", "com", "The"), Gap(21, "case", "org", "Bay")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_gap_after_an_address(chunk: str, gaps: list[Gap]) -> None:
    assert list(gaps_after_addresses(chunk)) == gaps


@pytest.mark.parametrize(
    ("chunk", "gaps"),
    [
        ("in2019", [Gap(2, "digit", "in", "2019")]),
        ("a2019", []),
        ("2019the", [Gap(4, "digit", "2019", "the")]),
        ("2019th", []),
        ("(in2019the)", [Gap(3, "digit", "in", "2019the"), Gap(7, "digit", "in2019", "the")]),
        ("in-2019", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_gap_beside_digits(chunk: str, gaps: list[Gap]) -> None:
    assert list(gaps_at_digits(chunk)) == gaps


@pytest.mark.parametrize(
    ("chunk", "start", "end", "words"),
    [
        ("fog,tide", 3, 4, ("fog", "tide")),
        ("(fog,tide)", 4, 5, ("fog", "tide")),
        ("a_fog5,5tide_b", 6, 7, ("fog5", "5tide")),
        (",,", 1, 1, ("", "")),
        ("fogtide", 3, 3, ("fog", "tide")),
    ],
)
def test_the_words_beside_a_place(chunk: str, start: int, end: int, words: tuple[str, str]) -> None:
    assert words_beside(chunk, start, end) == words

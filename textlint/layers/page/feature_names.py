"""The names of the features of the page-furniture model: groups, each of which names what one fact about a line says.

A name is plain English, as in "word of a short line: subscribe" or "below: 1 word, ends in a letter", which is about the
line below. A fact is what is known of a line in one respect: a tuple of texts in the order of the group's parameters, or a
text where the group has one parameter. The model knows a feature by a number, the checksum of its name (`number`).

The facts of one line share no name. So the weights of the names may be added up fact by fact, and the sum for a fact be
remembered: few names are ever built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from zlib import crc32

from textlint.layers.page.line_values import CUE_REACH, SHORT_REACH
from textlint.startup.values import NamedTuple

Fact = str | tuple[str, ...]
Names = tuple[str, ...]
Group = Callable[..., Names]
Bag = tuple[Group, Collection[Fact]]

NUMBER, LINE_START, LINE_END = "<number>", "<start>", "<end>"  # what stands for words of digits, and the ends of a line
PAIR = "words: "


def number(name: str) -> int:
    """Return the number by which the model knows the feature with this name."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def names_of(group: Group, fact: Fact) -> Names:
    """Return the names that `group` gives to `fact`."""
    return group(fact) if isinstance(fact, str) else group(*fact)


def shape_and_place(shape: str, capitals: str, place: str, page: str) -> Names:
    """Name the shape of a line with the case of its words, where it stands, and what page it is on."""
    return (
        "any line",
        f"page: {page}",
        f"line: {shape}, {capitals}",
        f"line: {shape}, {capitals}; page: {page}",
        f"place: {place}",
        f"place: {place}; page: {page}",
        f"place: {place}; line: {shape}, {capitals}",
    )


def beginning(sign: str, times: str, page: str) -> Names:
    """Name the sign that a line begins with, and how often the line stands on the page."""
    return (
        f"begins with: {sign}",
        f"begins with: {sign}; page: {page}",
        f"on the page {times}",
        f"on the page {times}; page: {page}",
    )


def shared_words(share: str, shape: str, page: str) -> Names:
    """Name how many of the line's longer words the article has too."""
    return (
        f"words shared with the article: {share}; line: {shape}",
        f"words shared with the article: {share}; line: {shape}; page: {page}",
    )


def shared_words_and_place(place: str, share: str, capitals: str) -> Names:
    """Name the same with the place of the line and the case of its words."""
    return (f"words shared with the article: {share}; place: {place}; {capitals}",)


def punctuation(sentences: str, commas: str, shape: str) -> Names:
    """Name the sentences and commas of a line."""
    return (
        f"sentence breaks: {sentences}; line: {shape}",
        f"commas: {commas}; line: {shape}",
    )


def neighbor(where: str, other: str, shape: str) -> Names:
    """Name the shape of a line next to the line, or next but one."""
    return (
        f"{where}: {other}",
        f"{where}: {other}; line: {shape}",
    )


def both_neighbors(above: str, below: str, length: str) -> Names:
    """Name the shapes of the lines above and below."""
    return (
        f"above: {above}; below: {below}",
        f"above: {above}; below: {below}; line: {length}",
    )


def cues_passed(zone: str, passed: str, shape: str, page: str) -> Names:
    """Name how many lines with a cue stand between the line and the article, or inside it above the line."""
    return (
        f"{zone}, {passed}",
        f"{zone}, {passed}; line: {shape}; page: {page}",
    )


def cue_distance(zone: str, above: str, below: str, nearest: str, shape: str) -> Names:
    """Name how far away the nearest other lines with a cue are."""
    return (
        f"{zone}; next cue above: {above}; next cue below: {below}",
        f"{zone}; nearest other cue: {nearest}; line: {shape}",
    )


def nearby(cued: str, short: str, shape: str) -> Names:
    """Name how many of the lines around have cues, and how many are short."""
    return (
        f"lines with a cue within {CUE_REACH} lines: {cued}; line: {shape}",
        f"short lines within {SHORT_REACH} lines: {short}; line: {shape}",
    )


def cue_share(share: str, zone: str) -> Names:
    """Name how many lines of the page have cues."""
    return (f"lines with a cue on the page: {share}; {zone}",)


def date(zone: str, shape: str) -> Names:
    """Name a date or a time on the line."""
    return (
        f"date or time; {zone}",
        f"date or time; line: {shape}",
    )


def address(shape: str) -> Names:
    """Name a web or mail address on the line."""
    return (f"web or mail address; line: {shape}",)


def cue(kind: str, zone: str, shape: str) -> Names:
    """Name a cue on the line."""
    return (
        f"cue: {kind}",
        f"cue: {kind}; {zone}",
        f"cue: {kind}; line: {shape}",
    )


def neighboring_cue(where: str, kind: str) -> Names:
    """Name a cue on the line above or below."""
    return (f"cue {where}: {kind}",)


def cue_above(kind: str) -> Names:
    """Name a cue on one of the lines above."""
    return (f"cue within {CUE_REACH} lines above: {kind}",)


def cue_below(kind: str) -> Names:
    """Name a cue on one of the lines below."""
    return (f"cue within {CUE_REACH} lines below: {kind}",)


def word_of_short_line(word: str) -> Names:
    """Name a word of a short line."""
    return (f"word: {word}", f"word of a short line: {word}")


def word_of_long_line(word: str) -> Names:
    """Name a word of a longer line."""
    return (f"word: {word}", f"word of a long line: {word}")


def word_above(word: str) -> Names:
    """Name a word of the line above."""
    return (f"word above: {word}",)


def word_below(word: str) -> Names:
    """Name a word of the line below."""
    return (f"word below: {word}",)


def pair(first: str, second: str) -> Names:
    """Name two words that follow each other on the line."""
    return (f"{PAIR}{first} {second}",)


def whole_line(words: str) -> Names:
    """Name all words of a short line."""
    return (f"whole line: {words}",)


class Singles(NamedTuple):
    """The facts of which each line has one; `SINGLES` says which group names each."""

    shape_and_place: Fact
    beginning: Fact
    shared_words: Fact
    shared_words_and_place: Fact
    punctuation: Fact
    two_above: Fact
    above: Fact
    below: Fact
    two_below: Fact
    both_neighbors: Fact
    cues_passed: Fact
    cue_distance: Fact
    nearby: Fact
    cue_share: Fact


SINGLES: dict[str, Group] = {
    "shape_and_place": shape_and_place,
    "beginning": beginning,
    "shared_words": shared_words,
    "shared_words_and_place": shared_words_and_place,
    "punctuation": punctuation,
    "two_above": neighbor,
    "above": neighbor,
    "below": neighbor,
    "two_below": neighbor,
    "both_neighbors": both_neighbors,
    "cues_passed": cues_passed,
    "cue_distance": cue_distance,
    "nearby": nearby,
    "cue_share": cue_share,
}
"""The group that names each field of `Singles`."""

BAGS: tuple[Group, ...] = (
    word_of_short_line, word_of_long_line, word_above, word_below, date, address, cue, neighboring_cue, cue_above,
    cue_below,
)  # fmt: skip
"""The groups of which a line has any number of facts, each once."""

HASHED: tuple[Group, ...] = (pair, whole_line)
"""The groups with too many facts to remember; `textlint.layers.page.line_words` makes their numbers without the names."""


def templates() -> dict[str, list[str]]:
    """Return the names that each group gives, with the parameters in braces: `{"address": ["address; line: {shape}"]}`.

    They are kept with the weights, so that weights which belong to other names are refused.
    """
    found = {}
    for group in {*SINGLES.values(), *BAGS, *HASHED}:
        code = group.__code__
        fields = code.co_varnames[: code.co_argcount]
        found[group.__name__] = list(group(*[f"{{{field}}}" for field in fields]))
    return dict(sorted(found.items()))

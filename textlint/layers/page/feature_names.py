"""What the line model knows the facts about a line by: groups, each of which gives names to the facts of its kind.

The facts of one line share no name. So the weights of the names may be summed fact by fact and the sum for a fact be
remembered: few names are built. `textlint.layers.page.line_facts` has the facts, `textlint.layers.page.line_words` the words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from zlib import crc32

from textlint.startup.values import Any

Names = tuple[str, ...]
Group = Callable[[Any], Names]
Bag = tuple[Group, Collection[Hashable]]


def number(name: str) -> int:
    """Return the number by which the model knows the feature with this name."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def look(fact: tuple[str, str, str, str]) -> Names:
    """Name the shape of a line with the case of its words, where it stands, and what kind of page it is on."""
    shape, case, place, kind = fact
    own = f"{shape}{case}"
    return (
        "bias",
        f"kind {kind}",
        f"shape {own}",
        f"shape {own} {kind}",
        f"place {place}",
        f"place {place} {kind}",
        f"{place} {own}",
    )


def start(fact: tuple[str, int, str]) -> Names:
    """Name the sign that a line begins with, and how often the line stands on the page."""
    sign, times, kind = fact
    return (
        f"start {sign}",
        f"start {sign} {kind}",
        f"times {times}",
        f"times {times} {kind}",
    )


def known(fact: tuple[int, str, str]) -> Names:
    """Name how many of the line's longer words the article holds."""
    share, shape, kind = fact
    return (
        f"known {share} {shape}",
        f"known {share} {shape} {kind}",
    )


def topic(fact: tuple[str, int, str]) -> Names:
    """Name the same with the place of the line and the case of its words."""
    place, share, case = fact
    return (f"{place} {share} {case}",)


def marks(fact: tuple[int, int, str]) -> Names:
    """Name the sentences and commas of a line."""
    sentences, commas, shape = fact
    return (
        f"sentences {sentences} {shape}",
        f"commas {commas} {shape}",
    )


def near(fact: tuple[int, str, str]) -> Names:
    """Name the shape of the line `step` lines away."""
    step, other, shape = fact
    return (
        f"near {step} {other}",
        f"near {step} {other} {shape}",
    )


def both(fact: tuple[str, str, str]) -> Names:
    """Name the shapes of the lines before and after."""
    before, after, shape = fact
    return (
        f"both {before} {after}",
        f"both {before} {after} {shape[0]}",
    )


def between(fact: tuple[str, int, str, str]) -> Names:
    """Name how many cues stand between the line and the article."""
    zone, count, shape, kind = fact
    return (
        f"between {zone} {count}",
        f"between {zone} {count} {shape} {kind}",
    )


def gap(fact: tuple[str, int, int, str]) -> Names:
    """Name how far the cues before and after the line stand."""
    zone, since, until, shape = fact
    return (
        f"gap {zone} {since} {until}",
        f"gap {zone} {min(since, until)} {shape}",
    )


def window(fact: tuple[int, int, str]) -> Names:
    """Name how many of the lines around hold cues, and how many are short."""
    cued, short, shape = fact
    return (
        f"cued {cued} {shape}",
        f"window {short} {shape}",
    )


def share(fact: tuple[int, str]) -> Names:
    """Name how many lines of the page hold cues."""
    cued, zone = fact
    return (f"cue share {cued} {zone}",)


def date(fact: tuple[str, str]) -> Names:
    """Name a date or a time on the line."""
    zone, shape = fact
    return (
        f"date {zone}",
        f"date {shape}",
    )


def address(shape: str) -> Names:
    """Name an address on the line."""
    return (f"address {shape}",)


def cue(fact: tuple[str, str, str]) -> Names:
    """Name a cue on the line."""
    kind, zone, shape = fact
    return (
        f"cue {kind}",
        f"cue {kind} {zone}",
        f"cue {kind} {shape}",
    )


def cue_next(fact: tuple[int, str]) -> Names:
    """Name a cue on the line before or after."""
    return (f"next cue {fact[0]} {fact[1]}",)


def cue_before(kind: str) -> Names:
    """Name a cue on one of the few lines before."""
    return (f"around {kind} False",)


def cue_after(kind: str) -> Names:
    """Name a cue on one of the few lines after."""
    return (f"around {kind} True",)


def word_of_short(word: str) -> Names:
    """Name a word of a short line."""
    return (f"w {word}", f"w s {word}")


def word_of_long(word: str) -> Names:
    """Name a word of a longer line."""
    return (f"w {word}", f"w l {word}")


def word_before(word: str) -> Names:
    """Name a word of the line before."""
    return (f"nw -1 {word}",)


def word_after(word: str) -> Names:
    """Name a word of the line after."""
    return (f"nw 1 {word}",)


SINGLES: tuple[Group, ...] = (
    look, start, known, topic, marks, near, near, near, near, both, between, gap, window, share,
)  # fmt: skip
"""The groups of which each line has one fact, in the order of the facts."""

BAGS: tuple[Group, ...] = (
    word_of_short, word_of_long, word_before, word_after, date, address, cue, cue_next, cue_before, cue_after,
)  # fmt: skip
"""The groups of which a line has any number of facts, each once."""

from __future__ import annotations

from textlint.document import Document
from textlint.ledger.entries import Entry, ledger
from textlint.ledger.merge import differing_figures, voices

_ONE = "Anna Berg said the dam was safe. “We measured it twice,” she said. The flood drove more than 3,000 people from the valley."
_TWO = "Berg was absent. Critics say the wall leaks, and the flood drove 12,000 people from the valley."


def pairs() -> list[tuple[str, Entry]]:
    return [(path, entry) for path, text in (("a.txt", _ONE), ("b.txt", _TWO)) for entry in ledger(Document(text))]


def test_pronouns_count_for_their_person() -> None:
    first = voices(pairs())[0]
    assert (first.name, first.times, first.paths, first.is_named) == ("Anna Berg", 2, ("a.txt",), True)


def test_sources_without_a_name_are_marked() -> None:
    assert [voice.name for voice in voices(pairs()) if not voice.is_named] == ["critics"]


def test_figures_that_differ_between_files_are_shown() -> None:
    (figure,) = differing_figures(pairs())
    assert (figure.unit, figure.values, figure.paths) == ("people", ("12,000", "3,000"), ("a.txt", "b.txt"))


def test_figures_within_one_file_are_not_compared() -> None:
    assert differing_figures([pair for pair in pairs() if pair[0] == "a.txt"]) == []

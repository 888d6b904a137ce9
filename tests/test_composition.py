"""Several passes of edits as one: composed, inverted, and traced back."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from edit_strategies import edits_of
from hypothesis import given
from hypothesis import strategies as st

from textlint.edits.composition import compose, invert, origin
from textlint.span import Edit, apply_edits

texts = st.text(alphabet="abcdefghij", max_size=20)


@given(st.data(), texts)
def test_undoing_edits_gives_the_text_back(data: st.DataObject, text: str) -> None:
    edits = data.draw(edits_of(text))
    assert apply_edits(apply_edits(text, edits), invert(edits, text)) == text


@given(st.data(), texts)
def test_composed_edits_have_the_effect_of_all_passes(data: st.DataObject, text: str) -> None:
    composed: tuple[Edit, ...] = ()
    current = text
    for _ in range(4):
        edits = data.draw(edits_of(current))
        composed = compose(composed, edits, current)
        length = len(current) + sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
        current = apply_edits(current, edits)
        assert len(current) == length
        assert apply_edits(text, composed) == current
        assert all(one.end < other.start for one, other in itertools.pairwise(composed))


@given(st.data(), texts)
def test_unedited_characters_are_traced_to_themselves(data: st.DataObject, text: str) -> None:
    edits = data.draw(edits_of(text))
    after = apply_edits(text, edits)
    shift = 0
    kept: list[int] = []
    position = 0
    for start, end, _ in edits:
        kept += range(position, start)
        position = end
    kept += range(position, len(text))
    images = []
    for place in kept:
        shift = sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= place)
        images.append(place + shift)
    assert [origin(image, edits) for image in images] == kept
    assert "".join(after[image] for image in images) == "".join(text[place] for place in kept)


def test_an_offset_inside_a_replacement_maps_to_the_end_of_the_replaced_text() -> None:
    edits = [Edit(2, 4, "xyz")]
    assert [origin(offset, edits) for offset in range(6)] == [0, 1, 4, 4, 4, 4]
    assert origin(2, edits, before=True) == 2


@pytest.mark.parametrize(
    ("text", "edits", "inverse"),
    [
        ("abcdef", [], []),
        ("abcdef", [Edit(1, 3, "")], [Edit(1, 1, "bc")]),
        ("abcdef", [Edit(2, 2, "xyz")], [Edit(2, 5, "")]),
        ("abcdef", [Edit(4, 5, "XY"), Edit(1, 3, "Z")], [Edit(1, 2, "bc"), Edit(3, 5, "e")]),
        (
            "abcdefghij",
            [Edit(0, 3, "x"), Edit(4, 5, "yyyy"), Edit(8, 8, "z")],
            [Edit(0, 1, "abc"), Edit(2, 6, "e"), Edit(9, 10, "")],
        ),
    ],
)
def test_inverse_edits(text: str, edits: Sequence[Edit], inverse: Sequence[Edit]) -> None:
    assert invert(edits, text) == inverse


@pytest.mark.parametrize(
    ("edits", "origins", "origins_before"),
    [
        ([], [0, 1, 2, 3], [0, 1, 2, 3]),
        # deleted: what was after it maps to its end, or with `before` to its start
        ([Edit(1, 3, "")], [0, 3, 4, 5], [0, 1, 4, 5]),
        ([Edit(2, 2, "xy")], [0, 1, 2, 2, 2, 3], [0, 1, 2, 2, 2, 3]),
        ([Edit(1, 4, "xy")], [0, 4, 4, 4, 5], [0, 1, 4, 4, 5]),
        ([Edit(5, 6, "xy"), Edit(0, 2, "")], [2, 3, 4, 6, 6, 6, 7], [0, 3, 4, 5, 6, 6, 7]),
        ([Edit(0, 2, "a"), Edit(2, 4, "")], [2, 4, 5], [0, 2, 5]),
        ([Edit(0, 1, "xyz"), Edit(3, 5, "")], [1, 1, 1, 1, 2, 5, 6], [0, 1, 1, 1, 2, 3, 6]),
    ],
)
def test_offsets_are_traced_back(edits: Sequence[Edit], origins: list[int], origins_before: list[int]) -> None:
    assert [origin(offset, edits) for offset in range(len(origins))] == origins
    assert [origin(offset, edits, before=True) for offset in range(len(origins))] == origins_before


@pytest.mark.parametrize(
    ("first", "between", "second", "composed"),
    [
        ([], "abcdefgh", [Edit(1, 2, "")], (Edit(1, 2, ""),)),
        ([Edit(1, 2, "")], "acdefgh", [], (Edit(1, 2, ""),)),
        ([Edit(1, 2, "xyz")], "axyzcdefgh", [Edit(6, 7, "")], (Edit(1, 2, "xyz"), Edit(4, 5, ""))),
        ([Edit(5, 6, "xyz")], "abcdexyzgh", [Edit(1, 3, "")], (Edit(1, 3, ""), Edit(5, 6, "xyz"))),
        ([Edit(1, 2, "xyz")], "axyzcdefgh", [Edit(2, 3, "")], (Edit(1, 2, "xz"),)),
        ([Edit(1, 2, "xyz")], "axyzcdefgh", [Edit(3, 6, "")], (Edit(1, 4, "xy"),)),
        ([Edit(1, 2, "xyz")], "axyzcdefgh", [Edit(0, 2, "")], (Edit(0, 2, "yz"),)),
        ([Edit(1, 2, "xyz")], "axyzcdefgh", [Edit(4, 5, "Q")], (Edit(1, 3, "xyzQ"),)),
        ([Edit(1, 2, "xyz")], "axyzcdefgh", [Edit(0, 10, "")], (Edit(0, 8, ""),)),
        ([Edit(1, 3, "")], "adefgh", [Edit(1, 2, "")], (Edit(1, 4, ""),)),
        ([Edit(1, 3, "")], "adefgh", [Edit(0, 1, "")], (Edit(0, 3, ""),)),
        (
            [Edit(0, 1, "xx"), Edit(4, 5, "yy")],
            "xxbcdyyfgh",
            [Edit(1, 6, "")],
            (Edit(0, 5, "xy"),),
        ),
        (
            [Edit(0, 1, ""), Edit(4, 4, "yy")],
            "bcdyyefgh",
            [Edit(1, 2, "q"), Edit(7, 9, "")],
            (Edit(0, 1, ""), Edit(2, 3, "q"), Edit(4, 4, "yy"), Edit(6, 8, "")),
        ),
    ],
)
def test_composed_edits(
    first: Sequence[Edit], between: str, second: Sequence[Edit], composed: tuple[Edit, ...]
) -> None:
    assert apply_edits("abcdefgh", first) == between
    assert compose(first, second, between) == composed

"""Several passes of edits as one: composed, inverted, and traced back."""

from __future__ import annotations

import itertools

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
        current = apply_edits(current, edits)
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

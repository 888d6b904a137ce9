"""Texts and edits for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from textlint.span import Edit

words = st.text(alphabet="ab “”\n", max_size=4)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Return edits to `text` of which none touches another, as the fixer chooses them."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits: list[Edit] = []
    position = -1
    while places:
        start = places.pop(0)
        end = places.pop(0) if places and draw(st.booleans()) else start
        if start > position:
            edits.append(Edit(start, end, draw(words)))
            position = end
    return tuple(edits)

"""Find the candidates for a missing space: every gap in a document that words, capitals or punctuation suggest."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.words.chunks import odd_chunks, places
from textlint.layers.words.context import Context, context_of, occurrences_of, searched_text, stands_alone
from textlint.layers.words.features import GapFeatures, measure
from textlint.layers.words.gap import Gap
from textlint.layers.words.quote_marks import place
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import zipf

EDGE = " .,;:!?…\"'“”‘’()[]{}–—*•|"  # punctuation that may surround the words of a chunk


class Candidate(NamedTuple):
    """A gap at a place in the document, with its features."""

    context: Context
    gap: Gap
    features: GapFeatures

    @property
    def cut(self) -> int:
        """The offset in the document's text where the space may be missing."""
        return self.context.start + self.gap.cut


def find_candidates(document: Document) -> Iterator[Candidate]:
    """Yield each gap in the document, chunk by chunk."""
    text = document.text
    folded = document.layer(searched_text)
    suspicious = [
        (chunk.text, gaps)
        for chunk in document.layer(odd_chunks).chunks
        if (gaps := [gap for gap in chunk.gaps if _is_possible(folded, gap)])
    ]
    for chunk, gaps in sorted(suspicious):
        occurrences = {gap: occurrences_of(folded, gap) for gap in gaps}
        for start in places(document, chunk):
            context = context_of(document, start, chunk)
            if _is_second_half(context):
                continue
            for gap in gaps:
                placed = place(text, start, gap) if gap.punctuation else gap
                if placed is not None:
                    yield Candidate(context, placed, measure(context, placed, len(gaps), occurrences[gap]))


def _is_possible(folded: str, gap: Gap) -> bool:
    """Return whether the gap has no unknown word beside it, or the document also has that word by itself."""
    if gap.shape != "name":
        return True
    left, right = gap.left.lower(), gap.right.lower()
    return stands_alone(folded, right if zipf(left) > zipf(right) else left)


def _is_second_half(context: Context) -> bool:
    """Return whether the chunk continues a word whose first letter was split off: in "T itle", "itle" is not "it le"."""
    letter = context.word_before
    return len(letter) == 1 and letter not in "AIai" and zipf((letter + context.chunk).lower().rstrip(EDGE)) >= 3

"""The coarse values that the page-furniture model works with, each said in words.

The model does not count exactly: a line has "4-5 words" and stands "8-12 lines before the article". The names of the
features are made of these texts (`textlint.layers.page.feature_names`), and the weights belong to the names. To change a
step or a text here is to change the model. The steps were chosen by reading, not measured; the weights are fitted to them.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

CUE_REACH = 6  # lines above and below a line whose cues count as near; chosen by reading, not measured
SHORT_REACH = 5  # lines above and below a line that are counted if short; chosen by reading, not measured

BEFORE, INSIDE, AFTER = "before the article", "in the article", "after the article"
NO_LINE = "none"  # the shape of what is above the first and below the last line of a page


class Scale(dict[float, str]):
    """Steps, and a name for each range: below the first step, from each step on. `scale[value]` is the name for a value.

    The names of whole numbers are remembered, as each line asks for several.
    """

    def __init__(self, steps: tuple[float, ...], names: tuple[str, ...]) -> None:
        super().__init__()
        self.steps, self.names = steps, names

    def __missing__(self, value: float) -> str:
        name = self.names[bisect_right(self.steps, value)]
        if isinstance(value, int):
            self[value] = name
        return name


def _counts(steps: tuple[int, ...], one: str, many: str, least: int = 1) -> Scale:
    """Return a scale of whole numbers from `least` on: "1 word", "2-3 words", "4+ words"."""
    names = []
    for low, next_low in zip((least, *steps), steps, strict=False):
        high = next_low - 1
        numbers = f"{low}-{high}" if low < high else str(low) if low else "no"
        names.append(f"{numbers} {many if high > 1 else one}")
    return Scale(steps, (*names, f"{steps[-1]}+ {many}"))


def _percentages(steps: tuple[float, ...], what: str = "") -> Scale:
    """Return a scale of shares: "under 10% short lines", "10-25% short lines", "25+% short lines"."""
    whole = [round(step * 100) for step in steps]
    ranges = [f"{low}-{high}%{what}" for low, high in pairwise(whole)]
    last = f"{whole[-1]}{'+' if whole[-1] < 100 else ''}%{what}"
    return Scale(steps, (f"under {whole[0]}%{what}", *ranges, last))


# What a line looks like
LENGTH = _counts((2, 3, 4, 6, 9, 13, 20, 32, 60), "word", "words")
ROUGH_LENGTH = Scale(LENGTH.steps, ("1 or 60+ words", *LENGTH.names[1:-1], "1 or 60+ words"))
LOWERCASE_START, SIGN_START = "begins lowercase, ", "begins with a sign, "
ENDINGS = {
    ".": "ends in a period",
    "!": "ends in an exclamation point",
    "?": "ends in a question mark",
    "…": "ends in an ellipsis",
    ":": "ends in a colon",
    ",": "ends in a comma",
    ";": "ends in a semicolon",
    "|": "ends in a vertical bar",
}
LETTER_END, DIGIT_END, SIGN_END = "ends in a letter", "ends in a digit", "ends in a sign"
QUOTE_END = "ends in a closing quote"  # or a bracket, after other punctuation
WITH_CUE = ", with a cue"
ALL_CAPITALS, MOST_CAPITALS, SOME_CAPITALS, FEW_CAPITALS = (
    "all capitals",
    "most words capitalized",
    "some words capitalized",
    "few words capitalized",
)
SOME, MOST = 0.3, 0.6  # shares of the words of a line with a capital; chosen by reading, not measured
SENTENCE_BREAKS = Scale((1, 2, 3), ("none", "1", "2", "3+"))
LETTER_START = "a letter or digit"
COMMAS = Scale((1, 2, 3, 4), ("none", "1", "2", "3", "4+"))

# The page, and where on it
SHORT_LINES = _percentages((0.1, 0.25, 0.45, 0.65, 0.8, 0.9, 0.96), " short lines")
# Share of short lines from which a text is a whole page, not what an extractor made of one; chosen by reading, not
# measured.
WHOLE_PAGE = 0.65
TIMES = Scale((2, 3, 4), ("once", "twice", "3 times", "4+ times"))
LINES_BEFORE = _counts((2, 3, 5, 8, 13, 25, 60, 150), f"line {BEFORE}", f"lines {BEFORE}")
LINES_AFTER = _counts((2, 3, 4, 6, 9, 14, 26, 61, 151), f"line {AFTER}", f"lines {AFTER}")
PARAGRAPHS = _counts((1, 2, 4), "paragraph", "paragraphs", least=0)
SHARED_WORDS = Scale((0.01, 0.3, 0.5, 0.75, 1.0), ("none", "under 30%", "30-50%", "50-75%", "75+%", "all"))

# The lines around
CUES_ABOVE = _counts((1, 2, 3, 5, 10, 25), "line with a cue above", "lines with a cue above", least=0)
CUES_BETWEEN = _counts((1, 2, 3, 5, 10, 25), "line with a cue between", "lines with a cue between", least=0)
CUE_DISTANCE = Scale(
    (2, 3, 5, 10, 25), ("1 line", "2 lines", "3-4 lines", "5-9 lines", "10-24 lines", "25+ lines or none")
)
CUES_NEAR = Scale((1, 2, 3, 4, 5, 6), ("none", "1", "2", "3", "4", "5", "6+"))
SHORT_NEAR = _percentages((0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0))
CUE_SHARE = _percentages((0.01, 0.03, 0.06, 0.12, 0.25))

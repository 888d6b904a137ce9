"""The source grammar: expressions over word classes, put together from small named parts.

A part is written once, under a name, and used in others as `{name}`; a class is the character that
`textlint.layers.speech.vocabulary` gives it. A blank in a part means nothing. What a part matches is a run of tokens. No token can
be read in two ways inside a part, so the repeats are possessive and the expressions linear.
"""

from __future__ import annotations

import functools

from textlint.startup import patterns

_PARTS = {
    # a noun phrase with no preposition in it: "the senior State Department official's aides"
    "inside": "[DAYQOn0uNhHpjEJIcCSRaFMbBX'.%-]",
    "modifier": "(?:{inside}|~(?=[uhNpHjEJIcCa0n])|[&/](?={inside}))",
    "words": "(?:{inside}|~(?=[uhNpHjEJIcCa0n])){modifier}*+",
    # what may follow its head: "of the board", "familiar with the talks", "aides to Clinton"
    "phrase": "(?:[fiyl]|~(?=D)|K[ity]?+|t)[iftl]{0,2}+(?:{words}|o)",
    "noun_phrase": "{words}(?:{phrase})*+",
}


def compose(template: str) -> str:
    """Return `template` with the named parts put in and the blanks taken out."""
    while "{" in (expanded := patterns.sub(r"\{([a-z_]+)\}", lambda match: _PARTS[match.group(1)], template)):
        if expanded == template:
            break
        template = expanded
    return expanded.replace(" ", "")


@functools.cache
def expression(template: str) -> patterns.Pattern[str]:
    """Return the compiled expression for `template`, composed once."""
    return patterns.expression(compose(template))

"""The source grammar: regular expressions over word classes, composed of named parts.

A part is used in others as `{name}`. A class is the character that `textlint.layers.speech.vocabulary` assigns to it,
and spaces in a part are ignored. A part matches a run of tokens. No token can match in two ways within a part, so the
repeats are possessive and the expressions linear.
"""

from __future__ import annotations

import functools

from textlint.startup import patterns

_PARTS = {
    # a noun phrase with no preposition in it: "the senior State Department official's aides"
    "inside": "[DAYQOn0uNhHpjEJIcCSRaFMbBX'.%-]",
    "modifier": "(?:{inside}|~(?=[uhNpHjEJIcCa0n])|[&/](?={inside}))",
    "words": "(?:{inside}|~(?=[uhNpHjEJIcCa0n])){modifier}*+",
    # what may follow the head of a noun phrase: "of the board", "familiar with the talks", "aides to Clinton"
    "phrase": "(?:[fiyl]|~(?=D)|K[ity]?+|t)[iftl]{0,2}+(?:{words}|o)",
    "noun_phrase": "{words}(?:{phrase})*+",
}


def compose(template: str) -> str:
    """Return `template` with the named parts expanded and the spaces removed."""
    while "{" in (expanded := patterns.sub(r"\{([a-z_]+)\}", lambda match: _PARTS[match.group(1)], template)):
        if expanded == template:
            break
        template = expanded
    return expanded.replace(" ", "")


@functools.cache
def expression(template: str) -> patterns.Pattern[str]:
    """Return the compiled expression for `template`, cached."""
    return patterns.expression(compose(template))

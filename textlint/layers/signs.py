"""The word lists that checks look for, told of every token by one character, its sign.

To look into each list for each word would take longer than all the rest. Instead the sign of a word, once worked out, is
remembered with its class, and a search for the words of a list is a search for a few characters in a short string.
"""

from __future__ import annotations

import functools
import re

from textlint import compiled
from textlint.layers.vocabulary import quantities

PLAIN_NUMBER = "1"  # a number in figures, of which only the sign is needed: no list holds it
_FIRST_SIGN, _PLAIN = 0xC0, compiled.expression(r"[\d,.]+%?$")
_LISTS = {
    "recipe": (
        "tablespoon tablespoons tbsp teaspoon teaspoons tsp preheat ingredients oven simmer whisk grams millilitres litres butter onion onions garlic pepper "
        "saucepan bake dough flour parsley chopped peel stir boil drain celery carrots dill"
    ),
    "sport": (
        "half-time halftime goal goals scored innings touchdown touchdowns quarterback wicket wickets rebounds standings playoff playoffs "
        "kick-off kickoff penalty striker midfielder goalkeeper referee semi-final semifinal tournament coach season league championship match"
    ),
    "market": "shares index nasdaq dow ftse yields futures barrel ounce traders basis closed slipped treasury stocks",
    # the participles of "it is said", "is widely seen as"
    "participle": (
        "said believed thought reported rumored rumoured considered regarded seen viewed understood expected perceived accepted acknowledged hailed "
        "described assumed blamed criticized criticised praised recognized recognised credited known agreed speculated suspected feared tipped "
        "alleged claimed argued estimated suggested felt reputed purported"
    ),
    "writer": "i we my our myself ourselves",
    "person": "he she",
}  # fmt: skip


@functools.cache
def _signs() -> tuple[dict[str, str], dict[str, str]]:
    """Return the sign of each word that a list holds, and the signs of each list; a sign stands for one set of lists."""
    lists = {name: words.split() for name, words in _LISTS.items()}
    lists["amount"] = ["%", "percent", "per", *quantities().magnitudes, *quantities().units]
    held: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        for word in dict.fromkeys(words):
            held[word] = (*held.get(word, ()), name)
    signs = {names: chr(_FIRST_SIGN + number) for number, names in enumerate(sorted(set(held.values())))}
    of_lists = {name: "".join(sign for names, sign in signs.items() if name in names) for name in lists}
    return {word: signs[names] for word, names in held.items()}, of_lists


def sign_of(word: str) -> str:
    """Return the sign of a word as it stands in running text; a blank where no list holds it."""
    if word[0].isdigit():
        return PLAIN_NUMBER if _PLAIN.match(word) else " "
    return _signs()[0].get(word.lower(), " ")


@functools.cache
def signs_of(name: str) -> str:
    """Return the signs of the words that the list `name` holds."""
    return _signs()[1][name]


@functools.cache
def any_of(name: str) -> re.Pattern[str]:
    """Return an expression for the sign of any word of the list `name`."""
    return compiled.expression("[" + signs_of(name) + "]")

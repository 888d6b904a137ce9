"""The word lists of checks, encoded as one character per token, its sign.

Looking up each word in each list, or searching the text for each word of a list, would take longer than all other work.
Instead the sign of a word is cached with its class, and finding the words of a list means finding a few characters in a
short string.
"""

from __future__ import annotations

import functools

from textlint.layers.speech.vocabulary import quantities
from textlint.startup import patterns

# the signs of numbers in digits, by their form, since they are in no list
PLAIN_NUMBER, SHARE, ODD_SHARE, DOTTED_NUMBER = "1", "2", "3", "4"
SEVERAL = "*"  # the sign of a compound whose parts are in a combination of lists that no single word has
_FIRST_SIGN = 0x80  # code point of the first sign that stands for lists together, chosen beyond all of ASCII
_PLAIN = patterns.expression(r"[\d,.]+%?$")
_PART = patterns.expression(r"\w+")
# lists of tokens: a compound ("match-fixing") is one word
_TOKENS = {
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
    "share": "% percent points vote votes",
    "election": "vote votes turnout",
    "delegate": "delegates superdelegates",
}  # fmt: skip
# lists of words, also as parts of a compound; "*" matches any ending
_WORDS = {
    "privy": "familiar close briefed privy knowledge authorised authorized anonym* named identified",
    "rumour": "conventional rumor rumour",
    "record": (
        "survey surveys poll polls study researchers respondents data figures statistics census report reports filing filings records estimate estimates "
        "according tally database forecast forecasts index"
    ),
    "study": "study studies survey surveys poll polls research analysis analyses data",
    "report": "report reports",
    "superlative": "best greatest finest worst smartest strongest coolest most",
    "unique": "unprecedented kind other",  # one of a kind, like no other
    "relative date": "yesterday tomorrow earlier later last next this",
    "month": (
        "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december"
    ),
}  # fmt: skip


@functools.cache
def _lists() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], dict[str, str]]:
    """Return the lists of each token and each word, and the list of each stem."""
    known = quantities()
    tokens = {name: words.split() for name, words in _TOKENS.items()}
    tokens["amount"] = ["%", "percent", "per", *known.magnitudes, *known.units]
    tokens["wish"], tokens["tally"] = sorted(known.wishes), sorted(known.tallies)
    words = {name: entries.split() for name, entries in _WORDS.items()}
    stems = {word[:-1]: name for name, entries in words.items() for word in entries if word.endswith("*")}
    return _holders(tokens), _holders(words), stems


def _holders(lists: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    holders: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        for word in dict.fromkeys(words):
            holders[word] = (*holders.get(word, ()), name)
    return holders


@functools.cache
def _signs() -> dict[frozenset[str], str]:
    """Return the sign of each combination of lists that some word is in."""
    tokens, words, stems = _lists()
    held = {_names(word) for word in (*tokens, *words, *stems)}
    return {names: chr(_FIRST_SIGN + number) for number, names in enumerate(sorted(held, key=sorted))}


def _names(word: str) -> frozenset[str]:
    """Return the lists of a token in lower case."""
    tokens, words, stems = _lists()
    found = set(tokens.get(word, ()))
    for part in _PART.findall(word):
        found.update(words.get(part, ()))
        found.update(name for stem, name in stems.items() if part.startswith(stem))
    return frozenset(found)


def sign_of(word: str) -> str:
    """Return the sign of a token as spelled in running text; a space if it is in no list."""
    if word[0].isdigit() and (shape := _shape(word)):
        return shape
    names = _names(word.lower())
    return _signs().get(names, SEVERAL) if names else " "


def _shape(word: str) -> str:
    if word.endswith("%"):
        return SHARE if _PLAIN.match(word) else ODD_SHARE
    if not _PLAIN.match(word):
        return ""
    return DOTTED_NUMBER if word.count(".") > 1 else PLAIN_NUMBER


@functools.cache
def any_of(name: str) -> patterns.Pattern[str]:
    """Return an expression for the sign of any word of the list `name`."""
    return patterns.expression("[" + signs_of(name) + "]")


@functools.cache
def signs_of(name: str) -> str:
    """Return the signs of the words in the list `name`."""
    found = "".join(sign for names, sign in _signs().items() if name in names)
    return found + SEVERAL if name in _WORDS else found

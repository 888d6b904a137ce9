"""The word classes of a language, read from the lexicon files.

Every token has a class of one character, so that a grammar over classes is a regular expression over a short string.
The characters are defined here and used in `textlint.layers.speech.grammar`.
"""

from __future__ import annotations

import functools
import os

from textlint.errors import RuleError
from textlint.startup import cache
from textlint.startup.locations import rules_folder
from textlint.startup.values import Any, NamedTuple

# function words, as in words.toml
FRAME = {
    "determiner": "D", "that": "T", "indefinite": "A", "possessive": "Y", "quantifier": "Q", "others": "O", "number": "n",
    "of": "f", "to": "t", "by": "y", "preposition": "i", "who": "w", "which": "W", "and": "&", "but": "k", "when": "s",
    "have": "x", "be": "=", "modal": "m", "adverb": "~", "pronoun": "r", "it": "e", "object_pronoun": "o",
    "according": "L", "namely": "l", "knowing": "K",
}  # fmt: skip
# nouns that can be a source: (singular, plural), as in sources.toml
NOUNS = {
    "expert": ("j", "E"), "insider": ("J", "I"), "crowd": ("c", "C"), "spokesperson": ("S", "S"), "document": ("M", "M"),
    "role": ("R", "R"), "body": ("a", "C"),
}  # fmt: skip
# attributing verbs: (base, third person, past, -ing), as in cues.toml
VERBS = {
    "neutral": "vzdg", "doubt": "vzdg", "factive": "vzdg", "hedge": "vzdg", "belief": "VZPG",
}  # fmt: skip
CUE_CLASSES = {"neutral": "neutral", "doubt": "doubt", "factive": "factive", "hedge": "hedge", "belief": "hedge"}
NOUN_OR_SPEECH, NOUN_OR_BELIEF, DOCUMENT_OR_SPEECH, HELD = "b", "B", "X", "p"
SPEECH_NOUN = "F"
NAME, NUMBER, OTHER, PAST, ING, ADVERB = "N", "0", "u", "h", "H", "~"


def read_lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """Return the content of the lexicon file `name` of `language`.

    It is cached as plain data until the file changes. Raises RuleError if the file does not exist or is not TOML.
    """
    path = os.path.join(rules_folder(), "lexicons", language, f"{name}.toml")
    try:
        return cache.derived(f"lexicon-{language}-{name}", [path], lambda: _parse(path))
    except OSError as error:
        raise RuleError(f"the lexicon cannot be read: {error.strerror}", path) from None


def _parse(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as handle:
            return tomllib.load(handle)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise RuleError(
            f"the lexicon cannot be read: {error}", path, remedy="Fix the file, or reinstall textlint."
        ) from None


def phrases(text: str) -> list[str]:
    """Return the phrases of a lexicon entry in which semicolons separate them."""
    return [" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip()]


class Vocabulary(dict[str, str]):
    """Maps each word, as spelled in running text, to its class; words in no list are classified by their form.

    `cue_classes` maps each form of an attributing verb to how far the writer endorses the statement.
    """

    def __init__(self, classes: dict[str, str], cue_classes: dict[str, str]) -> None:
        super().__init__(classes)
        self.listed = frozenset(classes)
        self.cue_classes = cue_classes

    def __missing__(self, word: str) -> str:
        first = word[0]
        if first.isdigit():
            return NUMBER
        if not first.isalpha():
            return "'" if word == "'s" else first
        if first.isupper():
            return NAME
        if word.endswith("ly"):
            return ADVERB
        if "-in-" in word:
            return NUMBER
        if "-" in word:
            last = self.get(word.rpartition("-")[2], OTHER)
            return last if last in "jEJIcCS" else OTHER
        if word.endswith("ed"):
            return PAST
        return ING if word.endswith("ing") and len(word) > 5 else OTHER

    def at_start(self, word: str) -> str:
        """Return the class of a word at the start of a sentence, where its capital is not significant."""
        lower = word.lower()
        if len(word) > 1 and word.isupper():  # US, IT, WHO
            return self[word]
        return self[lower] if lower in self.listed and word not in self.listed else self[word]


@functools.cache
def vocabulary(language: str = "en") -> Vocabulary:
    """Return the vocabulary of `language`, cached."""
    classes: dict[str, str] = {}
    cue_classes: dict[str, str] = {}
    cues = read_lexicon("cues", language)
    for group, symbols in VERBS.items():
        for verb in cues[group].split():
            for form, symbol in zip(verb_forms(verb), symbols, strict=True):
                cue_classes.setdefault(form, CUE_CLASSES[group])
                classes.setdefault(form, symbol)
    for form in cues["also_nouns"].split():
        if form in classes:
            classes[form] = NOUN_OR_BELIEF if classes[form] in "VZP" else NOUN_OR_SPEECH
    classes.update(dict.fromkeys(cues["held"].split(), HELD))
    classes.update(dict.fromkeys(cues["speech_nouns"].split(), SPEECH_NOUN))
    sources = read_lexicon("sources", language)
    for group in reversed(NOUNS):
        singular, plural = NOUNS[group]
        for noun in sources.get(group, "").split():
            one, many = noun_forms(noun)
            for form, symbol in ((one, singular), (many, plural)):
                if form:
                    is_verb = group == "document" and classes.get(form, OTHER) in "vzdgbVZPB"
                    classes[form] = DOCUMENT_OR_SPEECH if is_verb else symbol
    frame = read_lexicon("words", language)
    for group, symbol in FRAME.items():
        classes.update(dict.fromkeys(frame[group].split(), symbol))
    for group in ("pronoun", "possessive"):  # not names, even if capitalized
        classes.update(dict.fromkeys((word.title() for word in frame[group].split()), FRAME[group]))
    return Vocabulary(classes, cue_classes)


@functools.cache
def cue_group(name: str, language: str = "en") -> frozenset[str]:
    """Return the forms that the cue lexicon of `language` lists under `name`, such as "plain" or "noise", cached."""
    return frozenset(read_lexicon("cues", language)[name].split())


def verb_forms(verb: str) -> tuple[str, str, str, str]:
    """Return base, third person, past and -ing form of an English verb; irregular ones are "say/says/said/saying"."""
    if "/" in verb:
        base, third, past, ing = verb.split("/")
        return base, third, past, ing
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    return verb, verb + ("es" if verb.endswith(("s", "x", "sh", "ch", "o")) else "s"), verb + "ed", verb + "ing"


def noun_forms(noun: str) -> tuple[str, str]:
    """Return singular and plural of an English noun; "/people" has no singular, and "ally/allies" gives its plural."""
    if "/" in noun:
        one, _, many = noun.partition("/")
        return one, many
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "sh", "ch")) else "s")


class Quantities(NamedTuple):
    """The words that make a number a claim about the world."""

    units: frozenset[str]
    magnitudes: frozenset[str]
    approximators: tuple[str, ...]
    tallies: frozenset[str]
    changes: frozenset[str]
    wishes: frozenset[str]
    measures: frozenset[str]


@functools.cache
def quantities(language: str = "en") -> Quantities:
    """Return the words of quantity of `language`, cached."""
    lists = read_lexicon("quantities", language)
    sets = {
        name: frozenset(lists[name].split())
        for name in ("units", "magnitudes", "tallies", "changes", "wishes", "measures")
    }
    return Quantities(approximators=tuple(phrases(lists["approximators"])), **sets)

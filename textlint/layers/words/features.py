"""What the document says for or against a missing blank: the features of the linear models."""

from __future__ import annotations

from textlint.document import Document
from textlint.layers.words.gaps import Gap
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import entry, is_listed, pair, zipf

FUNCTION_WORDS = frozenset(
    "the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you "
    "were their one all we can her has there been if more when will would who so no she its my up about out than into them "
    "only some could these two may then do first any me over such our most other made after also did many before must "
    "through where how your each just those too between both under while what because during since until without within "
    "using via per near against".split()
)
_PREFIXES = frozenset(
    "over under out up down back off on in by after fore self super inter multi non anti pro pre re un mini micro mega ultra "
    "counter cross mid semi sub trans hyper meta co de dis mis en em ex neo bio eco geo auto tele cyber tech info crypto photo "
    "electro thermo hydro nano bi tri uni poly para post pan intra extra".split()
)
_SUFFIXES = frozenset(
    "man men woman women like less wise ward wards ship hood fold proof able way ways land lands wood ville ton house side "
    "line lines time times work works day days book books room rooms maker makers making fish bird berry craft ball field "
    "head heads hand power stone water back boat bread board box card case city cup down up out off over in on er ers ed ing "
    "ism ist ists age est ful ness free bot bots core gate net ware tech coin fest con holder holders keeper bound lord master "
    "mate mates party player players port shop site sites space speak stream style talk term town verse watch yard worthy "
    "wright ability abilities ably ion ions ional ionize ity ization ize ized izing ment ments al ally ive ous ian ians ite "
    "ites ese ish ine ane ene ate ated ating ation ations ant ants ent ents ance ence ary ery ory most".split()
)
_CAMEL_LEFT = frozenset("i e mac mc de la le van di o d l un fitz you face link pay ever air blue big my net".split())
_WORD_BEFORE = patterns.expression(r"([^\W\d_]+)['’]?[^\S\n]$")
_WORDS = patterns.expression(r"(?<![^\W\d_])[a-zà-ÿ]{2,}")
_WORD_AFTER = patterns.expression(r"[^\S\n]([^\W\d_]+)")
_INFLECTION = patterns.expression(r"(?:s|es|ed|d|ing|er|ers|ly|able|ness|ist|ists|ism|like|less|ish)$")

FEATURES = (
    "left_frequency right_frequency least_frequency most_frequency left_length right_length least_length left_function "
    "right_function both_function pair pair_before pair_after whole_frequency gain whole_listed whole_name left_name "
    "right_name left_listed right_listed seen_joined left_seen right_seen seen_apart seen_hyphened nbsp prefix suffix inflected "
    "verb_like left_plural one_letter capital capital_mid hyphen_beside frequency_before frequency_after strange_beside strange very_strange rivals "
    "triple both_content short_content right_capital left_capital all_capitals camel_left more_gaps dotted initials "
    "left_unknown right_unknown ends_chunk digits stop closing_quote colon bracket code_line line_short name_ends function_name begins_compounds ends_compounds compound_both "
    "paired paired_before paired_after paired_all pair_strength unknown_whole left_two right_two length_frequency function_left_only "
    "function_right_only agent function_pair_around capital_function case_function seen_both "
    "ellipsis right_acronym left_digit right_digit straight_in_marks "
    "functions_unlisted function_unlisted content_context"
).split()
_SEARCHED = 200_000  # code points of the text that are searched for each candidate: not the whole of a long text


class Context(NamedTuple):
    """A chunk where it stands: its offset in the text, and the words before and after it in the same line ("" if none)."""

    start: int
    chunk: str
    before: str
    after: str
    mid_sentence: bool
    by_nbsp: bool
    code_line: bool
    line_short: bool
    strange: float


_TRIED = 500  # places where a word is looked at, at most
_LOOK = 200  # code points before and after a chunk that are looked at as its line
_CODE = patterns.expression(
    r"[{}]|;\s*$|=>|==|\(\)|^\s*(?://|#include|import |from \w+ import|def |const |let |var |\$ )|\w=\w|\|\|?|::"
)


def searched_text(document: Document) -> str:
    """Return the part of the folded text that is searched for evidence: as far as keeps the time linear; a layer."""
    return document.folded[:_SEARCHED]


def context_of(document: Document, start: int, chunk: str) -> Context:
    """Return the surroundings of the chunk at `start`."""
    text = document.text
    end = start + len(chunk)
    line_start = text.rfind("\n", max(0, start - _LOOK), start) + 1 or max(0, start - _LOOK)
    line_end = text.find("\n", end, end + _LOOK)
    line_end = min(len(text), end + _LOOK) if line_end < 0 else line_end
    head, tail = text[max(line_start, start - 50) : start], text[end : min(line_end, end + 50)]
    before, after = _WORD_BEFORE.search(head), _WORD_AFTER.match(tail)
    line = text[line_start:line_end]
    return Context(
        start,
        chunk,
        before.group(1) if before else "",
        after.group(1) if after else "",
        bool(head.strip()) and head.rstrip()[-1] not in '.!?:"“”|',
        (head[-1:] in "\u00a0\u202f" and bool(head)) or (tail[:1] in "\u00a0\u202f" and bool(tail)),
        bool(_CODE.search(line)),
        line_end - line_start < 60,
        _strangeness(head + " " + tail),
    )


def _strangeness(words: str) -> float:
    """Return which part of the words around is hardly ever seen in English: high in a passage of another language."""
    found = _WORDS.findall(words)
    return sum(zipf(word) < 3 for word in found) / max(4, len(found))


class Facts(NamedTuple):
    """What the document says of a gap wherever it stands: how often its letters stand joined, its words alone, and so on."""

    joined: int
    left_seen: bool
    right_seen: bool
    apart: bool
    hyphened: bool


def facts_of(folded: str, gap: Gap) -> Facts:
    """Return the facts of `gap`; `folded` is the searched part of the document."""
    left, right, whole = gap.left.lower(), gap.right.lower(), gap.whole.lower()
    return Facts(
        min(folded.count(whole), 5) - 1 if len(whole) > 3 else 0,
        stands_alone(folded, left),
        stands_alone(folded, right),
        len(left) > 1 and f" {left} {right}" in folded,
        f"{left}-{right}" in folded,
    )


def measure(context: Context, gap: Gap, gaps: int, facts: Facts) -> list[float]:
    """Return the values of FEATURES for one gap."""
    left, right, whole = gap.left.lower(), gap.right.lower(), gap.whole.lower()
    one, other, both = entry(left), entry(right), entry(whole)
    first, second, joined = one.frequency, other.frequency, both.frequency
    starts = context.chunk[: gap.cut].lower().endswith(left) and gap.cut <= len(left) + 1
    before = context.before.lower() if starts else ""
    ends = len(context.chunk) - gap.cut <= len(right) + 1
    after = context.after.lower() if ends else ""
    function, function_right = left in FUNCTION_WORDS, right in FUNCTION_WORDS
    core = context.chunk
    mark = core[gap.cut - 1 : gap.cut]
    around = [zipf(word.lower()) for word in (context.before, context.after) if word]
    begins, ends_compounds = one.begins, other.ends
    together = pair(left, right)
    together_before = pair(before, left) if before else 0
    together_after = pair(right, after) if after else 0
    unlisted = bool(whole) and not joined and not both.is_listed
    return [
        first,
        second,
        min(first, second),
        max(first, second),
        min(len(left), 8),
        min(len(right), 8),
        min(len(left), len(right), 8),
        function,
        function_right,
        function and function_right,
        together,
        together_before,
        together_after,
        joined,
        (first + second - 9 - joined) if joined else 5,
        both.is_listed,
        both.is_name,
        one.is_name,
        other.is_name,
        one.is_listed,
        other.is_listed,
        *facts,
        context.by_nbsp,
        left in _PREFIXES,
        right in _SUFFIXES,
        bool(whole) and _is_inflected(whole),
        right.endswith(("ed", "ing")) and len(right) > 5 and not function,
        left.endswith("s") and len(left) > 4,
        len(left) == 1,
        core[:1].isupper(),
        gap.shape == "title" and context.mid_sentence,
        "-" in core,
        min(zipf(context.before.lower()), 5) if context.before else 3,
        min(zipf(context.after.lower()), 5) if context.after else 3,
        sum(value < 2.2 for value in around),
        context.strange,
        max(0.0, context.strange - 0.25),
        min(gap.others, 4),
        gap.parts > 2,
        not function and not function_right,
        not function and not function_right and min(len(left), len(right)) < 4,
        gap.right[:1].isupper(),
        gap.left[:1].isupper(),
        gap.left.isupper() and len(gap.left) > 1,
        left in _CAMEL_LEFT,
        min(gaps - 1, 3),
        core.count(".") > 1,
        len(left) == 1 and gap.left.isupper() and mark == ".",
        first == 0,
        second == 0,
        ends,
        any(character.isdigit() for character in core),
        mark in ".!?…",
        mark in "\"”’'",
        mark == ":",
        mark in ")]",
        context.code_line,
        context.line_short,
        gap.left[:1].isupper() and first < 3.5,
        function_right and gap.left[:1].isupper() and first < 3,
        begins,
        ends_compounds,
        min(begins, ends_compounds),
        together > 0,
        together_before > 0,
        together_after > 0,
        together > 0 and together_before > 0 and together_after > 0,
        together - first - second + 9 if together else 0,
        unlisted,
        len(left) == 2,
        len(right) == 2,
        min(first, second) * min(len(left), len(right), 8),
        function and not function_right,
        function_right and not function,
        right.endswith(("ers", "er", "ing", "ness", "ists", "ist")) and len(right) > 4 and not left.endswith("s"),
        (together_before > 0) + (together_after > 0) if function or function_right else 0,
        gap.shape == "title" and function,
        gap.shape == "case" and function,
        facts.left_seen and facts.right_seen and min(len(left), len(right)) > 3,
        "…" in gap.marks or ".." in gap.marks,
        gap.right.isupper() and 1 < len(gap.right) < 4,
        left[-1:].isdigit(),
        right[:1].isdigit(),
        '"' in gap.marks,
        function and function_right and len(whole) > 4 and not both.is_listed,
        function != function_right and unlisted and max(first, second) > 6,
        (together_before > 0 or together_after > 0) and together > 0,
    ]


def stands_alone(folded: str, word: str) -> bool:
    """Say whether `word` stands somewhere in the folded text with no letter beside it."""
    start = folded.find(word) if word else -1
    for _ in range(_TRIED):
        if start < 0:
            return False
        end = start + len(word)
        if not folded[start - 1 : start].isalpha() and not folded[end : end + 1].isalpha():
            return True
        start = folded.find(word, end)
    return False


def _is_inflected(word: str) -> bool:
    """Say whether `word` is a known word with a common ending."""
    ending = _INFLECTION.search(word)
    if not ending:
        return False
    stem = word[: ending.start()]
    return len(stem) > 2 and any(
        zipf(form) > 1 or is_listed(form) for form in (stem, stem + "e", stem[:-1] + "y", stem[:-1])
    )

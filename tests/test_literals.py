"""Every match of an expression contains one of its required literals, so the matcher can skip lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.matching.literals import Requirement, required_literals
from textlint.matching.rarity import expected_share
from textlint.text.folding import fold

EXPRESSIONS = [
    r"comment",
    r"\bcomments?\b",
    r"^share this$",
    r"^\s*share (?:on|via) (?:twitter|facebook)\s*$",
    r"(?:^|\s)ad(?:vert(?:isement)?)?(?:\s|$)",
    r"^^share",
    r"^(?:^|\s)read more",
    r"(?:^share)?more$",
    r"more$\Z",
    r"(?:^){0,2}more",
    r"[Ss]ubscri(?:be|ption)s? (?:now|today)",
    r"[a-f]x[0-9]",
    r"[^a-z]sign up",
    r"k(?:elvin)?s\w*t",
    r"(?i:Sign) (?-i:UP)",
    r"(?s)sign.up",
    r"(?x) sign \  up  # blanks do not count",
    r"(?P<word>ab)(?P=word)",
    r"(a)?(?(1)bc|de)",
    r"^\s*(?:by|BY)\b.*staff",
    r"^[\W_]{0,3}(?:\d+ )?(?:comments|replies)",
    r"^\W*(?:share|ad)+ \w+",
    r"^(?:\s*[-*])?\s*read",
    r"^ *(?:x?|y)more",
    r"(?<=©)\s*20\d\d",
    r"(?<!not )comments",
    r"(?=.*sign)(?:up|down)",
    r"(?!sign)up",
    r"(?>ab|abc)d",
    r"a++b?+c{1,2}+",
    r"(?:ab){2}c",
    r"(?:ab|cd){1,2}",
    r"(?:ab){2,}",
    r"a{0}b",
    r"x*y+z?w",
    r".*foo.*",
    r"“\w+”",
    r"don’t",
    r"10\u00a0km",
    r"tab\there",
    r"1914[–-]18",
    r"straße|STRASSE",
    r"οδος|ΟΔΟΣ",
    r"ΜΣ",
    r"µm",
    r"θέμα",
    r"[α-ω]ς",
    r"ſt",
    r"ﬅ",
    r"İstanbul|ısı",
    r"\d+ comments?$",
    r"(?:no|\d+) (?:comment|repl(?:y|ies))",
    r"[.]{3}$|…$",
    r"\[bookmark:[ \u00a0]*[A-Za-z_][\w.-]{0,60}\]",
    r"\S+@\S+\.(?:com|org)",
]
FRAGMENTS = [
    "comment", "COMMENTS", "Share this", "share on twitter ", "  SHARE VIA Facebook", "ad", "advert", "advertisement",
    "read more", "more", "Subscribe", "subscription", " now", "today", "ax1", "Bx2", "sign up", "Sign UP", "sign\u00a0up",
    "ab", "abab", "abc", "abcd", "bc", "de", "© 2019", "cd", "aab", "aabcc", "b", "yzw", "xyw", "foo", "“word”",
    "don’t", "10\u00a0km", "10 km", "tab\there", "1914–18", "1914-18", "Straße", "STRASSE", "straſse", "οδος", "ΟΔΟΣ", "ΟΔΟς",
    "μς", "ΜΣ", "ΜΣα", "µm", "μM", "θέμα", "ϑΈΜΑ", "βσ", "ς", "st", "ſt", "ﬆ", "ﬅ", "İstanbul", "istanbul", "Isı", "ısı",
    "\u212as t", "ks_t", "no comment", "12 replies", "...", "…", "[bookmark: _GoBack]", "a@b.com", " ", "-", "x", "K", "İ",
]  # fmt: skip
lines = st.lists(st.sampled_from(FRAGMENTS), max_size=5).map("".join)


def stands(required: Requirement, line: str) -> bool:
    """Say whether what is required is in the line, in the way the matcher looks for it."""
    padded = f"\n{fold(line)}\n"
    places = [match.start() for one in required.strings for match in re.finditer(f"(?={re.escape(one)})", padded)]
    return any(not required.leads or not re.search(r"\w", line[: max(place - 1, 0)]) for place in places)


@pytest.mark.parametrize("ignore_case", [True, False])
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_match_in_a_fragment_contains_one(expression: str, ignore_case: bool) -> None:
    required = required_literals(expression, ignore_case)
    compiled = re.compile(expression, re.IGNORECASE if ignore_case else 0)
    for one in FRAGMENTS:
        for other in ("", *FRAGMENTS):
            line = one + other
            if required is not None and compiled.search(line):
                assert stands(required, line), line


@given(st.sampled_from(EXPRESSIONS), st.booleans(), lines)
def test_every_match_contains_one(expression: str, ignore_case: bool, line: str) -> None:
    required = required_literals(expression, ignore_case)
    if required is not None and re.search(expression, line, re.IGNORECASE if ignore_case else 0):
        assert stands(required, line)


atoms = st.sampled_from(
    ["a", "b", "S", "k", "σ", "[ab]", "[^a]", r"\w", r"\s", ".", "^", "$", r"\b", "(?=a)", "(?<!b)", " "]
)
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "+?", "*+"])).map(
            lambda it: f"(?:{it[0]}){it[1]}"
        ),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?>{part})"),
    ),
    max_leaves=8,
)


@given(expressions, st.booleans(), st.text(alphabet="abASsſkK\u212aσςΣ ", max_size=8))
def test_every_match_of_a_random_expression_contains_one(expression: str, ignore_case: bool, line: str) -> None:
    required = required_literals(expression, ignore_case)
    if required is not None and re.search(expression, line, re.IGNORECASE if ignore_case else 0):
        assert stands(required, line)


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        (r"\bcomments?\b", {"comment"}),
        (r"^share this$", {"\nshare this\n"}),
        (r"\w+ (?:tweet|share)\b", {" tweet", " share"}),
        (r"SIGN UP", {"sign up"}),
        (r"\w+", None),
        (r"a*", None),
        (r"a|\w", None),
        (r"\p{Lu}", None),
        (r"(((", None),
        (r"^$", None),
        (r"x|", None),
    ],
)
def test_chosen_literals(expression: str, literals: set[str] | None) -> None:
    found = required_literals(expression, True)
    assert (found and set(found.strings)) == literals


def test_the_rarer_part_is_chosen() -> None:
    assert required_literals(r"the \w+ quiz", True) == (frozenset({" quiz"}), False)
    assert expected_share(frozenset({"quiz"})) < expected_share(frozenset({"the "}))


def test_deep_nesting_has_no_literals() -> None:
    assert required_literals("(" * 5000 + "a" + ")" * 5000, True) is None

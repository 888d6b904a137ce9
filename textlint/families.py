"""The families of rules, named by the letters of a code. This is the only table of them."""

from __future__ import annotations

from textlint.startup.values import NamedTuple


class Family(NamedTuple):
    """One family of built-in rules.

    `folder` is its folder in `rules/` and in `textlint/checks/`. `topic` is its subject: "furniture" (the page around
    the article), "damage" (what scraping did to the text) or "sources" (who is the source of a statement).
    """

    prefix: str  # the letters of its codes
    folder: str
    title: str
    finds: str  # one line
    topic: str
    covers_article: bool = True  # False: the text of its findings is not part of the article and makes no claims
    about_article: str = ""  # prefix of the codes that are about the article's sentences; "" if none are
    is_fixed: bool = False  # other programs rely on its list of codes, so no code is assigned automatically
    covers_lines: bool = False  # its findings cover whole lines that are not part of the article
    same_words: str = ""  # prefix of the codes whose findings on the same words are shown as one; "" if none are


FAMILIES = (
    Family(
        "BP", "boilerplate", "Page furniture",
        "boilerplate: comment forms, newsletter boxes, share bars, related articles, advertising, legal lines, site names",
        "furniture", covers_article=False, covers_lines=True,
    ),
    Family(
        "RS", "residue", "Residue of word processors, CMS and PDF",
        "residue of Word, content management systems, wire services, feed readers",
        "damage", covers_lines=True,
    ),
    Family(
        "MK", "markup", "Markup",
        "markup: tags, scripts, shortcodes, placeholders",
        "damage", covers_article=False, covers_lines=True,
    ),
    Family(
        "EN", "encoding", "Encoding and characters",
        "encoding: mojibake, stray control characters, entities, look-alikes",
        "damage",
    ),
    Family(
        "SP", "spacing", "Spaces and run-together words",
        "spacing: run-together words, no-break spaces, blank lines",
        "damage",
    ),
    Family(
        "RP", "repetition", "Repetition",
        "repetition: a headline, line or word that appears twice",
        "damage", covers_lines=True,
    ),
    Family(
        "ST", "structure", "Structure",
        "structure: lost words, lost numbers",
        "damage", about_article="ST1",
    ),
    Family(
        "AT", "attribution", "Attribution",
        "attribution: unnamed experts and officials, quotations without a speaker",
        "sources", is_fixed=True, about_article="AT", same_words="AT1",
    ),
    Family(
        "CL", "claims", "Claims",
        "claims: figures without a source, unnamed studies, rumors, relative dates without a date to count from",
        "sources", is_fixed=True, about_article="CL",
    ),
)  # fmt: skip

LEARNED = "ZZ"  # the letters of rules that `textlint learn` writes
OWN = "XX"  # the letters that `textlint new-rule` proposes for your own rules
RESERVED = (*(family.prefix for family in FAMILIES), LEARNED)  # other packs may not use these


def prefix_of(code: str) -> str:
    """Return the letters of a rule's code, which identify its family."""
    return code.rstrip("0123456789")


def prefixes(topic: str) -> tuple[str, ...]:
    """Return the letters of the families with this topic."""
    return tuple(family.prefix for family in FAMILIES if family.topic == topic)

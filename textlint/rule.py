"""A rule as the engine sees it: plain values, read from a rule file once it has been validated."""

from __future__ import annotations

from textlint.span import Edit, Finding
from textlint.startup.values import Any, NamedTuple

__all__ = ["Edit", "Example", "Finding", "FixPolicy", "Rule", "Where"]


class Where(NamedTuple):
    """What must hold around a match of a phrase, pattern or block before it is a finding."""

    zones: tuple[str, ...] = ()  # "head", "body", "tail"; empty: anywhere
    max_words: int = 0  # of the line that holds the match; 0: any number
    alone: bool = False  # the line holds nothing but the match and punctuation
    unless: tuple[str, ...] = ()  # patterns that must not match the line
    quoted: bool = False  # whether a match inside a quotation counts
    evidence: int = 0  # how many cues of other kinds must stand near
    near: int = 6  # how many lines with words away "near" reaches


class FixPolicy(NamedTuple):
    """What may be done about a finding, and what the fixer proves before it does it."""

    applicability: str
    keeps: str
    replacement: str = ""  # for phrase and pattern: what stands in place of the span; `\\1` and `\\g<name>` as in re
    evidence: int = 0  # how many cues of other kinds must stand near for the full applicability
    otherwise: str = "display"  # the applicability without that evidence


class Example(NamedTuple):
    """A text that a rule must find (`bad`), must leave alone (`good`), or is known to miss (`miss`)."""

    kind: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()
    fixed: str | None = None
    why: str = ""
    is_file: bool = False
    metadata: tuple[tuple[str, str], ...] = ()


class Rule(NamedTuple):
    """One rule of a rule set; the fields are those of the rule file."""

    code: str
    name: str
    summary: str
    severity: str
    status: str
    since: str
    check: str
    parameters: dict[str, Any]
    message: str
    why: str
    languages: tuple[str, ...]
    enabled: bool
    requires: tuple[str, ...]  # literals, of which one must stand in the folded text
    characters: tuple[tuple[str, str], ...]  # ranges of characters, of which one in the text does as well
    span: str
    cue: str
    supersedes: tuple[str, ...]
    last_resort: bool  # a finding is dropped within one of another rule of the family that is no last resort
    where: Where
    fix: FixPolicy | None
    origin: str  # the rule file, for messages

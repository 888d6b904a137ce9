"""A rule as the engine sees it: plain values, read from a validated rule file."""

from __future__ import annotations

from textlint.span import Edit, Finding
from textlint.startup.values import Any, NamedTuple

__all__ = ["Edit", "Example", "Finding", "FixPolicy", "Rule", "Where"]


class Where(NamedTuple):
    """The conditions that a match of a phrase, pattern or block must meet to become a finding."""

    zones: tuple[str, ...] = ()  # "head", "body", "tail"; empty means anywhere
    max_words: int = 0  # of the line with the match; 0 means any number
    alone: bool = False  # whether the line must contain nothing but the match and punctuation
    unless: tuple[str, ...] = ()  # patterns that must not match the line
    quoted: bool = False  # whether a match inside a quotation counts
    evidence: int = 0  # how many kinds of cue, other than the rule's own, must be near
    near: int = 6  # how many lines away counts as near, not counting blank lines


class FixPolicy(NamedTuple):
    """The fix of a rule's findings, and what the fixer proves before it applies one."""

    applicability: str
    keeps: str
    replacement: str = (
        ""  # for phrase and pattern: the text that replaces the span; `\\1` and `\\g<name>` work as in re
    )
    evidence: int = 0  # how many kinds of cue, other than the rule's own, must be near for the full applicability
    otherwise: str = "display"  # the applicability without that evidence


class Example(NamedTuple):
    """A text in which a rule must find something (`bad`), must find nothing (`good`), or misses something (`miss`)."""

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
    requires: tuple[str, ...]  # literals; the folded text must contain at least one
    characters: tuple[tuple[str, str], ...]  # ranges of characters; one of these in the text is enough too
    span: str
    cue: str
    supersedes: tuple[str, ...]
    last_resort: bool  # its findings are dropped within those of other rules of the family
    where: Where
    fix: FixPolicy | None
    origin: str  # the rule file, for messages

"""The schema of a rule file: every table and key, its type and its default."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2,6}[0-9]{3}$", description="two to six capitals and three digits")]
Name = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="lower-case words joined by hyphens")
]
Words = Annotated[str, msgspec.Meta(min_length=1)]
CharacterRange = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(?s:.)(?:-(?s:.))?$", description="a character, or two with a hyphen: the range between them"
    ),
]
WordList = Annotated[list[Words], msgspec.Meta(min_length=1)]
Zone = Literal["head", "body", "tail"]
Applicability = Literal["safe", "unsafe", "display"]


class _Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A table of a rule file. Unknown keys are an error."""


class PhraseTable(_Table, frozen=True):
    """Literal phrases, compared in the folded text as whole words."""

    any: WordList
    at: Literal["line", "start", "end", "word"] = "word"


class PatternTable(_Table, frozen=True):
    """Regular expressions, matched within one line each."""

    any: WordList
    case: bool = False
    every_line: bool = False  # run on every line, for a pattern without a literal to look for; slow


class BlockTable(_Table, frozen=True):
    """A run of lines, from one that matches a start to one that matches an end."""

    start: WordList
    end: WordList
    max_lines: Annotated[int, msgspec.Meta(ge=1, le=500)] = 30
    include_end: bool = True


class WhereTable(_Table, frozen=True):
    """The conditions that a match must meet."""

    zones: list[Zone] = []
    max_words: Annotated[int, msgspec.Meta(ge=0)] = 0
    alone: bool = False
    unless: list[Words] = []
    quoted: bool = False
    evidence: Annotated[int, msgspec.Meta(ge=0)] = 0
    near: Annotated[int, msgspec.Meta(ge=1, le=100)] = 6


class FixTable(_Table, frozen=True):
    """The fix of a finding, and what is proved before it is applied."""

    applicability: Applicability
    keeps: Literal["rest", "letters", "bytes", "nothing"]
    replacement: str = ""
    evidence: Annotated[int, msgspec.Meta(ge=0)] = 0
    otherwise: Applicability = "display"


class ExampleTable(_Table, frozen=True):
    """One text that shows what the rule does."""

    bad: str | None = None
    good: str | None = None
    miss: str | None = None
    fixed: str | None = None
    why: str = ""
    file: bool = False  # the text is the whole content of a file
    metadata: dict[str, str] = {}  # the metadata that a reader would provide with the text


class RuleTable(_Table, frozen=True):
    """A whole rule file."""

    code: Code
    name: Name
    summary: Words
    severity: Literal["error", "warning", "info"]
    status: Literal["preview", "stable", "deprecated"]
    since: Words
    message: Words
    why: Words
    languages: list[Words] = []
    enabled: bool = True
    requires: list[Words] = []
    characters: list[CharacterRange] = []
    span: Literal["match", "line", "paragraph"] = "match"
    cue: str = ""
    supersedes: list[Code] = []
    last_resort: bool = False  # reported only if no other rule of the family covers the words
    check: str = ""
    parameters: dict[str, Any] = {}
    phrase: PhraseTable | None = None
    pattern: PatternTable | None = None
    block: BlockTable | None = None
    where: WhereTable = WhereTable()
    fix: FixTable | None = None
    example: list[ExampleTable] = []

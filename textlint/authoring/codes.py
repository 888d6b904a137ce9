"""Codes for new rules: which are taken, which are reserved, and which is next."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from textlint.errors import ConfigError
from textlint.families import FAMILIES, LEARNED, OWN, RESERVED, prefix_of
from textlint.rulebook.file import read_rule_file
from textlint.rulebook.ruleset import rule_files, with_builtin
from textlint.startup.locations import rules_folder

_FIRST_NUMBER = 101
_NUMBERS_GIVEN = range(_FIRST_NUMBER, 900)  # from 900 on stand rules that judge a line by the lines around it
_CODE = re.compile(r"([A-Z]+)([0-9]*)")


def known_codes(folder: str) -> dict[str, str]:
    """Return the code of every built-in rule and every rule below `folder`, with its file.

    Raises RuleError if a rule file there is wrong: a new one would not make the pack usable.
    """
    has_rules = os.path.isdir(folder) and any(Path(folder).rglob("*.toml"))
    files = [path for place in with_builtin([folder] if has_rules else []) for path in rule_files(place)]
    return {rule.code: rule.origin for path in files for rule, _ in (read_rule_file(path),)}


def next_code(wanted: str, taken: Iterable[str], folder: str) -> str:
    """Return a code for a rule of the pack `folder`: `wanted`, or the next free one if it is only letters.

    That is the code after the last one taken, or the first gap where there is none after it. Raises ConfigError for
    letters that are reserved for other rules, and where no number is left.
    """
    match = _CODE.fullmatch(wanted.upper())
    if match is None:
        return wanted.upper()  # the loader says what a code looks like
    letters, digits = match.groups()
    _refuse_reserved(letters, bool(digits), folder)
    if digits:
        return wanted.upper()
    numbers = {int(code.removeprefix(letters)) for code in taken if prefix_of(code) == letters}
    used = numbers.intersection(_NUMBERS_GIVEN)
    after = max(used, default=_FIRST_NUMBER - 1) + 1
    for number in (after, *_NUMBERS_GIVEN):
        if number in _NUMBERS_GIVEN and number not in used:
            return f"{letters}{number}"
    raise ConfigError(f"no number is left for the letters {letters}", remedy="Choose other letters, or a whole code.")


def _refuse_reserved(letters: str, is_whole: bool, folder: str) -> None:
    """Raise ConfigError if codes with these letters are not for a new rule in `folder`."""
    if letters not in RESERVED:
        return
    if letters == LEARNED:
        raise ConfigError(
            f"the letters {letters} are reserved for the rules that `textlint learn` writes",
            remedy=f"Choose letters of your own, such as {OWN}.",
        )
    if not _is_builtin(folder):
        raise ConfigError(
            f"the letters {letters} are reserved for the rules that come with textlint",
            remedy=f"Choose letters of your own, such as {OWN}.",
        )
    if not is_whole and any(family.prefix == letters and family.is_fixed for family in FAMILIES):
        raise ConfigError(
            f"the codes of the family {letters} are fixed, because other programs rely on them",
            remedy="Give a whole code if the rule must be one of them.",
        )


def _is_builtin(folder: str) -> bool:
    return (os.path.realpath(folder) + os.sep).startswith(os.path.realpath(rules_folder()) + os.sep)

"""Read rule packs, check them against each other, and select rules by code."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from textlint.checks import MATCHED
from textlint.errors import ConfigError, RuleError
from textlint.families import prefix_of
from textlint.matching.literal_table import Literals, MissingLiteral, Table, build_table
from textlint.matching.matcher import Matcher
from textlint.rule import Example, FixPolicy, Rule, Where
from textlint.startup.locations import rules_folder
from textlint.startup.values import Any, NamedTuple

ALL = "ALL"
StrPath = str | os.PathLike[str]


class Pack(NamedTuple):
    """The rules of some folders and their literal table: plain data, so that it can be cached."""

    rules: tuple[Rule, ...]
    table: Table


class Selection(NamedTuple):
    """Which rules run, by code or code prefix, with the semantics of ruff.

    `select` replaces the default (every stable rule that is on), `extend_select` adds to it, and `ignore` removes
    rules. If they conflict, the longest prefix wins. A rule that is off by default runs if its code, or a prefix other
    than ALL, is selected; a rule in preview also needs `preview`.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False


EVERYTHING_ON_BY_DEFAULT = Selection()


class RuleSet:
    """The rules of some packs, which of them are on, and their matcher.

    Cues for page furniture come from all rules of the packs, so that the findings of one rule do not depend on which
    others are selected.
    """

    def __init__(self, pack: Pack, selection: Selection = EVERYTHING_ON_BY_DEFAULT) -> None:
        self.rules = pack.rules
        self.selection = selection
        self.selected = select(pack.rules, selection)
        self._pack = pack
        self._speaking: dict[str, frozenset[int]] = {}
        self._languages = frozenset(language for rule in pack.rules for language in rule.languages)

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher for the rules that are on and those that provide cues."""
        active = self.wanted | {number for number, rule in enumerate(self.rules) if rule.cue}
        return Matcher(self.rules, self._pack.table, active)

    @cached_property
    def unrestricted(self) -> RuleSet:
        """The same rules, all of them on, whatever their status and the language of the text."""
        rules = tuple(rule._replace(languages=()) for rule in self.rules)
        codes = tuple(rule.code for rule in rules)
        return RuleSet(Pack(rules, self._pack.table), Selection(codes, preview=True))

    @cached_property
    def wanted(self) -> frozenset[int]:
        """The numbers (indices in `rules`) of the rules that are on."""
        return frozenset(number for number, rule in enumerate(self.rules) if rule.code in self.selected)

    @cached_property
    def unprompted(self) -> frozenset[int]:
        """The numbers of the rules that are on and run on every document, whether or not the matcher finds anything."""
        return frozenset(
            number
            for number in self.wanted
            if self.rules[number].check not in MATCHED
            and not (self.rules[number].requires or self.rules[number].characters)
        )

    def speaking(self, language: str) -> frozenset[int]:
        """Return the numbers of the rules that are on and apply to `language`; "" (too short to tell) matches any."""
        if language and language not in self._languages:
            language = "und"
        if language not in self._speaking:
            self._speaking[language] = frozenset(
                number
                for number in self.wanted
                if not language or not self.rules[number].languages or language in self.rules[number].languages
            )
        return self._speaking[language]

    def rule(self, code: str) -> Rule:
        """Return the rule with this code or name; raises ConfigError if there is none."""
        for rule in self.rules:
            if code.upper() == rule.code or code.lower() == rule.name:
                return rule
        raise ConfigError(f"there is no rule “{code}”", remedy="Run `textlint rules` to list all rules.")


def select(rules: Sequence[Rule], selection: Selection) -> frozenset[str]:
    """Return the codes of the rules that run; raises ConfigError for a prefix that matches no rule."""
    for prefix in (*selection.select, *selection.extend_select, *selection.ignore):
        if prefix != ALL and not any(rule.code.startswith(prefix) for rule in rules):
            families = ", ".join(sorted({prefix_of(rule.code) for rule in rules}))
            raise ConfigError(
                f"no rule code starts with “{prefix}”",
                remedy=f"Use a code or a prefix of one; the families are {families}.",
            )
    if not (selection.select or selection.extend_select or selection.ignore):  # true for most runs
        return frozenset(
            rule.code for rule in rules if rule.enabled and (selection.preview or rule.status != "preview")
        )
    return frozenset(rule.code for rule in rules if _is_selected(rule, selection))


def _is_selected(rule: Rule, selection: Selection) -> bool:
    if rule.status == "preview" and not selection.preview:
        return False
    chosen = _longest(rule.code, selection.select)
    added = _longest(rule.code, selection.extend_select)
    ignored = _longest(rule.code, selection.ignore)
    wanted = max(chosen, added)
    if not selection.select and rule.enabled:
        wanted = max(wanted, 0)
    if wanted == 0 and not rule.enabled:
        return False
    return wanted > ignored or (wanted >= 0 and ignored < 0)


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """Return the length of the longest prefix of `code`, 0 for ALL, -1 for none."""
    return max(
        (0 if prefix == ALL else len(prefix) for prefix in prefixes if prefix == ALL or code.startswith(prefix)),
        default=-1,
    )


def with_builtin(folders: Sequence[str]) -> list[str]:
    """Return the folder of the built-in rules, and those of `folders` that are outside it."""
    builtin = os.path.realpath(rules_folder())
    own = [place for place in folders if not (os.path.realpath(place) + os.sep).startswith(builtin + os.sep)]
    return [rules_folder(), *own]


def rule_files(folder: StrPath) -> list[str]:
    """Return the rule files in `folder` and its subfolders, sorted: `*.toml` except in `lexicons` and through links out.

    Raises RuleError for a folder that does not exist or contains no rules.
    """
    folder = os.fspath(folder)
    if not os.path.isdir(folder):
        raise RuleError("the folder of rules does not exist", folder, remedy="Check the spelling of the path.")
    found = sorted(_files_below(folder, os.path.realpath(folder) + os.sep))
    if not found:
        raise RuleError("the folder contains no rule files (*.toml)", folder)
    return found


def _files_below(folder: str, root: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "lexicons":
                    yield from _files_below(entry.path, root)
            elif entry.name.endswith(".toml") and (
                not entry.is_symlink() or os.path.realpath(entry.path).startswith(root)
            ):
                yield entry.path


def read_pack(folders: Sequence[StrPath]) -> tuple[Pack, dict[str, tuple[Example, ...]]]:
    """Return the rules of `folders` as one pack, and the examples of each rule by code.

    Raises RuleError for an invalid file, a code that two rules share, a check that does not exist, or a superseded code
    that no rule has.
    """
    from textlint.rulebook.file import read_rule_file

    rules: dict[str, Rule] = {}
    examples: dict[str, tuple[Example, ...]] = {}
    for folder in folders:
        for path in rule_files(folder):
            rule, shown = read_rule_file(path)
            if rule.code in rules:
                raise RuleError(
                    f"the code {rule.code} is already used in {rules[rule.code].origin}",
                    rule.origin,
                    remedy="Change the code of one of them.",
                )
            rules[rule.code] = rule
            examples[rule.code] = shown
    ordered = tuple(rules[code] for code in sorted(rules))
    _cross_check(ordered)
    return Pack(ordered, _table(ordered)), examples


def _cross_check(rules: Sequence[Rule]) -> None:
    from inspect import signature

    from textlint.checks import find_check

    codes = {rule.code for rule in rules}
    for rule in rules:
        check = find_check(rule.check, rule.origin)
        if check is not None:
            try:
                signature(check).bind(None, **rule.parameters)
            except TypeError as error:
                raise RuleError(f"[parameters] do not match the check “{rule.check}”: {error}", rule.origin) from None
        for code in rule.supersedes:
            if code not in codes:
                raise RuleError(f"supersedes {code}, but no rule has that code", rule.origin)


def _table(rules: Sequence[Rule]) -> Table:
    try:
        return build_table(rules)
    except MissingLiteral as error:
        raise RuleError(str(error), error.origin) from None


def to_plain(pack: Pack) -> tuple[list[Any], Any]:
    """Convert a pack to tuples, lists, dicts and strings, for `marshal`."""
    rows = [(*rule[:-3], tuple(rule.where), tuple(rule.fix) if rule.fix else None, rule.origin) for rule in pack.rules]
    anywhere, heads, everywhere, characters = pack.table
    return rows, (tuple(anywhere), tuple(heads), everywhere, characters)


def from_plain(plain: tuple[list[Any], Any]) -> Pack:
    """Return the pack that was converted by `to_plain`."""
    rows, table = plain
    rules = []
    for row in rows:
        where, fix = Where._make(row[-3]), row[-2]
        rules.append(Rule._make((*row[:-3], where, fix and FixPolicy._make(fix), row[-1])))
    anywhere, heads, everywhere, characters = table
    return Pack(tuple(rules), Table(Literals._make(anywhere), Literals._make(heads), everywhere, characters))

"""Read a rule file: a validated `Rule` and its examples, or an error with the line."""

from __future__ import annotations

import os
import re
import tomllib
from itertools import product
from math import prod
from pathlib import Path

import msgspec

from textlint.errors import RuleError
from textlint.rule import Example, FixPolicy, Rule, Where
from textlint.rulebook.schema import (
    BlockTable,
    ExampleTable,
    FixTable,
    PatternTable,
    PhraseTable,
    RuleTable,
    WhereTable,
)
from textlint.settings.toml_errors import explain, line_of, steps_of

_ALTERNATIVES = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_MARK = re.compile(r">>(.*?)<<", re.DOTALL)
_GROUP_REFERENCE = re.compile(r"\\(?:(\d+)|g<(\w+)>)")
_DEEP_KEY = re.compile(r"^[^\"'#\n=.]*(?:\.[^\"'#\n=.]*){16}", re.MULTILINE)  # tomllib's time is quadratic in the dots
_MOST_ALTERNATIVES = 1_000
_LARGEST_FILE = 256 * 1024
_MATCHED_KINDS = ("phrase", "pattern", "block")
_EXAMPLE_KINDS = ("bad", "good", "miss")


def read_rule_file(file: str | os.PathLike[str]) -> tuple[Rule, tuple[Example, ...]]:
    """Return the rule in a file and its examples.

    Raises RuleError, with the line if it is known, for a file that cannot be read, is not TOML, has an unknown key or
    invalid value, or contradicts itself.
    """
    path = Path(file)
    content = _read(path)
    deep = _DEEP_KEY.search(content)
    if deep:
        raise _error(path, content, "nested too deep", content.count("\n", 0, deep.start()) + 1)
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise _error(path, content, f"not TOML: {error}", int(line.group(1)) if line else None) from None
    except RecursionError:
        raise _error(path, content, "nested too deep", None) from None
    try:
        table = msgspec.convert(data, RuleTable)
    except msgspec.ValidationError as error:
        message, steps = explain(str(error), _known_keys(str(error)))
        raise _error(path, content, message, line_of(content, steps)) from None
    problem = _contradiction(table, path)
    if problem:
        place, message = problem
        steps = [int(step) if step.isdigit() else step for step in place.split(".")]
        raise _error(path, content, message, line_of(content, steps))
    return _to_rule(table, path), tuple(_to_example(example) for example in table.example)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise RuleError(
                "larger than a rule file may be (256 KiB)", str(path), remedy="Split it into several rules."
            )
        return path.read_text("utf-8")
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}", str(path)) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RuleError(f"not UTF-8 at byte {error.start}", str(path), line, "Save the file as UTF-8.") from None


def _error(path: Path, content: str, message: str, line: int | None) -> RuleError:
    quoted = content.splitlines()[line - 1].strip() if line and line <= len(content.splitlines()) else ""
    return RuleError(message, str(path), line, f"the line reads: {quoted}" if quoted else "")


def _known_keys(message: str) -> tuple[str, ...]:
    tables = {
        "phrase": PhraseTable, "pattern": PatternTable, "block": BlockTable, "where": WhereTable,
        "fix": FixTable, "example": ExampleTable,
    }  # fmt: skip
    steps = steps_of(message)
    struct = tables.get(str(steps[0]), RuleTable) if steps else RuleTable
    return struct.__struct_fields__


def _contradiction(table: RuleTable, path: Path) -> tuple[str, str] | None:
    """Return the place, as dotted keys, and the message of the first contradiction, or None."""
    ways = [kind for kind in _MATCHED_KINDS if getattr(table, kind)] + (["check"] if table.check else [])
    if table.name != path.stem:
        return "name", f"the name “{table.name}” does not match the file name, “{path.stem}”"
    if len(ways) != 1:
        return ways[0] if ways else "code", "a rule needs exactly one of check, [phrase], [pattern] and [block]"
    if table.parameters and not table.check:
        return "parameters", "[parameters] requires a check"
    for number, words in enumerate(table.requires):
        if prod(found.count("|") + 1 for found in _ALTERNATIVES.findall(words)) > _MOST_ALTERNATIVES:
            return f"requires.{number}", f"more than {_MOST_ALTERNATIVES:,} alternatives in one entry"
    if table.fix and table.fix.applicability == "safe" and table.fix.keeps == "nothing":
        return "fix.keeps", "a fix that keeps nothing is never safe"
    if not any(example.bad is not None for example in table.example):
        return "example", "an [[example]] with `bad` is missing"
    if not any(example.good is not None for example in table.example):
        return "example", "an [[example]] with `good` is missing: a text that the rule almost reports"
    return _example_contradiction(table) or _pattern_fault(table)


def _example_contradiction(table: RuleTable) -> tuple[str, str] | None:
    for number, example in enumerate(table.example):
        kinds = [kind for kind in _EXAMPLE_KINDS if getattr(example, kind) is not None]
        if len(kinds) != 1:
            return f"example.{number}", "an example needs exactly one of bad, good and miss"
        if example.bad is not None and not _MARK.search(example.bad):
            return f"example.{number}.bad", "the words to find are not marked as >>words<<"
        if example.fixed is not None and example.bad is None:
            return f"example.{number}.fixed", "`fixed` requires `bad`"
    if table.fix and table.fix.applicability != "display" and all(example.fixed is None for example in table.example):
        return "fix", "no example has `fixed`, the text after the fix"
    return None


def _pattern_fault(table: RuleTable) -> tuple[str, str] | None:
    from textlint.matching.expressions import compile_expression

    block = table.block
    places = {
        "pattern.any": table.pattern.any if table.pattern else (),
        "block.start": block.start if block else (),
        "block.end": block.end if block else (),
        "where.unless": table.where.unless,
    }
    for place, expressions in places.items():
        for expression in expressions:
            try:
                compile_expression(expression, ignore_case=True)
            except ValueError as error:
                return place, f"the expression {expression!r} does not compile: {error}"
    return _replacement_fault(table)


def _replacement_fault(table: RuleTable) -> tuple[str, str] | None:
    """Return the place and message of an invalid escape in the replacement, for any of the rule's expressions."""
    from textlint.matching.expressions import compile_expression

    replacement = table.fix.replacement if table.fix else ""
    if "\\" not in replacement:
        return None
    if table.pattern is None:
        return "fix.replacement", "the replacement refers to groups, but only a [pattern] has them"
    for expression in table.pattern.any:
        compiled = compile_expression(expression, ignore_case=True)
        known = {*map(str, range(compiled.groups + 1)), *compiled.groupindex}
        for number, name in _GROUP_REFERENCE.findall(replacement):
            if (number or name) not in known:
                return "fix.replacement", f"the expression {expression!r} has no group {number or name}"
        try:
            compiled.sub(replacement, "")
        except Exception as error:  # re.error or regex.error
            return "fix.replacement", f"the replacement {replacement!r} is not valid: {error}"
    return None


def _to_rule(table: RuleTable, path: Path) -> Rule:
    kind = next((kind for kind in _MATCHED_KINDS if getattr(table, kind)), "")
    parameters = msgspec.to_builtins(getattr(table, kind)) if kind else table.parameters
    where, fix = table.where, table.fix
    return Rule(
        code=table.code,
        name=table.name,
        summary=table.summary,
        severity=table.severity,
        status=table.status,
        since=table.since,
        check=kind or table.check,
        parameters=parameters,
        message=table.message,
        why=table.why.strip(),
        languages=tuple(table.languages),
        enabled=table.enabled,
        requires=tuple(literal.lower() for words in table.requires for literal in alternatives(words)),
        characters=tuple((characters[0], characters[-1]) for characters in table.characters),
        span=table.span,
        cue=table.cue,
        supersedes=tuple(table.supersedes),
        last_resort=table.last_resort,
        where=Where(
            zones=tuple(where.zones), max_words=where.max_words, alone=where.alone, unless=tuple(where.unless),
            quoted=where.quoted, evidence=where.evidence, near=where.near,
        ),
        fix=FixPolicy(fix.applicability, fix.keeps, fix.replacement, fix.evidence, fix.otherwise) if fix else None,
        origin=str(path),
    )  # fmt: skip


def alternatives(words: str) -> list[str]:
    """Return all strings that `words` expands to: "{the|a} {of|to}" expands to four."""
    parts = [part.split("|") if index % 2 else [part] for index, part in enumerate(_ALTERNATIVES.split(words))]
    return ["".join(chosen) for chosen in product(*parts)]


def _to_example(table: ExampleTable) -> Example:
    kind = next(kind for kind in _EXAMPLE_KINDS if getattr(table, kind) is not None)
    marked: str = getattr(table, kind)
    text, spans = (marked, ()) if kind == "good" else unmark(marked)
    return Example(kind, text, spans, table.fixed, table.why, table.file, tuple(table.metadata.items()))


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of an example without its `>>` and `<<`, and the spans that they marked."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    position = length = 0
    for match in _MARK.finditer(marked):
        before = marked[position : match.start()]
        start = length + len(before)
        length = start + len(match.group(1))
        spans.append((start, length))
        parts += (before, match.group(1))
        position = match.end()
    parts.append(marked[position:])
    return "".join(parts), tuple(spans)

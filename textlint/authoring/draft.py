"""Drafts of rules: the author's description of a new rule, written as a valid rule file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from textlint.authoring.codes import known_codes
from textlint.authoring.examples import Verdict, document_of, run_examples
from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import RuleError, WriteError
from textlint.families import prefix_of
from textlint.fixer import fix_document
from textlint.rule import Example
from textlint.rulebook.file import read_rule_file, unmark
from textlint.rulebook.ruleset import RuleSet, Selection, read_pack, with_builtin
from textlint.startup.values import Any, NamedTuple


class Draft(NamedTuple):
    """A rule as its author describes it: either `phrases` or `patterns`, and texts that show what it does.

    The words to find are marked in `bad` as `>>words<<`. `at` is for phrases only. `applicability` is empty for a rule
    without a fix.
    """

    code: str
    name: str
    summary: str
    message: str
    why: str
    bad: str
    good: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    at: str = "word"
    span: str = "match"
    zones: tuple[str, ...] = ()
    max_words: int = 0
    alone: bool = False
    quoted: bool = False
    severity: str = "warning"
    status: str = "preview"
    applicability: str = ""
    replacement: str = ""
    fixed: str = ""
    good_why: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether the words to find are marked in `bad`."""
        return bool(unmark(self.bad)[1])


def name_from(summary: str) -> str:
    """Return a name for a rule, made from the first words of its summary."""
    return "-".join(re.findall(r"[a-z0-9]+", summary.lower())[:4])


def place_of(draft: Draft, folder: str) -> Path:
    """Return the path for the rule file: next to the rules of its family in `folder`, or in the folder itself."""
    family = prefix_of(draft.code)
    for code, origin in known_codes(folder).items():
        if prefix_of(code) == family and Path(origin).resolve().is_relative_to(Path(folder).resolve()):
            return Path(origin).parent / f"{draft.name}.toml"
    return Path(folder) / f"{draft.name}.toml"


def to_toml(draft: Draft) -> str:
    """Return the draft as the text of a rule file."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    for key in ("code", "name", "summary", "severity", "status"):
        yield f"{key} = {_string(getattr(draft, key))}"
    yield 'since = "0.1"'
    yield f"message = {_string(draft.message)}"
    yield f"why = {_text(draft.why)}"
    if draft.span != "match":
        yield f"span = {_string(draft.span)}"
    yield from ("", "[phrase]" if draft.phrases else "[pattern]")
    yield f"any = [{', '.join(map(_string, draft.phrases or draft.patterns))}]"
    if draft.phrases:
        yield f"at = {_string(draft.at)}"
    where = {"zones": draft.zones, "max_words": draft.max_words, "alone": draft.alone, "quoted": draft.quoted}
    if any(where.values()):
        yield from ("", "[where]", *(f"{key} = {_value(value)}" for key, value in where.items() if value))
    if draft.applicability:
        yield from ("", "[fix]", f"applicability = {_string(draft.applicability)}")
        yield f'keeps = "{"nothing" if draft.replacement else "rest"}"'
        if draft.replacement:
            yield f"replacement = {_string(draft.replacement)}"
    yield from ("", "[[example]]", f"bad = {_text(draft.bad)}")
    if draft.applicability:
        yield f"fixed = {_text(draft.fixed)}"
    yield from ("", "[[example]]", f"good = {_text(draft.good)}")
    if draft.good_why:
        yield f"why = {_string(draft.good_why)}"


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_string, value))}]"
    return str(value).lower()


def _string(text: str) -> str:
    """Return a TOML string: a literal one if that avoids doubled backslashes and is possible."""
    if "\\" in text and text.isprintable() and "'" not in text:
        return f"'{text}'"
    return f'"{_escaped(text)}"'


def _text(text: str) -> str:
    """Return a TOML string, on several lines if the text has several."""
    if "\n" not in text:
        return _string(text)
    return '"""\n' + "\n".join(map(_escaped, text.split("\n"))) + '"""'


def _escaped(text: str) -> str:
    """Return `text` escaped for a basic TOML string. TOML has the same escapes as JSON, but also escapes DEL."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def completed(draft: Draft) -> Draft:
    """Return the draft with the marks in `bad` and the text `fixed`; if missing, both are filled in by running the rule.

    If the rule finds nothing, all of `bad` is marked, so that the example fails. Raises RuleError if the draft is not a
    valid rule.
    """
    marked = draft if draft.is_marked else draft._replace(bad=f">>{draft.bad}<<")
    lacks_text = bool(draft.applicability) and not draft.fixed
    if draft.is_marked and not lacks_text:
        return draft
    rules, example = _loaded(marked)
    document = document_of(example, rules.rule(draft.code))
    only = frozenset((draft.code,))
    if not draft.is_marked:
        marked = marked._replace(bad=_marked(document, rules, only) or marked.bad)
    if lacks_text:
        marked = marked._replace(fixed=fix_document(document, rules, unsafe=True, only=only).document.text)
    return marked


def _marked(document: Document, rules: RuleSet, only: frozenset[str]) -> str:
    text, found = document.text, diagnose(document, rules, only)
    for finding in reversed(found):
        text = f"{text[: finding.start]}>>{text[finding.start : finding.end]}<<{text[finding.end :]}"
    return text if found else ""


def _loaded(draft: Draft) -> tuple[RuleSet, Example]:
    """Return a rule set with the drafted rule, and its first example. Raises RuleError if the rule is not valid."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{draft.name}.toml"
        try:
            path.write_text(to_toml(draft), "utf-8")
            _, examples = read_rule_file(path)
            pack, _ = read_pack([folder])
        except RuleError as error:
            raise RuleError(error.message, remedy=error.remedy or "No file was written.") from None
        except (UnicodeEncodeError, ValueError, OSError):
            raise RuleError(f"“{draft.name}” is not a valid file name, or a text is not Unicode") from None
    return RuleSet(pack, Selection(select=(draft.code,), preview=True)), examples[0]


def write_draft(draft: Draft, folder: str) -> Path:
    """Write the draft to a rule file in `folder`, and return its path.

    Raises RuleError if the rule is not valid or its code is taken, and WriteError if the file already exists or cannot be
    written. Then nothing is written.
    """
    taken = known_codes(folder)
    if draft.code in taken:
        raise RuleError(f"the code {draft.code} is already used by {taken[draft.code]}", remedy="Choose another code.")
    _loaded(draft)
    path = place_of(draft, folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(to_toml(draft))
    except FileExistsError:
        raise WriteError("the file already exists", str(path), remedy="Choose another name.") from None
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", str(path)) from None
    return path


def verdicts_on(path: Path, folder: str) -> list[Verdict]:
    """Return the results of the examples in one rule file of the pack `folder`, run with the built-in rules."""
    rule, examples = read_rule_file(path)
    pack, _ = read_pack(with_builtin([folder]))
    return list(
        run_examples(RuleSet(pack, Selection(select=(rule.code,), preview=True)), {rule.code: examples}, [rule.code])
    )

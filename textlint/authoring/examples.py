"""Run the examples of rules: check that exactly the marked text is found and that the fix gives the fixed text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import TextlintError
from textlint.fixer import fix_document
from textlint.rule import Example, Rule
from textlint.rulebook.ruleset import RuleSet
from textlint.startup.values import NamedTuple


class Verdict(NamedTuple):
    """The outcome of one example; `failure` is empty if it passes."""

    rule: Rule
    example: Example
    failure: str


def run_examples(rules: RuleSet, examples: dict[str, Sequence[Example]], codes: Sequence[str]) -> Iterator[Verdict]:
    """Yield a verdict for each example of the rules `codes`; each example runs with only its rule."""
    for rule in rules.rules:
        if rule.code in codes:
            for example in examples[rule.code]:
                yield Verdict(rule, example, _failure(rules, rule, example))


def document_of(example: Example, rule: Rule) -> Document:
    """Return the example's text as a document, in the rule's first language unless the example declares another."""
    language = {"language": rule.languages[0]} if rule.languages else {}
    return Document(example.text, "example", metadata={**language, **dict(example.metadata)}, is_file=example.is_file)


def _failure(rules: RuleSet, rule: Rule, example: Example) -> str:
    only = frozenset((rule.code,))
    document = document_of(example, rule)
    try:
        found = sorted({(finding.start, finding.end) for finding in diagnose(document, rules, only)})
        if example.kind == "good":
            return f"finds {_quoted(document, found)}" if found else ""
        if example.kind == "miss":
            return "is found now: change it from `miss` to `bad`" if found else ""
        if found != sorted(example.spans):
            return f"finds {_quoted(document, found) or 'nothing'}, not {_quoted(document, example.spans)}"
        return _wrong_fix(rules, document, example.fixed, only)
    except TextlintError as error:
        return f"fails: {error}"


def _wrong_fix(rules: RuleSet, document: Document, fixed: str | None, only: frozenset[str]) -> str:
    if fixed is None:
        return ""
    text = fix_document(document, rules, unsafe=True, only=only).document.text
    return "" if text == fixed else f"is fixed to {text!r}, not {fixed!r}"


def _quoted(document: Document, spans: Sequence[tuple[int, int]]) -> str:
    return ", ".join(f"{document.text[start:end]!r} at {start}" for start, end in spans)

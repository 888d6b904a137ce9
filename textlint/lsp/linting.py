"""Check open texts for the language server, with the settings of the folder each is in."""

from __future__ import annotations

import io
import os
from typing import NamedTuple

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import TextlintError
from textlint.explanation.explain import explain
from textlint.explanation.places import Place
from textlint.explanation.values import Reason
from textlint.files.baseline import Matching
from textlint.files.baseline_file import open_baseline
from textlint.files.deadline import deadline
from textlint.files.setup import Setup, set_up
from textlint.fixer import fix_document
from textlint.readers import InputFile, find_reader
from textlint.reporters.options import ReportOptions
from textlint.rule import Rule
from textlint.settings.config import find_config
from textlint.span import Edit, Span


class Linted(NamedTuple):
    """The findings in one version of a text."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    rules: dict[str, Rule]
    pages: ReportOptions  # to look up the URL of a rule's page


class Linting:
    """Checks texts by path. Caches the settings and rules of each folder until `forget` is called."""

    def __init__(self) -> None:
        self._setups: dict[str, tuple[Setup, Matching | None]] = {}

    def forget(self) -> None:
        """Drop the cached settings and rules, so that they are read again."""
        self._setups.clear()

    def lint(self, path: str, text: str) -> Linted | None:
        """Return the findings in `text`, or None for a file whose text is not what the editor shows (HTML, JSON Lines).

        Raises TextlintError for invalid settings or rules, and for a text that takes too long.
        """
        document = _document(path, text)
        if document is None:
            return None
        setup, accepted = self._setup(path)
        with deadline(setup.config.timeout, path, size=len(text)):
            found = diagnose(document, setup.rules, setup.only_for(path))
        if accepted:
            found = accepted.new(document, found)
        pages = ReportOptions(rule_url=setup.config.rule_url)
        return Linted(document, found, {rule.code: rule for rule in setup.rules.rules}, pages)

    def explain(self, path: str, text: str, offset: int) -> tuple[Reason, ...]:
        """Return why the findings that contain an offset, or end there, are reported. Raises TextlintError like `lint`."""
        linted = self.lint(path, text)
        if linted is None or not any(found.start <= offset <= found.end for found in linted.diagnostics):
            return ()
        document = linted.document
        setup, _ = self._setup(path)
        line_start, _ = document.lines.around(offset)
        place = Place(Span(max(offset - 1, line_start), offset + 1))
        with deadline(setup.config.timeout, path, size=len(text)):
            explanation = explain(document, setup.rules, place, setup.only_for(path))
        shown = {(found.code, found.start, found.end) for found in linted.diagnostics}
        return tuple(reason for reason in explanation.findings if (reason.code, reason.start, reason.end) in shown)

    def fix_all(self, path: str, text: str) -> tuple[Document, tuple[Edit, ...]] | None:
        """Return the document and the edits of all safe fixes, or None as `lint` does. Raises TextlintError."""
        document = _document(path, text)
        if document is None:
            return None
        setup, accepted = self._setup(path)
        not_accepted = accepted.new if accepted else None
        with deadline(setup.config.timeout, path, size=len(text)):
            outcome = fix_document(document, setup.rules, only=setup.only_for(path), not_accepted=not_accepted)
        return document, outcome.edits

    def _setup(self, path: str) -> tuple[Setup, Matching | None]:
        folder = os.path.dirname(os.path.abspath(path))
        config = find_config(folder)
        if config not in self._setups:
            setup = set_up({"config": config} if config else {})
            self._setups[config] = (setup, open_baseline(setup.config.baseline, setup))
        return self._setups[config]


def _document(path: str, text: str) -> Document | None:
    """Return the document that the file's reader returns if its text is exactly `text`, else None."""
    file = InputFile(path, io.BytesIO(text.encode("utf-8", "replace")))
    try:
        documents = [unit.document for unit in find_reader(path)(file)]
    except TextlintError:
        return None
    if len(documents) == 1 and documents[0] is not None and documents[0].text == text:
        return documents[0]
    return None

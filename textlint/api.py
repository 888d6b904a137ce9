"""The Python API: check and fix texts, bytes and files.

The functions use the built-in rules, which are loaded once per process. For other rules or a selection of rules, create
a `Linter` and call its methods of the same names.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from textlint.diagnostic import Diagnostic, Fix
from textlint.document import Document
from textlint.engine import diagnose
from textlint.errors import TextlintError
from textlint.explanation.explain import explain
from textlint.explanation.places import place_of
from textlint.explanation.values import Explanation
from textlint.files.discovery import find_files
from textlint.files.inspection import Options, inspect
from textlint.fixer import fix_document
from textlint.readers import InputFile, Unit
from textlint.result import Problem, Result
from textlint.rulebook.packs import load_pack
from textlint.rulebook.ruleset import RuleSet, Selection
from textlint.span import Edit

__all__ = [
    "Diagnostic",
    "Edit",
    "Explanation",
    "Fix",
    "Linter",
    "Problem",
    "Result",
    "TextlintError",
    "fix_bytes",
    "fix_text",
    "lint_bytes",
    "lint_paths",
    "lint_text",
    "why",
]


class Linter:
    """A set of rules that can check and fix any number of texts.

    `select`, `extend_select` and `ignore` are rule codes or prefixes of codes, `preview` enables rules in preview, and
    `packs` are folders of rule files to use in addition to the built-in rules. Raises ConfigError for a code that
    matches no rule and RuleError for an invalid pack.
    """

    def __init__(
        self,
        *,
        select: Sequence[str] = (),
        extend_select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        preview: bool = False,
        packs: Sequence[str | os.PathLike[str]] = (),
    ) -> None:
        selection = Selection(tuple(select), tuple(extend_select), tuple(ignore), preview)
        self._rules = RuleSet(load_pack([os.fspath(pack) for pack in packs], installed=False), selection)

    def lint_text(self, text: str, *, path: str = "", metadata: Mapping[str, str] | None = None) -> list[Diagnostic]:
        """Return the findings in `text`, sorted by position; offsets are in code points.

        `metadata` may contain the `title`, `date`, `byline`, `url` and `language` of the article.
        """
        return list(diagnose(Document(text, path, metadata=metadata), self._rules))

    def fix_text(self, text: str, *, unsafe: bool = False, metadata: Mapping[str, str] | None = None) -> str:
        """Return `text` with all safe fixes applied, and the unsafe ones too if `unsafe`.

        Raises FixError if a fix does not keep what it declares, or if fixes keep changing the text.
        """
        return fix_document(Document(text, metadata=metadata), self._rules, unsafe).document.text

    def why(
        self,
        text: str,
        line: int,
        column: int | None = None,
        *,
        path: str = "",
        metadata: Mapping[str, str] | None = None,
    ) -> Explanation:
        """Return why something is reported, or nearly is, on a line of `text`, or at a column of it; both count from 1.

        Raises InputError if there is no such line or column.
        """
        document = Document(text, path, metadata=metadata)
        return explain(document, self._rules, place_of(document, line, column))

    def lint_bytes(self, data: bytes, *, path: str = "", encoding: str = "") -> list[Diagnostic]:
        """Return the findings in `data`, the content of a text file.

        `encoding` is its encoding if that is neither UTF-8 nor UTF-16. Raises InputError if it cannot be decoded.
        """
        unit = _unit(data, path, encoding)
        return list(diagnose(unit.document, self._rules)) if unit.document else []

    def fix_bytes(self, data: bytes, *, unsafe: bool = False, encoding: str = "") -> bytes:
        """Return `data` fixed, with all bytes outside the edits unchanged; raises InputError or FixError."""
        unit = _unit(data, "", encoding)
        if unit.document is None or unit.rewrite is None:
            return data
        return unit.rewrite(fix_document(unit.document, self._rules, unsafe).edits)

    def lint_paths(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Result]:
        """Yield the results of files and folders in order; a file that cannot be read gives a result with a problem."""
        found = find_files([os.fspath(path) for path in paths])
        for problem in found.problems:
            yield Result(problem.path, None, problems=(problem,))
        for path in found.paths:
            yield from inspect(path, self._rules, Options())


def _unit(data: bytes, path: str, encoding: str) -> Unit:
    """Read `data` as a plain text file."""
    from io import BytesIO

    from textlint.readers.text import read

    return next(read(InputFile(path, BytesIO(data), encoding)))


@cache
def _linter() -> Linter:
    return Linter()


def lint_text(text: str, *, path: str = "", metadata: Mapping[str, str] | None = None) -> list[Diagnostic]:
    """Return the findings of the built-in rules in `text`; see `Linter.lint_text`."""
    return _linter().lint_text(text, path=path, metadata=metadata)


def fix_text(text: str, *, unsafe: bool = False, metadata: Mapping[str, str] | None = None) -> str:
    """Return `text` fixed with the built-in rules; see `Linter.fix_text`."""
    return _linter().fix_text(text, unsafe=unsafe, metadata=metadata)


def why(
    text: str, line: int, column: int | None = None, *, path: str = "", metadata: Mapping[str, str] | None = None
) -> Explanation:
    """Return why the built-in rules report something at a place of `text`, or nearly do; see `Linter.why`."""
    return _linter().why(text, line, column, path=path, metadata=metadata)


def lint_bytes(data: bytes, *, path: str = "", encoding: str = "") -> list[Diagnostic]:
    """Return the findings of the built-in rules in `data`; see `Linter.lint_bytes`."""
    return _linter().lint_bytes(data, path=path, encoding=encoding)


def fix_bytes(data: bytes, *, unsafe: bool = False, encoding: str = "") -> bytes:
    """Return `data` fixed with the built-in rules; see `Linter.fix_bytes`."""
    return _linter().fix_bytes(data, unsafe=unsafe, encoding=encoding)


def lint_paths(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Result]:
    """Yield the results of the built-in rules for files and folders; see `Linter.lint_paths`."""
    return _linter().lint_paths(paths)

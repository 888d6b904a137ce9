"""What other programs import: check and repair texts, bytes and files.

The functions use the built-in rules, load them once a process and hold no other state. For other rules or a selection,
make a `Linter` and call its methods of the same names.
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
from textlint.fixer import repair
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
    """A set of rules, ready to check and repair any number of texts.

    `select`, `extend_select` and `ignore` are rule codes or beginnings of codes, `preview` admits rules in preview, and
    `packs` are folders of rule files used besides the built-in ones. Raises ConfigError for a code that no rule has and
    RuleError for a pack that cannot be used.
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
        """Return the findings in `text`, sorted by place; offsets are code points.

        `metadata` may tell what is known of the article besides its text: `title`, `date`, `byline`, `url`, `language`.
        """
        return list(diagnose(Document(text, path, metadata=metadata), self._rules))

    def fix_text(self, text: str, *, unsafe: bool = False, metadata: Mapping[str, str] | None = None) -> str:
        """Return `text` with all safe fixes made, and the unsafe ones too if `unsafe`.

        Raises FixError if a fix cannot be proved or the fixes do not settle.
        """
        return repair(Document(text, metadata=metadata), self._rules, unsafe).document.text

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
        """Return the findings in the text that `data` decodes to, as a file of its own.

        Raises InputError if it cannot be decoded; `encoding` names one where the bytes are not UTF-8 or UTF-16.
        """
        unit = _unit(data, path, encoding)
        return list(diagnose(unit.document, self._rules)) if unit.document else []

    def fix_bytes(self, data: bytes, *, unsafe: bool = False, encoding: str = "") -> bytes:
        """Return `data` repaired, every byte outside the edits as it was; raises InputError or FixError."""
        unit = _unit(data, "", encoding)
        if unit.document is None or unit.rewrite is None:
            return data
        return unit.rewrite(repair(unit.document, self._rules, unsafe).edits)

    def lint_paths(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Result]:
        """Yield the results of files and folders in order; what cannot be read is a result with a problem."""
        found = find_files([os.fspath(path) for path in paths])
        for problem in found.problems:
            yield Result(problem.path, None, problems=(problem,))
        for path in found.paths:
            yield from inspect(path, self._rules, Options())


def _unit(data: bytes, path: str, encoding: str) -> Unit:
    """Return the bytes of a plain text as its reader takes them."""
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
    """Return `text` repaired by the built-in rules; see `Linter.fix_text`."""
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
    """Return `data` repaired by the built-in rules; see `Linter.fix_bytes`."""
    return _linter().fix_bytes(data, unsafe=unsafe, encoding=encoding)


def lint_paths(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Result]:
    """Yield the results of files and folders under the built-in rules; see `Linter.lint_paths`."""
    return _linter().lint_paths(paths)

"""Findings that were looked at and accepted, kept in a file beside the articles, because articles cannot carry comments.

A baseline file holds one entry a line, as JSON, sorted, so that two branches can add entries and merge. An entry names
its finding by path, rule, words and context, never by line, and so survives edits elsewhere in the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from textlint.diagnostic import Diagnostic
from textlint.document import Document
from textlint.errors import ConfigError
from textlint.identity import Identity, identify, relative_path
from textlint.result import Result
from textlint.startup.values import Any, NamedTuple

_KEYS = (*Identity._fields, "reason")


class Entry(NamedTuple):
    """An accepted finding, and why it was accepted."""

    identity: Identity
    reason: str = ""


def read_entries(content: str, path: str) -> list[Entry]:
    """Return the entries of a baseline file whose content is `content`; blank lines are passed over.

    Raises ConfigError with the line for one that is not an entry.
    """
    lines = content.split("\n")
    return [_read_entry(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]


def _read_entry(line: str, path: str, number: int) -> Entry:
    remedy = "Make the file anew with `textlint baseline create`, or mend the line; a merge may have left marks in it."
    import json

    try:
        item = json.loads(line)
    except ValueError as error:
        raise ConfigError(f"not an entry of a baseline: {error}", path, number, remedy) from None
    if not isinstance(item, dict) or sorted(item) != sorted(_KEYS) or not all(map(_is_word, item.items())):
        keys = ", ".join(_KEYS)
        raise ConfigError(f"an entry of a baseline holds these texts and nothing else: {keys}", path, number, remedy)
    return Entry(Identity(*(item[key] for key in Identity._fields)), item["reason"])


def _is_word(item: tuple[str, Any]) -> bool:
    key, value = item
    return isinstance(value, str) or (key == "record" and value is None)


def write_entries(entries: Iterable[Entry]) -> str:
    """Return the content of a baseline file of these entries: sorted, one a line."""
    return "".join(_write_entry(entry) + "\n" for entry in sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[str, ...]:
    return tuple(part or "" for part in (*entry.identity, entry.reason))


def _write_entry(entry: Entry) -> str:
    import json

    item = {**entry.identity._asdict(), "reason": entry.reason}
    line = json.dumps(item, ensure_ascii=False)
    return line if line.isprintable() else json.dumps(item)  # so that no reviewer is shown reordered or hidden words


class Matching:
    """Findings told apart into accepted and new ones, as results pass by.

    `entries` are those of the baseline; each accepts one finding. `root` is the folder that holds the baseline and that
    its paths start from. `codes` are the rules that run: entries of other rules, and of files that were not read, are
    neither used nor unused.
    """

    def __init__(self, entries: Iterable[Entry], root: str = "", codes: Collection[str] | None = None) -> None:
        self.entries = sorted(entries, key=_order)
        self._root = root
        self._codes = codes
        self._open = Counter(entry.identity for entry in self.entries)
        self._paths: set[str] = set()

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` without the findings that are accepted."""
        for result in results:
            if result.document is not None:
                self._paths.add(relative_path(result.path, self._root))
            new = self._unaccepted(self._open, result.document, result.diagnostics)
            yield result if len(new) == len(result.diagnostics) else result._replace(diagnostics=new)

    def new(self, document: Document, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return those of the findings of a document that the baseline does not accept; nothing is used up."""
        identities = {identify(diagnostic, document, self._root) for diagnostic in diagnostics}
        left = Counter({identity: self._open[identity] for identity in identities})
        return self._unaccepted(left, document, diagnostics)

    def _unaccepted(
        self, left: Counter[Identity], document: Document | None, diagnostics: Sequence[Diagnostic]
    ) -> tuple[Diagnostic, ...]:
        """Return the findings for which `left` has no entry any more, and take those for which it has one out of it."""
        found = []
        for diagnostic in diagnostics:
            identity = identify(diagnostic, document, self._root)
            if left[identity] > 0:
                left[identity] -= 1
            else:
                found.append(diagnostic)
        return tuple(found)

    def unused(self) -> list[Entry]:
        """Return the entries that accepted nothing although their file was read and their rule run: they can go."""
        left = Counter(self._open)
        unused = []
        for entry in reversed(self.entries):
            identity = entry.identity
            is_judged = identity.path in self._paths and (self._codes is None or identity.code in self._codes)
            if is_judged and left[identity] > 0:
                left[identity] -= 1
                unused.append(entry)
        return unused[::-1]


def create(results: Iterable[Result], reason: str = "", root: str = "") -> list[Entry]:
    """Return entries that accept every finding of `results`."""
    return [
        Entry(identify(diagnostic, result.document, root), reason)
        for result in results
        for diagnostic in result.diagnostics
    ]


def update(
    entries: Sequence[Entry],
    results: Iterable[Result],
    reason: str = "",
    root: str = "",
    codes: Collection[str] | None = None,
) -> list[Entry]:
    """Return `entries` without the unused ones and with one for every new finding; kept entries keep their reasons."""
    matching = Matching(entries, root, codes)
    new = create(matching.watch(results), reason, root)
    return [*_without(matching.entries, matching.unused()), *new]


def prune(
    entries: Sequence[Entry], results: Iterable[Result], root: str = "", codes: Collection[str] | None = None
) -> list[Entry]:
    """Return `entries` without the unused ones."""
    matching = Matching(entries, root, codes)
    for _ in matching.watch(results):
        pass
    return _without(matching.entries, matching.unused())


def _without(entries: Iterable[Entry], unused: Iterable[Entry]) -> list[Entry]:
    return list((Counter(entries) - Counter(unused)).elements())

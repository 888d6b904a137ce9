"""Read, write and apply baselines: files of accepted findings.

Articles cannot contain suppression comments, so accepted findings are kept in a separate file. It holds one JSON entry
per line, sorted, so that branches that add entries merge cleanly. An entry identifies its finding by path, rule, words
and context, never by line number, and so survives edits elsewhere in the article.
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
    """An accepted finding and the reason it was accepted."""

    identity: Identity
    reason: str = ""


def read_entries(content: str, path: str) -> list[Entry]:
    """Return the entries in `content`, the content of the baseline file at `path`; blank lines are ignored.

    Raises ConfigError, with the line number, for a line that is not an entry.
    """
    lines = content.split("\n")
    return [_read_entry(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]


def _read_entry(line: str, path: str, number: int) -> Entry:
    remedy = (
        "Fix the line (it may contain merge conflict markers), or recreate the file with `textlint baseline create`."
    )
    import json

    try:
        item = json.loads(line)
    except ValueError as error:
        raise ConfigError(f"not a baseline entry: {error}", path, number, remedy) from None
    if not isinstance(item, dict) or sorted(item) != sorted(_KEYS) or not all(map(_is_valid_item, item.items())):
        keys = ", ".join(_KEYS)
        raise ConfigError(
            f"a baseline entry must have exactly these keys, with strings as values: {keys}", path, number, remedy
        )
    return Entry(Identity(*(item[key] for key in Identity._fields)), item["reason"])


def _is_valid_item(item: tuple[str, Any]) -> bool:
    key, value = item
    return isinstance(value, str) or (key == "record" and value is None)


def write_entries(entries: Iterable[Entry]) -> str:
    """Return the content of a baseline file with these entries: sorted, one per line."""
    return "".join(_write_entry(entry) + "\n" for entry in sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[str, ...]:
    return tuple(part or "" for part in (*entry.identity, entry.reason))


def _write_entry(entry: Entry) -> str:
    import json

    item = {**entry.identity._asdict(), "reason": entry.reason}
    line = json.dumps(item, ensure_ascii=False)
    return (
        line if line.isprintable() else json.dumps(item)
    )  # escape characters that could hide or reorder words in a review


class Matching:
    """Separates the new findings of a run from the accepted ones.

    Each of the baseline's `entries` accepts one finding. `root` is the folder of the baseline, which its paths are
    relative to. `codes` are the rules that run: entries of other rules, and of files that were not read, are not
    reported as unused.
    """

    def __init__(self, entries: Iterable[Entry], root: str = "", codes: Collection[str] | None = None) -> None:
        self.entries = sorted(entries, key=_order)
        self._root = root
        self._codes = codes
        self._unmatched = Counter(entry.identity for entry in self.entries)
        self._paths: set[str] = set()

    def filter(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield `results` without the accepted findings."""
        for result in results:
            if result.document is not None:
                self._paths.add(relative_path(result.path, self._root))
            new = self._unaccepted(self._unmatched, result.document, result.diagnostics)
            yield result if len(new) == len(result.diagnostics) else result._replace(diagnostics=new)

    def new(self, document: Document, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the findings of a document that the baseline does not accept, without marking entries as used."""
        identities = {identify(diagnostic, document, self._root) for diagnostic in diagnostics}
        left = Counter({identity: self._unmatched[identity] for identity in identities})
        return self._unaccepted(left, document, diagnostics)

    def _unaccepted(
        self, left: Counter[Identity], document: Document | None, diagnostics: Sequence[Diagnostic]
    ) -> tuple[Diagnostic, ...]:
        """Return the findings that have no entry in `left`, and remove the entries of the others from it."""
        found = []
        for diagnostic in diagnostics:
            identity = identify(diagnostic, document, self._root)
            if left[identity] > 0:
                left[identity] -= 1
            else:
                found.append(diagnostic)
        return tuple(found)

    def unused(self) -> list[Entry]:
        """Return the entries that matched no finding although their file was read and their rule ran."""
        left = Counter(self._unmatched)
        unused = []
        for entry in reversed(self.entries):
            identity = entry.identity
            was_checked = identity.path in self._paths and (self._codes is None or identity.code in self._codes)
            if was_checked and left[identity] > 0:
                left[identity] -= 1
                unused.append(entry)
        return unused[::-1]


def create(results: Iterable[Result], reason: str = "", root: str = "") -> list[Entry]:
    """Return entries that accept every finding in `results`."""
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
    """Return `entries` without the unused ones and with one for each new finding; reasons are kept."""
    matching = Matching(entries, root, codes)
    new = create(matching.filter(results), reason, root)
    return [*_without(matching.entries, matching.unused()), *new]


def prune(
    entries: Sequence[Entry], results: Iterable[Result], root: str = "", codes: Collection[str] | None = None
) -> list[Entry]:
    """Return `entries` without the unused ones."""
    matching = Matching(entries, root, codes)
    for _ in matching.filter(results):
        pass
    return _without(matching.entries, matching.unused())


def _without(entries: Iterable[Entry], unused: Iterable[Entry]) -> list[Entry]:
    return list((Counter(entries) - Counter(unused)).elements())

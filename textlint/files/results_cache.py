"""Cache results between runs, so that files with the same bytes, rules and options are not checked again.

The cache is one SQLite file in the user's cache folder, which makes concurrent runs safe. Errors of the cache are
ignored: the files are then checked as usual. Import this module only for runs over many files, since it starts slowly.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
import sys
import time
from collections.abc import Sequence
from hashlib import blake2b

from textlint.diagnostic import Diagnostic, Fix
from textlint.result import Result
from textlint.span import Edit
from textlint.startup.cache import folder
from textlint.startup.values import Any
from textlint.version import __version__

_FORMAT = 1
_DAYS_KEPT = 30
_LOCK_TIMEOUT = 2.0  # seconds to wait for another run to finish writing
_BATCH = 500  # results written in one transaction


def basis_of(*parts: object) -> bytes:
    """Return a key of everything but the files that the results depend on; equal parts must have equal `repr`s."""
    return _digest(repr((_FORMAT, __version__, sys.version, parts)))


def _digest(text: str, data: bytes = b"") -> bytes:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20)
    digest.update(data)
    return digest.digest()


class ResultsCache:
    """Cached results by key, open for one run; `basis` is the value of `basis_of` for the run."""

    def __init__(self, basis: bytes) -> None:
        self._basis = basis
        self._pending: list[tuple[bytes, bytes, int]] = []
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = _connect(os.path.join(folder(), "results.sqlite"))
        except (sqlite3.Error, OSError):
            pass

    def key(self, path: str, only: frozenset[str] | None, data: bytes) -> bytes:
        """Return the key of a file with the bytes `data`, checked by the rules `only` (None: all selected rules)."""
        return _digest(repr((self._basis, path, only if only is None else sorted(only))), data)

    def get(self, key: bytes) -> list[Result] | None:
        """Return the results cached under `key`, without documents, or None if there are none."""
        try:
            row = (
                self._connection
                and self._connection.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
            )
            return [_restored(*item) for item in marshal.loads(row[0])] if row else None
        except (sqlite3.Error, EOFError, ValueError, TypeError):
            return None

    def put(self, key: bytes, results: Sequence[Result]) -> None:
        """Cache the results of a file, unless they contain problems."""
        if self._connection is None or any(result.problems for result in results):
            return
        self._pending.append((key, marshal.dumps([_plain(result) for result in results]), _today()))
        if len(self._pending) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write the pending results and close the cache; writing also deletes old results."""
        if self._connection is not None:
            if self._pending:
                self._write()
            self._connection.close()
            self._connection = None

    def _write(self) -> None:
        assert self._connection is not None, "results are only pending while the cache is open"
        try:
            with self._connection:
                self._connection.executemany("REPLACE INTO results VALUES (?, ?, ?)", self._pending)
                self._connection.execute("DELETE FROM results WHERE day < ?", (_today() - _DAYS_KEPT,))
        except sqlite3.Error:
            pass
        self._pending = []


def _connect(path: str) -> sqlite3.Connection:
    """Open the cache file at `path`; replace a damaged one, and refuse one that belongs to another user."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    if os.path.exists(path) and hasattr(os, "getuid") and os.stat(path).st_uid != os.getuid():
        raise OSError("the cache belongs to another user")
    try:
        return _opened(path)
    except sqlite3.OperationalError:  # locked or not writable
        raise
    except sqlite3.DatabaseError:
        os.remove(path)
        return _opened(path)


def _opened(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_LOCK_TIMEOUT)
    connection.execute("PRAGMA synchronous = OFF")  # a crash of the machine can only lose cached results
    connection.execute(
        "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID"
    )
    return connection


def _today() -> int:
    return int(time.time() // 86_400)


def _plain(result: Result) -> tuple[str, list[Any]]:
    """Convert a result to tuples, lists and strings, for `marshal`."""
    return result.path, [(*found[:-1], found.fix and _plain_fix(found.fix)) for found in result.diagnostics]


def _plain_fix(fix: Fix) -> tuple[str, str, list[tuple[int, int, str]]]:
    return fix.applicability, fix.keeps, [(edit.start, edit.end, edit.text) for edit in fix.edits]


def _restored(path: str, found: list[Any]) -> Result:
    return Result(
        path, None, tuple(Diagnostic._make((*item[:-1], item[-1] and _restored_fix(*item[-1]))) for item in found)
    )


def _restored_fix(applicability: str, keeps: str, edits: list[tuple[int, int, str]]) -> Fix:
    return Fix(applicability, keeps, tuple(Edit(*edit) for edit in edits))

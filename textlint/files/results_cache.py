"""Results kept between runs: what was found in a file whose bytes, rules and options are the same is not sought again.

They lie in one SQLite file in the user's cache folder, which keeps runs at the same time apart. A cache that cannot be
opened, read or written is done without. Import this module where there are many files only: it is not cheap.
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
_PATIENCE = 2.0  # seconds to wait for another run that writes
_AT_ONCE = 500  # results written in one go


def basis_of(*parts: object) -> bytes:
    """Return a key of all that bears on the results besides the files; the parts must say what they are by their `repr`."""
    return _digest(repr((_FORMAT, __version__, sys.version, parts)))


def _digest(text: str, data: bytes = b"") -> bytes:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20)
    digest.update(data)
    return digest.digest()


class ResultsCache:
    """Results by key, open for one run; `basis` is what `basis_of` says of the run."""

    def __init__(self, basis: bytes) -> None:
        self._basis = basis
        self._waiting: list[tuple[bytes, bytes, int]] = []
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = _connect(os.path.join(folder(), "results.sqlite"))
        except (sqlite3.Error, OSError):
            pass

    def key(self, path: str, only: frozenset[str] | None, data: bytes) -> bytes:
        """Return the key of a file with the bytes `data`, in which the rules `only` look (None: all that are selected)."""
        return _digest(repr((self._basis, path, only if only is None else sorted(only))), data)

    def get(self, key: bytes) -> list[Result] | None:
        """Return the results kept under `key`, without their documents, or None if there are none that can be read."""
        try:
            row = (
                self._connection
                and self._connection.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
            )
            return [_restored(*item) for item in marshal.loads(row[0])] if row else None
        except (sqlite3.Error, EOFError, ValueError, TypeError):
            return None

    def put(self, key: bytes, results: Sequence[Result]) -> None:
        """Keep the results of a file, unless something of it could not be done."""
        if self._connection is None or any(result.problems for result in results):
            return
        self._waiting.append((key, marshal.dumps([_plain(result) for result in results]), _today()))
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def close(self) -> None:
        """Write what waits, and drop what is old."""
        if self._connection is not None:
            if self._waiting:
                self._write()
            self._connection.close()
            self._connection = None

    def _write(self) -> None:
        assert self._connection is not None, "nothing waits for a cache that is not open"
        try:
            with self._connection:
                self._connection.executemany("REPLACE INTO results VALUES (?, ?, ?)", self._waiting)
                self._connection.execute("DELETE FROM results WHERE day < ?", (_today() - _DAYS_KEPT,))
        except sqlite3.Error:
            pass
        self._waiting = []


def _connect(path: str) -> sqlite3.Connection:
    """Open the cache file at `path`, for this user alone; one that is damaged is begun anew, another user's refused."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    if os.path.exists(path) and hasattr(os, "getuid") and os.stat(path).st_uid != os.getuid():
        raise OSError("the cache is another user's")
    try:
        return _opened(path)
    except sqlite3.OperationalError:  # locked, or cannot be written
        raise
    except sqlite3.DatabaseError:
        os.remove(path)
        return _opened(path)


def _opened(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    connection.execute("PRAGMA synchronous = OFF")  # what a crash of the machine costs here is only time
    connection.execute(
        "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID"
    )
    return connection


def _today() -> int:
    return int(time.time() // 86_400)


def _plain(result: Result) -> tuple[str, list[Any]]:
    """Return a result as `marshal` wants it: plain tuples, lists and words."""
    return result.path, [(*found[:-1], found.fix and _plain_fix(found.fix)) for found in result.diagnostics]


def _plain_fix(fix: Fix) -> tuple[str, str, list[tuple[int, int, str]]]:
    return fix.applicability, fix.keeps, [(edit.start, edit.end, edit.text) for edit in fix.edits]


def _restored(path: str, found: list[Any]) -> Result:
    return Result(
        path, None, tuple(Diagnostic._make((*item[:-1], item[-1] and _restored_fix(*item[-1]))) for item in found)
    )


def _restored_fix(applicability: str, keeps: str, edits: list[tuple[int, int, str]]) -> Fix:
    return Fix(applicability, keeps, tuple(Edit(*edit) for edit in edits))

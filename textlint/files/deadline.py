"""Stop work on a document that takes too long."""

from __future__ import annotations

from textlint.errors import Overtime
from textlint.startup.values import Any

_REPEAT_AFTER = 1.0  # seconds after which the alarm repeats, in case an `except` clause swallowed the first one

_MILLION = 1_000_000
_SHARE_A_MILLION = 1 / 6  # of the deadline: five of thirty seconds, though a million code points need at most two


class deadline:
    """Raise Overtime in the body of a `with` statement after `seconds` of wall-clock time; 0 means no deadline.

    Each full million of the document's `size` code points adds a sixth of `seconds`, so 30 seconds become 530 for a
    hundred million. `path` and `line` are for the message. The alarm also interrupts a regular expression that is still
    matching, since `re` and `regex` check for signals. It works only in the main thread and on systems with interval
    timers (all but Windows); elsewhere there is no deadline. Do not use partial results of the body, and do not nest
    deadlines.
    """

    def __init__(self, seconds: float, path: str = "", line: int | None = None, size: int = 0) -> None:
        self._seconds = seconds * (1 + size // _MILLION * _SHARE_A_MILLION)
        self._path = path
        self._line = line
        self._before: Any = None

    def __enter__(self) -> None:
        if not self._seconds:
            return
        try:
            self._before = _signal().signal(_signal().SIGALRM, self._raise_overtime)
        except (ValueError, AttributeError):  # not in the main thread, or no such signal
            return
        if self._before is None:
            return
        try:
            _signal().setitimer(_signal().ITIMER_REAL, self._seconds, _REPEAT_AFTER)
        except BaseException:  # the alarm may fire at once
            self.__exit__()
            raise

    def __exit__(self, *raised: object) -> None:
        if self._before is not None:
            _signal().setitimer(_signal().ITIMER_REAL, 0)
            _signal().signal(_signal().SIGALRM, self._before)

    def _raise_overtime(self, number: int, frame: object) -> None:
        raise Overtime(
            f"gave up after {round(self._seconds, 2):g} seconds",
            self._path,
            self._line,
            "The document was not checked. Raise --timeout, or find the rule that is slow on it.",
        )


def _signal() -> Any:
    """Return the module `_signal`, which `signal` wraps; importing `signal` takes 2 ms to create enumerations."""
    try:
        import _signal  # type: ignore[import-not-found]
    except ImportError:  # an interpreter other than CPython
        import signal

        return signal
    return _signal

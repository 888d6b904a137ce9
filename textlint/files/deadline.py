"""A deadline for the work on one document, kept from outside whatever does the work."""

from __future__ import annotations

from textlint.errors import Overtime
from textlint.startup.values import Any

_AGAIN = 1.0  # seconds after which the alarm rings again, in case the first was swallowed on its way

_MILLION = 1_000_000
_SHARE_A_MILLION = 1 / 6  # of the deadline: five seconds of thirty, where half a second to two are needed


class deadline:
    """Raise Overtime in the body of a `with` when it has taken `seconds` of wall-clock time; 0 is no deadline.

    What is worked on may be large: each full million of its `size` code points adds a sixth of `seconds`, so that 30
    seconds are 530 for a hundred million. `path` and `line` say where it stands, for the message. The alarm interrupts an expression in the middle of a
    match, since `re` and `regex` look for signals as they go. Only the main thread of a process on a system with interval
    timers (all but Windows) can be interrupted so; elsewhere there is no deadline. Nothing half done by the body may be
    used after it, and deadlines do not nest.
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
            self._before = _signal().signal(_signal().SIGALRM, self._ring)
        except (ValueError, AttributeError):  # not in the main thread; no such signal
            return
        if self._before is None:
            return
        try:
            _signal().setitimer(_signal().ITIMER_REAL, self._seconds, _AGAIN)
        except BaseException:  # it may ring at once
            self.__exit__()
            raise

    def __exit__(self, *raised: object) -> None:
        if self._before is not None:
            _signal().setitimer(_signal().ITIMER_REAL, 0)
            _signal().signal(_signal().SIGALRM, self._before)

    def _ring(self, number: int, frame: object) -> None:
        raise Overtime(
            f"gave up after {round(self._seconds, 2):g} seconds",
            self._path,
            self._line,
            "Nothing of it was reported or repaired. Give more time with --timeout, or look for a rule that is slow on it.",
        )


def _signal() -> Any:
    """Return the module `_signal`, which `signal` wraps; to import that takes 2 ms, since it makes enumerations."""
    try:
        import _signal  # type: ignore[import-not-found]
    except ImportError:  # another Python
        import signal

        return signal
    return _signal

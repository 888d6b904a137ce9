"""A deadline for the work on one document, kept from outside whatever does the work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from textlint.errors import Overtime

_AGAIN = 1.0  # seconds after which the alarm rings again, in case the first was swallowed on its way

_MILLION = 1_000_000
_SHARE_A_MILLION = 1 / 6  # of the deadline: five seconds of thirty, where half a second to two are needed


@contextmanager
def deadline(seconds: float, path: str = "", line: int | None = None, size: int = 0) -> Iterator[None]:
    """Raise Overtime in the body when it has taken `seconds` of wall-clock time; 0 is no deadline.

    What is worked on may be large: each full million of its `size` code points adds a sixth of `seconds`, so that 30
    seconds are 530 for a hundred million. `path` and `line` say where it stands, for the message. The alarm interrupts an expression in the middle of a
    match, since `re` and `regex` look for signals as they go. Only the main thread of a process on a system with interval
    timers (all but Windows) can be interrupted so; elsewhere there is no deadline. Nothing half done by the body may be
    used after it, and deadlines do not nest.
    """
    import signal

    seconds *= 1 + size // _MILLION * _SHARE_A_MILLION

    def ring(number: int, frame: FrameType | None) -> None:
        raise Overtime(
            f"gave up after {round(seconds, 2):g} seconds",
            path,
            line,
            "Nothing of it was reported or repaired. Give more time with --timeout, or look for a rule that is slow on it.",
        )

    try:
        before = signal.signal(signal.SIGALRM, ring) if seconds else None
    except (ValueError, AttributeError):  # not in the main thread; no such signal
        before = None
    if before is None:
        yield
        return
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

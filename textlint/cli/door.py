"""Leaving in good order: errors become one message and exit code 2, an interrupt 130, a closed pipe silence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from textlint.errors import TextlintError
from textlint.startup.values import Any

FOUND = 1
FAILED = 2
INTERRUPTED = 130
DEBUG = "TEXTLINT_DEBUG"


def guarded(command: Callable[..., int], *arguments: Any) -> int:
    """Return the exit code of `command(*arguments)`; what it raises becomes a message and an exit code."""
    try:
        code = command(*arguments)
        sys.stdout.flush()
        return code
    except TextlintError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the flush at exit has somewhere to go
        return FAILED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        complain(f"{place}{error.strerror or error}")
        return FAILED
    except Exception as error:  # a fault of ours: it must not pass for findings (exit code 1), nor end in a traceback
        if DEBUG in os.environ:
            raise
        complain(f"internal error: {type(error).__name__}: {error}\n  Please report it; {DEBUG}=1 shows the traceback.")
        return FAILED


def complain(message: str) -> None:
    """Write an error message to standard error, with nothing in it that could act on the terminal."""
    from textlint.text.sanitise import visible

    lines = [visible(line) for line in message.split("\n")]
    print("textlint: error: " + "\n".join(lines), file=sys.stderr)

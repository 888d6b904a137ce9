"""Run a command and turn its exceptions into error messages and exit codes."""

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


def run_command(command: Callable[..., int], *arguments: Any) -> int:
    """Return the exit code of `command(*arguments)`, or the code of the exception that it raised.

    An error prints a message and gives FAILED, an interrupt gives INTERRUPTED, and a closed pipe gives FAILED without a
    message.
    """
    try:
        code = command(*arguments)
        sys.stdout.flush()
        return code
    except TextlintError as error:
        print_error(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the flush at exit does not fail again
        return FAILED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print_error(f"{place}{error.strerror or error}")
        return FAILED
    except Exception as error:  # a bug: do not exit with 1, which means findings, nor with a traceback
        if DEBUG in os.environ:
            raise
        print_error(
            f"internal error: {type(error).__name__}: {error}\n  Please report this bug. Set {DEBUG}=1 to see the traceback."
        )
        return FAILED


def print_error(message: str) -> None:
    """Print an error message to standard error, with control characters made visible."""
    from textlint.text.sanitize import visible

    lines = [visible(line) for line in message.split("\n")]
    print("textlint: error: " + "\n".join(lines), file=sys.stderr)

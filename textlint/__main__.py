"""The entry point of `textlint …` and `python -m textlint …`."""

from __future__ import annotations

import gc
import os
import sys

# A run creates few reference cycles; collecting them at the default threshold (700) takes a twentieth of the time.
_OBJECTS_BEFORE_COLLECTION = 50_000


def main() -> None:
    """Run the command line and exit with its code.

    A simple `check` command runs directly, without importing click; click parses everything else.
    """
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    code = _run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code)  # the interpreter reports the error
    os._exit(code)  # skip the interpreter's cleanup, which takes an eighth of the time to check an article


def _run(words: list[str]) -> int:
    if words[:1] == ["check"]:
        from textlint.cli.options import CHECK, parse_plainly

        values = parse_plainly(words[1:], CHECK)
        if values is not None:
            from textlint.cli.errors import run_command

            return run_command(_check, values)
    from textlint.cli.table import run_click

    return run_click(words)


def _check(values: dict[str, object]) -> int:
    from textlint.cli.commands.check import run
    from textlint.startup import patterns

    code = run(**values)  # type: ignore[arg-type]
    patterns.keep()
    return code


if __name__ == "__main__":
    main()

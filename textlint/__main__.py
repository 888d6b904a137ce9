"""The front door: `textlint …` and `python -m textlint …`."""

from __future__ import annotations

import gc
import os
import sys

# What a run allocates it mostly keeps or drops by count; looking for cycles at the usual 700 costs a twentieth of the time.
_OBJECTS_BEFORE_COLLECTION = 50_000


def main() -> None:
    """Run the command line and exit with its code.

    `check` with a plain command line is run at once; all else goes through click.
    """
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    code = _run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code)  # the interpreter knows what to say of it
    os._exit(code)  # to take all modules down in good order would take an eighth of the time of checking an article


def _run(words: list[str]) -> int:
    if words[:1] == ["check"]:
        from textlint.cli.options import CHECK, parse_plainly

        values = parse_plainly(words[1:], CHECK)
        if values is not None:
            from textlint.cli.door import guarded

            return guarded(_check, values)
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

"""The front door: `textlint …` and `python -m textlint …`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code.

    `check` with a plain command line is run at once; all else goes through click.
    """
    sys.exit(_run(sys.argv[1:]))


def _run(words: list[str]) -> int:
    if words[:1] == ["check"]:
        from textlint.cli.options import CHECK, parse_plainly

        values = parse_plainly(words[1:], CHECK)
        if values is not None:
            from textlint.cli.door import guarded

            return guarded(_check, values)
    from textlint.cli.commands import run_click

    return run_click(words)


def _check(values: dict[str, object]) -> int:
    from textlint import compiled
    from textlint.cli.check import run

    code = run(**values)  # type: ignore[arg-type]
    compiled.keep()
    return code


if __name__ == "__main__":
    main()

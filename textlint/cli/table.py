"""The commands by name, as click sees them; each is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from textlint.cli.door import FAILED, INTERRUPTED, guarded
from textlint.startup.values import Any
from textlint.version import __version__

COMMANDS = {
    "check": "Check articles, and repair them with --fix.",
    "ledger": "List who is said to have said what.",
    "extract": "Write the text of web pages, cleaned.",
    "learn": "Make rule packs of the lines that return in the documents of a site.",
    "rules": "List the rules.",
    "explain": "Explain one rule: what it finds, why, and examples.",
    "why": "Explain what is reported at a place, and what nearly was.",
    "test": "Run the examples that rules carry, or try rules on real text.",
    "new-rule": "Write a rule of your own, with its examples.",
    "baseline": "Accept the findings of today, so that only new ones are reported.",
    "lsp": "Run a language server, for an editor.",
    "config": "Show the settings that hold here, and where they come from.",
}


class Commands(click.Group):
    """The commands by name; only the one that is called is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"textlint.cli.commands.{cmd_name.replace('-', '_')}").command
        command.short_help = COMMANDS[cmd_name]
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="textlint")
def cli() -> None:
    """Find and repair what scraping leaves in articles, and ask who says so.

    Exit codes: 0 nothing found (or all repaired), 1 findings remain, 2 something could not be done, 130 interrupted.
    """


def run_click(words: list[str]) -> int:
    """Return the exit code of the command line `words`."""
    return guarded(_invoke, words)


def _invoke(words: list[str]) -> int:
    try:
        result: Any = cli.main(words, prog_name="textlint", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return FAILED
    return result if isinstance(result, int) else 0

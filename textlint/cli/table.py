"""The click group of all commands."""

from __future__ import annotations

from importlib import import_module

import click

from textlint.cli.errors import FAILED, INTERRUPTED, run_command
from textlint.startup.values import Any
from textlint.version import __version__

COMMANDS = {
    "check": "Check articles, and fix them with --fix.",
    "ledger": "List attributions and figures with their sources.",
    "extract": "Extract the cleaned text of web pages.",
    "learn": "Create rule packs from lines that recur in the documents of a site.",
    "rules": "List the rules.",
    "explain": "Explain one rule: what it finds, why, and examples.",
    "why": "Explain what is reported at a place, and what was nearly reported.",
    "test": "Run the examples of rules, or try rules on real text.",
    "new-rule": "Create a rule with examples.",
    "baseline": "Accept existing findings, so that only new ones are reported.",
    "lsp": "Run a language server for editors.",
    "config": "Show the current settings and where they come from.",
}


class Commands(click.Group):
    """A click group that imports only the command that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help text."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"textlint.cli.commands.{cmd_name.replace('-', '_')}").command
        command.short_help = COMMANDS[cmd_name]
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="textlint")
def cli() -> None:
    """Find and fix scraping damage in articles, and report vague attributions and unsourced claims.

    Exit codes: 0 no findings (or all fixed), 1 findings remain, 2 an error occurred, 130 interrupted.
    """


def run_click(words: list[str]) -> int:
    """Return the exit code of the command line `words`."""
    return run_command(_invoke, words)


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

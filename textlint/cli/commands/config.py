"""`textlint config`: show the current settings and where they come from."""

from __future__ import annotations

import click

from textlint.cli.options import SELECTING, click_options
from textlint.files.setup import selection, set_up
from textlint.startup.values import Any


@click.command("config")
@click_options(SELECTING)
@click.option("--config", default="", metavar="FILE", help="Use this settings file.")
@click.option("--isolated", is_flag=True, help="Ignore settings files.")
def command(**options: Any) -> int:
    """Show the settings for the current folder, and the file they come from."""
    setup = set_up(options)
    click.echo(f"settings: {setup.config.path or 'no file found, using the defaults'}")
    for name, value in setup.config._asdict().items():
        if name != "path":
            click.echo(f"  {name.replace('_', '-')} = {_shown(value)}")
    selected = selection(setup.config, options)
    click.echo(
        f"selection: {', '.join(f'{name} {_shown(value)}' for name, value in selected._asdict().items() if value) or 'defaults'}"
    )
    origins = sorted({rule.origin.rpartition("/")[0].rpartition("/")[0] for rule in setup.rules.rules})
    click.echo(f"rules: {len(setup.rules.selected)} of {len(setup.rules.rules)} are on, from {', '.join(origins)}")
    return 0


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()

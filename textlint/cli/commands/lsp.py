"""`textlint lsp`: run a language server over standard input and output."""

from __future__ import annotations

import click

from textlint.errors import ConfigError


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Ignored: this is the only transport. Some editors pass it.")
def command(stdio: bool) -> int:
    """Run a language server for editors over standard input and output."""
    try:
        from textlint.lsp.server import make_server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise ConfigError(
            "the language server needs pygls, which is not installed",
            remedy='Install it with: pip install "textlint[lsp]"',
        ) from None
    make_server().start_io()
    return 0

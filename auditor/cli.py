"""The command line."""

import sys
from typing import Annotated

import typer

from auditor import __version__
from auditor.commands import (
    baseline,
    cache,
    check,
    explain,
    gazetteer,
    init,
    lsp,
    names,
    quotations,
    rules,
    score,
    serve,
    verdict,
)
from auditor.commands.common import Abort

app = typer.Typer(
    name="auditor",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Flag machine-translation artifacts and foreign name spellings in English news.",
)

for module in (check, baseline, verdict, score, names, rules, explain, init, serve, lsp):
    app.command(name=module.NAME)(module.run)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(quotations.app, name="quotations")
app.add_typer(cache.app, name="cache")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"auditor {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Take the options that hold for every command."""


root.__doc__ = app.info.help


def main() -> None:
    """Run the program; errors a user can mend end it with a line and status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except Abort as error:
        typer.echo(f"auditor: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)

"""The command line."""

import gc
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
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Flag machine-translation artifacts and foreign name spellings in English news.",
)

# The headings of `auditor --help`, with the commands under each.
_GROUPS = {
    "Articles": (check, verdict, names, score),
    "A repository": (init, baseline),
    "In an editor's hands": (serve, lsp),
    "What it knows": (rules, explain),
}
for panel, modules in _GROUPS.items():
    for module in modules:
        app.command(name=module.NAME, rich_help_panel=panel)(module.run)
app.add_typer(cache.app, name="cache", rich_help_panel="A repository")
app.add_typer(gazetteer.app, name="gazetteer", rich_help_panel="What it knows")
app.add_typer(quotations.app, name="quotations", rich_help_panel="What it knows")


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


# Rules and tables are hundreds of thousands of objects that live to the end; looking through them
# for rubbish at the usual rate took an eighth of the time of one article.
_COLLECT_AFTER = 100_000


def main() -> None:
    """Run the program; errors a user can mend end it with a line and status 2."""
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
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
    finally:
        gc.freeze()  # nor is anything looked through once more on the way out

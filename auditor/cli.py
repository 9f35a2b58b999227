"""The command line."""

import gc
import sys
from importlib import import_module
from typing import Annotated

import typer

from auditor import __version__
from auditor.commands.common import Abort

# The headings of `auditor --help`, with the commands under each: the modules that hold them.
_PANELS = {
    "Articles": ("check", "verdict", "names", "score"),
    "A repository": ("init", "baseline", "cache"),
    "In an editor's hands": ("serve", "lsp"),
    "What it knows": ("rules", "explain", "gazetteer", "quotations"),
}


def application(asked: str = "") -> typer.Typer:
    """The program with the one command that is asked for, or else with all: each takes time to load."""
    app = typer.Typer(
        name="auditor",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_root.__doc__,
    )
    app.callback()(_root)
    panels = {name: panel for panel, names in _PANELS.items() for name in names}
    for name in [asked] if asked in panels else panels:
        module = import_module(f"auditor.commands.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name, rich_help_panel=panels[name])
        else:
            app.command(name=name, rich_help_panel=panels[name])(module.run)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"auditor {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Flag machine-translation artifacts and foreign name spellings in English news."""


# Rules and tables are hundreds of thousands of objects that live to the end; looking through them
# for rubbish at the usual rate took an eighth of the time of one article.
_COLLECT_AFTER = 1_000_000


def main() -> None:
    """Run the program; errors a user can mend end it with a line and status 2."""
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        application(next((each for each in sys.argv[1:] if not each.startswith("-")), ""))()
    except Abort as error:
        typer.echo(f"auditor: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    finally:
        gc.freeze()  # nor is anything looked through once more on the way out

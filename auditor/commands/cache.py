"""`auditor cache`: the results kept from earlier runs."""

import typer

from auditor.cache import clear as clear_results
from auditor.report.wording import counted
from auditor.store import cache_folder

app = typer.Typer(no_args_is_help=True, help="The results kept from earlier runs.")


@app.command()
def clear() -> None:
    """Forget all kept results."""
    typer.echo(f"{counted(clear_results(), 'result')} forgotten.")


@app.command("dir")
def folder() -> None:
    """Print the folder they are kept in; AUDITOR_CACHE_DIR names another."""
    typer.echo(str(cache_folder()))

"""`auditor lsp`: findings in an editor as one types."""

import typer

from auditor.commands.common import needs


def run(
    stdio: bool = typer.Option(
        False, "--stdio", help="Speak on standard input and output, as always.", hidden=True
    ),
) -> None:
    """Serve an editor by the Language Server Protocol, on standard input and output."""
    try:
        from auditor.lsp.server import serve
    except ImportError as error:
        raise needs("the language server", "lsp") from error
    serve()

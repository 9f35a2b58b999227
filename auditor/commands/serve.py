"""`auditor serve`: the editor's page, and an HTTP API for other programs."""

from typing import Annotated

import typer

from auditor.commands.common import Abort, needs


def run(
    host: Annotated[
        str,
        typer.Option(
            help="The address to listen on; others than loopback let strangers in.", metavar="ADDRESS"
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(help="The port to listen on; 0 for any.", min=0, max=65535, metavar="N")
    ] = 8010,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(help="A name that requests may call this server by.", metavar="NAME"),
    ] = None,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(help="An origin whose pages may ask (https://cms.example.org).", metavar="URL"),
    ] = None,
    max_length: Annotated[
        int, typer.Option(help="The longest text, in characters.", min=1000, metavar="N")
    ] = 200_000,
    timeout: Annotated[
        float, typer.Option(help="Seconds after which a request is given up.", min=0.1, metavar="N")
    ] = 30.0,
    concurrency: Annotated[
        int, typer.Option(help="Requests under way or waiting, at most.", min=1, metavar="N")
    ] = 16,
) -> None:
    """Serve the editor's page, the LanguageTool API and our own."""
    try:
        from auditor.server.running import serve
    except ImportError as error:
        raise needs("the server", "server") from error
    from auditor.server.limits import Limits

    limits = Limits(max_length, timeout, concurrency, tuple(allow_host or ()), tuple(allow_origin or ()))
    try:
        serve(host, port, limits)
    except OSError as error:
        raise Abort(f"cannot listen on {host}, port {port}: {error.strerror or error}") from error

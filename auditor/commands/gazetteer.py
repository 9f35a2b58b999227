"""`auditor gazetteer`: look names up, and keep the book."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import options

if TYPE_CHECKING:
    from auditor.names.gazetteer import Match

app = typer.Typer(no_args_is_help=True, help="Look names up in the gazetteer, and keep it.")


@app.command()
def lookup(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Names; without any, lines of standard input.", show_default=False),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", help="text or json.", metavar="NAME")
    ] = "text",
    pivot: Annotated[
        str | None, typer.Option(help="The convention the names are spelt by (tr).", metavar="CODE")
    ] = None,
    limit: Annotated[int, typer.Option(help="Matches a name, at most.", min=1)] = 5,
    gazetteer: options.House = None,
    style: options.Style = None,
) -> None:
    """Say whom each name means: entity, canonical form, convention, score and why."""
    from auditor.names.gazetteer import Gazetteer

    book = Gazetteer.bundled(tuple(gazetteer or ()), style)
    queries: Iterable[str] = names or (line.strip() for line in sys.stdin)
    rows = []
    for query in filter(None, queries):
        found = [*book.lookup(query, pivot=pivot, limit=limit)]
        found = found or [*book.wrong(query)][:limit]
        if format == "json":
            rows.append({"query": query, "matches": [_object(match) for match in found]})
        else:
            _print(query, found)
    if format == "json":
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _object(match: "Match") -> dict[str, object]:
    return {
        "entity": match.entity.id,
        "kind": match.entity.kind,
        "canonical": match.entity.name,
        "convention": match.convention,
        "score": round(match.score, 4),
        "detail": match.detail,
    }


def _print(query: str, found: "list[Match]") -> None:
    if not found:
        typer.echo(f"{query}: no match")
    for match in found:
        typer.echo(f"{query}: {match.entity.name} ({match.entity.about}), {match.score:.2f}")
        if match.detail:
            typer.echo(f"    {match.detail}")


@app.command()
def info() -> None:
    """Say what the gazetteer holds."""
    from collections import Counter

    from auditor.names.gazetteer import Gazetteer

    book = Gazetteer.bundled()
    kinds = Counter(entity.kind for entity in book.entities())
    typer.echo(f"{len(book)} entities: " + ", ".join(f"{n} {k}s" for k, n in sorted(kinds.items())))

"""`auditor gazetteer`: look names up, and keep the book."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import common, options
from auditor.config import one_of
from auditor.report.wording import counted

if TYPE_CHECKING:
    from auditor.names.gazetteer import Match

app = typer.Typer(no_args_is_help=True, help="Look names up in the gazetteer, and keep it.")


@app.command()
def lookup(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Names; without any, lines of standard input.", show_default=False),
    ] = None,
    format: options.TextOrJson = "text",
    pivot: Annotated[
        str | None, typer.Option(help="The convention the names are spelt by (tr).", metavar="CODE")
    ] = None,
    limit: Annotated[int, typer.Option(help="Matches a name, at most.", min=1, metavar="N")] = 5,
    gazetteer: options.House = None,
    style: options.Style = None,
) -> None:
    """Say whom each name means: entity, canonical form, convention, score and why."""
    from auditor.names.conventions import conventions
    from auditor.names.gazetteer import Gazetteer

    if pivot:
        with common.errors():
            one_of(pivot, conventions(), "--pivot")
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
        typer.echo(f"{query}: {match.entity.glossed}, {match.score:.2f}")
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


@app.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Gazetteer files; the bundled ones if none is given.", show_default=False),
    ] = None,
    doubts: Annotated[bool, typer.Option("--doubts", help="Show what should be looked at, too.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Print what the bundled files cover, by country and role.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(help="With --coverage: the page to write it into.", metavar="FILE")
    ] = None,
) -> None:
    """Say whether gazetteer files are in order. Status 1 if anything must be mended."""
    from auditor.names import checking
    from auditor.names.sources import bundled_folder

    folder = bundled_folder()
    if coverage:
        return _cover(folder, into)
    bundled = sorted(p for p in folder.rglob("*.t*") if p.parent != folder)
    paths = files or bundled
    for path in paths:
        if not path.is_file():
            raise common.Abort(f"there is no file {path}")
    problems = list(checking.check(paths))
    for problem in problems:
        if problem.error or doubts:
            kind = "error" if problem.error else "doubt"
            entry = f"{problem.entry}: " if problem.entry else ""
            typer.echo(f"{problem.path}: {kind}: {entry}{problem.what}")
    errors = sum(problem.error for problem in problems)
    doubtful = len(problems) - errors
    typer.echo(f"{counted(len(paths), 'file')}: {counted(errors, 'error')}, {counted(doubtful, 'doubt')}.")
    raise typer.Exit(int(bool(errors)))


def _cover(folder: Path, into: Path | None) -> None:
    from auditor.names.coverage import coverage_table, covered_page

    table = coverage_table(folder)
    if into is None:
        typer.echo(table, nl=False)
        return
    try:
        page = covered_page(into.read_text(encoding="utf-8"), table)
    except (OSError, ValueError) as error:
        raise common.Abort(str(error)) from error
    into.write_text(page, encoding="utf-8", newline="\n")


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="The form to print.")],
    file: Annotated[Path, typer.Option(help="The house's gazetteer file.", metavar="FILE")] = Path(
        "house.toml"
    ),
    accepts: Annotated[list[str] | None, typer.Option(help="Another right form.", metavar="NAME")] = None,
    mistaken: Annotated[list[str] | None, typer.Option(help="A wrong one.", metavar="NAME")] = None,
    native: Annotated[str | None, typer.Option(help="In native script.", metavar="NAME")] = None,
    language: Annotated[str | None, typer.Option(help="Of the native form (fa).", metavar="CODE")] = None,
    about: Annotated[
        str | None, typer.Option(help="Who or what it is, in a few words.", metavar="TEXT")
    ] = None,
    kind: Annotated[str, typer.Option(help="person, organisation or place.", metavar="KIND")] = "person",
) -> None:
    """Add an entity to a house's own gazetteer file, which overrides the bundled one."""
    from auditor.names.house import add_entry

    fields = {
        "accepts": accepts, "mistaken": mistaken, "native": native, "language": language, "about": about
    }  # fmt: skip
    with common.errors():
        one_of(kind, ("person", "organisation", "place"), "--kind")
        identifier = add_entry(file, name, kind, {k: v for k, v in fields.items() if v})
    typer.echo(f"{file}: [{identifier}] {name}")


@app.command()
def learn(
    paths: options.Paths,
    least: Annotated[int, typer.Option(help="Mentions, at the least.", min=1, metavar="N")] = 5,
    stdin_filename: options.StdinFilename = "stdin.txt",
) -> None:
    """Propose entries, most frequent first, from the names of a content repository."""
    from auditor.names.house import propose

    runner = common.settings().runner
    with common.errors():
        mentions = (
            mention
            for source in common.sources(paths, stdin_filename, common.warn)
            for mention in runner.engine_for(source.path).names(source.document)
        )
        proposed = propose(mentions, least)
    typer.echo(proposed, nl=False)
    if not proposed:
        common.note(f"no name that is not known stands {least} times or more (see --least)")


@app.command()
def build(
    dump: Annotated[Path, typer.Argument(help="A Wikidata JSON dump: plain, gzip or bzip2.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The compiled gazetteer.", metavar="FILE")],
) -> None:
    """Build a gazetteer from a Wikidata dump; goes on where a run cut short stopped."""
    from auditor.names.gazetteer import Gazetteer, compile_gazetteer
    from auditor.names.wikidata import DumpError, Progress, entities, extract

    if not dump.is_file():
        raise common.Abort(f"there is no dump {dump}")
    kept = output.with_suffix(".jsonl")
    with typer.progressbar(
        length=dump.stat().st_size, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def tell(progress: Progress) -> None:
            bar.update(progress.bytes_read - bar.pos)

        try:
            count = extract(dump, kept, tell)
        except DumpError as error:
            raise common.Abort(str(error)) from error
    if not count:
        raise common.Abort(f"{dump}: no Wikidata dump: no person, organisation or place is in it")
    compile_gazetteer(entities(kept), output)
    kept.unlink()
    typer.echo(f"{output}: {len(Gazetteer.open(output))} of {count} entities")

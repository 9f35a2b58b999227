"""`auditor quotations`: the archive of what was really said."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import common, options
from auditor.config import find_config
from auditor.report.wording import counted, visible

if TYPE_CHECKING:
    from auditor.quotations.archive import Archive, Match, Original

app = typer.Typer(no_args_is_help=True, help="Keep the archive of original quotations, and search it.")

File = Annotated[
    Path | None,
    typer.Option(
        "--archive", "-a", metavar="FILE",
        help="The archive; by default the one that the settings name (`quotations`).",
    ),
]  # fmt: skip
# A day, or what is known of it; nothing where nothing is.
_DATE = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")

Text = Annotated[str, typer.Argument(help="The words, without quotation marks.")]


@app.command()
def learn(
    paths: options.Paths,
    archive: File = None,
    stdin_filename: options.StdinFilename = "stdin.txt",
) -> None:
    """Gather the quotations of articles that were written in English."""
    from auditor.quotations.gathering import gather

    def gathered() -> Iterator["Original"]:
        for source in common.sources(paths, stdin_filename, common.warn):
            document = source.document
            if document.language in (None, "en"):
                yield from gather(document)

    _add(archive, gathered())


@app.command()
def add(
    text: Text,
    speaker: Annotated[str, typer.Option(help="Who said it.", metavar="NAME")] = "",
    date: Annotated[str, typer.Option(help="When: 2024-05-31.")] = "",
    place: Annotated[str, typer.Option(help="Where.", metavar="NAME")] = "",
    source: Annotated[str, typer.Option(help="Where it is known from.", metavar="TEXT")] = "",
    archive: File = None,
) -> None:
    """Put one quotation into the archive."""
    from auditor.quotations.archive import Original

    if not text.strip():
        raise common.Abort("no words to put into the archive")
    if not _DATE.fullmatch(date):
        raise common.Abort(f"--date {date}: say it as in 2024-05-31, 2024-05 or 2024")
    _add(archive, [Original(text, speaker, date, place, source)])


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Files: .jsonl, .csv, .rss, .atom, .xml.")],
    archive: File = None,
) -> None:
    """Put in quotations from tables (JSON lines, CSV) and from articles of feeds (RSS, Atom)."""
    _add(archive, (original for path in paths for original in _read(path)))


@app.command()
def search(
    text: Text,
    archive: File = None,
    limit: Annotated[int, typer.Option(help="Matches, at most.", min=1, metavar="N")] = 5,
    format: options.TextOrJson = "text",
) -> None:
    """Show the originals nearest to some words, with chrF and TER."""
    with _errors():
        found = _readable(archive).search(text, limit)
    if format == "json":
        typer.echo(json.dumps([_object(match) for match in found], ensure_ascii=False, indent=2))
        return
    for match in found:
        known = " · ".join(filter(None, match.original[1:]))
        typer.echo(f"{match.likeness.chrf:5.1f}  {visible(match.original.text)}")
        if known:
            typer.echo(f"       {visible(known)}")
    if not found:
        typer.echo("nothing near it on file")


@app.command()
def info(archive: File = None) -> None:
    """Say what the archive holds."""
    with _errors():
        book = _readable(archive)
        speakers, first, last = book.extent()
        typer.echo(f"{book.path}: {counted(len(book), 'quotation')} by {counted(speakers, 'speaker')}")
    if first:
        typer.echo(f"from {first} to {last}")


def _add(archive: Path | None, originals: "Iterable[Original]") -> None:
    from auditor.quotations.archive import Archive

    path = archive or _configured()
    if path is None:
        raise common.Abort("no archive: give --archive FILE, or name it in the settings")
    if path.suffix in (".jsonl", ".csv"):
        raise common.Abort(f"{path} is a text: add lines to it by hand, or keep a database (.db)")
    with _errors():
        book = Archive(path, writable=True)
        new = book.add(originals)
        typer.echo(f"{path}: {new} new, {len(book)} in all")


def _read(path: Path) -> "Iterator[Original]":
    from auditor.quotations import sources

    try:
        data = path.read_bytes()
        if path.suffix in (".jsonl", ".ndjson", ".json"):
            yield from sources.from_json_lines(data.decode("utf-8-sig"), str(path))
        elif path.suffix in (".csv", ".tsv"):
            yield from sources.from_csv(data.decode("utf-8-sig"), str(path))
        else:
            yield from _from_feed(data, str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise common.Abort(f"{path}: {error}") from error


def _from_feed(data: bytes, where: str) -> "Iterator[Original]":
    from auditor.formats import read
    from auditor.quotations.gathering import gather
    from auditor.quotations.sources import from_feed

    for entry in from_feed(data, where):
        article = read("entry.html", f"<p>{entry.html}</p>")
        for original in gather(article, entry.link or where):
            yield original._replace(date=original.date or entry.date)


def _readable(archive: Path | None) -> "Archive":
    from auditor.quotations.opening import open_archive

    path = archive or _configured()
    if path is None:
        common.warn("no archive is named: this is the demonstration, whose speakers are invented")
    return open_archive(path)


def _configured() -> Path | None:
    with common.errors():
        return find_config(Path.cwd()).quotations


def _object(match: "Match") -> dict[str, object]:
    row: dict[str, object] = {**match.original._asdict()}
    return row | {"chrf": round(match.likeness.chrf, 1), "same": match.likeness.is_rendering}


@contextmanager
def _errors() -> Iterator[None]:
    from auditor.quotations.archive import ArchiveError
    from auditor.quotations.sources import SourceError

    try:
        yield
    except (ArchiveError, SourceError) as error:
        raise common.Abort(str(error)) from error

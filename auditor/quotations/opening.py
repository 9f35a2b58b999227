"""Which archive to ask: the house's own, from a database or from text, or the demonstration."""

from functools import cache
from pathlib import Path

from auditor.quotations.archive import Archive, ArchiveError
from auditor.quotations.sources import SourceError, from_csv, from_json_lines
from auditor.store import compiled, digest

__all__ = ["ArchiveError", "open_archive"]

_DEMONSTRATION = Path(__file__).parents[1] / "data" / "quotations" / "demo.jsonl"


@cache
def open_archive(path: Path | None = None) -> Archive:
    """The archive in a file: a database, or a text (.jsonl, .csv) that is compiled once.

    Without a file it is the demonstration, whose speakers are invented: to try the commands on,
    and the proof of the rule; no article is compared with it. Raises ArchiveError.
    """
    if path is None:
        path = _DEMONSTRATION
    if path.suffix not in (".jsonl", ".csv"):
        archive = Archive(path)
        len(archive)  # what is no archive is told of now
        return archive
    read = from_csv if path.suffix == ".csv" else from_json_lines

    def build(target: Path) -> None:
        Archive.create(target, read(path.read_text(encoding="utf-8-sig"), path.name))

    try:
        return Archive(compiled(f"quotations-{digest([path])}.db", build))
    except (SourceError, OSError, UnicodeDecodeError) as error:
        raise ArchiveError(f"{path}: {error}") from error

"""What commands share: settings, reading paths, ending with a clear error."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import typer

from auditor.baseline import BaselineError
from auditor.changes import GitError
from auditor.checking import Settings
from auditor.config import Config, ConfigError, one_of, read_config
from auditor.config import find_config as find
from auditor.finding import Confidence, Severity
from auditor.formats.discovery import MissingPath, discover
from auditor.names.house import HouseError
from auditor.report.wording import visible
from auditor.rule import PackError
from auditor.runner import Source, Unreadable, read_source, readable
from auditor.store import write_atomically


class Abort(Exception):  # noqa: N818
    """The command cannot run; the message says why and what to do."""


def needs(what: str, extra: str) -> Abort:
    """What to raise where the packages of an extra are missing."""
    return Abort(f"{what} needs the extra {extra} (in a clone of auditor: pip install -e '.[{extra}]')")


STDIN = Path("-")
# What is checked where no path is given.
HERE = (Path(),)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the command line changes in every configuration found."""

    changes: tuple[tuple[str, Any], ...] = ()

    def __call__(self, config: Config) -> Config:
        """The configuration with the changes made."""
        return replace(config, **dict(self.changes))


def settings(config: Path | None = None, **options: Any) -> Settings:
    """What to audit with, from options; those not given change nothing. Raises Abort."""
    with errors():
        changes = {name: _value(name, value) for name, value in options.items() if value}
        found = Settings(Adjustment(tuple(changes.items())), config)
        _ = found.runner  # a configuration that cannot be read is told of now
    return found


def _value(name: str, value: Any) -> Any:
    from auditor.config import STYLES
    from auditor.language.names import LANGUAGES

    if name == "min_severity":
        return Severity[one_of(value, [s.label for s in Severity], "--min-severity").upper()]
    if name == "min_confidence":
        return Confidence[one_of(value, [c.label for c in Confidence], "--min-confidence").upper()]
    if name == "source_language":
        return one_of(value, ["en", *LANGUAGES], "--source-language")
    if name == "style":
        return one_of(value, STYLES, "--style")
    if name == "gazetteer":
        return tuple(_existing(path) for path in value)
    return tuple(part.strip() for item in value for part in item.split(",") if part.strip())


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise ConfigError(f"--gazetteer: there is no file {path}")
    return path.resolve()


@contextmanager
def errors() -> Iterator[None]:
    """Turn what a user can mend into an Abort."""
    try:
        yield
    except (ConfigError, HouseError, MissingPath, PackError, BaselineError, GitError) as error:
        raise Abort(str(error)) from error


_LOOKED_FOR = (
    "folders are searched for text, Markdown, HTML, Word, PO and XLIFF files, "
    "without what .gitignore or `exclude` names"
)


def targets(paths: Sequence[Path], exclude: Sequence[str] = (), config: Path | None = None) -> list[Path]:
    """Every file to read, in order; STDIN for standard input. Warns if there is none.

    Raises Abort for a missing path.
    """
    found = list(_discovered(paths, exclude, config))
    if not found:
        warn(f"no articles found in {', '.join(map(str, paths))}: {_LOOKED_FOR}")
    return found


def _discovered(paths: Sequence[Path], exclude: Sequence[str], config: Path | None) -> Iterator[Path]:
    own = read_config(config) if config else None
    for path in paths:
        if path == STDIN:
            yield path
            continue
        with errors():
            found = own or find(path.resolve() if path.is_dir() else path.resolve().parent)
            yield from discover([path], (*found.exclude, *exclude), root=found.root)


def opened(found: Iterable[Path], stdin_filename: str, warn: Callable[[str], None]) -> Iterator[Source]:
    """The files with their bytes; those that cannot be opened are warned of and passed over."""
    for path in found:
        if path == STDIN:
            yield Source(stdin_filename, sys.stdin.buffer.read(), piped=True)
            continue
        try:
            yield read_source(path)
        except Unreadable as error:
            warn(str(error))


def sources(paths: Sequence[Path], stdin_filename: str, warn: Callable[[str], None]) -> Iterator[Source]:
    """Every file that can be audited, in order. Raises Abort for a path that is not there."""
    yield from readable(opened(targets(paths), stdin_filename, warn), warn)


def warn(message: str) -> None:
    """Tell of something passed over, beside the report."""
    typer.echo(f"auditor: warning: {visible(message)}", err=True)


def save(path: Path, text: str) -> None:
    """Write what a command makes, whole or not at all. Raises Abort."""
    try:
        write_atomically(path, text.encode(errors="replace"))
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else error.strerror or error
        raise Abort(f"{path}: not written, {reason}") from error


def note(message: str) -> None:
    """Say what is going on, beside the report."""
    typer.echo(f"auditor: {message}", err=True)


def has_colour(stream: Any) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless NO_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"

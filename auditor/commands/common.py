"""What commands share: options, reading paths, ending with a clear error."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.config import Config, ConfigError, one_of, read_config
from auditor.config import find_config as find
from auditor.finding import Confidence, Severity
from auditor.formats.discovery import MissingPath, discover
from auditor.rule import PackError
from auditor.runner import Runner, Source, Unreadable, readable, source_of


class Abort(Exception):  # noqa: N818
    """The command cannot run; the message says why and what to do."""


STDIN = Path("-")

Paths = Annotated[
    list[Path], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
]
StdinFilename = Annotated[
    str, typer.Option(help="The name that standard input goes by: its suffix says the format.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(help="Only these rules, categories or packs (comma-separated).", metavar="NAMES"),
]
ExtendSelect = Annotated[
    list[str] | None, typer.Option(help="These as well, if off by default.", metavar="NAMES")
]
Ignore = Annotated[
    list[str] | None, typer.Option(help="Not these rules, categories or packs.", metavar="NAMES")
]
MinSeverity = Annotated[
    str | None, typer.Option(help="neutral, minor, major or critical.", metavar="LEVEL")
]
MinConfidence = Annotated[str | None, typer.Option(help="low, medium or high.", metavar="LEVEL")]
SourceLanguage = Annotated[
    str | None,
    typer.Option(help="The language all texts came through, if known (tr).", metavar="CODE"),
]
Style = Annotated[
    str | None, typer.Option(help="House style: ap, reuters, bbc, guardian or nyt.", metavar="NAME")
]
House = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", help="A gazetteer file of the house's own.", metavar="FILE"),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", help="Settings from this file.", metavar="FILE")
]
Exclude = Annotated[
    list[str] | None, typer.Option(help="Not these paths (as in .gitignore).", metavar="PATTERN")
]


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the command line changes in every configuration found."""

    config: Path | None = None
    changes: tuple[tuple[str, Any], ...] = ()

    def __call__(self, config: Config) -> Config:
        """The configuration with the changes made."""
        base = read_config(self.config) if self.config else config
        return replace(base, **dict(self.changes))


def adjustment(config: Path | None = None, **options: Any) -> Adjustment:
    """Changes from options; those not given change nothing. Raises Abort."""
    with errors():
        changes = {name: _value(name, value) for name, value in options.items() if value}
    return Adjustment(config, tuple(changes.items()))


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
    except (ConfigError, MissingPath, PackError) as error:
        raise Abort(str(error)) from error


def sources(
    paths: Sequence[Path],
    stdin_filename: str,
    warn: Callable[[str], None],
    exclude: Sequence[str] = (),
) -> Iterator[Source]:
    """Every file to read, in order. Raises Abort for a path that is not there."""
    with errors():
        for path in paths:
            if path == STDIN:
                yield from _stdin(stdin_filename, warn)
                continue
            config = find(path.resolve() if path.is_dir() else path.resolve().parent)
            patterns = (*config.exclude, *exclude)
            yield from readable(discover([path], patterns, root=config.root), warn)


def _stdin(name: str, warn: Callable[[str], None]) -> Iterator[Source]:
    try:
        yield source_of(sys.stdin.buffer.read(), name)
    except Unreadable as error:
        warn(str(error))


def runner(adjust: Adjustment) -> Runner:
    """What audits files with the settings of the command line."""
    return Runner(adjust)


def warn(message: str) -> None:
    """Tell of something passed over, beside the report."""
    typer.echo(f"auditor: warning: {message}", err=True)


def has_colour(stream: Any) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless NO_COLOR is set."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"

"""Audits files: reads each, finds its settings, runs the engine they ask for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from auditor.config import Config, find_config, selected
from auditor.document import Document
from auditor.engine import Audit, Engine, Threshold
from auditor.fixes import fix
from auditor.formats import escape, read
from auditor.formats.encoding import Decoded, NotText, Unwritable, decode, encode
from auditor.rules import load_rules
from auditor.store import write_atomically


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: where from, its text, and how to write it back."""

    path: str
    decoded: Decoded

    @property
    def document(self) -> Document:
        """The file's prose."""
        return read(self.path, self.decoded.text)


class Unreadable(Exception):  # noqa: N818
    """A file that cannot be audited; the message says why."""


def read_source(path: Path) -> Source:
    """Read a file. Raises Unreadable for a binary file or one that cannot be opened."""
    try:
        return source_of(path.read_bytes(), str(path))
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error


def source_of(data: bytes, path: str) -> Source:
    """Bytes that came from elsewhere, under the name they go by. Raises Unreadable."""
    try:
        return Source(path, decode(data))
    except NotText as error:
        raise Unreadable(f"{path}: passed over, {error}") from error


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after its fixes."""

    path: str
    before: str
    after: str
    count: int


class Runner:
    """Audits any number of files, each with the settings that hold where it stands.

    `adjust` lays what the command line says over the settings found.
    """

    def __init__(self, adjust: Callable[[Config], Config] = lambda config: config) -> None:
        """Take what to change in each configuration found."""
        self._adjust = adjust
        self._engines = lru_cache(maxsize=32)(_engine)

    def config_for(self, path: str) -> Config:
        """The settings for a file. Raises ConfigError."""
        place = Path(path)
        return self._adjust(find_config(place.resolve().parent).for_path(place))

    def engine_for(self, path: str) -> Engine:
        """The engine for a file. Raises ConfigError."""
        config = self.config_for(path)
        return self._engines(replace(config, exclude=(), overrides=(), root=Path()))

    def audit(self, source: Source) -> Audit:
        """What was found in a file."""
        return self.engine_for(source.path).audit(source.document)

    def change(self, source: Source, *, unsafe: bool) -> Change:
        """A file with its suggestions applied; nothing is written."""
        engine = self.engine_for(source.path)
        document = source.document
        fixed = fix(
            source.decoded.text,
            lambda text: engine.audit(read(source.path, text)).findings,
            unsafe=unsafe,
            escape=lambda text: escape(document.format, text),
        )
        return Change(source.path, source.decoded.text, fixed.source, fixed.mended)


def write_change(change: Change, source: Source) -> None:
    """Write a change to its file, whole or not at all.

    Raises Unreadable where the file's encoding cannot hold the new text.
    """
    try:
        data = encode(change.after, source.decoded)
    except Unwritable as error:
        raise Unreadable(f"{change.path}: not written, {error}") from error
    write_atomically(Path(change.path), data)


def _engine(config: Config) -> Engine:
    threshold = Threshold(
        config.min_severity, config.min_confidence, config.prior_english, config.source_language
    )
    rules = selected(config, load_rules())
    gazetteer = None
    if config.gazetteer or config.style:
        from auditor.names.gazetteer import Gazetteer

        gazetteer = Gazetteer.bundled(config.gazetteer, config.style)
    return Engine(rules, gazetteer, threshold)


def readable(paths: Iterable[Path], warn: Callable[[str], None]) -> Iterator[Source]:
    """The files that can be audited; the others are warned of and passed over."""
    for path in paths:
        try:
            source = read_source(path)
        except Unreadable as error:
            warn(str(error))
            continue
        if source.decoded.warning:
            warn(f"{path}: {source.decoded.warning}")
        yield source

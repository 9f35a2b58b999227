"""Audits files: reads each, finds its settings, runs the engine they ask for."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from auditor.config import Config, ConfigError, find_config, read_config, selected
from auditor.document import Document
from auditor.engine import Audit, Engine, Threshold
from auditor.finding import Finding
from auditor.fixes import Edit, apply_edits, edits, fix
from auditor.formats import format_of
from auditor.formats.encoding import NotText, Unwritable, decode
from auditor.formats.files import File, load, save
from auditor.rules import load_rules
from auditor.signature import program
from auditor.store import write_atomically


class Unreadable(Exception):  # noqa: N818
    """A file that cannot be audited or written; the message says why."""


@dataclass(frozen=True)
class Source:
    """A file as it was read: where from, and its bytes. `piped`: it came by standard input."""

    path: str
    data: bytes
    piped: bool = False

    @cached_property
    def file(self) -> File:
        """The file as its format has it. Raises Unreadable where there is no text in it."""
        with _text_wanted(self.path):
            return load(self.path, self.data)

    @property
    def document(self) -> Document:
        """The file's prose. Raises Unreadable."""
        return self.file.document

    @property
    def text(self) -> str:
        """What spans count in: for most formats all of the file, decoded. Raises Unreadable."""
        if format_of(self.path) == "docx":
            return self.document.source
        with _text_wanted(self.path):
            return decode(self.data).text

    @property
    def warning(self) -> str:
        """What a reader of the report should know; empty where all is well."""
        return f"{self.path}: {self.file.warning}" if self.file.warning else ""


class _text_wanted:  # noqa: N801  a context manager, cheaper than a generator on the way of all files
    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, NotText):
            raise Unreadable(f"{self._path}: passed over, {error}") from error


def read_source(path: Path) -> Source:
    """Read a file. Raises Unreadable for one that cannot be opened."""
    try:
        return Source(str(path), path.read_bytes())
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error


class Texts(Mapping[str, str]):
    """The texts of files by path, each read when a report asks for it.

    `known` are texts that do not stand on disk. A file that has gone meanwhile reads as empty.
    """

    def __init__(self, paths: Iterable[str], known: Mapping[str, str]) -> None:
        """Take the paths of the report."""
        self._paths = dict.fromkeys(paths)
        self._known = known
        self._read = lru_cache(maxsize=64)(_text_on_disk)

    def __getitem__(self, path: str) -> str:
        if path in self._known:
            return self._known[path]
        if path not in self._paths:
            raise KeyError(path)
        return self._read(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _text_on_disk(path: str) -> str:
    try:
        return read_source(Path(path)).text
    except Unreadable:
        return ""


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after its fixes: `edits` lead from one to the other."""

    path: str
    before: str
    after: str
    count: int
    edits: tuple[Edit, ...]


class Runner:
    """Audits any number of files, each with the settings that hold where it stands.

    `adjust` lays what the command line says over the settings found; `config` is the one file of
    settings to use wherever an article stands.
    """

    def __init__(
        self,
        adjust: Callable[[Config], Config] = lambda config: config,
        config: Path | None = None,
    ) -> None:
        """Take what to change in each configuration."""
        self._adjust = adjust
        self._own = read_config(config) if config else None
        self._engines = lru_cache(maxsize=32)(_engine)
        self._contexts = lru_cache(maxsize=256)(_context)
        # Most files of a folder are audited alike: what holds for it is looked up once.
        self._folders = lru_cache(maxsize=4096)(self._of_folder)
        self._prefixes = lru_cache(maxsize=4096)(self._prefix)

    def config_for(self, path: str) -> Config:
        """The settings for a file. Raises ConfigError."""
        found = self._found(os.path.dirname(path))  # noqa: PTH120  a Path for each of many files costs
        return self._adjust(found.for_path(Path(path).absolute()))

    def _found(self, folder: str) -> Config:
        return self._own or find_config(Path(folder).resolve())

    def engine_for(self, path: str) -> Engine:
        """The engine for a file. Raises ConfigError."""
        return self._engines(self._settings(path))

    def _settings(self, path: str) -> Config:
        """What of a configuration decides on findings: files with the same share an engine."""
        return self._folders(os.path.dirname(path)) or _deciding(self.config_for(path))  # noqa: PTH120

    def _of_folder(self, folder: str) -> Config | None:
        """What decides in all of a folder; None where overrides tell its files apart."""
        found = self._found(folder)
        return None if found.overrides else _deciding(self._adjust(found))

    def _context(self, path: str) -> bytes:
        folder = os.path.dirname(path)  # noqa: PTH120
        return self._prefixes(folder) or self._contexts(self._settings(path))

    def _prefix(self, folder: str) -> bytes:
        same = self._folders(folder)
        return self._contexts(same) if same else b""

    def key(self, source: Source) -> bytes:
        """A name for the result of a file: its content, its format, and all it is audited with."""
        total = hashlib.blake2b(self._context(source.path), digest_size=20)
        total.update(f"{format_of(source.path)}\0".encode())
        total.update(source.data)
        return total.digest()

    def audit(self, source: Source) -> Audit:
        """What was found in a file. Raises Unreadable."""
        return self.engine_for(source.path).audit(source.document)

    def change(self, source: Source, *, unsafe: bool) -> Change:
        """A file with its suggestions applied; nothing is written. Raises Unreadable."""
        engine, document = self.engine_for(source.path), source.document

        def findings(document: Document) -> tuple[Finding, ...]:
            return engine.audit(document).findings

        before = document.source
        if document.format == "docx":  # each change is tracked on its own, and made once
            changes = tuple(edits(findings(document), document, unsafe=unsafe))
            after = apply_edits(before, changes)
            return Change(source.path, before, after, len(changes), changes)
        fixed = fix(document, findings, unsafe=unsafe)
        whole = Edit(0, len(before), fixed.source)
        changes = (whole,) if fixed.source != before else ()
        return Change(source.path, before, fixed.source, fixed.mended, changes)


def changed(change: Change, source: Source) -> Source:
    """The file with a change made. Raises Unreadable where format or encoding cannot hold it."""
    if not change.edits:
        return source
    try:
        return Source(source.path, save(source.file, change.edits), source.piped)
    except Unwritable as error:
        raise Unreadable(f"{change.path}: not written, {error}") from error


def write(source: Source) -> None:
    """Write a file, whole or not at all; through a link, not over it. Raises Unreadable."""
    try:
        write_atomically(Path(source.path).resolve(), source.data)
    except OSError as error:
        raise Unreadable(f"{source.path}: not written, {error.strerror or error}") from error


def _engine(config: Config) -> Engine:
    threshold = Threshold(
        config.min_severity, config.min_confidence, config.prior_english, config.source_language
    )
    rules = selected(config, load_rules())
    gazetteer = None
    if config.gazetteer or config.style:
        from auditor.names.gazetteer import Gazetteer

        try:
            gazetteer = Gazetteer.bundled(config.gazetteer, config.style)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            listed = ", ".join(str(path) for path in config.gazetteer)
            raise ConfigError(f"{listed}: no gazetteer file: {error}") from error
    archive = None
    if config.quotations:
        from auditor.quotations.opening import ArchiveError, open_archive

        try:
            archive = open_archive(config.quotations)
        except ArchiveError as error:
            raise ConfigError(str(error)) from error
    return Engine(rules, gazetteer, threshold, archive)


def _deciding(config: Config) -> Config:
    return replace(config, exclude=(), overrides=(), root=Path())


def _context(config: Config) -> bytes:
    """All that a result hangs on beside the file: this program, the settings, the house's names."""
    total = hashlib.blake2b(program().encode(), digest_size=20)
    total.update(repr(replace(config, gazetteer=())).encode())
    for path in config.gazetteer:
        total.update(path.read_bytes())
    if config.quotations:
        found = config.quotations.stat()  # an archive may be large: its size and time will do
        total.update(f"{found.st_size} {found.st_mtime_ns}".encode())
    return total.digest()


def readable(sources: Iterable[Source], warn: Callable[[str], None]) -> Iterator[Source]:
    """The files that can be audited; the others are warned of and passed over."""
    for source in sources:
        try:
            warning = source.warning
        except Unreadable as error:
            warn(str(error))
            continue
        if warning:
            warn(warning)
        yield source

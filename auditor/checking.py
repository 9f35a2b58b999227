"""Audits many files, in their order: known results from the cache, others in several processes."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from auditor.cache import Cache, packed, unpacked
from auditor.config import Config
from auditor.engine import Audit
from auditor.runner import Runner, Source, Unreadable

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# Files that go to a process at once: enough to make the way there cheap, few enough that all
# processes end together.
_CHUNK = 16

# A process takes about a second to start, in which one alone audits so many files.
_WORTH_A_PROCESS = 150


class Outcome(NamedTuple):
    """What came of a file: its audit, None if it could not be read, and what to warn of."""

    path: str
    audit: Audit | None
    warning: str


@dataclass(frozen=True)
class Settings:
    """What every process needs to audit as the command line says."""

    adjust: Callable[[Config], Config]
    config: Path | None = None

    @cached_property
    def runner(self) -> Runner:
        """What audits files under these settings. Raises ConfigError."""
        return Runner(self.adjust, self.config)

    def __reduce__(self) -> tuple[object, ...]:
        return Settings, (self.adjust, self.config)  # each process makes its own runner


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(
    sources: Iterable[Source],
    settings: Settings,
    jobs: int | None = None,
    cache: Cache | None = None,
) -> Iterator[Outcome]:
    """What comes of each file, in their order, whatever the number of processes.

    With `jobs` None there are as many as processors, but only once there is enough to do.
    """
    with _Crew(settings, jobs) as crew:
        waiting: deque[_Chunk] = deque()
        remaining = iter(sources)
        while chunk := list(islice(remaining, _CHUNK)):
            waiting.append(_started(chunk, settings.runner, crew, cache))
            while len(waiting) > crew.depth:
                yield from _finished(waiting.popleft(), cache)
        while waiting:
            yield from _finished(waiting.popleft(), cache)


class _Chunk(NamedTuple):
    """Some files in order: what is known of them, and where the rest is being made."""

    paths: list[str]
    known: list[Outcome | None]
    keys: list[bytes]
    made: "Callable[[], list[_Made]]"


class _Made(NamedTuple):
    """What came of a file, packed: an audit on its way between processes costs more than itself."""

    value: bytes
    warning: str


def _started(sources: list[Source], runner: Runner, crew: "_Crew", cache: Cache | None) -> _Chunk:
    keys = [runner.key(source) if cache else b"" for source in sources]
    known = [_from_cache(source, key, cache) for source, key in zip(sources, keys, strict=True)]
    missing = [s for s, outcome in zip(sources, known, strict=True) if outcome is None]
    return _Chunk([source.path for source in sources], known, keys, crew.start(missing))


def _from_cache(source: Source, key: bytes, cache: Cache | None) -> Outcome | None:
    found = cache.get(key, source.path) if cache else None
    return Outcome(source.path, found[0], _located(source.path, found[1])) if found else None


def _finished(chunk: _Chunk, cache: Cache | None) -> Iterator[Outcome]:
    made = iter(chunk.made())
    for path, key, known in zip(chunk.paths, chunk.keys, chunk.known, strict=True):
        if known:
            yield known
            continue
        value, warning = next(made)
        if not value:
            yield Outcome(path, None, warning)
            continue
        if cache:
            cache.put(key, value)
        audit, warning = unpacked(value, path)
        yield Outcome(path, audit, _located(path, warning))


def _located(path: str, warning: str) -> str:
    return f"{path}: {warning}" if warning else ""


class _Crew:
    """Audits lists of files: here, or in other processes when there is enough to do."""

    def __init__(self, settings: Settings, jobs: int | None) -> None:
        self._settings = settings
        self._jobs = jobs or processors()
        self._spare = 0 if jobs else _WORTH_A_PROCESS
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "_Crew":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def depth(self) -> int:
        """How many chunks may be under way at once."""
        return self._jobs * 4 if self._pool else 0

    def start(self, sources: list[Source]) -> Callable[[], list[_Made]]:
        """Begin to audit some files; what is returned waits for them."""
        if self._jobs == 1 or not sources or self._spare > 0:
            self._spare -= len(sources)
            made = [_made(source, self._settings.runner) for source in sources]
            return lambda: made
        if not self._pool:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # Spawned, not forked: a copy of a process with threads in it may hang.
            self._pool = ProcessPoolExecutor(
                self._jobs, get_context("spawn"), initializer=_begin, initargs=(self._settings,)
            )
        return self._pool.submit(_work, sources).result


def _made(source: Source, runner: Runner) -> _Made:
    """What comes of one file. Mentions stay behind: no report tells them."""
    try:
        audit = runner.audit(source)
    except Unreadable as error:
        return _Made(b"", str(error))
    return _Made(packed(audit, source.file.warning), "")


_settings: Settings | None = None


def _begin(settings: Settings) -> None:
    global _settings
    _settings = settings


def _work(sources: list[Source]) -> list[_Made]:
    assert _settings
    return [_made(source, _settings.runner) for source in sources]

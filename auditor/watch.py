"""Waits for files to change: by looking at them now and then, which works on any file system."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# A second is soon enough for one who has just pressed *save*, and costs nothing.
INTERVAL = 1.0

Stamp = tuple[int, int]


def watch(
    files: Callable[[], Iterable[Path]],
    sleep: Callable[[float], None] = time.sleep,
    interval: float = INTERVAL,
) -> Iterator[list[Path]]:
    """The files that changed, came or went, each time that some did."""
    before = _stamps(files())
    while True:
        sleep(interval)
        now = _stamps(files())
        changed = sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
        before = now
        if changed:
            yield changed


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    stamps = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:  # it went while we looked
            continue
        stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps

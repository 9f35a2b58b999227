"""Files compiled from the package's text data, kept in the user's cache under their digest."""

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from auditor import __version__


def digest(sources: Iterable[Path], extra: str = "") -> str:
    """A name for the content of some files, in their order, and of this program's version."""
    total = hashlib.blake2b(f"{__version__}{extra}".encode(), digest_size=16)
    for source in sources:
        total.update(source.name.encode())
        total.update(source.read_bytes())
    return total.hexdigest()


def cache_folder() -> Path:
    """Where compiled files live: AUDITOR_CACHE_DIR, the user's cache, or a temporary folder."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("AUDITOR_CACHE_DIR")
    folder = Path(chosen) if chosen else user_cache_path("auditor")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())


# Of one kind of compiled file, those of other versions and houses that are kept.
_KEPT = 4


def compiled(name: str, build: Callable[[Path], None], note: str = "") -> Path:
    """The file called `name` in the cache, built first if it is not there.

    `build` writes to the path it is given; the result is moved in place whole, so that two
    processes at once do no harm. `note` is told to a user who waits for it at a terminal. Of the
    files whose name begins alike, up to a hyphen, the oldest are removed.
    """
    path = cache_folder() / name
    if not path.exists():
        if note and sys.stderr.isatty():
            print(f"auditor: {note} …", file=sys.stderr)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{name}-")
        os.close(handle)
        try:
            build(Path(temporary))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _prune(path)
    return path


def _prune(path: Path) -> None:
    family = f"{path.name.split('-', 1)[0]}-*{path.suffix}"
    others = sorted((p for p in path.parent.glob(family) if p != path), key=_age, reverse=True)
    for other in others[_KEPT:]:
        with contextlib.suppress(OSError):
            other.unlink()


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _usual_mode() -> int:
    """The permissions that the user gives new files; temporary ones are for their owner alone."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file's content whole or not at all, keeping its permissions if it had any."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o7777 if path.exists() else _usual_mode())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

"""Which files to read: paths as given, and folders walked."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

from auditor.formats import SUFFIXES

# Folders that hold other people's files, whatever .gitignore says.
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


class MissingPath(OSError):  # noqa: N818
    """A path that was asked for does not exist or cannot be read."""


@dataclass(frozen=True, slots=True)
class _Ignores:
    """Patterns that count from a folder, as a .gitignore has them."""

    folder: Path
    spec: "GitIgnoreSpec"

    def verdict(self, path: Path, is_folder: bool) -> bool | None:
        """True: ignored; False: expressly kept; None: nothing said."""
        name = path.relative_to(self.folder).as_posix()
        return self.spec.check_file(name + "/" if is_folder else name).include


def discover(
    paths: Iterable[str | Path],
    exclude: Iterable[str] = (),
    include: Iterable[str] = SUFFIXES,
    gitignore: bool = True,
    root: Path | None = None,
) -> Iterator[Path]:
    """Files to audit, each once: given files always, folders walked in order of name.

    `include` are suffixes. `exclude` are patterns in the manner of .gitignore that count from
    `root` (without it, from each folder given). Hidden folders are passed over, and links that
    lead to folders or out of the folder given. Raises MissingPath.
    """
    given = [Path(path) for path in paths]
    for path in given:
        if not path.exists():
            raise MissingPath(f"no such file or folder: {path}")
    excluded = tuple(exclude)
    suffixes = frozenset(include)
    seen: set[str] = set()
    for path in given:
        found = _walk_from(path, excluded, suffixes, gitignore, root) if path.is_dir() else [path]
        for file in found:
            name = os.path.abspath(file)  # noqa: PTH100  Path.resolve would follow links
            if name not in seen:
                seen.add(name)
                yield file


def _walk_from(
    folder: Path,
    exclude: Iterable[str],
    suffixes: frozenset[str],
    gitignore: bool,
    root: Path | None,
) -> Iterator[Path]:
    """Files under a folder that was given."""
    home = folder.resolve()
    base = root.resolve() if root and home.is_relative_to(root.resolve()) else home
    ignores = _enclosing_gitignores(home) if gitignore else ()
    if _is_gitignored(home, True, ignores):
        ignores = ()  # who names an ignored folder wants it read
    for path in _walk(home, home, (*ignores, _ignores(base, exclude)), suffixes, gitignore):
        yield folder / path.relative_to(home)


def _enclosing_gitignores(folder: Path) -> tuple[_Ignores, ...]:
    """The .gitignore files above a folder, down from the top of its repository."""
    above = [folder, *folder.parents]
    top = next((index for index, path in enumerate(above) if (path / ".git").exists()), 0)
    found = [_gitignore(path) for path in reversed(above[1 : top + 1])]
    return tuple(ignores for ignores in found if ignores)


def _gitignore(folder: Path) -> _Ignores | None:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    return _ignores(folder, lines)


def _ignores(folder: Path, patterns: Iterable[str]) -> _Ignores:
    from pathspec import GitIgnoreSpec  # not for one who names his files

    return _Ignores(folder, GitIgnoreSpec.from_lines(patterns))


def _walk(
    folder: Path,
    home: Path,
    ignores: tuple[_Ignores, ...],
    suffixes: frozenset[str],
    gitignore: bool,
) -> Iterator[Path]:
    """Files under `folder`; the last of `ignores` is the configured exclude and always wins."""
    own = _gitignore(folder) if gitignore else None
    if own:
        ignores = (*ignores[:-1], own, ignores[-1])
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        raise MissingPath(f"cannot read folder {folder}: {error.strerror}") from error
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not _is_skipped(path) and not _is_ignored(path, True, ignores):
                yield from _walk(path, home, ignores, suffixes, gitignore)
        elif (
            path.suffix.lower() in suffixes
            and _is_own_file(entry, home)
            and not _is_ignored(path, False, ignores)
        ):
            yield path


def _is_skipped(folder: Path) -> bool:
    return folder.name.startswith(".") or folder.name in _SKIPPED


def _is_own_file(entry: os.DirEntry[str], home: Path) -> bool:
    """Whether it is a file, and not a link out of the folder that was given."""
    try:
        if not entry.is_file():
            return False
        return not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(home)
    except OSError:  # a link that leads in a circle
        return False


def _is_ignored(path: Path, is_folder: bool, ignores: tuple[_Ignores, ...]) -> bool:
    """Excluded by configuration, the last of `ignores`, or by a .gitignore."""
    return bool(ignores[-1].verdict(path, is_folder)) or _is_gitignored(path, is_folder, ignores[:-1])


def _is_gitignored(path: Path, is_folder: bool, ignores: tuple[_Ignores, ...]) -> bool:
    """What the deepest .gitignore with an opinion says."""
    verdicts = (one.verdict(path, is_folder) for one in reversed(ignores))
    return next((verdict for verdict in verdicts if verdict is not None), False)

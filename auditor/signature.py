"""Which version of everything made a report: two reports of one signature can be compared."""

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from auditor import __version__

_PACKAGE = Path(__file__).parent


@cache
def _digest(pattern: str) -> str:
    total = hashlib.blake2b(digest_size=6)
    for path in sorted(_PACKAGE.glob(pattern)):
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


def signature(house: Iterable[Path] = ()) -> str:
    """Version and digests of rules, packs, conventions, gazetteer, evidence and models.

    `house` are gazetteer files of the house's own; they count as well.
    """
    parts = {
        "version": __version__,
        "rules": _digest("rules/*.py"),
        "packs": _digest("rules/packs/*.toml"),
        "conventions": _digest("data/conventions/*"),
        "gazetteer": _digest("data/gazetteer/**/*.t*"),
        "models": _digest("data/*.*"),
    }
    own = hashlib.blake2b(digest_size=6)
    files = list(house)
    for path in files:
        own.update(path.read_bytes())
    if files:
        parts["house"] = own.hexdigest()
    return "|".join(f"{name}:{value}" for name, value in parts.items())


@cache
def program() -> str:
    """A digest of everything in this package and of what it runs on.

    A result may be used again only where this is unchanged: unlike `signature`, which tells a
    reader what to compare, it counts every line of code, every table, every library's version.
    """
    total = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_PACKAGE.rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():
            total.update(f"\0{path.relative_to(_PACKAGE)}\0".encode())
            total.update(path.read_bytes())
    total.update("|".join(_libraries()).encode())
    return total.hexdigest()


def _libraries() -> list[str]:
    from importlib.metadata import PackageNotFoundError, requires

    try:
        names = sorted({re.split(r"[^\w.-]", line)[0] for line in requires("auditor") or ()})
    except PackageNotFoundError:  # run from a folder, not installed
        return []
    return [f"{name} {_version(name)}" for name in names]


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "none"

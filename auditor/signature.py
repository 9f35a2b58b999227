"""Which version of everything made a report: two reports of one signature can be compared."""

import hashlib
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

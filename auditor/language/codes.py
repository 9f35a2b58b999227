"""Regular expressions kept compiled.

Python takes a millisecond to compile one of ours, and to take up one that was kept some
microseconds. What is kept holds for one version of Python alone (`VERSION`); where it cannot be read,
the expression is compiled as ever.
"""

import hashlib
import json
import re
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

try:
    import _sre  # type: ignore[import-not-found]  # nor has this
    from re import _compiler, _parser  # type: ignore[attr-defined]  # they have no public name

    VERSION = f"{sys.implementation.cache_tag} {sys.hexversion} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
except (ImportError, AttributeError):  # a Python of the future, or another one
    VERSION = ""

# Code is a run of unsigned numbers of four bytes.
_NUMBER = "I"

# The level at which zlib compresses.
_QUICKLY = 1

_FAILURES = (ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, AttributeError, zlib.error)

# What `_sre.compile` takes: text, flags, code, number of groups, their names.
_Parts = tuple[str, int, list[int], int, dict[str, int]]

_kept: dict[str, tuple[bytes, int, int]] = {}  # where each stands: content, start, size
_fresh: dict[tuple[str, int], _Parts] = {}


def compile_code(pattern: str, flags: int) -> re.Pattern[str]:
    """The same as `re.compile`; what it is compiled to is remembered for `write_codes`."""
    if not VERSION:
        return re.compile(pattern, flags)
    try:
        parsed = _parser.parse(pattern, flags)
        code: list[int] = _compiler._code(parsed, flags)
        state = parsed.state
        parts = pattern, flags | state.flags, code, state.groups - 1, dict(state.groupdict)
        made = _made_of(parts)
    except _FAILURES:
        return re.compile(pattern, flags)
    _fresh[pattern, flags] = parts
    return made


def kept_code(key: str) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    """The expression kept under a key and what was noted of it, if there is one."""
    kept = _kept.get(key)
    if kept is None:
        return None
    content, start, size = kept
    try:
        head, _, body = zlib.decompress(content[start : start + size]).partition(b"\n")
        pattern, flags, groups, names, note = json.loads(head)
        code = array(_NUMBER, body).tolist()
        return _made_of((pattern, flags, code, groups, names)), tuple(note)
    except _FAILURES:
        return None


def _made_of(parts: _Parts) -> re.Pattern[str]:
    pattern, flags, code, groups, names = parts
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: Any = _sre.compile(pattern, flags, code, groups, names, tuple(numbered))
    assert isinstance(made, re.Pattern)
    return made


def code_key(pattern: str, flags: int) -> str:
    """A short name for an expression, or for what one is written from."""
    return hashlib.blake2b(f"{flags} {pattern}".encode(), digest_size=8).hexdigest()


def write_codes(path: Path, expressions: Iterable[tuple[str, str, int, Sequence[str]]]) -> None:
    """Keep expressions: each a key, the expression, its flags and what to note of it."""
    places: dict[str, tuple[int, int]] = {}
    written = bytearray()
    for key, pattern, flags, note in expressions:
        if (pattern, flags) not in _fresh:
            compile_code(pattern, flags)
        if (pattern, flags) in _fresh:
            text, all_flags, code, groups, names = _fresh[pattern, flags]
            head = json.dumps([text, all_flags, groups, names, note])
            kept = zlib.compress(head.encode() + b"\n" + array(_NUMBER, code).tobytes(), _QUICKLY)
            places[key] = len(written), len(kept)
            written += kept
    path.write_bytes(json.dumps(places).encode() + b"\n" + written)


def read_codes(path: Path) -> None:
    """Take the expressions that `write_codes` kept."""
    content = path.read_bytes()
    begin = content.find(b"\n") + 1
    try:
        places: dict[str, tuple[int, int]] = json.loads(content[:begin])
        found = {key: (content, begin + start, size) for key, (start, size) in places.items()}
    except _FAILURES:
        return
    _kept.update(found)

"""The compiled gazetteer on disk: one file, memory-mapped, looked up by hashed keys.

Layout: a JSON header, then sections. Postings are sorted by a 48-bit hash of the key; a table over the
hash's upper bits says where each bucket starts, and sixteen lower bits stand beside each posting, so
that a look-up reads two numbers and a handful of postings whatever the size of the gazetteer. A bucket
holds some ten postings: the table stays small enough to be kept in memory.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from sys import byteorder
from typing import Any, BinaryIO
from zlib import crc32

MAGIC = b"auditor-names\x00\x00\x0b"
_BITS = 48
_MASK = (1 << _BITS) - 1
# Pages of a map that were touched count as memory of the process, and each touch brings its neighbours.
# In a file too large for that only the tables of offsets, the checks of the postings and the sounds of
# the forms (some seventy bytes a form) are read through the map; the numbers of the forms and the
# records are read from the file, whose pages are the system's to keep.
_LARGE = 100_000_000
# From so many forms on, the first sounds of each stand in a table of this width, from which numpy takes
# those of a whole look-up at once. Loading numpy costs as much time as that saves in some thousand
# look-ups; what is longer is read like in smaller files.
MANY, HEAD = 100_000, 24


def key_hash(salt: int, text: str) -> int:
    """A stable 48-bit hash of a text under a kind of key."""
    data = text.encode()
    return crc32(data, salt) << 16 ^ crc32(data, salt ^ 0x5BD1E995) & 0xFFFF_FFFF & _MASK


def mix(salt: int, a: int, b: int) -> int:
    """A stable 48-bit hash of two hashes, in this order."""
    return ((a * 0x9E3779B97F4A7C15 + b * 0xC2B2AE3D27D4EB4F + salt * 0x165667B19E3779F9) >> 11) & _MASK


def write_header(file: BinaryIO, header: dict[str, Any]) -> None:
    """The fixed start of the file: magic, length of the header, header, padding to 4096."""
    text = json.dumps(header, sort_keys=True).encode()
    file.seek(0)
    file.write(MAGIC + struct.pack("<I", len(text)) + text)


HEADER_SIZE = 4096


class Index:
    """A compiled gazetteer, opened without reading it."""

    __slots__ = (
        "_buckets",
        "_checks_at",
        "_entity_starts",
        "_file",
        "_form_starts",
        "_heads",
        "_ids_at",
        "_map",
        "_neutral_at",
        "_neutral_starts",
        "_record",
        "_shift",
        "count",
        "forms_at",
        "header",
        "path",
        "rows_at",
    )

    def __init__(self, path: Path) -> None:
        self.path = path
        file = path.open("rb", buffering=0)
        self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._file = file if len(self._map) > _LARGE and hasattr(os, "pread") else None
        if self._file is None:
            file.close()
        if self._map[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{path}: not a compiled gazetteer of this version")
        (length,) = struct.unpack_from("<I", self._map, len(MAGIC))
        start = len(MAGIC) + 4
        self.header: dict[str, Any] = json.loads(self._map[start : start + length])
        view = memoryview(self._map)

        def section(name: str, code: str) -> memoryview:
            at, size = self.header["sections"][name]
            return view[at : at + size].cast(code)  # type: ignore[call-overload, no-any-return]

        self._entity_starts = section("entity_starts", "Q")
        self._form_starts = section("form_starts", "Q")
        self._neutral_starts = section("neutral_starts", "I")
        self._buckets = section("buckets", "I")
        self._checks_at: int = self.header["sections"]["checks"][0]
        self._ids_at: int = self.header["sections"]["ids"][0]
        self.rows_at: int = self.header["sections"]["entities"][0]
        self.forms_at: int = self.header["sections"]["forms"][0]
        self._neutral_at: int = self.header["sections"]["neutral"][0]
        self.count: int = self.header["entities"]
        self._shift = _BITS - self.header["bits"]
        self._heads = self._table("heads") if "heads" in self.header["sections"] else None
        # Of the forms whose letters a look-up compares, some are aligned soon after.
        self._record = lru_cache(maxsize=64)(self._read_record)

    def _table(self, name: str) -> Any:
        """A section as rows of letters."""
        import numpy as np

        at, size = self.header["sections"][name]
        return np.frombuffer(self._map, dtype=f"S{HEAD}", count=size // HEAD, offset=at)

    def _read(self, at: int, size: int) -> bytes:
        """A few bytes of the file."""
        if self._file is None:
            return self._map[at : at + size]
        return os.pread(self._file.fileno(), size, at)

    def get(self, key: int) -> list[int]:
        """The forms filed under a hashed key."""
        return self.gather((key,))

    def gather(self, wanted: Iterable[int]) -> list[int]:
        """The forms filed under hashed keys, as often as they are."""
        buckets, shift, at, find = self._buckets, self._shift, self._checks_at, self._map.find
        gathered: list[int] = []
        for key in wanted:
            bucket = key >> shift
            start, end = buckets[bucket], buckets[bucket + 1]
            check = (key & 0xFFFF).to_bytes(2, byteorder)
            if find(check, at + 2 * start, at + 2 * end) >= 0:
                gathered.extend(self._filed(check, start, end))
        return gathered

    def _filed(self, check: bytes, start: int, end: int) -> Iterable[int]:
        """Of a bucket's forms those with a check."""
        checks = self._map[self._checks_at + 2 * start : self._checks_at + 2 * end]
        first, last = checks.find(check), checks.rfind(check) + 2
        if first % 2 == 0 and checks[first:last] == check * ((last - first) // 2):
            # Those of one key stand together.
            return array("I", self._read(self._ids_at + 4 * start + 2 * first, 2 * (last - first)))
        ids = array("I", self._read(self._ids_at + 4 * start, 4 * (end - start)))
        (own,) = array("H", check)
        return [number for each, number in zip(array("H", checks), ids, strict=True) if each == own]

    def form(self, number: int) -> list[str]:
        """The fields of a form's record."""
        return self._record(number).decode().split("\t")

    def folded(self, number: int) -> str:
        """The folded letters of a form: the last field but one of its record."""
        return self._record(number).rsplit(b"\t", 2)[1].decode()

    def _read_record(self, number: int) -> bytes:
        start, end = self._form_starts[number], self._form_starts[number + 1]
        return self._read(self.forms_at + start, end - start)

    def neutral(self, numbers: list[int]) -> list[bytes]:
        """The neutral sounds of forms, their words apart by spaces."""
        if self._heads is None:
            starts, at, sounds = self._neutral_starts, self._neutral_at, self._map
            return [sounds[at + starts[number] : at + starts[number + 1]] for number in numbers]
        heads = self._heads[numbers]
        found: list[bytes] = heads.tolist()
        for place in heads.view("u1")[HEAD - 1 :: HEAD].nonzero()[0].tolist():
            start, end = self._neutral_starts[numbers[place]], self._neutral_starts[numbers[place] + 1]
            found[place] = self._read(self._neutral_at + start, end - start)
        return found

    def row(self, number: int) -> str:
        """The JSON of an entity."""
        start, end = self._entity_starts[number], self._entity_starts[number + 1]
        return self._read(self.rows_at + start, end - start).decode()

    def rows(self) -> Iterator[str]:
        """The JSON of every entity, in the order of the files."""
        return map(self.row, range(self.count))

    def replaced(self) -> array[int]:
        """The forms of another gazetteer in whose place those of this one stand."""
        at, size = self.header["sections"].get("replaced", (0, 0))
        return array("I", self._read(at, size))

"""The compiled gazetteer on disk: one file, memory-mapped, looked up by hashed keys.

Layout: a JSON header, then sections. Postings are sorted by a 48-bit hash of the key; a table over the
hash's upper bits says where each bucket starts, and sixteen lower bits stand beside each posting, so
that a look-up reads two numbers and a handful of postings whatever the size of the gazetteer.
"""

from __future__ import annotations

import json
import mmap
import struct
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

MAGIC = b"auditor-names\x00\x00\x09"
_BITS = 48
_MASK = (1 << _BITS) - 1
# Pages of the map that were touched count as memory of the process. In a file too large to keep whole
# they are read one by one and given back to the system's cache after so many look-ups (a look-up
# among millions touches some hundreds of pages).
_LARGE = 100_000_000
_RELEASE_AFTER = 250


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
        "_buckets", "_checks", "_entity_starts", "_file", "_form_starts", "_ids", "_large", "_map",
        "_neutral_starts", "_shift", "_since_release", "count", "forms_at", "header", "neutral_at",
        "path", "rows_at",
    )

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{path}: not a compiled gazetteer of this version")
        (length,) = struct.unpack_from("<I", self._map, len(MAGIC))
        start = len(MAGIC) + 4
        self.header: dict[str, Any] = json.loads(self._map[start : start + length])
        self._large = len(self._map) > _LARGE and hasattr(self._map, "madvise")
        if self._large:
            self._map.madvise(mmap.MADV_RANDOM)
        view = memoryview(self._map)

        def section(name: str, code: str) -> memoryview:
            at, size = self.header["sections"][name]
            return view[at : at + size].cast(code)  # type: ignore[call-overload, no-any-return]

        self._entity_starts = section("entity_starts", "Q")
        self._form_starts = section("form_starts", "Q")
        self._neutral_starts = section("neutral_starts", "Q")
        self._buckets = section("buckets", "I")
        self._checks = section("checks", "H")
        self._ids = section("ids", "I")
        self.rows_at: int = self.header["sections"]["entities"][0]
        self.forms_at: int = self.header["sections"]["forms"][0]
        self.neutral_at: int = self.header["sections"]["neutral"][0]
        self.count: int = self.header["entities"]
        self._shift = _BITS - self.header["bits"]
        self._since_release = 0

    def get(self, key: int) -> list[int]:
        """The forms filed under a hashed key."""
        bucket = key >> self._shift
        start, end = self._buckets[bucket], self._buckets[bucket + 1]
        if start == end:
            return []
        check = key & 0xFFFF
        checks = self._checks[start:end].tolist()
        if check not in checks:
            return []
        ids = self._ids
        return [ids[start + place] for place, found in enumerate(checks) if found == check]

    def form(self, number: int) -> list[str]:
        """The fields of a form's record."""
        starts = self._form_starts
        at = self.forms_at
        return self._map[at + starts[number] : at + starts[number + 1]].decode().split("\t")

    def neutral(self, number: int) -> bytes:
        """A form's neutral sounds, its words apart by spaces."""
        starts = self._neutral_starts
        at = self.neutral_at
        return self._map[at + starts[number] : at + starts[number + 1]]

    def row(self, number: int) -> str:
        """The JSON of an entity."""
        starts = self._entity_starts
        at = self.rows_at
        return self._map[at + starts[number] : at + starts[number + 1]].decode()

    def release(self) -> None:
        """Give touched pages back now and then, so that memory stays small whatever the file's size."""
        if not self._large:
            return
        self._since_release += 1
        if self._since_release >= _RELEASE_AFTER:
            self._since_release = 0
            self._map.madvise(mmap.MADV_DONTNEED)

"""The compiled gazetteer on disk: one file, memory-mapped, looked up by hashed keys.

Layout: a JSON header, then sections. Postings are sorted by a 48-bit hash of the key; a table over the
hash's upper bits says where each bucket starts, and sixteen lower bits stand beside each posting, so
that a look-up reads two numbers and a handful of postings whatever the size of the gazetteer. A bucket
holds some ten postings: the table stays small enough to be kept in memory.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

MAGIC = b"auditor-names\x00\x00\x0a"
_BITS = 48
_MASK = (1 << _BITS) - 1
# Pages of the map that were touched count as memory of the process. In a file too large to keep whole,
# those that most look-ups read stay (the sounds of the forms, the table of buckets: some thirty bytes
# a form); the others are given back to the system's cache after so many look-ups.
_LARGE = 100_000_000
_RELEASE_AFTER = 100
_KEPT = ("buckets", "neutral", "neutral_starts")


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
        "_neutral", "_neutral_starts", "_passing", "_shift", "_since_release", "count", "forms_at", "header",
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
        self._passing = self._passing_ranges() if self._large else []
        for at, size in self._passing:
            self._map.madvise(mmap.MADV_RANDOM, at, size)
        view = memoryview(self._map)

        def section(name: str, code: str) -> memoryview:
            at, size = self.header["sections"][name]
            return view[at : at + size].cast(code)  # type: ignore[call-overload, no-any-return]

        self._entity_starts = section("entity_starts", "Q")
        self._form_starts = section("form_starts", "Q")
        self._neutral_starts = section("neutral_starts", "I")
        self._buckets = section("buckets", "I")
        self._checks = section("checks", "H")
        self._ids = section("ids", "I")
        self.rows_at: int = self.header["sections"]["entities"][0]
        self.forms_at: int = self.header["sections"]["forms"][0]
        self._neutral = section("neutral", "B")
        self.count: int = self.header["entities"]
        self._shift = _BITS - self.header["bits"]
        self._since_release = 0

    def get(self, key: int) -> list[int]:
        """The forms filed under a hashed key."""
        return self.gather((key,))

    def gather(self, wanted: Iterable[int]) -> list[int]:
        """The forms filed under hashed keys, as often as they are."""
        buckets, shift = self._buckets, self._shift
        gathered: list[int] = []
        for key in wanted:
            bucket = key >> shift
            start, end = buckets[bucket], buckets[bucket + 1]
            check = key & 0xFFFF
            checks = self._checks[start:end].tolist()
            if check not in checks:
                continue
            first, count = checks.index(check), checks.count(check)
            if checks[first + count - 1] == check:  # those of one key stand together
                gathered += self._ids[start + first : start + first + count].tolist()
            else:
                gathered += [self._ids[start + i] for i, own in enumerate(checks) if own == check]
        return gathered

    def form(self, number: int) -> list[str]:
        """The fields of a form's record."""
        starts = self._form_starts
        at = self.forms_at
        return self._map[at + starts[number] : at + starts[number + 1]].decode().split("\t")

    def neutral(self, numbers: Iterable[int]) -> list[bytes]:
        """The neutral sounds of forms, their words apart by spaces."""
        starts, sounds = self._neutral_starts, self._neutral
        return [bytes(sounds[starts[number] : starts[number + 1]]) for number in numbers]

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
            for at, size in self._passing:
                self._map.madvise(mmap.MADV_DONTNEED, at, size)

    def _passing_ranges(self) -> list[tuple[int, int]]:
        """The whole pages of the sections that need not stay in memory."""
        ranges = []
        for name, (at, size) in self.header["sections"].items():
            first = -(-at // mmap.PAGESIZE) * mmap.PAGESIZE
            whole = (at + size - first) // mmap.PAGESIZE * mmap.PAGESIZE
            if name not in _KEPT and whole > 0:
                ranges.append((first, whole))
        return ranges

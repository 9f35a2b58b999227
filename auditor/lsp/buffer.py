"""The text of an open file, kept as the editor changes it.

Lines end as the protocol says, at CR LF, LF or CR and nowhere else: `str.splitlines` would break
at form feeds and U+2028 too, and every place behind one would be wrong.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from auditor.language.units import index_at, units, whole

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Buffer:
    """A file's text at one version; positions are a line and a unit of `encoding`, from zero."""

    source: str
    encoding: str = "utf-16"

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """Start and end of each line, its line end left out."""
        lines, start = [], 0
        for match in _LINE_END.finditer(self.source):
            lines.append((start, match.start()))
            start = match.end()
        return [*lines, (start, len(self.source))]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._lines]

    def offset(self, line: int, unit: int) -> int:
        """The character at a position; one beyond a line or the file gives its end."""
        if line >= len(self._lines):
            return len(self.source)
        start, end = self._lines[line]
        return start + index_at(self.source[start:end], unit, self.encoding)

    def position(self, offset: int) -> tuple[int, int]:
        """The position of a character."""
        line = bisect_right(self._starts, offset) - 1
        return line, units(self.source[self._starts[line] : offset], self.encoding)

    def changed(self, start: int, end: int, text: str) -> "Buffer":
        """The buffer with `source[start:end]` replaced."""
        return Buffer(self.source[:start] + whole(text) + self.source[max(start, end) :], self.encoding)

"""Putting a chunk together from what a parser hands over."""

import html
import re

from auditor.document import Chunk, Piece
from auditor.formats.masking import FILLER, SILENT

# White space that a reader of the page sees as one space; a no-break space is not among it.
WHITE = " \t\n\r\f"

# Stands in prose for what a reader sees but no rule should read: code, a web address, a picture,
# the value of a template. Its span lies inside the mark-up, so nothing across it is replaced.
OBJECT = "\ufffc"

_FILLED = re.compile(f"{FILLER}+|{SILENT}+|[^{FILLER}{SILENT}]+")
_MARKED = re.compile(r"&(?:#\w{1,10}|\w{1,40});|\\[!-/:-@\[-`{-~]|[ \t\n\r\f]{2,}")


class ChunkBuilder:
    """Collects the text of one chunk, piece by piece in the order of the file.

    White space at the start and end of the chunk is left out, and so is white space behind
    markup that follows other white space: a chunk never holds an empty line.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._reset()

    def _reset(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._last = ""
        self._end = -1

    def __bool__(self) -> bool:
        return bool(self._pieces)

    @property
    def ends_line(self) -> bool:
        """Whether the text so far ends with a line break."""
        return self._last in ("\n", "\r")

    def copy(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands."""
        text = self._source[start:end]
        if not self._pieces or (self._last in WHITE and (start != self._end or self.ends_line)):
            text = text.lstrip(WHITE)
            start = end - len(text)
        if not text:
            return
        if start == self._end and self._pieces[-1].length == self._pieces[-1].width:
            before = self._pieces[-1]
            length = before.length + len(text)
            self._pieces[-1] = Piece(before.prose, before.source, length, length)
        else:
            self._pieces.append(Piece(self._length, start, len(text), len(text)))
        self._append(text, end)

    def copy_shown(self, shown: str, start: int) -> None:
        """Add what `shown` stands for, read at `start`: an object where it was blotted out."""
        if FILLER not in shown and SILENT not in shown:
            self.copy(start, start + len(shown))
            return
        for match in _FILLED.finditer(shown):
            run = start + match.start(), start + match.end()
            if match[0][0] == FILLER:
                self.add_object(*run)
            elif match[0][0] != SILENT:
                self.copy(*run)

    def copy_marked(self, shown: str, start: int, escapes: bool) -> None:
        """Like `copy_shown`, with entities and, if asked for, backslash escapes read.

        White space is one space, as on the page.
        """
        reached = 0
        for match in _MARKED.finditer(shown):
            text = _unmarked(match[0])
            if text == match[0] or (match[0][0] == "\\" and not escapes):
                continue
            self.copy_shown(shown[reached : match.start()], start + reached)
            self.add(text, start + match.start(), start + match.end())
            reached = match.end()
        self.copy_shown(shown[reached:], start + reached)

    def add_object(self, start: int, end: int) -> None:
        """Add a sign for what stands at `source[start:end]`, two characters or more."""
        if end - start < 2:
            return
        margin = min(1, end - start - 2)
        self._pieces.append(Piece(self._length, start + margin, 1, max(2, end - start - 2)))
        self._append(OBJECT, end)

    def add_break(self, start: int, end: int) -> None:
        """Add a line break for a tag; its span is the tag's name, so it is never replaced."""
        if self._pieces and not self.ends_line:
            self._pieces.append(Piece(self._length, start + 1, 1, max(2, end - start - 2)))
            self._append("\n", end)

    def add_fold(self, start: int, end: int) -> None:
        """Add a line break that mark-up folds into a space: the line end and its indentation."""
        if end - start == 1:
            self.copy(start, end)
        elif self._pieces and self._last not in WHITE:
            self._pieces.append(Piece(self._length, start, 1, end - start))
            self._append("\n", end)

    def add(self, text: str, start: int, end: int) -> None:
        """Add `text`, which `source[start:end]` stands for and which cannot be cut."""
        if len(text) == end - start:  # a parser's stand-in for a character; the file's own counts
            self.copy(start, end)
            return
        if not text:  # mark-up where only text may stand, which a parser passes over
            return
        if text[0] in WHITE and (not self._pieces or self._last in WHITE):
            return
        self._pieces.append(Piece(self._length, start, len(text), end - start))
        self._append(text, end)

    def _append(self, text: str, end: int) -> None:
        self._texts.append(text)
        self._length += len(text)
        self._last = text[-1]
        self._end = end

    def finish(self, kind: str) -> Chunk | None:
        """The chunk, or None if nothing but white space was added; starts afresh."""
        text = "".join(self._texts)
        if not text.strip(WHITE + OBJECT):
            self._reset()
            return None
        pieces = _cut(self._pieces, len(text.rstrip(WHITE)))
        self._reset()
        return Chunk(text[: pieces[-1].prose + pieces[-1].length], tuple(pieces), kind)


def _unmarked(mark: str) -> str:
    if mark[0] in WHITE:
        return " "
    return html.unescape(mark) if mark[0] == "&" else mark[1:]


def _cut(pieces: list[Piece], length: int) -> list[Piece]:
    """The pieces of the first `length` characters."""
    while pieces and pieces[-1].prose >= length:
        pieces.pop()
    if pieces:
        last = pieces[-1]
        keep = length - last.prose
        if keep < last.length and last.length == last.width:
            pieces[-1] = Piece(last.prose, last.source, keep, keep)
    return pieces

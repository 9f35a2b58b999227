"""Putting a chunk together from what a parser hands over."""

from auditor.document import Chunk, Piece

# White space that a reader of the page sees as one space; a no-break space is not among it.
WHITE = " \t\n\r\f"


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
        return self._last == "\n"

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

    def add(self, text: str, start: int, end: int) -> None:
        """Add `text`, which `source[start:end]` stands for and which cannot be cut."""
        if len(text) == end - start:  # a parser's stand-in for a character; the file's own counts
            self.copy(start, end)
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
        pieces = _cut(self._pieces, len(text.rstrip(WHITE)))
        self._reset()
        if not pieces:
            return None
        return Chunk(text[: pieces[-1].prose + pieces[-1].length], tuple(pieces), kind)


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

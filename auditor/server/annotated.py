"""Text that a client has taken apart into text and mark-up, read as prose with the way back."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.document import Chunk, Comment, Document, Piece
from auditor.formats import read


class Part(NamedTuple):
    """A stretch of the client's text, and what it reads as: itself, or for mark-up mostly nothing."""

    text: str
    prose: str
    is_markup: bool = False


def annotated(path: str, parts: Sequence[Part]) -> Document:
    """The document whose file is all parts together and whose prose is what they read as."""
    plain = read(path, "".join(part.prose for part in parts), "plain")
    pieces = list(_pieces(parts))
    starts = [piece.prose for piece in pieces]
    chunks = tuple(_placed(chunk, pieces, starts) for chunk in plain.chunks)
    comments = tuple(_placed_comment(comment, pieces, starts) for comment in plain.comments)
    return Document(path, "".join(part.text for part in parts), chunks, comments=comments)


def _pieces(parts: Iterable[Part]) -> Iterator[Piece]:
    prose = source = 0
    for part in parts:
        if part.prose:
            yield Piece(prose, source, len(part.prose), len(part.text))
        prose += len(part.prose)
        source += len(part.text)


def _placed(chunk: Chunk, pieces: Sequence[Piece], starts: Sequence[int]) -> Chunk:
    """A chunk whose pieces counted the prose of all parts, with pieces that count the file."""
    placed = [
        Piece(piece.prose + part.prose - piece.source, *part[1:])
        for piece in chunk.pieces
        for part in _cut(piece.source, piece.source + piece.length, pieces, starts)
    ]
    return Chunk(chunk.text, tuple(placed), chunk.kind)


def _cut(start: int, end: int, pieces: Sequence[Piece], starts: Sequence[int]) -> Iterator[Piece]:
    """The pieces of the prose from `start` to `end`; one that is a unit keeps its whole width."""
    for piece in pieces[max(bisect_right(starts, start) - 1, 0) :]:
        first, last = max(start, piece.prose), min(end, piece.prose + piece.length)
        if first >= end:
            return
        if first >= last:
            continue
        if piece.length == piece.width:
            yield Piece(first, piece.source + first - piece.prose, last - first, last - first)
        else:
            yield Piece(first, piece.source, last - first, piece.width)


def _placed_comment(comment: Comment, pieces: Sequence[Piece], starts: Sequence[int]) -> Comment:
    cut = list(_cut(comment.start, comment.end, pieces, starts))
    return Comment(cut[0].source, cut[-1].source + cut[-1].width, comment.text)

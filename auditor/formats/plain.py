"""Plain text: paragraphs parted by empty lines, or one a line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.document import Chunk, Comment, Document, Piece
from auditor.formats.building import ChunkBuilder
from auditor.formats.captions import is_caption
from auditor.formats.masking import SILENT, blot

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)

# An empty line and the white space behind it. The second form is for files that end lines with
# a lone carriage return; its possessive `+` keeps CRLF from being read as two line ends.
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_EMPTY_LINE_ANY = re.compile(r"(?:\r\n?+|\n)[^\S\r\n]*(?:\r\n?+|\n)\s*")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_LINE = re.compile(r"[^\r\n]+")
_EDGE = "\ufeff\u200b"  # byte order mark and zero-width space, invisible at a paragraph's edge

_BULLET = re.compile(r"\s*(?:[-–—*•·▪]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:][”’\"'»)\]]*\s*$")
_SENTENCE_START = re.compile(r"\s*[“‘\"'«(\[]*[^\W_a-z]")
_HEADING_END = re.compile(r"[.…:;,][”’\"'»)\]]*$")
# Longer than any line that was wrapped by hand or by a mail program (usually 72 to 100).
_LONGEST_WRAPPED = 140
# A headline has room for this much; a longer line without a final stop has lost its stop.
_LONGEST_HEADING = 120


def read(path: str, source: str) -> Document:
    """The prose of a plain text; `<!-- … -->` is a comment, not prose."""
    # No further than the last mark that can close one: each opening mark finds its own.
    found = _COMMENT.finditer(source, 0, source.rfind("-->") + len("-->"))
    comments = tuple(Comment(m.start(), m.end(), m[1]) for m in found)
    shown = blot(source, (comment[:2] for comment in comments))
    paragraphs = _paragraphs(shown)
    is_special = any(character in shown for character in _EDGE + SILENT)
    read_chunk = _pieced_chunk if is_special else _chunk
    lengths = [end - start for start, end in paragraphs]
    chunks = [
        chunk
        for (start, end), follower in zip(paragraphs, [*lengths[1:], 0], strict=False)
        if (chunk := read_chunk(source, shown, start, end, follower))
    ]
    return Document(path, source, tuple(chunks), "plain", comments=comments)


def escape(text: str) -> str:
    """The text itself: plain text has no markup."""
    return text


def _paragraphs(shown: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph."""
    has_returns = "\r" in shown
    wrapped: bool | None = None
    paragraphs: list[tuple[int, int]] = []
    for start, end in _blocks(shown):
        has_lines = shown.find("\n", start, end) >= 0
        if not has_lines and not (has_returns and shown.find("\r", start, end) >= 0):
            paragraphs.append((start, end))
            continue
        if wrapped is None:
            wrapped = _is_wrapped(shown)
        lines = [m.span() for m in _LINE.finditer(shown, start, end)]
        paragraphs += _join_lines(shown, lines) if wrapped else lines
    return paragraphs


def _blocks(shown: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands between empty lines, white space around it left out."""
    pattern = _EMPTY_LINE_ANY if _LONE_RETURN.search(shown) else _EMPTY_LINE
    start = len(shown) - len(shown.lstrip())
    stop = len(shown.rstrip())
    for match in pattern.finditer(shown, start, stop):
        yield start, match.start()
        start = match.end()
    if start < stop:
        yield start, stop


def _is_wrapped(shown: str) -> bool:
    """Whether lines were broken to fit a page: one in ten, a long address say, may be longer."""
    lengths = [m.end() - m.start() for m in _LINE.finditer(shown)]
    longer = sum(length > _LONGEST_WRAPPED for length in lengths)
    return longer * 10 <= len(lengths)


def _join_lines(shown: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Paragraphs of a block of short lines."""
    width = max(end - start for start, end in lines)
    first = lines[0][0]
    for index, (before, after) in enumerate(pairwise(lines)):
        if _parts(shown, before, after, width, is_first=index == 0):
            yield first, before[1]
            first = after[0]
    yield first, lines[-1][1]


def _parts(shown: str, before: tuple[int, int], after: tuple[int, int], width: int, is_first: bool) -> bool:
    """Whether one paragraph ends and another begins between two lines.

    They are parted if the second is a list item, or if the first was ended early (the next
    word would have fitted) with a sentence, or is a heading: much shorter than its follower.
    """
    if _BULLET.match(shown, *after):
        return True
    if not _SENTENCE_START.match(shown, *after):
        return False
    line, follower = shown[slice(*before)], shown[slice(*after)]
    if len(line.rstrip()) + 1 + len(follower.split(None, 1)[0]) > width:
        return False
    if _SENTENCE_END.search(line):
        return True
    return is_first and len(line) < width * 0.6 and len(line) < len(follower)


def _chunk(source: str, shown: str, start: int, end: int, follower: int) -> Chunk | None:
    line = source[start:end]
    text = line.strip()
    if not text:
        return None
    if len(text) != end - start:
        start += len(line) - len(line.lstrip())
    length = len(text)
    return Chunk(text, (Piece(0, start, length, length),), _kind(text, follower))


def _pieced_chunk(source: str, shown: str, start: int, end: int, follower: int) -> Chunk | None:
    """A paragraph with comments inside, or with invisible characters at its edges."""
    while start < end and (source[start] in _EDGE or source[start].isspace()):
        start += 1
    while end > start and (source[end - 1] in _EDGE or source[end - 1].isspace()):
        end -= 1
    builder = ChunkBuilder(source)
    for match in re.finditer(f"[^{SILENT}]+", shown[start:end]):
        builder.copy(start + match.start(), start + match.end())
    chunk = builder.finish("paragraph")
    return chunk and Chunk(chunk.text, chunk.pieces, _kind(chunk.text, follower))


def _kind(text: str, follower: int) -> str:
    """Heading, caption or paragraph; `follower` is the length of the next paragraph, 0 for none."""
    if is_caption(text):
        return "caption"
    length = len(text)
    if length > _LONGEST_HEADING or not follower or _HEADING_END.search(text, length - 9):
        return "paragraph"
    return "heading" if any(map(str.isalpha, text)) else "paragraph"

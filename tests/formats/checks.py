"""What must hold of every document, whatever its format."""

import codecs
import html

from auditor.document import SEPARATOR, Document
from auditor.formats.building import OBJECT

WHITE = " \t\n\r\f"


def reads_as(source: str, prose: str) -> bool:
    """Whether a piece that is no copy reads as it says: entity, escape, white space, object."""
    if prose == OBJECT:
        return len(source) >= 2
    if prose == "\n" and source[:2].lower() == "br":
        return True
    if prose in " \n" and not source.strip(WHITE + ">"):
        return True
    if source == "''":
        return prose == "'"
    if source[0] == "\\":
        return prose == source[1:] or prose == codecs.decode(source, "unicode_escape")
    return source[0] == "&" and html.unescape(source) == prose


def assert_sound(document: Document) -> None:
    """Pieces tile each chunk and lie in order, and every character reads as its source does."""
    chunk_start = 0
    for chunk in document.chunks:
        assert chunk.text.strip(WHITE) == chunk.text != ""
        assert SEPARATOR not in chunk.text
        assert chunk.kind
        assert chunk.pieces[0].source >= chunk_start
        chunk_start = chunk.pieces[0].source
        position, before = 0, 0
        for piece in chunk.pieces:
            assert piece.prose == position
            assert piece.length > 0
            assert piece.width > 0
            assert piece.source >= before
            before = piece.source + piece.width
            assert before <= len(document.source)
            source = document.source[piece.source : before]
            prose = chunk.text[position : position + piece.length]
            position += piece.length
            if piece.length == piece.width:
                assert prose == source
            else:
                assert reads_as(source, prose), (source, prose)
        assert position == len(chunk.text)
    assert_spans(document)
    assert_comments(document)


def assert_spans(document: Document) -> None:
    """Spans of single characters lie in order, inside the span of the whole chunk."""
    for start, end in document.paragraphs:
        whole = document.span(start, end)
        reached = whole.start
        for offset in range(start, end):
            span = document.span(offset, offset + 1)
            assert reached <= span.start < span.end <= whole.end
            assert span.text == document.source[span.start : span.end]
            character = document.text[offset]
            assert span.text == character or reads_as(span.text, character) or span.end > reached
            reached = span.start


def assert_comments(document: Document) -> None:
    for comment in document.comments:
        assert comment.text in document.source[comment.start : comment.end]


def prose(document: Document) -> list[str]:
    """Texts of the chunks."""
    return [chunk.text for chunk in document.chunks]


def kinds(document: Document) -> list[str]:
    """Kinds of the chunks."""
    return [chunk.kind for chunk in document.chunks]

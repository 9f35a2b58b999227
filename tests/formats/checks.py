"""What must hold of every document, whatever its format."""

from collections.abc import Callable

from auditor.document import SEPARATOR, Document

Resolve = Callable[[str], str]


def as_is(text: str) -> str:
    """For formats whose prose stands in the file as it is read."""
    return text


def assert_sound(document: Document, resolve: Resolve = as_is) -> None:
    """Pieces tile each chunk and lie in order, and every character reads as its source does.

    `resolve` turns the source of a piece that is no copy (an entity, an escape) into its prose.
    """
    before = 0
    for chunk in document.chunks:
        assert chunk.text
        assert chunk.text.strip(" \t\n\r\f") == chunk.text
        assert SEPARATOR not in chunk.text
        assert chunk.kind
        position = 0
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
            assert prose == (source if piece.length == piece.width else resolve(source))
        assert position == len(chunk.text)
    assert_spans(document)
    assert_comments(document)


def assert_spans(document: Document) -> None:
    """The spans of single characters lie in order, and a whole chunk's span holds them all."""
    for (start, end), chunk in zip(document.paragraphs, document.chunks, strict=True):
        whole = document.span(start, end)
        reached = whole.start
        for offset in range(start, end):
            span = document.span(offset, offset + 1)
            assert span.start < span.end
            assert whole.start <= span.start <= span.end <= whole.end
            assert span.start >= reached or span.end == reached
            reached = max(reached, span.start)
            assert span.text == document.source[span.start : span.end]
        assert chunk.text == document.text[start:end]


def assert_comments(document: Document) -> None:
    for comment in document.comments:
        assert comment.text in document.source[comment.start : comment.end]


def prose(document: Document) -> list[str]:
    """Texts of the chunks."""
    return [chunk.text for chunk in document.chunks]


def kinds(document: Document) -> list[str]:
    """Kinds of the chunks."""
    return [chunk.kind for chunk in document.chunks]

"""Word documents: their paragraphs as text, and fixes put in as tracked changes.

The file is an archive, so `Document.source` is the text of its paragraphs, parted by empty lines;
`apply` reads the file again to find the runs that an edit touches. Needs the extra `docx`.
"""

from collections.abc import Iterable

from auditor.document import SEPARATOR, Chunk, Document, Piece
from auditor.formats.docx.archive import NotDocx, packed, parts
from auditor.formats.docx.changes import Tracker
from auditor.formats.docx.paragraphs import paragraph_of, paragraphs

__all__ = ["NotDocx", "apply", "escape", "read", "read_bytes"]


def read(path: str, source: str) -> Document:
    """A document from text already taken out of a file: paragraphs parted by empty lines."""
    chunks = []
    position = 0
    for text in source.split(SEPARATOR):
        if chunk := _chunk(position, text, "paragraph"):
            chunks.append(chunk)
        position += len(text) + len(SEPARATOR)
    return Document(path, source, tuple(chunks), "docx")


def escape(text: str) -> str:
    """The text itself: it is escaped when it is written."""
    return text


def read_bytes(path: str, data: bytes) -> Document:
    """The prose of a Word file; raises NotDocx.

    Tracked insertions count as text, deletions do not.
    """
    found = paragraphs(parts(data).values())
    source = SEPARATOR.join(paragraph.text for paragraph in found)
    chunks = (_chunk(p.start, p.text, p.kind) for p in found)
    return Document(path, source, tuple(chunk for chunk in chunks if chunk), "docx")


def apply(data: bytes, edits: Iterable[tuple[int, int, str]]) -> bytes:
    """The file with each edit as a tracked change that keeps the formatting of what it replaces.

    An edit is start and end in the source of `read_bytes`, and the new text. Edits must not
    overlap, and each must lie in one paragraph; raises ValueError otherwise.
    """
    roots = parts(data)
    found = paragraphs(roots.values())
    tracker = Tracker(roots.values())
    reached = len(SEPARATOR.join(p.text for p in found))
    for start, end, text in sorted(edits, reverse=True):
        if not 0 <= start <= end <= reached:
            raise ValueError(f"edits overlap or lie outside the text: {start}:{end}")
        reached = start
        tracker.replace(paragraph_of(found, start, end), start, end, text)
    return packed(data, roots)


def _chunk(start: int, text: str, kind: str) -> Chunk | None:
    stripped = text.strip()
    if not stripped:
        return None
    lead = len(text) - len(text.lstrip())
    return Chunk(stripped, (Piece(0, start + lead, len(stripped), len(stripped)),), kind)

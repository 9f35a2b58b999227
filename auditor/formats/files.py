"""A file's bytes to a document, and a document's edits back to bytes, whatever the format."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.document import Document
from auditor.formats import format_of, read
from auditor.formats.encoding import Decoded, NotText, Unwritable, decode, encode

# Start and end in `Document.source`, and the text that goes there, escaped for the format.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was read. `decoded` is None for a format that is no text file."""

    document: Document
    data: bytes
    decoded: Decoded | None = None

    @property
    def warning(self) -> str:
        """What the reader of a report should know of how the file was decoded."""
        return self.decoded.warning if self.decoded else ""


def load(path: str, data: bytes, format: str | None = None) -> File:
    """The document in a file's bytes; raises NotText where there is none."""
    format = format or format_of(path)
    if format != "docx":
        decoded = decode(data)
        return File(read(path, decoded.text, format), data, decoded)
    try:
        from auditor.formats import docx
    except ImportError as error:
        needed = "Word files need the extra docx (in a clone of auditor: pip install -e '.[docx]')"
        raise NotText(needed) from error
    try:
        return File(docx.read_bytes(path, data), data)
    except docx.NotDocx as error:
        raise NotText(f"no Word document: {error}") from error


def save(file: File, edits: Iterable[Edit]) -> bytes:
    """The bytes of the file with edits made: in Word files as tracked changes.

    Edits must not overlap. Raises Unwritable where the file or its encoding does not allow it.
    """
    edits = sorted(edits)
    if not edits:
        return file.data
    if file.decoded:
        return encode(_spliced(file.document.source, edits), file.decoded)
    from auditor.formats import docx

    try:
        return docx.apply(file.data, edits)
    except ValueError as error:
        raise Unwritable(str(error)) from error


def _spliced(source: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    reached = 0
    for start, end, text in edits:
        if not reached <= start <= end <= len(source):
            raise Unwritable(f"edits overlap or lie outside the file: {start}:{end}")
        parts += source[reached:start], text
        reached = end
    return "".join([*parts, source[reached:]])

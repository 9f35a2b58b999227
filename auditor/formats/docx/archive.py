"""The archive that a Word file is: its parts with prose taken out, and put back changed."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

# Parts with prose, in reading order.
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")

# No article comes near these sizes unpacked; an archive made to fill the memory does.
_LARGEST_PART = 64 << 20
_LARGEST_FILE = 512 << 20


class NotDocx(ValueError):  # noqa: N818
    """The bytes are no Word document, or one made to do harm."""


def parts(data: bytes) -> dict[str, Any]:
    """Root elements of the parts that hold prose."""
    with _archive(data) as archive:
        _refuse_bomb(archive)
        names = set(archive.namelist())
        if _PARTS[0] not in names:
            raise NotDocx("no Word document inside")
        return {name: _parsed(_unpacked(archive, name)) for name in _PARTS if name in names}


@contextmanager
def _archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive opened, its many kinds of damage made one kind of error."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except NotDocx:
        raise
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error) as error:
        raise NotDocx(f"a damaged archive: {error}") from error
    except (OSError, EOFError, RuntimeError, ValueError, OverflowError) as error:
        raise NotDocx(f"not a readable archive: {error}") from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in archive.infolist()) > _LARGEST_FILE:
        raise NotDocx("too large when unpacked")


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Contents of a part; the size an archive states may be a lie, so reading is bounded."""
    with archive.open(name) as part:
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise NotDocx(f"{name} is too large")
    return data


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotDocx(f"not well-formed: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise NotDocx("a document type declaration, which Word never writes")
    return root


def _serialised(root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def packed(data: bytes, roots: Mapping[str, Any]) -> bytes:
    """The archive with some parts changed, by name; all others byte for byte."""
    changed = {name: _serialised(root) for name, root in roots.items()}
    file = io.BytesIO()
    with _archive(data) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            contents = changed.get(info.filename)
            new.writestr(info, _unpacked(old, info.filename) if contents is None else contents)
    return file.getvalue()

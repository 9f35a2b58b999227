"""Readers of file formats: each gives prose with the way back to the file.

A format is a module of this package with `read(path, source) -> Document` and, where text put
into the file must be written differently, `escape(text) -> str`.
"""

import importlib
import os
from collections.abc import Mapping
from typing import Protocol, cast

from auditor.document import Document

# Name of the format (and of its module) → suffixes. Modules load when first used.
FORMATS: Mapping[str, tuple[str, ...]] = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown", ".mdx", ".qmd"),
    "html": (".html", ".htm", ".xhtml"),
    "po": (".po",),
    "xliff": (".xlf", ".xliff"),
    "docx": (".docx",),  # no text file: goes through `files.load`
}

_BY_SUFFIX = {suffix: name for name, suffixes in FORMATS.items() for suffix in suffixes}

# What a walk through a folder picks up.
SUFFIXES = frozenset(_BY_SUFFIX)


class UnknownFormat(ValueError):  # noqa: N818
    """A format was asked for by a name that is not in `FORMATS`."""


class _Reader(Protocol):
    def read(self, path: str, source: str) -> Document: ...

    def escape(self, text: str) -> str: ...


def format_of(path: str) -> str:
    """Name of the format a path's suffix stands for; plain text where the suffix is unknown."""
    return _BY_SUFFIX.get(os.path.splitext(path)[1].lower(), "plain")  # noqa: PTH122  asked for each file


def read(path: str, source: str, format: str | None = None) -> Document:
    """The prose of a file, read as `format` or as its suffix says."""
    return _reader(format or format_of(path)).read(path, source)


def escape(format: str, text: str) -> str:
    """A replacement text as it must be written in a file of that format."""
    return _reader(format).escape(text)


def escape_at(document: Document, offset: int, text: str) -> str | None:
    """A replacement text as it must be written at a place in the document's file.

    It depends on more than the format: a quotation mark ends an attribute or a quoted title. None
    where the text cannot be written there.
    """
    reader = _reader(document.format)
    special = getattr(reader, "escape_at", None)
    escaped: str | None = special(document, offset, text) if special else reader.escape(text)
    return escaped


def _reader(format: str) -> _Reader:
    if format not in FORMATS:
        raise UnknownFormat(f"unknown format {format!r}; known: {', '.join(FORMATS)}")
    return cast(_Reader, importlib.import_module(f"auditor.formats.{format}"))

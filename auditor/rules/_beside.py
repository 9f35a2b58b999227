"""Translations with the originals that the file has beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.document import Document


class Beside(NamedTuple):
    """An original, and where in the prose its translation stands."""

    original: str
    start: int
    end: int


def beside(document: Document) -> Iterator[Beside]:
    """Every unit of a file that has both; nothing of other files."""
    for pair in document.pairs:
        start, end = document.paragraphs[pair.first][0], document.paragraphs[pair.last - 1][1]
        yield Beside(pair.original, start, end)

"""Translations with the originals that the file has beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.language.vocabulary import english_words

# So many words in small letters make a text of a name; and of text in English, which may stay as it
# is, most of them would be English words.
_FEWEST = 2
_ENGLISH = 0.5


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


def left_alone(document: Document) -> Iterator[Beside]:
    """The units whose translation is a foreign original over again."""
    for unit in beside(document):
        text = document.text[unit.start : unit.end]
        if " ".join(text.split()) == " ".join(unit.original.split()) and _is_foreign(text):
            yield unit


def _is_foreign(text: str) -> bool:
    words = [word.strip(".,:;!?“”\"'()") for word in text.split()]
    small = [word for word in words if word.isalpha() and word.islower() and len(word) > 1]
    known = sum(word in english_words() for word in small)
    return len(small) >= _FEWEST and known < _ENGLISH * len(small)

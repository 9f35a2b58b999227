"""Common words of other languages that engines leave standing in English text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parents[1] / "data" / "untranslated.tsv"


class ForeignWord(NamedTuple):
    """A word of other languages and its English; `small` if it is one only in small letters."""

    languages: tuple[str, ...]
    english: str
    small: bool


@cache
def foreign_words() -> Mapping[str, ForeignWord]:
    """The listed words in lower case.

    None is an English word, and none stands in the names that English news leaves as they are: a
    newspaper's, a party's, a university's.
    """
    rows = _DATA.read_text(encoding="utf-8").splitlines()[1:]
    return {
        word.lower(): ForeignWord(tuple(languages.split()), english, word.islower())
        for word, languages, english in (row.split("\t") for row in rows)
    }


def foreign_word(word: str) -> ForeignWord | None:
    """What is known of a word as it stands, small or with a capital; nothing of most."""
    found = foreign_words().get(word.lower())
    return found if found and (word.islower() or not found.small) else None

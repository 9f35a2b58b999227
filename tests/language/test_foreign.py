"""The list of words that engines leave standing."""

import pytest

from auditor.language.foreign import foreign_word, foreign_words
from auditor.language.identification import LANGUAGE_NAMES
from auditor.language.names import LANGUAGES
from auditor.language.vocabulary import english_words


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("Bakanlığı", "Ministry"),
        ("MINISTERSTVO", "Ministry"),
        ("Landgericht", "Regional Court"),
        ("oraz", "and"),
        ("Oraz", None),  # in small letters only: with a capital it may be a name
        ("Ministry", None),
    ],
)
def test_words(word: str, english: str | None) -> None:
    found = foreign_word(word)
    assert (found.english if found else None) == english


def test_none_is_english() -> None:
    assert english_words().isdisjoint(foreign_words())


def test_languages_have_names() -> None:
    told = {language for word in foreign_words().values() for language in word.languages}
    assert told <= LANGUAGES.keys() | LANGUAGE_NAMES.keys()


def test_rows_are_sorted_and_distinct() -> None:
    words = list(foreign_words())
    assert words == sorted(set(words))

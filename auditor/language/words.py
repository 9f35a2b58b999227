"""Words as a text is first looked through for them: cheap to cut, and the same for all who look."""

import re

_WORD = re.compile(r"\w+")


def cased_words_of(text: str) -> list[str]:
    """The words of a text as written, cut at everything but letters, digits and underscores.

    *Don’t* is two words, *Don* and *t*; *well-known* is two as well.
    """
    return _WORD.findall(text)


def words_of(text: str) -> list[str]:
    """The same in lower case."""
    small = text.lower()
    if len(small) == len(text):
        return _WORD.findall(small)
    return [word.lower() for word in _WORD.findall(text)]  # with *İ*, whose small letter is two


def is_word_character(character: str) -> bool:
    """Whether a character belongs to a word."""
    return character.isalnum() or character == "_"

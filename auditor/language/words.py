"""Words as a text is first looked through for them: cheap to cut, and the same for all who look."""

import re

_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The lower-case words of a text, cut at everything but letters, digits and underscores.

    *Don’t* is two words, *don* and *t*; *well-known* is two as well.
    """
    return _WORD.findall(text.lower())


def is_word_character(character: str) -> bool:
    """Whether a character belongs to a word."""
    return character.isalnum() or character == "_"

"""Text without what tells its subject or its outlet: names, figures and typography."""

import re

from auditor.language.vocabulary import english_words

# What a masked name and a masked figure read as: signs that the pieces keep whole.
NAME, FIGURE = "¤", "§"

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?)|(?P<figure>\d[\d.,:]*)|(?P<mark>[,;:.!?()])"
)


def masked(sentence: str) -> str:
    """A sentence in lower case with names and figures masked and quotation marks left out.

    A run of capitalised words is one name. The first word counts as a name only if English news
    does not use it in lower case.
    """
    known = english_words()
    found: list[str] = []
    for match in _TOKEN.finditer(sentence):
        word = match["word"]
        if word is None:
            found.append(FIGURE if match["figure"] else match[0])
        elif word.islower():
            found.append(word.replace("’", "'"))
        elif word == "I" or ((not found or found[-1] in _ENDS) and _base(word) in known):
            found.append(word.lower().replace("’", "'"))
        elif not found or found[-1] != NAME:
            found.append(NAME)
    return " ".join(found)


_ENDS = frozenset(".!?:")


def _base(word: str) -> str:
    return re.split("['’]", word.lower(), maxsplit=1)[0]

"""Text without what tells its subject or its outlet: names, figures and typography."""

import re
from html import unescape

from auditor.language.vocabulary import english_words

# What a masked name and a masked figure read as: signs that the pieces keep whole.
NAME, FIGURE = "¤", "§"

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?)|(?P<figure>\d[\d.,:]*)|(?P<mark>[,;:.!?()])"
)


# What stands before a word: nothing, or the end of a sentence; else NAME, or "" for all other words.
START = "^"
_ENDS = frozenset(".!?:")


def masked(sentence: str) -> str:
    """A sentence in lower case with names and figures masked and quotation marks left out.

    A run of capitalised words is one name. The first word counts as a name only if English news
    does not use it in lower case.
    """
    found: list[str] = []
    before = START
    for word in sentence.split():
        masks, before = masked_word(word, before)
        found += masks
    return " ".join(found)


def masked_word(text: str, before: str) -> tuple[list[str], str]:
    """What a word with the marks about it reads as, and what then stands before the next.

    `before` is what stands before it: START, NAME or "".
    """
    if text.islower():
        # Most words: plain letters, with a mark behind them or none.
        if text.isalpha():
            return [text], ""
        if text[:-1].isalpha() and text[-1] in ",.":
            return [text[:-1], text[-1]], START if text[-1] == "." else ""
    found: list[str] = []
    if "&" in text:
        # Some engines leave "&quot;" for a quotation mark: typography that is told elsewhere, and
        # would tell the engine instead of the wording.
        text = unescape(text)
    for match in _TOKEN.finditer(text):
        seen = _seen(match, before)
        if seen == NAME == before:
            continue
        found.append(seen)
        before = START if seen in _ENDS else NAME if seen == NAME else ""
    return found, before


def _seen(match: re.Match[str], before: str) -> str:
    word = match["word"]
    if word is None:
        return FIGURE if match["figure"] else match[0]
    if word.islower() or word == "I" or (before == START and _base(word) in english_words()):
        return word.lower().replace("’", "'")
    return NAME


def _base(word: str) -> str:
    return re.split("['’]", word.lower(), maxsplit=1)[0]

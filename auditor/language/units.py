"""Places in a text counted as others count them: in UTF-8 bytes or UTF-16 units.

The program counts characters. Editors, browsers and the LanguageTool API mostly count UTF-16
units, in which a character outside the basic plane (an emoji, a rare ideograph) is two.
"""

import re
from bisect import bisect_left, bisect_right

ENCODINGS = ("utf-8", "utf-16", "utf-32")

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with halves of surrogate pairs, which JSON can hold, made replacement marks."""
    return _SURROGATE.sub("\ufffd", text)


def units(text: str, encoding: str) -> int:
    """The length of a text in units of an encoding."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + len(_WIDE.findall(text))


def index_at(text: str, count: int, encoding: str) -> int:
    """How many characters of a text stand before its unit `count`.

    A count beyond the text gives its end; one inside a character gives where that starts.
    """
    if encoding == "utf-32" or text.isascii():
        return min(max(count, 0), len(text))
    before = 0
    for index, character in enumerate(text):
        before += units(character, encoding)
        if before > count:
            return index
    return len(text)


class Utf16:
    """The way between characters and UTF-16 units for one text, quick for many places."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self._wide = [match.start() for match in _WIDE.finditer(text)]
        self._units = [place + number + 1 for number, place in enumerate(self._wide)]

    def units(self, index: int) -> int:
        """The unit at which a character starts."""
        return index + bisect_left(self._wide, index)

    def index(self, unit: int) -> int:
        """The character that starts at a unit, or that the unit is a part of."""
        return unit - bisect_right(self._units, unit)

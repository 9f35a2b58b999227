"""Where quotations stand in a paragraph."""

import re
from typing import NamedTuple


class Quotation(NamedTuple):
    """A passage between quotation marks; `start` and `end` leave the marks out.

    `closed` is false where the paragraph ends first, as in a speech of several paragraphs.
    """

    start: int
    end: int
    opening: str
    closed: bool

    def moved(self, offset: int) -> "Quotation":
        """The same quotation, counted from a place `offset` characters earlier."""
        return self._replace(start=self.start + offset, end=self.end + offset)


_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}

# ‘ and ' serve as apostrophes and inner quotations, so only “ « „ and " open one here.
_MARK = re.compile(r"[“”„«»\"]")


def find_quotations(text: str) -> list[Quotation]:
    """Quotations of a paragraph in order; nested ones count with the one around them.

    A straight mark opens one where it stands before a word and behind white space or a bracket.
    """
    found: list[Quotation] = []
    opening, start = "", 0
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if not opening:
            if mark in "“«„" or (mark == '"' and _may_open(text, at)):
                opening, start = mark, match.end()
        elif mark in _CLOSING[opening]:
            found.append(Quotation(start, at, opening, True))
            opening = ""
        elif mark == opening and mark != '"':
            start = match.end()  # opened anew without being closed: a slip, or a new paragraph
    if opening:
        found.append(Quotation(start, len(text), opening, False))
    return found


def _may_open(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-:") and not after.isspace()

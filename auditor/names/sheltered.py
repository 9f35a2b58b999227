"""Words that stand inside the right name of a body or a place, of which nothing else is to be said."""

import re
from itertools import product

from auditor.names.gazetteer import Gazetteer

# As many words as the names of bodies and places have at most beside the words in question; all but
# small ones of them with a capital.
_MOST = 7
_SMALL = r"of|the|for|and|on|in|to|de|da|do|dos|des|du|del|la|le|los|las|di|der|von|&"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*|(?:" + _SMALL + r")(?=[ \u00a0]))"
_BEHIND = re.compile(rf"(?:[ \u00a0]{_WORD}){{1,{_MOST}}}")
_BEFORE = re.compile(rf"(?:{_WORD}[ \u00a0]){{1,{_MOST}}}\Z")
_GAP = re.compile(r"[ \u00a0]")
# No run of so many words is longer.
_REACH = 120
# What a finding flags beside the words with a capital: the Quirinale *said*.
_CORE = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-Ž].*\b[A-ZÀ-ÖØ-ÞĀ-Ž][^ ]*|\b[A-ZÀ-ÖØ-ÞĀ-Ž][^ ]*", re.DOTALL)


def is_sheltered(text: str, start: int, end: int, gazetteer: Gazetteer, *, whole: bool = False) -> bool:
    """Whether what has a capital in `text[start:end]` lies in a longer right English name of a body or
    a place (*Governador* Valadares, Economic Community of West African *States*).

    With `whole` the words may be such a name themselves (*Eduskunta*, *Castro Castro*). What an
    engine leaves standing of a name at home is no right name of it here.
    """
    core = _CORE.search(text, start, end)
    if core is None:
        return False
    start, end = core.span()
    starts, ends = [start], [end]
    if before := _BEFORE.search(text, max(0, start - _REACH), start):
        gaps = _GAP.finditer(text, before.start(), start)
        starts = [before.start(), *(gap.end() for gap in gaps)]
    if behind := _BEHIND.match(text, end):
        ends = [*(gap.start() for gap in _GAP.finditer(text, end, behind.end())), behind.end()]
    for left, right in product(starts, ends):
        kinds: tuple[str, ...] = ("organisation", "place")
        if (left, right) == (start, end):
            if not whole:
                continue
            if " " not in core[0]:  # many a place is a word of some language
                kinds = ("organisation",)
        matches = gazetteer.exact(text[left:right].rstrip(".,"), kinds=kinds)
        if any(match.spelling.convention == "en" for match in matches):
            return True
    return False

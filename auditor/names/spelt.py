"""What the spellings of a document’s names say of the language it came through."""

import math
from collections.abc import Mapping, Sequence

from auditor.names.mentions import Mention, presses_listing

# A foreign spelling stands in one of some fifteen thousand words written in English, in one of some
# three hundred translated; a few of them are as good as many.
_FOREIGN_NAME, _ENOUGH = 3.0, 3


def spelling_evidence(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """What the spellings of a document's names say of the language it came through.

    Log-ratios against English written as English, by convention: how many names are spelt
    another press's way, and how well each convention explains them.
    """
    wrong = {
        m.text: m.match
        for m in mentions
        if m.match and not (m.right or m.weak) and m.match.spelling.status not in _NO_SPELLING
    }
    if not wrong:
        return {}
    from auditor.names.pivots import pivot_of

    listed = {text: presses_listing(match) for text, match in wrong.items()}
    read = {text: match.entity for text, match in wrong.items() if not listed[text]}
    names = [(text, entity.name) for text, entity in read.items()]
    pivots = dict(pivot_of(names, {entity.language for entity in read.values()}))
    for codes in filter(None, listed.values()):
        pivots = {c: p if c in codes else p * _UNLISTED for c, p in pivots.items()}
    whole = sum(pivots.values())
    base = _FOREIGN_NAME * min(len(wrong), _ENOUGH)
    return {
        code: base + math.log(max(chance / whole, 0.002) * len(pivots))
        for code, chance in pivots.items()
    }  # fmt: skip


# How likely a press writes a form of a place that the book lists under others alone: its lists leave
# out what few texts name.
_UNLISTED = 0.1
_NO_SPELLING = ("mistaken", "acronym")

"""Names that stand as pinyin or Hepburn prints them, and so are other names, not slips of one.

Chinese and Japanese have few syllables: *Jinxiang* and *Jinjiang*, *Chen Guangming* and *Chen Guangcheng*
are a letter or a syllable apart and all right. A slip (*Shenjen*, *Fukusima*) mostly leaves a syllable that
neither romanisation has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.names.tokens import fold

if TYPE_CHECKING:
    from auditor.names.entity import Entity

_OPEN = "a|e|ai|ei|ao|ou|an|en|ang|eng|ong"
_ROUND = "u|ua|uo|uai|ui|uan|un|uang"
_SYLLABLES = "|".join(
    (
        "[bpm](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|f(?:a|o|ei|ou|an|en|ang|eng|u)",
        f"[dtnl](?:{_OPEN}|i|ia|ie|iao|iu|ian|in|ing|iang|u|ui|uan|un|uo|ue)",
        f"[gkh](?:{_OPEN}|{_ROUND})",
        "[jqx](?:i|ia|ie|iao|iu|ian|in|ing|iang|iong|u|ue|uan|un)",
        f"(?:[zcs]h?|r)(?:i|{_OPEN}|{_ROUND})",
        "y(?:a|e|ao|ou|an|ang|i|in|ing|o|ong|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)",
        "ai|ei|ao|ou|ang|an|eng|en|er|a|o|e",
    )
)
_PINYIN = re.compile(f"(?:(?:{_SYLLABLES})['’]?)+")
_HEPBURN = re.compile(
    r"(?:(?!si|ti|tu|hu|zi|di|du|y[ei]|w[iue])"
    r"(?:(?:[kgnhbpmr]y|sh|j|ch|ts|[kgsztdnhfbpmyrw])?[aiueo]|n(?![aiueoy])|k(?=k)|s(?=s)|t(?=[tc])|p(?=p)))+"
)
# Where names are printed so.
_WHERE = {"CN": _PINYIN, "TW": _PINYIN, "JP": _HEPBURN}
# Roles of those whose names articles of every country hold.
_OF_OFFICE = frozenset(
    "head-of-state head-of-government minister spokesperson party-leader central-banker".split()
)
# English words in names of places: the Yanshan Mountains are not the Tianshan Mountains.
_GENERIC = frozenset(
    "mountain mountains mount river lake county city district province town island bay".split()
)
# Longer words are no names of two or three syllables, and the expressions are not tried on them.
_LONGEST = 40


def stands_as_romanised(text: str, entity: Entity) -> bool:
    """Whether a name could be that of another in the same country, each syllable being one of its own."""
    return any(_is_read(_WHERE[code], text) for code in entity.countries if code in _WHERE)


def is_another_romanised(text: str, entity: Entity) -> bool:
    """As `stands_as_romanised`, with more than a slip between the two names.

    Engines slip by a letter in the names of those who hold office (*Zhao Lijiang*); beside athletes and
    artists stand others whose names are a letter apart (*Masahiro* and *Masahiko Tanaka*).
    """
    slip = 0 if _OF_OFFICE.isdisjoint(entity.roles) and not entity.offices else 1
    own = [spelling.text for spelling in entity.spellings]
    if " " not in text:
        own += [word for name in own for word in name.split()]
    return stands_as_romanised(text, entity) and not any(_far(text, form) <= slip for form in own)


def is_pinyin(word: str) -> bool:
    """Whether a word is made of syllables that Chinese has, as pinyin writes them."""
    return _is_read(_PINYIN, word)


@lru_cache(maxsize=4096)
def _is_read(system: re.Pattern[str], text: str) -> bool:
    words = [word for word in fold(text).split() if word not in _GENERIC]
    return len(text) <= _LONGEST and bool(words) and all(map(system.fullmatch, words))


def _far(one: str, other: str) -> int:
    """Letters that differ, wherever words are divided and whichever name comes first."""
    from rapidfuzz.distance import OSA

    words = fold(one).split()
    turned = (words, [*words[1:], *words[:1]])
    return min(int(OSA.distance("".join(order), fold(other).replace(" ", ""))) for order in turned)

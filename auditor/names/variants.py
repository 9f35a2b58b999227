"""Whether two words of one article are one name, spelt twice."""

import re
from functools import lru_cache

from auditor.names.alike import alike
from auditor.names.conventions import readings
from auditor.names.sounds import skeletons
from auditor.names.tokens import fold, split

# Two spellings of a text are one name at this score, since both stand in one article. On news
# written in English most pairs so joined were slips of the author's (Latham, Lathem).
SAME = 0.65


@lru_cache(maxsize=65_536)
def sound_keys(word: str) -> frozenset[str]:
    """What a word may sound like, coarsely: words that can sound alike share one."""
    content = split(word).content
    sounds = {sound for sound, _ in readings(content[-1])} if content else set()
    return frozenset(key for sound in sounds for key in skeletons(sound))


@lru_cache(maxsize=65_536)
def same_name(one: str, other: str) -> bool:
    """Whether two spellings of one article are one name."""
    if sound_keys(one).isdisjoint(sound_keys(other)):
        return False
    return alike(one, other).score >= SAME


# First letters by which one name may begin in two spellings.
_BEGINNINGS = tuple(map(frozenset, ("ckqgxh", "jyiehgzdc", "vwfub", "szcxth", "oua", "ei", "dt", "bp")))


@lru_cache(maxsize=65_536)
def is_variant(one: str, other: str) -> bool:
    """Whether two words of one article are one name spelt twice.

    They sound alike, begin alike and differ in no more than a third of their letters, or in half if they
    sound the same (*Jefremcewa*, Yefremtseva); what
    differs in an article only or in -ise and -ize, Organisation and Organization, does not count.
    """
    a, b = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    if min(len(a), len(b)) < 5 or not (one.replace("-", "").isalpha() and other.replace("-", "").isalpha()):
        return False
    if _bare(a) == _bare(b) or one.isupper() or other.isupper():
        return False
    if a[0] != b[0] and not any({a[0], b[0]} <= group for group in _BEGINNINGS):
        return False
    from rapidfuzz.distance import Levenshtein

    far = Levenshtein.distance(a, b) / max(len(a), len(b))
    if far <= _FAR:
        return same_name(one, other)
    return far <= _FURTHEST and same_name(one, other) and alike(one, other).score >= _THE_SAME


# Shares of the letters; and the score of two words that sound the same in some press, of which no two
# are at more than .9.
_FAR, _FURTHEST = 1 / 3, 1 / 2
_THE_SAME = 0.88


def is_slip(one: str, other: str) -> bool:
    """Whether two words of five letters and more begin alike and differ in at most a third of them."""
    a, b = fold(one), fold(other)
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b) <= max(len(a), len(b)) / 3


def _bare(folded: str) -> str:
    """A word without what house styles differ in: the article, -ise for -ize, -our for -or."""
    return re.sub(r"^(?:al|el)", "", folded).replace("is", "iz").replace("our", "or")

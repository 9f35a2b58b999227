"""Surnames that differ in a suffix of their own language: Kulebin is not Kuleba, nor Jalil Jalili.

Presses and engines write a foreign name's sounds otherwise; they do not put another of its language's
suffixes in the place of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.names.surnames import surnames
from auditor.names.tokens import fold

if TYPE_CHECKING:
    from auditor.names.gazetteer import Match

# Suffixes that make surnames; a line holds the spellings of one. What is none of these is a spelling.
_SLAVIC = (
    "ov ova ev eva yev yov off ow ew", "in ina yn", "kin kina", "enko ienko yenko", "ko", "chuk", "chenko",
    "uk yuk iuk juk", "enyuk", "ych ich ic icz", "ovych ovich ovic evych evich evic",
    "sky ski skyi skiy skij", "ets ec", "ak yak iak", "yan ian", "nyi ny nyy",
)  # fmt: skip
_HEBREW = ("i y", "us", "man", "sky ski", "ov", "ot", "itz", "son", "berg", "stein", "ovich", "an")
_PERSIAN = ("i y", "ian yan iyan", "zadeh", "nejad nezhad", "pour poor pur", "fard", "at", "an", "in")
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "sh", "mk"), _SLAVIC),
    **dict.fromkeys(("fa", "ar", "ur", "ps", "ku"), _PERSIAN),
    "he": _HEBREW,
}
_SUFFIXES: Mapping[str, Mapping[str, str]] = {
    language: {form: line for line in lines for form in line.split()} for language, lines in _FAMILIES.items()
}
# What a case or another press's habit adds and drops: Lukashenk, Lukashenka.
_OPEN = frozenset(("", "a", "o"))
# An i too many at the end, other letters aside: Asadi is not Assad. Engines drop one, and garble the rest.
_NISBA = ("-i$",)
# Letters that two surnames must share before their endings are compared.
_STEM = 4


@lru_cache(maxsize=16_384)
def has_other_suffix(match: Match) -> bool:
    """Whether a person's surname and the word found for it differ in a suffix of its language alone."""
    suffixes = _SUFFIXES.get(match.entity.language)
    pairs = match.found.pairs if match.found else ()
    if not suffixes or not pairs:
        return False
    heard, meant, found = pairs[-1]
    if fold(heard) == fold(meant) or not found.ops or fold(meant) not in surnames(match.entity):
        return False
    if "i" in suffixes and found.ops == _NISBA:
        return True
    one, other = fold(heard), fold(meant)
    apart = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    stem = next(apart, min(len(one), len(other)))
    return any(_differ(one[at:], other[at:], suffixes) for at in range(max(_STEM, stem - 2), stem + 1))


def _differ(one: str, other: str, suffixes: Mapping[str, str]) -> bool:
    """Whether two endings are two suffixes, or a suffix and none."""
    known = [suffixes.get(ending, "" if ending in _OPEN else None) for ending in (one, other)]
    return None not in known and known[0] != known[1]

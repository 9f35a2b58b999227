"""Two spellings compared with no gazetteer: can they be one name, romanised twice?

Used where a document names one person two ways. Wrongly merging two people is worse than missing a
pair, so every word of one name must match a word of the other, and closely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from auditor.names.conventions import bit, latin, read_under
from auditor.names.explain import explain
from auditor.names.matching import (
    Alignment,
    Pair,
    Token,
    align,
    evidence,
    heard_pair,
    nearest_pairs,
    probability,
)
from auditor.names.pivots import best_convention
from auditor.names.sounds import CLASS_OF, VOWELS
from auditor.names.tokens import Words, fold, split


@dataclass(frozen=True, slots=True)
class Alike:
    """The score that two spellings are one name, and why."""

    score: float
    detail: str
    first: str
    second: str


@cache
def _apart() -> dict[str, int]:
    """Names that sound close and are different names, by the group they belong to."""
    import tomllib

    path = files("auditor") / "data" / "matching.apart.toml"
    groups = tomllib.loads(path.read_text(encoding="utf-8"))["names"]
    return {
        spelling: number
        for number, group in enumerate(name for pair_ in groups for name in pair_)
        for spelling in group.split()
    }


def _different_names(a: str, b: str) -> bool:
    groups = _apart()
    first, second = groups.get(fold(a)), groups.get(fold(b))
    return first is not None and second is not None and first != second


_WOMEN = ("ova", "eva", "ina", "aya", "aia", "aja", "ská", "ska")


def _man_and_woman(a: str, b: str) -> bool:
    """Ivanov and Ivanova, Kowalski and Kowalska: two people of one family."""
    a, b = sorted((fold(a), fold(b)), key=len)
    if b == a + "a" and a.endswith(("ov", "ev", "in", "yn", "ow", "ew", "off", "eff")):
        return True
    return (
        len(a) > 4
        and a[:-1] == b[: len(a) - 1]
        and ((a.endswith(("i", "y")) and b.endswith(_WOMEN)) or {a[-1], b[-1]} == {"i", "a"})
    )


_SHORT = 4  # sounds; in a word this short one more difference makes another name
# Consonants that romanisations of one name often swap, whatever the convention.
_SWAPPED = frozenset({"kq", "hx", "vw", "Gg", "Gq", "Zj", "Dd", "Dz", "Tt", "Ts", "Nn", "Gk", "kx"})
_GLIDE = ("iy", "Iy")  # the y of *Fayez* is read either way
# Voiced and voiceless at the beginning of a word tell names apart (Parker, Barker), merged or not.
_OPENING = frozenset({"bp", "dt", "gk", "cj", "Ss", "sz", "SZ", "mn", "lr", "fv"})


def _allowed(op: str) -> bool:
    """Whether a difference is one that two romanisations of one name may show."""
    bare = op.lstrip("=").rstrip("^$")
    if bare == "affix":
        return False
    if bare[0] in "+-":
        return bare[1] in VOWELS or bare[1] in "wyh"
    if bare[0] not in CLASS_OF or bare[1] not in CLASS_OF:
        return True
    if op.endswith("^") and bare in _OPENING:
        return False
    return bare in _SWAPPED or (op[0] == "=" and CLASS_OF[bare[0]] == CLASS_OF[bare[1]])


def _one_name(spelt: str, meant: str, found: Pair) -> bool:
    """Whether two words can be one name in two romanisations: the consonants decide."""
    if _different_names(spelt, meant) or _man_and_woman(spelt, meant):
        return False
    if found.cost >= _WORST_WORD or not all(map(_allowed, found.ops)):
        return False
    vowels = sum(1 for op in found.ops if op.strip("=+-^$")[:1] in VOWELS and op.strip("=^") not in _GLIDE)
    return vowels <= max(1, len(found.meant) // 3) and (len(found.meant) > _SHORT or len(found.ops) <= 1)


_WORST_WORD = 9.0  # log odds against; beyond it, another name


@lru_cache(maxsize=65_536)
def alike(a: str, b: str) -> Alike:
    """Whether two spellings can be one name romanised twice; 1.0 if only accents or case differ."""
    if fold(a) == fold(b):
        return Alike(1.0, "the same letters but for accents, case or punctuation", a, b)
    first, second = split(a), split(b)
    if not first.content or len(first.content) != len(second.content):
        return Alike(0.0, "a different number of words", a, b)
    one_way, other_way = _read_as(a, b, first, second), _read_as(b, a, second, first)
    return max(one_way, other_way, key=lambda found: found.score)


@cache
def _able() -> int:
    """The conventions allowed to explain a pair. Those that write p for b throughout (Korean,
    Wade–Giles) or anything for anything (engines) would join Parker and Barker."""
    left_out = {"ko", "wg", "zh", "palladius", "ja", "engine"}
    return sum(1 << i for i, c in enumerate(latin()) if c.code not in left_out)


def _read_as(a: str, b: str, first: Words, second: Words) -> Alike:
    """One spelling under any convention against the other as English reads it."""
    tokens = [(word, read_under(word, "en")) for word in second.content]
    for spelt, token in zip(first.content, tokens, strict=True):
        if not any(_one_name(spelt, token[0], found) for found in _ways(spelt, token)):
            return Alike(0.0, f"{spelt} and {token[0]} are different names", a, b)
    aligned = align(first.content, tokens, _able())
    return Alike(_score(a, b, aligned), explain(aligned, best_convention(a, b)), a, b)


# Two names in one document are likelier one person than a query and any of thousands of entities:
# the prior odds are lifted by this much.
_SAME_DOCUMENT = 3.0
# One word alone may be two families (Harris and Haris): never more than fairly sure, and less so if
# the two sound the same in English, as names that were never romanised do (Mark, Marc).
_ONE_WORD = 0.9
_ONE_ENGLISH_WORD = 0.7


def _ways(spelt: str, token: Token) -> Iterator[Pair]:
    """The likeliest way to hear a word as another, then those that differ in one sound: *Arakçi* is
    nearer to Araghchi in Turkish than its likeliest reading is."""
    yield heard_pair(spelt, *token, _able())
    near = nearest_pairs(spelt, token[1], _able())
    yield from (found for found in near if len(found.ops) == 1 and len(found.meant) > _SHORT)


def _score(a: str, b: str, found: Alignment) -> float:
    if not found.pairs:  # too unlike to be weighed
        return 0.0
    letters = Levenshtein.normalized_distance(fold(a), fold(b))
    score = probability(found.odds + evidence("letters") * letters + _SAME_DOCUMENT)
    if len(found.pairs) > 1:
        return score
    english = not found.pairs[0][2].ops and found.mask & bit("en")
    return score * (_ONE_ENGLISH_WORD if english else _ONE_WORD)

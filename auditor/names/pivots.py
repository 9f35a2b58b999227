"""Which language a spelling, or the names of a document, came through.

Three kinds of evidence add up, each a log-likelihood ratio against the English press: letters that are
in one alphabet and not in another, clusters of letters learned from names (`data/matching.pivots.json`,
made by `tests/benchmarks/learn_costs.py`), and, where the entity is known, how well the convention
explains the spelling. One name says little: right six times in ten; three names, nine in ten.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from auditor.names.conventions import bit, latin, read_under
from auditor.names.matching import Pair, Token, pair
from auditor.names.pronounced import pronounced
from auditor.names.tokens import lower, split

# A letter outside the alphabet of a convention speaks against it, one of its own for it.
_FOREIGN_LETTER = -2.5
_OWN_LETTER = 1.0
# Conventions for which no names were learned from have their tables alone, and are rarer as pivots.
_UNLEARNED = -2.5
_LOOSE = -6.0
_LOOSE_COST = 1.0  # the loose convention explains anything
# For one name whose meaning is sure, the sounds count for more than the letters.
_NAME_COST, _LETTERS = 1.0, 0.5
_WORST = 8.0  # the cost of a word that has no counterpart
_COST = 0.6  # weight of the alignment's cost beside the letters
# A spelling that is so much nearer to how a name sounds than to its letters was written by ear, and
# by no language that leaves names of the Latin alphabet as they are spelt.
_HEARD, _KEPT = 1.0, 6.0


@cache
def _learned() -> dict[str, dict[str, float]]:
    """Log ratios by cluster of letters and convention."""
    path = files("auditor") / "data" / "matching.pivots.json"
    table: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))["clusters"]
    return table


@cache
def learned_codes() -> frozenset[str]:
    """The conventions that clusters were learned for."""
    return frozenset(code for ratios in _learned().values() for code in ratios)


@cache
def _clusters() -> Mapping[str, Mapping[str, float]]:
    """Log ratios by cluster of letters: those learned, and those that tables of no learned names list."""
    found = {piece: dict(ratios) for piece, ratios in _learned().items()}
    for convention in latin():
        for piece, ratio in convention.clusters.items():
            found.setdefault(piece, {})[convention.code] = ratio
    return found


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    return {c.code: frozenset(letter for cluster in c.own_letters for letter in cluster) for c in latin()}


def clusters(text: str) -> Iterable[str]:
    """The pieces of one to three letters of a name, ^ and $ at the edges of its words."""
    for word in lower(text).split():
        edged = f"^{word}$"
        for size in (1, 2, 3):
            for start in range(len(edged) - size + 1):
                yield edged[start : start + size]


@lru_cache(maxsize=16_384)
def convention_of(name: str) -> Mapping[str, float]:
    """For each convention, the log-likelihood ratio of the spelling against the English press."""
    ratios = {c.code: 0.0 for c in latin()}
    known = _clusters()
    for piece in clusters(name):
        for code, ratio in known.get(piece, {}).items():
            ratios[code] += ratio
    for code, alphabet in _alphabets().items():
        for letter in lower(name):
            if letter.isalpha() and not letter.isascii():
                ratios[code] += _OWN_LETTER if letter in alphabet else _FOREIGN_LETTER
        if code not in learned_codes():
            ratios[code] += _UNLEARNED
    ratios["engine"] += _LOOSE
    english = ratios["en"]
    return {code: ratio - english for code, ratio in ratios.items()}


@lru_cache(maxsize=4096)
def best_convention(spelling: str, canonical: str) -> str:
    """The convention that a spelling of a known name was most likely written under."""
    costs = _explained(spelling, canonical)
    ratios = convention_of(spelling)
    return max(costs, key=lambda code: (_LETTERS * ratios[code] - _NAME_COST * costs[code], code == "en"))


@lru_cache(maxsize=4096)
def _explained(spelling: str, canonical: str) -> dict[str, float]:
    """How badly each convention explains a spelling of a known name (0 best)."""
    words = split(spelling).content
    read = [(word, read_under(word, "en")) for word in split(canonical).content]
    heard = [(word, (*sounds, *pronounced(word))) for word, sounds in read]
    by_ear = heard != read and _cost(words, heard) <= _cost(words, read) - _HEARD
    costs = {}
    for convention in latin():
        own = convention.by_ear and by_ear
        cost = _cost(words, heard if own else read, bit(convention.code))
        costs[convention.code] = cost if own or not by_ear else cost + _KEPT
    best = min(costs.values())
    costs["engine"] += _LOOSE_COST
    return {code: cost - best for code, cost in costs.items()}


def _cost(words: Sequence[str], tokens: Sequence[Token], mask: int = 0) -> float:
    """What a convention, or any, leaves unexplained of words set against those of a name."""
    nearest = (min((_unexplained(pair(w, *t, mask)) for t in tokens), default=_WORST) for w in words)
    return sum(nearest)


def _unexplained(found: Pair) -> float:
    """The cost of a pair of words, more for sounds that the convention would have told apart."""
    strange = sum(1 for op in found.ops if op[0] not in "=+-")
    return min(found.cost + strange, _WORST)


# Names of the countries around Russia reach the world in Russian spelling more often than in any other:
# from letters alone *Yulia Timoshenko* is Spanish, *Andrey Yermak* Turkish.
_AROUND_RUSSIA, _BY_RUSSIAN = frozenset("uk be ka hy kk ky uz tg tk".split()), 3.0


def pivot_of(names: Sequence[tuple[str, str]], homes: Iterable[str] = ()) -> list[tuple[str, float]]:
    """Conventions with their probabilities, likeliest first, from (spelling, canonical name) pairs.

    The canonical name may be empty where it is not known; `homes` are the codes of the bearers' own
    languages. Names spelt as the English press spells
    them tell nothing and are best left out.
    """
    totals = {c.code: 0.0 for c in latin()}
    for spelling, canonical in names:
        costs = _explained(spelling, canonical) if canonical else {}
        for code, ratio in convention_of(spelling).items():
            totals[code] += ratio - _COST * costs.get(code, 0.0)
    if not _AROUND_RUSSIA.isdisjoint(homes):
        totals["ru"] += _BY_RUSSIAN
    top = max(totals.values())
    shares = {code: math.exp(total - top) for code, total in totals.items()}
    whole = sum(shares.values())
    return sorted(((c, s / whole) for c, s in shares.items()), key=lambda item: (-item[1], item[0]))


# A convention is told as a fact where it is at least this likely: of public figures' names so told by
# their letters alone nine in ten were right.
_TOLD = 0.7
# Against what the document says of its language only letters that leave no doubt are believed: it may
# quote another press.
_SPOKEN_FOR, _NO_DOUBT = 0.2, 0.95
_SAME_PRESS = {"palladius": "ru", "wg": "zh"}
UNDETERMINED = "und"  # as ISO 639-3 has it


def told_convention(spelling: str, canonical: str, languages: Mapping[str, float], home: str = "") -> str:
    """The convention of a wrong spelling in a document that came through one of `languages`.

    `languages` gives the probability of each, by ISO 639-1 code; `home` is the code of the bearer's
    own. `UNDETERMINED` where no convention is
    likely enough to be told an editor as a fact.
    """
    alone = {code: chance for code, chance in pivot_of([(spelling, canonical)], (home,)) if code != "en"}
    spoken = {code: languages.get(_SAME_PRESS.get(code, code), 0.0) for code in alone}
    both = {code: alone[code] * spoken[code] for code in alone}
    code = max(both, key=lambda code: both[code])
    if spoken[code] >= _SPOKEN_FOR and both[code] >= _TOLD * sum(both.values()):
        return code
    code = max(alone, key=lambda code: alone[code])
    return code if alone[code] >= _NO_DOUBT * sum(alone.values()) else UNDETERMINED

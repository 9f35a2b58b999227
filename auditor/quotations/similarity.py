"""How near two wordings of one thing are: chrF and TER, as sacrebleu defines them."""

import re
from collections.abc import Callable
from functools import cache
from math import log, log1p
from typing import TYPE_CHECKING, NamedTuple

from auditor.language.sentences import split_sentences

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER


@cache
def _chrf() -> "CHRF":
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


@cache
def _ter() -> "TER":
    from sacrebleu.metrics.ter import TER

    return TER()


def chrf(hypothesis: str, reference: str) -> float:
    """Character n-gram F-score, 0 to 100 (Popović 2015; n up to 6, beta 2)."""
    return float(_chrf().sentence_score(hypothesis, [reference]).score)


def ter(hypothesis: str, reference: str) -> float:
    """Edits, shifts included, per hundred words of the reference (Snover et al. 2006)."""
    return float(_ter().sentence_score(hypothesis, [reference]).score)


class Likeness(NamedTuple):
    """How near a wording is to an original.

    `shared` is the part of their words that both have, rare words weighing more (F-score, 0 to
    1), `weight` how much those words weigh together; `length` the natural log of the ratio of
    their lengths; `words` how many the wording has. `ahead` is by how much `weight` is above that
    of the next original: chance gives several that are alike, a rendering one.
    """

    chrf: float
    shared: float
    weight: float
    length: float
    words: int
    ahead: float = 0.0

    @property
    def score(self) -> float:
        """Log-odds that the two are one sentence, worded twice."""
        return (
            _CHRF * self.chrf / 100
            + _SHARED * self.shared
            + _LENGTH * abs(self.length)
            + _WEIGHT * log1p(self.weight)
            + _AHEAD * self.ahead
            + _START
        )

    @property
    def is_rendering(self) -> bool:
        """Whether the two are one sentence, worded twice."""
        return self.score >= (_ENOUGH if self.words >= _FEW else _ENOUGH_SHORT)

    @property
    def may_be_rendering(self) -> bool:
        """Whether they may be, before chrF has been asked."""
        return self._replace(chrf=_HIGHEST).is_rendering


# A logistic regression on engines' output against its reference, and against the nearest sentence
# on file where its own is not (450 and 1,700 pairs of match_quotations.py). TER beside these added
# nothing: held out in five parts, they find .87 at 1.2 false in a thousand with it or without.
_CHRF, _SHARED, _LENGTH, _WEIGHT, _AHEAD, _START = 9.19, 9.70, -4.70, -1.17, 0.137, -5.80
# No rendering that is not exact came nearer.
_HIGHEST = 95.0
# Words of a quotation beyond which the search for shifts takes too long.
_LONG = 60
# On queries that nothing was fitted on .87 of retranslated sentences find their original among
# 100,000, and .5 in a thousand that have none on file are given another's.
_ENOUGH = 1.0
# Short sentences ("But no one has ever been charged") are said of many things.
_FEW, _ENOUGH_SHORT = 8, 4.0


def likeness(wording: str, original: str, weight: Callable[[str], float]) -> Likeness:
    """How near a wording is to an original, chrF left at nought; `weight` says how rare a word is."""
    length = log(max(len(wording), 1) / max(len(original), 1))
    shared, together = _shared(wording, original, weight)
    words = len(_WORD.findall(wording))
    return Likeness(0.0, shared, together, length, words)


def edits(wording: str, original: str) -> float:
    """TER; of a long wording without its shifts, whose search takes seconds there."""
    if len(_WORD.findall(wording)) <= _LONG:
        return ter(wording, original)
    from rapidfuzz.distance import Levenshtein

    words, reference = wording.split(), original.split()
    return 100 * Levenshtein.distance(words, reference) / max(len(reference), 1)


def same_in_article(one: str, other: str) -> bool:
    """Whether two sentences of one article, which share its names, can only be one sentence."""
    return chrf(one, other) >= _NEAR and ter(one, other) <= _FEW_EDITS


# Of sentences of one native article none came as near.
_NEAR, _FEW_EDITS = 55.0, 60.0

_WORD = re.compile(r"[^\W_]+")
# A word's beginning stands for the word: inflection changes in translation, the beginning does not.
_BEGINNING = 5


# Originals that share more than this are wordings of one another.
_SAME = 0.6


def are_alike(one: str, other: str, weight: Callable[[str], float]) -> bool:
    """Whether two originals are wordings of one thing, as an archive may hold several."""
    return _shared(one, other, weight)[0] >= _SAME


def _shared(wording: str, original: str, weight: Callable[[str], float]) -> tuple[float, float]:
    """How much of their words both have, and what those weigh."""
    one, other = _weights(wording, weight), _weights(original, weight)
    both = sum(min(one[stem], other[stem]) for stem in one.keys() & other.keys())
    total = sum(one.values()) + sum(other.values())
    return (2 * both / total if total else 0.0), both


def _weights(text: str, weight: Callable[[str], float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        stem = word if word.isdigit() else word[:_BEGINNING]
        found[stem] = max(found.get(stem, 0.0), weight(word))
    return found


def shared_wording(text: str, original: str) -> list[str]:
    """The parts of an original that a text may render: all of it, or runs of its sentences.

    An article often quotes one sentence of a speech.
    """
    sentences = split_sentences(original)
    count = max(len(split_sentences(text)), 1)
    runs = [
        original[sentences[i][0] : sentences[i + count - 1][1]] for i in range(len(sentences) - count + 1)
    ]
    return [original, *(run for run in runs if run != original)]

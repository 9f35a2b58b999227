"""How near two wordings of one thing are: chrF and TER, as sacrebleu defines them."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log, log1p
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

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
    1), `weight` how much those words weigh together and `rare` how many of them are rare; `length`
    the natural log of the ratio of their lengths. `order` is the part of their words that stand in
    one order (0 to 1), `adjacent` the part of neighbours that are neighbours in both, `reworded` the
    part of the words that one lacks for which it has another (*obvious*, *clear*). Of `numbers`
    (if it has `figures`) and `names`, the part that one lacks. `ahead` is by how much `weight` is
    above that of the next original: chance gives several that are alike, a rendering one.
    """

    chrf: float
    shared: float
    weight: float
    length: float
    rare: int
    order: float
    adjacent: float
    numbers: float
    figures: bool
    names: float
    reworded: float
    ahead: float = 0.0

    @property
    def signs(self) -> tuple[float, ...]:
        """What the score is a weighted sum of."""
        return (
            self.chrf / 100, self.shared, abs(self.length), log1p(self.weight), self.ahead, self.rare,
            self.order, self.adjacent, self.numbers, self.figures, self.names, self.reworded, 1.0,
        )  # fmt: skip

    @property
    def score(self) -> float:
        """Log-odds that the two are one sentence, worded twice."""
        return sum(weight * sign for weight, sign in zip(_WEIGHTS, self.signs, strict=True))

    @property
    def is_rendering(self) -> bool:
        """Whether the two are one sentence, worded twice."""
        return self.score >= _ENOUGH

    @property
    def may_be_rendering(self) -> bool:
        """Whether they may be, before chrF has been asked."""
        return self._replace(chrf=_HIGHEST).is_rendering


# A logistic regression on engines' output against its reference, and against the nearest sentences
# on file where its own is not, by `tests/benchmarks/match_quotations.py --fit`. TER beside these
# added nothing.
_WEIGHTS = (
    13.36, 8.142, -4.026, 0.4129, 0.08762, -0.2089, 14.96, -11.51, -3.03, 0.6848, -2.079, 7.407, -13.79,
)  # fmt: skip
# No rendering that is not exact came nearer.
_HIGHEST = 95.0
# Words of a quotation beyond which the search for shifts takes too long.
_LONG = 60
# Of retranslated sentences .90 find their original among 100,000 at this score, and of a thousand that
# have none on file fewer than one is given another's, read one by one; at 2.4, .885 and half as many.
_ENOUGH = 1.7
_RARE = 5.0  # the weight of a word that stands in fewer than one original of 150


def likeness(one: "Worded", other: "Worded") -> Likeness:
    """How near a wording is to an original, chrF left at nought."""
    shared, together = _shared(one.weights, other.weights)
    rare = sum(one.weights[stem] > _RARE for stem in one.weights.keys() & other.weights.keys())
    pairs, others = set(pairwise(one.stems)), set(pairwise(other.stems))
    numbers = one.numbers | other.numbers
    ours, theirs = one.weights.keys(), other.weights.keys()
    return Likeness(
        chrf=0.0,
        shared=shared,
        weight=together,
        length=log(max(one.length, 1) / max(other.length, 1)),
        rare=rare,
        order=Indel.normalized_similarity(one.stems, other.stems),
        adjacent=len(pairs & others) / max(min(len(pairs), len(others)), 1),
        numbers=len(one.numbers ^ other.numbers) / max(len(numbers), 1),
        figures=bool(numbers),
        names=sum(not other.has(name) for name in one.names) / max(len(one.names), 1),
        reworded=_reworded(ours - theirs, theirs - ours),
    )


# Which words engines use for one another, by their beginnings, the surest first.
REWORDINGS = Path(__file__).parents[1] / "data" / "quotations" / "rewordings.txt"


@cache
def _rewordings() -> Mapping[str, Mapping[str, int]]:
    """Of each beginning those that may stand for it, with their rank."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for rank, line in enumerate(REWORDINGS.read_text(encoding="utf-8").splitlines()):
        one, other = line.split()
        found[one][other] = found[other][one] = rank
    return dict(found)


def _reworded(ours: set[str], theirs: set[str]) -> float:
    """The part of the words of the shorter side that have one on the other side, the surest first."""
    known = _rewordings()
    pairs = sorted(
        (rank, one, other) for one in ours for other, rank in known.get(one, {}).items() if other in theirs
    )
    taken: set[str] = set()
    count = 0
    for _, one, other in pairs:
        if one not in taken and other not in taken:
            taken |= {one, other}
            count += 1
    return count / max(min(len(ours), len(theirs)), 1)


class Worded(NamedTuple):
    """A text by its words: stems in order, their weights, figures, and words with capitals.

    `length` is in characters; `names` are the words with capitals that do not open a sentence.
    """

    length: int
    stems: list[str]
    weights: dict[str, float]
    numbers: set[str]
    capitals: set[str]
    names: set[str]

    @classmethod
    def of(cls, text: str, weight: Callable[[str], float]) -> "Worded":
        """The words of a text; `weight` says how rare a word is."""
        words = _WORD.findall(text.lower())
        return cls(
            len(text),
            [stem(word) for word in words],
            _weights(words, weight),
            {word for word in words if word.isdigit()},
            {name.lower() for name in _CAPITALISED.findall(text)},
            {name.lower() for name in _NAME.findall(text)},
        )

    def has(self, name: str) -> bool:
        """Whether a name stands here, as it is or respelt (*Wiktoria*, *Viktoria*)."""
        return stem(name) in self.weights or any(
            Indel.normalized_similarity(name, other) >= _RESPELT for other in self.capitals
        )


_CAPITALISED = re.compile(r"[A-Z]\w+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
_RESPELT = 0.7  # letters that two spellings of a name have in common, in order


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
    words, others = (_WORD.findall(text.lower()) for text in (one, other))
    return _shared(_weights(words, weight), _weights(others, weight))[0] >= _SAME


def _shared(one: dict[str, float], other: dict[str, float]) -> tuple[float, float]:
    """How much of their words both have, and what those weigh."""
    both = sum(min(one[stem], other[stem]) for stem in one.keys() & other.keys())
    total = sum(one.values()) + sum(other.values())
    return (2 * both / total if total else 0.0), both


def stem(word: str) -> str:
    """The beginning by which a word is told; a number whole."""
    return word if word.isdigit() else word[:_BEGINNING]


def _weights(words: Sequence[str], weight: Callable[[str], float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words:
        key = stem(word)
        found[key] = max(found.get(key, 0.0), weight(word))
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

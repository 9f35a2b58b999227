"""How near two wordings of one thing are: chrF and TER, as sacrebleu defines them."""

from functools import cache
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
    """How near one wording is to another. `ter` is None where chrF alone decides."""

    chrf: float
    ter: float | None

    @property
    def is_rendering(self) -> bool:
        """Whether the two are one sentence, worded twice."""
        if self.chrf >= _SURE:
            return True
        return self.chrf >= _LIKELY and self.ter is not None and self.ter <= _FEW_EDITS

    @property
    def is_same(self) -> bool:
        """Whether, in one article, the two can only be one sentence."""
        return self.chrf >= _SURE or (self.is_rendering and self.chrf >= _SAME)


# Measured by tests/benchmarks/match_quotations.py.
_SURE = 60.0
_LIKELY = 45.0
_FEW_EDITS = 70.0
# Within an article sentences share their names and subject.
_SAME = 52.0


def likeness(wording: str, original: str) -> Likeness:
    """How near a wording is to an original; TER is slow and only asked where it matters."""
    score = chrf(wording, original)
    return Likeness(score, ter(wording, original) if _LIKELY <= score < _SURE else None)


def shared_wording(text: str, original: str) -> list[str]:
    """The parts of an original that a text may render: all of it, or runs of its sentences.

    An article often quotes one sentence of a speech.
    """
    sentences = split_sentences(original)
    count = max(len(split_sentences(text)), 1)
    runs = [
        original[sentences[i][0] : sentences[i + count - 1][1]]
        for i in range(len(sentences) - count + 1)
    ]
    return [original, *(run for run in runs if run != original)]

"""How near two wordings of one thing are: chrF and TER, as sacrebleu defines them."""

from functools import cache
from typing import TYPE_CHECKING

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

"""From findings to the language the text came through.

Each finding is so much likelier in text that came through a language than in English written as
English; the logs of these ratios add up, from a prior, to a posterior over *written in English*
and *through Turkish*, *through Arabic*, and so on.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.finding import Confidence, Finding
from auditor.language.names import LANGUAGES

ENGLISH = "en"

# Where nothing was counted: a finding that is right nine times in ten on mixed news is some
# thirty times commoner in translation, and so on down.
_UNCOUNTED = {Confidence.HIGH: math.log(30), Confidence.MEDIUM: math.log(8), Confidence.LOW: 1.1}

# What a sign of one language says for another: translations resemble each other more than
# either resembles English. Measured on phrases of one pack counted in output from the others.
_LEAK = 0.4

# Repeats of one sign in a text are not independent: the n-th counts 1/n.


@dataclass(frozen=True, slots=True)
class Pivot:
    """The likeliest origin of a text: its language, how likely, and the signs that weigh most.

    `language` is "en" for text written in English. `posterior` gives all languages.
    """

    language: str
    probability: float
    posterior: Mapping[str, float]
    reasons: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The language's English name."""
        return LANGUAGES.get(self.language, "English")


@cache
def counted_ratios() -> Mapping[str, Mapping[str, float]]:
    """Log-ratios by rule and language, from the counts kept in `data/evidence.json`."""
    path = Path(__file__).parent / "data" / "evidence.json"
    if not path.exists():
        return {}
    return {rule: entry["ratios"] for rule, entry in json.loads(path.read_bytes()).items()}


def evidence_of(
    rule: str, languages: Iterable[str], confidence: Confidence
) -> Mapping[str, float]:
    """What one finding of a rule says for each language."""
    counted = counted_ratios().get(rule)
    if counted is not None:
        return counted
    return dict.fromkeys(languages, _UNCOUNTED[confidence])


def weigh(
    findings: Iterable[Finding],
    *,
    prior_english: float = 0.5,
    source_language: str | None = None,
    extra: Mapping[str, float] | None = None,
) -> Pivot:
    """The posterior over origins, from findings of one document.

    `extra` adds log-ratios of evidence that is no finding (names spelt by a convention, the
    fluency model). A `source_language` that is told is taken at its word.
    """
    totals = dict.fromkeys(LANGUAGES, 0.0)
    seen: Counter[tuple[str, str]] = Counter()
    reasons: Counter[str] = Counter()
    for finding in findings:
        if not finding.evidence:
            continue
        kind = (finding.rule, finding.span.text.casefold())
        seen[(finding.rule, "")] += 1
        repeat = seen[(finding.rule, "")] if kind not in seen else 2 * seen[kind] + 1
        seen[kind] += 1
        best = max(finding.evidence.values())
        for language in totals:
            own = finding.evidence.get(language, _LEAK * best if best > 0 else 0.0)
            totals[language] += own / repeat
        reasons[finding.rule] += 1
    for language, value in (extra or {}).items():
        if language in totals:
            totals[language] += value
    if source_language:
        return Pivot(source_language, 1.0, {source_language: 1.0}, ("told by the configuration",))
    return _posterior(totals, prior_english, reasons)


def _posterior(totals: dict[str, float], prior_english: float, reasons: Counter[str]) -> Pivot:
    share = math.log((1 - prior_english) / len(totals))
    logs = {ENGLISH: math.log(prior_english)} | {k: v + share for k, v in totals.items()}
    top = max(logs.values())
    weights = {language: math.exp(value - top) for language, value in logs.items()}
    whole = sum(weights.values())
    posterior = {language: weight / whole for language, weight in weights.items()}
    # The first of the likeliest by name, so that a tie is always broken alike; English wins one.
    best = min(posterior, key=lambda k: (-posterior[k], k != ENGLISH, k))
    return Pivot(best, posterior[best], posterior, tuple(r for r, _ in reasons.most_common(5)))

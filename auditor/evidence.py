"""From findings to the language the text came through.

Each sign is so much likelier in text that came through a language than in English written as
English; the logs of these ratios add up, from a prior, to a posterior over *written in English*
and *through Turkish*, *through Arabic*, and so on. Signs that are missing count as well: a long
text without a trace of any pack was hardly translated.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from auditor.finding import Confidence, Finding
from auditor.fluency.model import Reading
from auditor.language.names import LANGUAGES
from auditor.language.subjects import about

ENGLISH = "en"
# Translated from any language: the key of counts over all of them.
ANY = "any"
# Counts are of articles of so many words.
ARTICLE = 150

# Where nothing was counted: a finding that is right nine times in ten on mixed news is some
# thirty times commoner in translation, and so on down.
_UNCOUNTED = {Confidence.HIGH: math.log(30), Confidence.MEDIUM: math.log(8), Confidence.LOW: 1.1}
# A rule with fewer hits than this in all keeps the ratio of its confidence.
_ENOUGH = 5
# What a sign of one language says for another: translations resemble each other more than
# either resembles English. Measured on phrases of one pack counted in output from the others.
_LEAK = 0.4
# Of a sign of one language alone less: two in three of their hits are in that language's output.
_LEAK_ALONE = 0.2
# Rules whose findings say that a text was translated; from which language, the spellings say.
_SAYS_NO_LANGUAGE = frozenset({"foreign-spelling", "translated-name", "mangled-organisation"})
# No single sign says more than this: the best rules have one hit in native news they never saw.
_MOST = 4.0


@dataclass(frozen=True, slots=True)
class Balance:
    """How far each kind of evidence is believed, fitted by logistic regression on articles of
    sources, languages and engines that none of the evidence was learned from; then moved until
    fewer than one native article in fifty is called translated, of each source.

    `signs` scales the sum of log-ratios, of signs met and of signs missing; `fluency` the
    model's log-odds; `base` moves the whole; `language` is the model's word on the language.
    """

    signs: float = 0.89
    fluency: float = 0.84
    base: float = -2.39
    language: float = 1.0


BALANCE = Balance()


@dataclass(frozen=True, slots=True)
class Pivot:
    """The likeliest origin of a text: its language, how likely, and the signs that weigh most.

    `language` is "en" for text written in English. `posterior` gives all languages. `phrases`
    are those by which the fluency model judged, where it agreed with the verdict.
    """

    language: str
    probability: float
    posterior: Mapping[str, float]
    reasons: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The language's English name."""
        return LANGUAGES.get(self.language, "English")

    @property
    def translated(self) -> float:
        """How likely the text came through any other language."""
        return 1.0 - self.posterior.get(ENGLISH, 0.0)


class Sign(NamedTuple):
    """A rule that spoke: its words, and what its finding says of itself by language."""

    rule: str
    text: str
    evidence: Mapping[str, float]


class Table:
    """How often each rule speaks in articles of each origin.

    `articles` counts articles of ARTICLE words by origin ("en", "tr", …), `hits` those in which
    a rule spoke, by rule and origin.
    """

    def __init__(self, articles: Mapping[str, int], hits: Mapping[str, Mapping[str, int]]) -> None:
        """Take the counts; origins other than English make up ANY together."""
        self._articles = {**articles, ANY: sum(n for k, n in articles.items() if k != ENGLISH)}
        self._hits = {
            rule: {**counts, ANY: sum(n for k, n in counts.items() if k != ENGLISH)}
            for rule, counts in hits.items()
        }
        self._missing: dict[str, float] = {}
        self._ratios: dict[str, Mapping[str, float] | None] = {}

    def ratios(self, rule: str) -> Mapping[str, float] | None:
        """Log-ratios of a rule by language; None if it was met too seldom."""
        if rule not in self._ratios:
            self._ratios[rule] = self._count_ratios(rule)
        return self._ratios[rule]

    def _count_ratios(self, rule: str) -> Mapping[str, float] | None:
        counts = self._hits.get(rule)
        if counts is None or not _is_enough(counts):
            return None
        english = self._rate(counts, ENGLISH)
        alike = rule in _SAYS_NO_LANGUAGE
        rates = ((k, self._rate(counts, ANY if alike else k)) for k in LANGUAGES)
        return {k: max(-_MOST, min(_MOST, math.log(rate / english))) for k, rate in rates}

    def _rate(self, counts: Mapping[str, int], origin: str) -> float:
        """The share of articles in which a rule spoke, pulled towards that of all translations.

        The pull is that of the articles in which one hit would be expected.
        """
        if origin in (ENGLISH, ANY):
            return (counts.get(origin, 0) + 0.5) / (self._articles.get(origin, 0) + 1.0)
        return self._pulled(counts, origin, self._rate(counts, ANY))

    def _pulled(self, counts: Mapping[str, int], language: str, usual: float) -> float:
        return (counts.get(language, 0) + 1.0) / (self._articles.get(language, 0) + 1.0 / usual)

    def missing(self, language: str) -> float:
        """How many more rules speak in an article that came through a language than in native."""
        if language not in self._missing:
            self._missing[language] = sum(
                self._pulled(counts, language, usual) - english for counts, usual, english in self._counted
            )
        return self._missing[language]

    @cached_property
    def _counted(self) -> list[tuple[Mapping[str, int], float, float]]:
        """The counts of each rule that was met often enough, its rates in all translations and native."""
        return [
            (counts, self._rate(counts, ANY), self._rate(counts, ENGLISH))
            for counts in self._hits.values()
            if _is_enough(counts)
        ]


def _is_enough(counts: Mapping[str, int]) -> bool:
    return counts[ANY] + counts.get(ENGLISH, 0) >= _ENOUGH


@cache
def counted() -> Table:
    """The counts kept in `data/evidence.json`."""
    path = Path(__file__).parent / "data" / "evidence.json"
    if not path.exists():
        return Table({}, {})
    kept = json.loads(path.read_bytes())
    return Table(kept["articles"], kept["hits"])


def evidence_of(rule: str, languages: Iterable[str], confidence: Confidence) -> Mapping[str, float]:
    """What one finding of a rule says for each language.

    Counted where it can be; of a rule that is evidence for some languages, those alone.
    """
    ratios, named = counted().ratios(rule), tuple(languages)
    if ratios is None:
        return dict.fromkeys(named, _UNCOUNTED[confidence])
    return {k: ratios[k] for k in named if k in ratios} if named else ratios


def weigh(
    findings: Iterable[Finding],
    *,
    prior_english: float = 0.5,
    source_language: str | None = None,
    extra: Mapping[str, float] | None = None,
    text: str = "",
    words: AbstractSet[str] | None = None,
    reading: Reading | None = None,
) -> Pivot:
    """The posterior over origins, from findings of one document.

    `text` is its prose, `words` the words of it in lower case, `reading` how translated it reads.
    `extra` adds log-ratios of other evidence (names spelt by a convention). A `source_language` that
    is told is taken at its word.
    """
    if source_language:
        return Pivot(source_language, 1.0, {source_language: 1.0}, ("told by the configuration",))
    signs = [Sign(f.rule, f.span.text, f.evidence) for f in findings if any(f.evidence.values())]
    length = text.count(" ") + 1 if text else 0
    names = softened(extra or {})
    totals = log_odds(signs, length, reading, names, about(text, words), counted(), BALANCE)
    posterior = _posterior(totals, prior_english)
    # English against all others together; then the first of the likeliest by name, so that a tie
    # is always broken alike.
    english = posterior[ENGLISH] >= 0.5
    best = ENGLISH if english else min(totals, key=lambda k: (-posterior[k], k))
    reasons = () if english else (*_signs_of(best, signs), *_names_of(best, extra or {}))
    agrees = reading is not None and (reading.score < 0) == english
    phrases = reading.phrases if reading and agrees else ()
    return Pivot(best, posterior[best], posterior, reasons, phrases)


def log_odds(
    signs: Sequence[Sign],
    words: int,
    reading: Reading | None,
    names: Mapping[str, float],
    spoken: Mapping[str, float],
    table: Table,
    balance: Balance,
) -> dict[str, float]:
    """Log-odds of each language against English, before any prior.

    What a text speaks of and how its wording leans say which language it was, if any, and
    together nothing of whether it was translated: an article on China leans towards Chinese twice.
    """
    said = _said(signs, table)
    fluency = fluency_odds(reading)
    leaning = _leaning(reading, balance)
    which = {k: leaning.get(k, 0.0) + spoken.get(k, 0.0) for k in LANGUAGES}
    even = together(which.values())
    return {
        language: balance.base
        + balance.signs * (said[language] - table.missing(language) * words / ARTICLE)
        + balance.fluency * fluency
        + which[language]
        - even
        + names.get(language, 0.0)
        for language in LANGUAGES
    }


def together(values: Iterable[float]) -> float:
    """The log of the mean of exponentials: of many log-odds, those of any."""
    found = list(values)
    top = max(found)
    return top + math.log(sum(math.exp(value - top) for value in found) / len(found))


# What wording alone may say, either way: one native article in a hundred reads more translated
# than most translations do, however long it is.
_WORDING = 6.0


def fluency_odds(reading: Reading | None) -> float:
    """What the fluency model says: the more, the longer the text."""
    if reading is None:
        return 0.0
    return max(-_WORDING, min(_WORDING, reading.score * _weight(reading)))


def _weight(reading: Reading) -> float:
    """How much a text's length adds: stretches of one text are not independent."""
    return min(reading.stretches, math.sqrt(reading.stretches))


# Languages of whose news the model has read much. Of the others it knows short encyclopaedic texts
# alone and favours none of them in news: there, that another is favoured says little.
_READ = frozenset("cs de fr hi ja pl ru tr uk zh".split())
# The even share that a language keeps whatever the wording says, of those read and the others. Of
# ten languages each of whose news neither model nor counts had met, .1 and .7 named 46 in 100
# articles right, .5 and .9 name 58, and of those told to be four in five sure 94 instead of 85; of
# languages that both had met, Turkish gained what German lost, three or four in 100, and those of
# which they had met little (Polish, Hindi, Japanese) gained 25 and more. With .65 Russian and German
# lose more.
_KEPT, _KEPT_UNREAD = 0.5, 0.9


def _leaning(reading: Reading | None, balance: Balance) -> Mapping[str, float]:
    """What the fluency model says for each language, given that the text was translated.

    A mixture with an even share, so that it never rules a language out.
    """
    if reading is None or not reading.languages:
        return {}
    scale = balance.language * _weight(reading)
    top = max(reading.languages.values())
    weights = {k: math.exp(scale * (v - top)) for k, v in reading.languages.items()}
    whole = sum(weights.values())
    mixed = {}
    for language in LANGUAGES:
        kept = _KEPT if language in _READ else _KEPT_UNREAD
        share = weights.get(language, 0.0) / whole * len(LANGUAGES)
        mixed[language] = (1 - kept) * share + kept
    mean = sum(mixed.values()) / len(mixed)
    return {language: math.log(value / mean) for language, value in mixed.items()}


# How far the names' word on the language is believed: the letters of a few names look like those of
# several conventions, and some conventions were learned from few names.
_NAMES = 0.7


def softened(names: Mapping[str, float]) -> dict[str, float]:
    """What names say of each language, none ruled out: log-ratios mixed with their mean."""
    if not names:
        return {}
    mean = sum(map(math.exp, names.values())) / len(names)
    return {
        language: math.log(_NAMES * math.exp(names.get(language, -math.inf)) + (1 - _NAMES) * mean)
        for language in LANGUAGES
    }


def _said(signs: Sequence[Sign], table: Table) -> Mapping[str, float]:
    """Log-ratios summed: of a rule's repeats the n-th counts 1/n, of one phrase's half that."""
    totals: defaultdict[str, float] = defaultdict(float)
    seen: Counter[tuple[str, str]] = Counter()
    for sign in signs:
        kind = (sign.rule, sign.text.casefold())
        seen[(sign.rule, "")] += 1
        repeat = seen[(sign.rule, "")] if kind not in seen else 2 * seen[kind] + 1
        seen[kind] += 1
        ratios = table.ratios(sign.rule) or {}
        best = max(sign.evidence.values())
        leak = _LEAK_ALONE if len(sign.evidence) == 1 else _LEAK
        for language in LANGUAGES:
            other = ratios.get(language, leak * best if best > 0 else 0.0)
            totals[language] += sign.evidence.get(language, other) / repeat
    return totals


def _signs_of(language: str, signs: Sequence[Sign]) -> tuple[str, ...]:
    """The words that speak most for a language, one of each rule, phrases of its pack first."""
    said: dict[str, tuple[bool, float, str]] = {}
    for sign in signs:
        ratio = sign.evidence.get(language, 0.0)
        if ratio > 0 and sign.rule not in said:
            text = " ".join(sign.text.split()).strip(' “”"')[:60]
            said[sign.rule] = (not sign.rule.startswith(f"{language}/"), -ratio, text)
    telling = sorted(said, key=lambda rule: (said[rule], rule))[:5]
    return tuple(
        f"“{text}”, likelier by {_times(-ratio)} ({rule})"
        for rule in telling
        for _, ratio, text in [said[rule]]
    )


def _times(ratio: float) -> str:
    times = math.exp(ratio)
    return f"{times:.0f} times" if times >= 2 else f"{times - 1:.0%}"


def _names_of(language: str, extra: Mapping[str, float]) -> tuple[str, ...]:
    """Whether names are spelt as in a language."""
    if extra.get(language, 0.0) < math.log(2):
        return ()
    return (f"names spelt as {LANGUAGES[language]} spells them",)


def _posterior(totals: Mapping[str, float], prior_english: float) -> dict[str, float]:
    share = math.log((1 - prior_english) / len(totals))
    logs = {ENGLISH: math.log(prior_english)} | {k: v + share for k, v in totals.items()}
    top = max(logs.values())
    weights = {language: math.exp(value - top) for language, value in logs.items()}
    whole = sum(weights.values())
    return {language: weight / whole for language, weight in weights.items()}

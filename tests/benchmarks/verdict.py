"""Measure the verdict on articles whose source, language and engine nothing was learned from.

    python -m tests.benchmarks.verdict CACHE MODELS [--articles CACHE]

CACHE is what `count_evidence.py` kept of each article, MODELS the folds' fluency weights of
`train_fluency.py`. With `--articles` the verdict is measured on another cache, of longer articles.
For each fold of `articles.FOLDS` the evidence is counted without the fold's
years, languages and engines and the fluency model is that fold's; the balance of the kinds of
evidence is fitted on the other folds. Printed: AUC and the share caught at 1 % false alarms, by
kind and language; false alarms by native source; the share of source languages that are right;
and the balance fitted on all folds, which `evidence.py` keeps.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from auditor.evidence import (
    ARTICLE,
    BALANCE,
    Balance,
    Sign,
    Table,
    _said,
    evidence_of,
    fluency_odds,
    log_odds,
    softened,
    together,
)
from auditor.finding import Confidence
from auditor.fluency import model
from auditor.fluency.model import Reading
from auditor.language.names import LANGUAGES
from auditor.language.subjects import about as spoken_of
from auditor.rules import load_rules
from tests.benchmarks.articles import FOLDS, Article
from tests.benchmarks.count_evidence import Audited, counts, load

ASKED = ("tr", "ar", "fa", "ru", "zh", "de")
# Native articles, by source and first segment, that came through another language all the same:
# among the twenty that read most translated, those of Kazakh, Bulgarian, Angolan, Saudi and Russian
# agencies and interviews held in Russian. The second figure leaves them out.
NOT_NATIVE = {
    ("newstest2015 English-original half", 732),
    ("newstest2015 English-original half", 759),
    ("newstest2015 English-original half", 772),
    ("newstest2017 English-original half", 2113),
    ("newstest2018 English-original half", 2036),
    ("newstest2020 en source", 620),
    ("newstest2020 en source", 673),
    ("newstest2020 en source", 1728),
}
RULES = {rule.name: rule for rule in load_rules()}


@dataclass(frozen=True)
class Case:
    """An article of a fold, with the evidence as it is without the fold."""

    article: Article
    fold: str
    signs: tuple[Sign, ...]
    table: Table
    reading: Reading
    names: dict[str, float]
    spoken: dict[str, float]

    @property
    def translated(self) -> bool:
        return self.article.kind != "native"

    def parts(self) -> list[float]:
        """What is fitted: signs met and missing, fluency."""
        said, length = _said(self.signs, self.table), self.article.words / ARTICLE
        signs = together(said[lang] - self.table.missing(lang) * length for lang in LANGUAGES)
        return [signs, fluency_odds(self.reading)]

    def score(self, balance: Balance) -> float:
        """Log-odds of translated, whatever the language."""
        return together(self.odds(balance).values())

    def odds(self, balance: Balance) -> dict[str, float]:
        return log_odds(
            self.signs, self.article.words, self.reading, self.names, self.spoken, self.table, balance
        )


def cases(
    audited: Sequence[Audited],
    judged: Sequence[Audited],
    models: Path,
    suffix: str,
    near: Callable[[str, Article], bool],
    held: Callable[[str, Article], bool],
) -> list[Case]:
    """The articles that each fold holds out, seen with what was learned without it."""
    found = []
    for name in FOLDS:
        table = Table(*counts([one for one in audited if not near(name, one.article)]))
        model.DATA = models / f"{name}{suffix}"
        model.weights.cache_clear()
        for one in judged:
            if held(name, one.article):
                reading = model.read(one.article.split)
                found.append(
                    Case(one.article, name, signs(one, table), table, reading,
                         softened(one.extra), spoken_of(one.article.text))
                )  # fmt: skip
    return found


def signs(one: Audited, table: Table) -> tuple[Sign, ...]:
    """Findings with their evidence as the table has it."""
    found = []
    for rule, text, own in one.found:
        known = RULES.get(rule)
        named = known.evidence if known else ()
        ratios = table.ratios(rule)
        if rule == "untranslated-text":
            evidence = own
        elif ratios is None:
            evidence = dict(evidence_of("", named, known.confidence if known else Confidence.LOW))
        else:
            evidence = {k: ratios[k] for k in named if k in ratios} if named else dict(ratios)
        if evidence:
            found.append(Sign(rule, text, evidence))
    return tuple(found)


# The share of native articles that may be called translated where native and translated are held
# to be equally likely beforehand: an editor who is wrongly told so trusts nothing else.
CALLED = 0.015
# And of any one source of so many articles: none may be treated much worse than the others.
CALLED_OF_SOURCE, MANY = 0.02, 100


def fitted(found: Sequence[Case]) -> Balance:
    """The balance that logistic regression finds, moved until few native articles are called
    translated."""
    x = np.array([case.parts() for case in found])
    y = np.array([case.translated for case in found])
    regression = LogisticRegression(C=10.0, class_weight="balanced").fit(x, y)
    said, fluency = (float(value) for value in regression.coef_[0])
    balance = replace(BALANCE, signs=said, fluency=fluency, base=float(regression.intercept_[0]))
    native: defaultdict[str, list[float]] = defaultdict(list)
    for case in found:
        if not case.translated:
            native[case.article.source].append(case.score(balance))
    cuts = [float(np.quantile([score for scores in native.values() for score in scores], 1 - CALLED))]
    for scores in native.values():
        if len(scores) >= MANY:
            cuts.append(float(np.quantile(scores, 1 - CALLED_OF_SOURCE)))
    return replace(balance, base=balance.base - max(cuts))


def show(title: str, native: Sequence[float], others: Sequence[float], cut: float) -> None:
    if native and others:
        auc = roc_auc_score([0] * len(native) + [1] * len(others), [*native, *others])
        caught = np.mean(np.array(others) > cut)
        print(f"  {title:24} n {len(others):5}  AUC {auc:.3f}  caught {caught:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cache", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--articles", type=Path)
    options = parser.parse_args()
    model.processor()  # one for all folds
    audited = list(load(options.cache))
    judged = list(load(options.articles)) if options.articles else audited
    found = cases(
        audited, judged, options.models, "",
        lambda name, a: FOLDS[name].is_near(a), lambda name, a: FOLDS[name].is_held_out(a),
    )  # fmt: skip
    scores: dict[int, float] = {}
    for name in FOLDS:
        balance = fitted([case for case in found if case.fold not in (name, "flores")])
        scores |= {id(case): case.score(balance) for case in found if case.fold == name}
    for title, kept in (
        ("news", [case for case in found if case.fold != "flores"]),
        (
            "news without native articles that were translated",
            [
                case
                for case in found
                if case.fold != "flores" and (case.article.source, case.article.first) not in NOT_NATIVE
            ],
        ),
        ("news and encyclopedia", found),
    ):
        verdicts(title, kept, scores)
    balance = fitted([case for case in found if case.fold != "flores"])
    print(f"balance fitted on all news: {balance}")
    named = [one for one in audited if one.article.lang in {"en", *LANGUAGES}]
    languages(
        cases(
            named, judged, options.models, "-years",
            lambda name, a: FOLDS[name].is_year(a),
            lambda name, a: a.years in FOLDS[name].years and a.lang in ASKED,
        ),
        balance,
    )  # fmt: skip


def verdicts(title: str, found: Sequence[Case], scores: dict[int, float]) -> None:
    """How well translated and native part."""
    native = [scores[id(case)] for case in found if not case.translated]
    cut = float(np.quantile(native, 0.99))
    print(f"{title}: {len(native)} native articles; threshold {cut:+.2f} at 1 % false alarms")
    show("all", native, [scores[id(case)] for case in found if case.translated], cut)
    groups: defaultdict[str, list[float]] = defaultdict(list)
    for case in found:
        if case.translated:
            groups[case.article.kind].append(scores[id(case)])
            if case.article.kind == "engine" and case.article.origin != "native":
                groups["engine, foreign story"].append(scores[id(case)])
            groups[f"story {case.article.origin}"].append(scores[id(case)])
            groups[f"lang {case.article.lang}"].append(scores[id(case)])
            if case.article.source.startswith(FOLDS[case.fold].engines):
                groups["unseen engine"].append(scores[id(case)])
    for group, values in sorted(groups.items()):
        show(group, native, values, cut)
    sources: defaultdict[str, list[float]] = defaultdict(list)
    for case in found:
        if not case.translated:
            sources[case.article.source].append(scores[id(case)])
    for source, values in sources.items():
        alarms, called = np.mean(np.array(values) > cut), np.mean(np.array(values) > 0)
        print(f"  {source:36} n {len(values):4}  above threshold {alarms:.3f}, above even {called:.3f}")


def languages(found: Sequence[Case], balance: Balance) -> None:
    """How often the language is right, among articles called translated.

    By what the story was first written in: of a story that was English before it was put into
    Turkish and back, only the wording can tell.
    """
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for case in found:
        odds = case.odds(balance)
        if together(odds.values()) > 0:
            best = min(odds, key=lambda k: (-odds[k], k))
            right[case.article.lang].append(best == case.article.lang)
            about = "encyclopedia" if case.fold == "flores" else case.article.origin
            right[f"{case.article.lang} {about}"].append(best == case.article.lang)
    for language, values in sorted(right.items()):
        print(f"  {language:18} language right {np.mean(values):.2f} of {len(values)} called translated")


if __name__ == "__main__":
    main()

"""The articles of `corpora/`: clean ones stay clean, and every change in findings shows."""

from pathlib import Path

import pytest

from auditor.runner import Runner
from tests.benchmarks.golden import CORPORA, articles, audited, golden_path, lines

ARTICLES = articles()


def identify(article: Path) -> str:
    return str(article.relative_to(CORPORA))


def test_there_are_enough() -> None:
    kinds = [article.relative_to(CORPORA).parts[0] for article in ARTICLES]
    assert kinds.count("translated") >= 12
    assert kinds.count("clean") >= 12


@pytest.mark.parametrize("article", ARTICLES, ids=identify)
def test_findings_are_the_golden_ones(article: Path, runner: Runner) -> None:
    assert lines(audited(article, runner)) == golden_path(article).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "article", [a for a in ARTICLES if "clean" in a.relative_to(CORPORA).parts], ids=identify
)
def test_clean_articles_stay_clean(article: Path, runner: Runner) -> None:
    assert not audited(article, runner).findings

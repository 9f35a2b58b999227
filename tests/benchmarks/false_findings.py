"""False findings on good English, rule by rule.

    python -m tests.benchmarks.false_findings FOLDER [--sample N] [--show RULE]

FOLDER has the layout of `tests/benchmarks/README.md`. Articles of 150 words are put together from
news written in English (`native.jsonl.gz`) and from human translations (`segments.jsonl.gz`,
origin translated) and audited at default settings. Printed: findings per 1,000 sentences by rule
on both, rules above 0.5 on native English first and marked. A real slip counts as false here.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import load_rules
from tests.benchmarks.articles import Article, articles

TOO_MANY = 0.5


def chosen(folder: Path, size: int) -> list[Article]:
    """So many articles of each kind at most."""
    kinds: dict[str, list[Article]] = {"native": [], "human": []}
    for article in articles(folder):
        if article.kind in kinds and article.set != "flores-dev":
            kinds[article.kind].append(article)
    draw = random.Random(4)
    return [a for found in kinds.values() for a in draw.sample(found, min(size, len(found)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=10**6, help="articles of each kind")
    parser.add_argument("--show", metavar="RULE", help="print the findings of a rule")
    parser.add_argument("--no-names", dest="names", action="store_false")
    options = parser.parse_args()
    rules = [r for r in load_rules() if r.default and (options.names or not r.entity_check)]
    engine = Engine(rules)
    sentences: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {"native": Counter(), "human": Counter()}
    for article in chosen(options.folder, options.sample):
        sentences[article.kind] += len(article.sentences)
        for finding in engine.audit(read("article.txt", article.text)).findings:
            found[article.kind][finding.rule] += 1
            if options.show == finding.rule:
                a, b = finding.span.start, finding.span.end
                print(article.kind, repr(article.text[max(a - 50, 0) : a]),
                      f"⟦{article.text[a:b]}⟧", repr(article.text[b : b + 40]))  # fmt: skip
    rate = {
        kind: {rule: 1000 * n / sentences[kind] for rule, n in counts.items()}
        for kind, counts in found.items()
    }
    names = sorted(
        rate["native"].keys() | rate["human"].keys(),
        key=lambda rule: (-rate["native"].get(rule, 0), -rate["human"].get(rule, 0), rule),
    )
    print(f"{'per 1,000 sentences':44}   native    human")
    for rule in names:
        native, human = rate["native"].get(rule, 0.0), rate["human"].get(rule, 0.0)
        print(f"{rule:44} {native:8.2f} {human:8.2f}{'  too many' if native > TOO_MANY else ''}")
    totals = [sum(rate[kind].values()) for kind in rate]
    print(f"{'all':44} {totals[0]:8.2f} {totals[1]:8.2f}   of {dict(sentences)} sentences")


if __name__ == "__main__":
    main()

"""Count how often each rule speaks in articles of each origin.

    python -m tests.benchmarks.count_evidence FOLDER [--cache FILE] [--words N] [--no-names]

FOLDER has the layout of `tests/benchmarks/README.md`. Articles of 150 words (`articles.py`), so
many of each set, language and engine, are audited with all rules; `auditor/data/evidence.json`
keeps, by origin (English, or the language translated from), the articles and those in which a
rule spoke. A cache keeps what was found in each article, for `verdict.py`; articles of another
length (`--words`) are only for that.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from auditor.engine import Engine
from auditor.evidence import ARTICLE, ENGLISH
from auditor.formats import read
from auditor.names.spelt import spelling_evidence
from auditor.rules import load_rules
from tests.benchmarks.articles import Article, articles

DATA = Path(__file__).parents[2] / "auditor" / "data"
# How many articles each (set, language, engine) gives.
CAPS = {"flores": 3, "engine": 5, "human": 16, "native": 10**6}


@dataclass(frozen=True)
class Audited:
    """An article and what was found in it: rule, words, the finding's own evidence if any."""

    article: Article
    found: list[tuple[str, str, dict[str, float]]]
    extra: dict[str, float]


_ENGINE: list[Engine] = []


def start(names: bool) -> None:
    """Make a process ready, with or without the rules on names, which take most of the time."""
    _ENGINE.append(Engine(rule for rule in load_rules() if names or not rule.entity_check))


def audit(article: Article) -> dict[str, Any]:
    """Every finding of every rule, shown or not."""
    document = read("article.txt", article.text)
    mentions = _ENGINE[0].mentions(document)
    raised = _ENGINE[0].raised(document, mentions)
    named = [(f.rule, f.span.text, dict(f.evidence) if "/" not in f.rule else {}) for f in raised]
    extra = dict(spelling_evidence(mentions))
    return {"article": asdict(article), "found": named, "extra": extra}


def sampled(folder: Path, words: int = ARTICLE) -> list[Article]:
    """Articles of all kinds, so many of each set, language and engine; fewer if longer."""
    groups: defaultdict[tuple[str, str, str, str], list[Article]] = defaultdict(list)
    for article in articles(folder, words):
        groups[article.kind, article.set, article.lang, article.source + article.origin].append(article)
    draw = random.Random(3)
    chosen: list[Article] = []
    for (kind, name, _, _), found in sorted(groups.items()):
        cap = CAPS["flores" if name == "flores-dev" and kind == "engine" else kind]
        cap = cap * ARTICLE // words + 1
        chosen += found if len(found) <= cap else draw.sample(found, cap)
    return chosen


def load(cache: Path) -> Iterator[Audited]:
    """What a cache keeps."""
    with cache.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            row["article"]["sentences"] = tuple(row["article"]["sentences"])
            found = [(rule, text, evidence) for rule, text, evidence in row["found"]]
            yield Audited(Article(**row["article"]), found, row["extra"])


def counts(audited: Sequence[Audited]) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Articles by origin, and by rule and origin those in which the rule spoke."""
    total: Counter[str] = Counter()
    hits: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in audited:
        origin = ENGLISH if one.article.kind == "native" else one.article.lang
        total[origin] += 1
        for rule in {rule for rule, _, _ in one.found}:
            hits[rule][origin] += 1
    return dict(sorted(total.items())), {k: dict(sorted(v.items())) for k, v in sorted(hits.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--no-names", dest="names", action="store_false")
    parser.add_argument("--words", type=int, default=ARTICLE, help="of each article")
    options = parser.parse_args()
    chosen = sampled(options.folder, options.words)
    begun = time.time()
    # A process ends after a thousand articles: what the engine remembers of names and words grows.
    with Pool(options.processes, start, [options.names], maxtasksperchild=20) as pool:
        kept = pool.map(audit, chosen, chunksize=50)
    size = sum(len(a.text) for a in chosen) / 1e6
    print(f"{len(chosen)} articles, {size:.1f} MB in {time.time() - begun:.0f} s")
    cache = options.cache or options.folder / "audited.jsonl"
    cache.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept))
    if options.words != ARTICLE:
        return  # for `verdict.py` alone
    total, hits = counts(list(load(cache)))
    text = json.dumps({"articles": total, "hits": hits}, ensure_ascii=False)
    text = text.replace('"hits": {', '"hits": {\n').replace('}, "', '},\n"')
    (DATA / "evidence.json").write_text(text + "\n", encoding="utf-8")
    print(total)


if __name__ == "__main__":
    main()

"""Learn which words engines use for one another, from their output beside references.

    python -m tests.benchmarks.learn_rewordings FOLDER

FOLDER is that of `match_quotations.py`. Where an output lacks a word of its reference, and the
reference one of the output's, the two may stand for each other (*obvious*, *clear*); those that
do so again and again, in different sentences, are written to the package's data as
`quotations/rewordings.txt`, the surest first. Words are told by their beginnings, as in a look-up.
The sentences that `match_quotations.py` asks for are left out, so that it measures on unseen ones.
"""

import argparse
from collections import Counter, defaultdict
from itertools import product
from math import sqrt
from pathlib import Path

from auditor.language.vocabulary import english_words
from auditor.quotations.archive import COMMON, folded
from auditor.quotations.similarity import REWORDINGS, stem
from tests.benchmarks.match_quotations import Query, asked, collect

# A sentence counts once, whatever number of engines render it; so many of its renderings are read.
_RENDERINGS = 4
# In fewer sentences than this two words meet by chance; below this share of the sentences that have
# either alone they stand for each other too seldom. On 2,000 quotations half the share found as many,
# twice the share a hundred fewer words that stand for one another.
_LEAST, _SHARE = 4, 0.05


def learn(queries: list[Query]) -> list[tuple[str, str]]:
    """Pairs of beginnings that stand for each other, the surest first."""
    renderings: defaultdict[str, list[set[str]]] = defaultdict(list)
    for query in queries:
        if len(renderings[query.reference]) < _RENDERINGS:
            renderings[query.reference].append(_stems(query.text))
    known = {stem(word) for word in english_words()}
    ours, theirs, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for reference, texts in renderings.items():
        original = _stems(reference)
        added = set().union(*(text - original for text in texts)) & known
        lost = set().union(*(original - text for text in texts)) & known
        ours.update(added)
        theirs.update(lost)
        both.update(product(added, lost))
    shares: dict[tuple[str, str], float] = {}
    for (one, other), count in both.items():
        if count >= _LEAST:
            pair = (min(one, other), max(one, other))
            share = (count - 1) / sqrt(ours[one] * theirs[other])
            shares[pair] = max(share, shares.get(pair, 0.0))
    return sorted((pair for pair, share in shares.items() if share > _SHARE), key=lambda p: (-shares[p], p))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in folded(text).split() if word not in COMMON and not word.isdigit()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    _, queries = collect(parser.parse_args().folder, 0)
    kept = {query.reference for part in asked(queries) for query in part}
    pairs = learn([query for query in queries if query.reference not in kept])
    REWORDINGS.write_text("".join(f"{one} {other}\n" for one, other in pairs), encoding="utf-8")
    print(len(pairs), "pairs")


if __name__ == "__main__":
    main()

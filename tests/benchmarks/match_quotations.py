"""How well quotations that went through another language find their originals.

    python tests/benchmarks/match_quotations.py FOLDER [--size 100000] [--queries 2000]
        [--show] [--fit]

FOLDER holds `segments.jsonl.gz` (set, lang, i, refs), `outputs.jsonl.gz` (set, lang, i, engine,
hyp) and `native.jsonl.gz` (text). An engine's output stands for a retranslated quotation, the
reference for its original. Half of the references, by their text, go into an archive, filled up
with other news English; outputs of that half must find their reference, outputs of the other half
(sentences of the same documents, whose own original is not on file) must find nothing. Printed:
recall by engine, false matches per 1,000 (with `--show` each), time a look-up. With `--fit`,
instead, the weights of the likeness, learned from these queries, and what they reach on sentences
that they were not learned from.
"""

import argparse
import gzip
import hashlib
import html
import json
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz.fuzz import token_set_ratio

from auditor.quotations.archive import SHORTEST, Archive, Original, folded
from auditor.quotations.similarity import chrf

# Sets that only fill the archive: their outputs are renderings of one another.
FILLING = ("wmt20", "wmt21", "wmtgen")


# References whose statement is on file in other words, judged by reading each match (`--show`): by
# `query_key`. The test sets tell some news twice, by two agencies.
SAME = frozenset("a72c8557 2dbb7d4b 0757003d bf76174c".split())


class Query(NamedTuple):
    text: str
    reference: str
    engine: str
    language: str


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def on_file(text: str) -> bool:
    return hashlib.md5(folded(text).encode()).digest()[0] % 2 == 0


def query_key(query: Query) -> str:
    """By which a query's reference is named."""
    return hashlib.md5(folded(query.reference).encode()).hexdigest()[:8]


def collect(folder: Path, size: int) -> tuple[list[str], list[Query]]:
    """The archive's texts, and every query there is."""
    references: dict[tuple[str, str, int], str] = {}
    for row in rows(folder / "segments.jsonl.gz"):
        if row["refs"] and len(row["refs"][0].split()) >= SHORTEST:
            references[row["set"], row["lang"], row["i"]] = row["refs"][0]
    absent = {folded(text) for text in references.values() if not on_file(text)}
    texts = {folded(text): text for text in references.values() if on_file(text)}
    groups: dict[tuple[str, str], list[Query]] = defaultdict(list)
    for row in rows(folder / "outputs.jsonl.gz"):
        reference = references.get((row["set"], row["lang"], row["i"]))
        text = html.unescape(row["hyp"])
        key = folded(text)
        if reference is None or len(key.split()) < SHORTEST or not is_english(text):
            continue
        if row["set"].startswith(FILLING):
            if len(texts) < size:
                texts.setdefault(key, text)
        elif key != folded(reference) and not is_misplaced(text, reference, references, row):
            groups[row["set"], row["lang"]].append(Query(text, reference, row["engine"], row["lang"]))
    for row in rows(folder / "native.jsonl.gz"):
        if len(texts) < size and folded(row["text"]) not in absent:
            texts.setdefault(folded(row["text"]), row["text"])
    queries = [query for name in groups if lines_up(name, groups[name]) for query in groups[name]]
    return list(texts.values()), queries


def is_english(text: str) -> bool:
    """Whether the engine rendered the text at all: some hand back other scripts as they found them."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isascii() for letter in letters) > 0.8 * len(letters)


def is_misplaced(
    text: str, reference: str, references: dict[tuple[str, str, int], str], row: dict[str, Any]
) -> bool:
    """Whether an output renders another sentence than its own, as in sets that slip by a line."""
    own = token_set_ratio(text, reference)
    beside = (references.get((row["set"], row["lang"], row["i"] + step), "") for step in (-1, 1))
    return own < _UNRELATED or any(token_set_ratio(text, other) > own + _SLIPPED for other in beside)


# Neighbours that are nearer by this (of 100) are the sentence's own: names alone make less.
_SLIPPED = 20
# Two sentences of chance have this much in common; of 4,000 outputs 12 have no more with their own.
_UNRELATED = 46


def lines_up(name: tuple[str, str], queries: list[Query]) -> bool:
    """Whether outputs stand beside their own references: in some sets the order differs."""
    sample = random.Random(1).sample(queries, min(len(queries), 60))
    likeness = median(token_set_ratio(query.text, query.reference) for query in sample)
    if likeness < 50:
        print(f"{' '.join(name)}: outputs do not line up with references, left out")
    return likeness >= 50


# Engines whose output is often too poor to be taken for a quotation.
WITHOUT = "nllb,opusmt,argos"


def asked(
    queries: list[Query], count: int = 2_000, without: str = WITHOUT
) -> tuple[list[Query], list[Query]]:
    """The queries that must find their original, and three times as many that must find none."""
    left_out = tuple(without.split(","))
    kept = [query for query in queries if not query.engine.endswith(left_out)]
    random.Random(7).shuffle(kept)
    present = [query for query in kept if on_file(query.reference)]
    absent = [query for query in kept if not on_file(query.reference)]
    return present[:count], absent[: 3 * count]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--show", action="store_true", help="print false matches, to be judged")
    parser.add_argument("--fit", action="store_true", help="learn the weights of the likeness")
    parser.add_argument("--without", default=WITHOUT, help="engines left out")
    options = parser.parse_args()
    texts, queries = collect(options.folder, options.size)
    present, absent = asked(queries, options.queries, options.without)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        archive = Archive.create(Path(folder) / "archive.db", map(Original, texts))
        absent = [query for query in absent if not has_edition(archive, query)]
        print(f"{len(archive)} quotations on file, {time.perf_counter() - started:.0f} s to build")
        if options.fit:
            fit(archive, present, absent)
        else:
            report(archive, present, absent, options.show)


def has_edition(archive: Archive, query: Query) -> bool:
    """Whether the query's own reference is on file after all, in another edition.

    Test sets hold some sentences twice, slightly edited. Judged on the reference, not the query.
    """
    return any(chrf(query.reference, o.wording) > 60 for o in archive.search(query.reference, 2))


class Sample(NamedTuple):
    """The two originals nearest to a query: their signs, a row each, and which is its own."""

    part: int
    present: bool
    signs: np.ndarray
    right: np.ndarray


def samples(archive: Archive, queries: list[Query], present: bool) -> Iterator[Sample]:
    for query in queries:
        found = archive.search(query.text, 2)
        if found:
            # Renderings of one sentence stay together.
            part = hashlib.md5(query.reference.encode()).digest()[1] % PARTS
            right = [folded(match.original.text) == folded(query.reference) for match in found]
            signs = np.array([match.likeness.signs for match in found], float)
            yield Sample(part, present, signs, np.array(right, float))


PARTS = 5


def fit(archive: Archive, present: list[Query], absent: list[Query]) -> None:
    """Print weights learned from all queries, and what those learned from four parts do on the fifth."""
    rows = [*samples(archive, present, True), *samples(archive, absent, False)]
    best: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for part in range(PARTS):
        weights = regression([row for row in rows if row.part != part])
        for row in rows:
            if row.part == part:
                scores = row.signs @ weights
                best[row.present].append((float(scores.max()), bool(row.right[scores.argmax()])))
    others = sorted((score for score, _ in best[False]), reverse=True)
    for rate in (0.5, 1.0, 2.0):
        threshold = others[int(rate * len(absent) / 1000)]
        found = sum(right and score > threshold for score, right in best[True])
        print(f"{rate} false in 1,000 at {threshold:.2f}: recall {found / len(present):.3f}")
    print("weights", ", ".join(f"{weight:.4g}" for weight in regression(rows)))


def regression(rows: list[Sample], penalty: float = 1e-4) -> np.ndarray:
    """Logistic regression by Newton's method, signs scaled, the last (always one) unpenalised."""
    signs, right = np.vstack([row.signs for row in rows]), np.concatenate([row.right for row in rows])
    scale = signs.std(0)
    scale[-1] = 1.0
    scaled = signs / scale
    ridge = np.diag(np.full(len(scale), penalty * len(right)))
    ridge[-1, -1] = 0.0
    weights = np.zeros(len(scale))
    for _ in range(40):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - right) + ridge @ weights
        curve = (scaled.T * (chance * (1 - chance))) @ scaled + ridge
        weights -= np.linalg.solve(curve, slope)
    learned: np.ndarray = weights / scale
    return learned


def report(archive: Archive, present: list[Query], absent: list[Query], show: bool) -> None:
    total, right, false = Counter[str](), Counter[str](), Counter[bool]()
    times = []
    for query in present:
        started = time.perf_counter()
        match = archive.retranslated(query.text)
        times.append(time.perf_counter() - started)
        total[query.engine] += 1
        if match is not None and folded(match.original.text) == folded(query.reference):
            right[query.engine] += 1
    for query in absent:
        match = archive.retranslated(query.text)
        false[query_key(query) in SAME] += match is not None
        if show and match is not None:
            print(query_key(query), query.reference, match.original.text, sep="\n    ")
    for engine, count in total.most_common(12):
        print(f"  {engine:32} {right[engine] / count:.3f} of {count}")
    print(f"recall {right.total() / total.total():.3f} of {total.total()}")
    raw, judged = (1000 * count / len(absent) for count in (false.total(), false[False]))
    print(f"false matches per 1,000 of {len(absent)}: {raw:.2f}, less those judged the same: {judged:.2f}")
    times.sort()
    median, slow = 1000 * times[len(times) // 2], 1000 * times[int(len(times) * 0.95)]
    print(f"a look-up takes {median:.1f} ms, 95 % under {slow:.1f} ms")


if __name__ == "__main__":
    main()

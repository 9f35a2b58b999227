"""How well quotations that went through another language find their originals.

    python tests/benchmarks/match_quotations.py FOLDER [--size 100000] [--queries 2000] [--dump FILE]

FOLDER holds `segments.jsonl.gz` (set, lang, i, refs), `outputs.jsonl.gz` (set, lang, i, engine,
hyp) and `native.jsonl.gz` (text). An engine's output stands for a retranslated quotation, the
reference for its original. Half of the references, by their text, go into an archive, filled up
with other news English; outputs of that half must find their reference, outputs of the other half
(sentences of the same documents, whose own original is not on file) must find nothing. Printed:
recall by engine, false matches per 1,000, time a look-up.
"""

import argparse
import gzip
import hashlib
import json
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from rapidfuzz.fuzz import token_set_ratio

from auditor.quotations.archive import SHORTEST, Archive, Original, folded
from auditor.quotations.similarity import chrf, ter

# Sets that only fill the archive: their outputs are renderings of one another.
FILLING = ("wmt20", "wmt21", "wmtgen")


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
        key = folded(row["hyp"])
        if reference is None or len(key.split()) < SHORTEST:
            continue
        if row["set"].startswith(FILLING):
            if len(texts) < size:
                texts.setdefault(key, row["hyp"])
        elif key != folded(reference):
            groups[row["set"], row["lang"]].append(
                Query(row["hyp"], reference, row["engine"], row["lang"])
            )
    for row in rows(folder / "native.jsonl.gz"):
        if len(texts) < size and folded(row["text"]) not in absent:
            texts.setdefault(folded(row["text"]), row["text"])
    queries = [query for name in groups if lines_up(name, groups[name]) for query in groups[name]]
    return list(texts.values()), queries


def lines_up(name: tuple[str, str], queries: list[Query]) -> bool:
    """Whether outputs stand beside their own references: in some sets the order differs."""
    sample = random.Random(1).sample(queries, min(len(queries), 60))
    likeness = median(token_set_ratio(query.text, query.reference) for query in sample)
    if likeness < 50:
        print(f"{' '.join(name)}: outputs do not line up with references, left out")
    return likeness >= 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--dump", type=Path, help="write chrF and TER of every best match here")
    parser.add_argument("--without", default="nllb,opusmt,argos", help="engines left out")
    options = parser.parse_args()
    texts, queries = collect(options.folder, options.size)
    left_out = tuple(options.without.split(","))
    queries = [query for query in queries if not query.engine.endswith(left_out)]
    random.Random(7).shuffle(queries)
    present = [query for query in queries if on_file(query.reference)][: options.queries]
    absent = [query for query in queries if not on_file(query.reference)][: 3 * options.queries]
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        archive = Archive.create(Path(folder) / "archive.db", map(Original, texts))
        absent = [query for query in absent if not has_edition(archive, query)]
        print(f"{len(archive)} quotations on file, {time.perf_counter() - started:.0f} s to build")
        if options.dump:
            dump(options.dump, archive, present, absent)
        report(archive, present, absent)


def has_edition(archive: Archive, query: Query) -> bool:
    """Whether the query's own reference is on file after all, in another edition.

    Test sets hold some sentences twice, slightly edited. Judged on the reference, not the query.
    """
    return any(chrf(query.reference, o.wording) > 60 for o in archive.search(query.reference, 2))


def dump(path: Path, archive: Archive, present: list[Query], absent: list[Query]) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for kind, queries in (("present", present), ("absent", absent)):
            for query in queries:
                found = archive.search(query.text, 5)
                best = found[0] if found else None
                row = {
                    "kind": kind, "query": query.text, "reference": query.reference,
                    "engine": query.engine, "language": query.language,
                    "found": best.original.text if best else "",
                    "right": folded(best.original.text if best else "") == folded(query.reference),
                    "chrf": best.likeness.chrf if best else 0.0,
                    "ter": ter(query.text, best.wording) if best else 999.0,
                    "score": best.likeness.score if best else -99.0,
                }  # fmt: skip
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def report(archive: Archive, present: list[Query], absent: list[Query]) -> None:
    total, right, false = Counter[str](), Counter[str](), 0
    times = []
    for query in present:
        started = time.perf_counter()
        match = archive.retranslated(query.text)
        times.append(time.perf_counter() - started)
        total[query.engine] += 1
        if match is not None and folded(match.original.text) == folded(query.reference):
            right[query.engine] += 1
    for query in absent:
        false += archive.retranslated(query.text) is not None
    for engine, count in total.most_common(12):
        print(f"  {engine:32} {right[engine] / count:.3f} of {count}")
    print(f"recall {right.total() / total.total():.3f} of {total.total()}")
    print(f"false matches {1000 * false / len(absent):.2f} per 1,000 of {len(absent)}")
    times.sort()
    median, slow = 1000 * times[len(times) // 2], 1000 * times[int(len(times) * 0.95)]
    print(f"a look-up takes {median:.1f} ms, 95 % under {slow:.1f} ms")


if __name__ == "__main__":
    main()

"""Measure name linking: R@1 and open F1 by set, false links on ordinary text, pivot of a document.

    python -m tests.benchmarks.link_names FOLDER [--native FILE.jsonl.gz] [--misses]

FOLDER holds gaz_person.tsv, gaz_place.tsv (eid, en, native, nlang) and queries q_SET_LANG.tsv (eid,
en, query, lang). The gazetteer of the task is made of the folder's entities alone; the language of a
query is not told.

R@1       the right label first; ties count by their share.
open F1   entities fall into halves by the parity of md5(folded label); with one half removed, its
          queries must be rejected; the threshold is tuned with one half removed and applied with the
          other removed, and the reverse; the mean of the two.
"""

from __future__ import annotations

import argparse
import csv
import gc
import gzip
import hashlib
import json
import random
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.names.entity import Entity, Spelling
from auditor.names.gazetteer import Gazetteer, Match, compile_gazetteer
from auditor.names.tokens import fold


@dataclass(frozen=True, slots=True)
class Query:
    """A foreign spelling and the entity it means."""

    entity: str
    label: str
    text: str
    language: str
    set: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The best label for a query, its score, and what share of a tie is right."""

    score: float
    right: float
    best: str


def read_entities(path: Path, kind: str) -> list[Entity]:
    """The entities of a gazetteer table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Entity(
                id=row["eid"],
                kind=kind,
                name=row["en"],
                native=row["native"] or "",
                language=row["nlang"] or "",
                spellings=(Spelling(row["en"], "en", "preferred"),),
                countries=tuple(filter(None, [(row.get("country") or "").upper()])),
            )
            for row in rows
        ]


def read_queries(path: Path) -> list[Query]:
    """The queries of one table."""
    name = path.stem.removeprefix("q_").split("_")[0]
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Query(row["eid"], row["en"], row["query"], row["lang"], f"{name}_{row['lang']}") for row in rows
        ]


def is_train(entity: str) -> bool:
    """Seven entities in ten are learned from."""
    return int(hashlib.md5(entity.encode()).hexdigest(), 16) % 10 < 7


def parity(label: str) -> int:
    """The half an entity falls into."""
    return int(hashlib.md5(fold(label).encode()).hexdigest(), 16) & 1


def build(entities: Iterable[Entity], folder: Path, name: str) -> Gazetteer:
    """A compiled gazetteer in a scratch folder."""
    path = folder / name
    compile_gazetteer(entities, path)
    return Gazetteer.open(path)


class Judge:
    """Decides whether an answer is right: the label, or one with the same native form."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._natives: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            if entity.native:
                self._natives[fold(entity.name)].add(entity.native)

    def right(self, query: Query, entity: Entity) -> bool:
        """Whether this entity answers the query."""
        label = fold(query.label)
        return fold(entity.name) == label or (
            bool(entity.native) and entity.native in self._natives.get(label, ())
        )

    def answer(self, query: Query, matches: Sequence[Match]) -> Answer:
        """The top answer; entities of one label count once."""
        if not matches:
            return Answer(0.0, 0.0, "")
        top = [m for m in matches if abs(m.score - matches[0].score) <= 1e-9]
        labels: dict[str, bool] = {}
        for match in top:
            label = fold(match.entity.name)
            labels[label] = labels.get(label, False) or self.right(query, match.entity)
        score = sum(m.score for m in top if fold(m.entity.name) == fold(top[0].entity.name))
        return Answer(score, sum(labels.values()) / len(labels), top[0].entity.name)


Run = list[tuple[Query, Answer, bool]]  # query, answer, whether its entity is there


def f1_at(run: Run, threshold: float) -> float:
    """F1 of accepting answers at or above a threshold."""
    accepted = sum(a.score >= threshold for _, a, _ in run)
    right = sum(a.right for _, a, present in run if present and a.score >= threshold)
    present = sum(p for _, _, p in run)
    return 2 * right / max(1e-9, accepted + present)


def best_threshold(run: Run) -> float:
    """The threshold with the best F1."""
    scores = sorted({a.score for _, a, _ in run if a.score > 0}) or [0.5]
    return max(scores[:: max(1, len(scores) // 400)], key=lambda t: f1_at(run, t))


def open_f1(first: Run, second: Run) -> float:
    """Each run at the other's best threshold, averaged."""
    return (f1_at(first, best_threshold(second)) + f1_at(second, best_threshold(first))) / 2


def ask(gazetteer: Gazetteer, judge: Judge, queries: Sequence[Query]) -> list[Answer]:
    """The answers to queries, nothing rejected."""
    return [judge.answer(q, gazetteer.lookup(q.text, threshold=0.0, limit=10)) for q in queries]


def measure(kind: str, folder: Path, scratch: Path, misses: bool) -> None:
    """Print the figures of one kind of entity."""
    entities = read_entities(folder / f"gaz_{kind}.tsv", kind)
    judge = Judge(entities)
    names = ("pl",) if kind == "place" else ("cur", "ep", "anr")
    queries = [
        q
        for name in names
        for path in sorted(folder.glob(f"q_{name}_*.tsv"))
        for q in read_queries(path)
        if not (TEST and is_train(q.entity))
    ]
    start = time.process_time()
    gc.freeze()
    full = build(entities, scratch, kind)
    halves = [
        build((e for e in entities if parity(e.name) != half), scratch, f"{kind}{half}") for half in (0, 1)
    ]
    print(
        f"{kind}: {len(full)} entities, {len(queries)} queries, three gazetteers built in "
        f"{time.process_time() - start:.0f} s"
    )
    start = time.process_time()
    closed = ask(full, judge, queries)
    spent = time.process_time() - start
    print(f"  {len(queries) / spent:.0f} look-ups a CPU second")
    runs: list[Run] = [
        [
            (q, a, parity(q.label) != half)
            for q, a in zip(queries, ask(halves[half], judge, queries), strict=True)
        ]
        for half in (0, 1)
    ]
    groups: dict[str, list[int]] = defaultdict(list)
    for number, query in enumerate(queries):
        groups[query.set].append(number)
        if query.set.startswith(("cur", "ep")):
            groups["cur+ep_" + query.language].append(number)
        if query.language != "en":
            groups["all but aliases"].append(number)
    for name, numbers in sorted(groups.items()):
        recall = sum(closed[i].right for i in numbers) / len(numbers)
        f1 = open_f1([runs[0][i] for i in numbers], [runs[1][i] for i in numbers])
        print(f"  {name:18} n={len(numbers):5}  R@1 {recall:.3f}  open F1 {f1:.3f}")
    sets = [name for name in groups if name.startswith(kind[:2]) and name != "pl_en"]
    if kind == "place":
        mean = sum(
            open_f1([runs[0][i] for i in groups[s]], [runs[1][i] for i in groups[s]]) for s in sets
        ) / len(sets)
        print(f"  mean open F1 of {len(sets)} languages {mean:.3f}")
    if misses:
        for query, answer in zip(queries, closed, strict=True):
            if answer.right < 1:
                print(
                    f"    MISS {query.set} {query.text!r} is {query.label!r}, "
                    f"got {answer.best!r} {answer.score:.2f}"
                )
        open_errors(runs, groups)
    if kind == "person":
        false_links(full, judge, queries, closed, entities)


def open_errors(runs: Sequence[Run], groups: dict[str, list[int]]) -> None:
    """Print what goes wrong with half the entities removed, in the small sets."""
    for name, numbers in sorted(groups.items()):
        if not name.startswith(("cur_", "ep_")):
            continue
        for run, other in ((runs[0], runs[1]), (runs[1], runs[0])):
            threshold = best_threshold([other[i] for i in numbers])
            for i in numbers:
                query, answer, present = run[i]
                accepted = answer.score >= threshold
                if accepted and not (present and answer.right):
                    print(
                        f"    FALSE {name} {query.text!r} is {query.label!r}, took "
                        f"{answer.best!r} {answer.score:.2f} ({threshold:.2f})"
                    )
                elif present and not accepted:
                    print(
                        f"    LOST {name} {query.text!r} is {query.label!r}, had "
                        f"{answer.best!r} {answer.score:.2f} ({threshold:.2f})"
                    )


_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,4}")
NATIVE: Path | None = None
TEST = False


def holds_known(text: str, known: set[str]) -> bool:
    """Whether a sequence, or two or more of its words in a row, is a label of the gazetteer."""
    words = fold(re.sub("['’]s\\b", "", text)).split()
    return " ".join(words) in known or any(
        " ".join(words[i:j]) in known for i in range(len(words)) for j in range(i + 2, len(words) + 1)
    )


def ordinary_sequences(path: Path, known: set[str]) -> list[str]:
    """Capitalised sequences of news that no gazetteer label equals or stands in."""
    found: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            found.update(m[0] for m in _CAPITALS.finditer(text) if len(m[0]) > 2)
    return [text for text in found if not holds_known(text, known)]


def false_links(
    gazetteer: Gazetteer,
    judge: Judge,
    queries: Sequence[Query],
    closed: Sequence[Answer],
    entities: Sequence[Entity],
) -> None:
    """Recall on famous names at 1 % false links on ordinary capitalised sequences."""
    if NATIVE is None:
        return
    sequences = ordinary_sequences(NATIVE, {fold(e.name) for e in entities})
    for least in (1, 2):
        texts = [s for s in sequences if len(s.split()) >= least]
        start = time.process_time()
        found = [gazetteer.lookup(s, threshold=0.0, limit=10) for s in texts]
        spent = time.process_time() - start
        scores = sorted((sum(x.score for x in m[:1]) for m in found), reverse=True)
        threshold = max(scores[len(scores) // 100], 1e-6)
        famous = [a for q, a in zip(queries, closed, strict=True) if q.set.startswith("cur")]
        recall = sum(a.right for a in famous if a.score > threshold) / len(famous)
        print(
            f"  {len(texts)} ordinary sequences of {least} or more words: "
            f"{len(texts) / spent:.0f} a CPU second; recall on famous names at 1 % false links "
            f"{recall:.3f} (threshold {threshold:.3f}, above .5: "
            f"{sum(s > 0.5 for s in scores) / len(scores):.4f})"
        )


def pivots(folder: Path) -> None:
    """How often three foreign-spelt names tell the language they came through."""
    from auditor.names.pivots import pivot_of

    rng = random.Random(7)
    by_language: dict[str, list[Query]] = defaultdict(list)
    for path in sorted(folder.glob("q_*_*.tsv")):
        for query in read_queries(path):
            if TEST and is_train(query.entity):
                continue
            if query.language != "en" and fold(query.text) != fold(query.label):
                by_language[query.language].append(query)
    for plain in (False, True):
        right = total = 0
        parts = []
        for language, queries in sorted(by_language.items()):
            if len(queries) < 20:
                continue
            good = 0
            for _ in range(200):
                three = rng.sample(queries, 3)
                names = [(fold(q.text).title() if plain else q.text, q.label) for q in three]
                good += pivot_of(names)[0][0] == language
            parts.append(f"{language} {good / 200:.2f}")
            right += good
            total += 200
        print(
            f"pivot of three names{' without accents' if plain else ''}: "
            f"{right / total:.3f}  ({', '.join(parts)})"
        )


def main() -> None:
    """Command line."""
    global NATIVE, TEST
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--native", type=Path, help="news in English, JSON lines, gzip")
    parser.add_argument("--test", action="store_true", help="only entities not learned from")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--kinds", nargs="*", default=["person", "place", "pivot"])
    arguments = parser.parse_args()
    NATIVE, TEST = arguments.native, arguments.test
    with tempfile.TemporaryDirectory() as scratch:
        for kind in ("person", "place"):
            if kind in arguments.kinds:
                measure(kind, arguments.folder, Path(scratch), arguments.misses)
    if "pivot" in arguments.kinds:
        pivots(arguments.folder)


if __name__ == "__main__":
    main()

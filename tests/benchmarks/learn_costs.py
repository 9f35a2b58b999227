"""Learn the weights of `auditor/data/matching.json` from pairs of spellings.

    python -m tests.benchmarks.learn_costs FOLDER [--native FILE.jsonl.gz] [--part train] [--write]

Each query is a choice among the entities that its keys bring up and *none of them*. With its entity
present it should be chosen; with its entity taken out, none should (a conditional logit). Ordinary
capitalised sequences of news are queries whose answer is none. Entities, not queries, are split into
train and test (by md5 of the id); `--part all` learns from both once the test figures are known.
What a difference of sound costs between two words by themselves ("costs") stays as it is: which words
are paired, and so all features, depend on it. Rivals are all weighed, also of a name as good as sure.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from auditor.names import matching, ranking
from auditor.names.entity import Entity
from auditor.names.gazetteer import Gazetteer
from auditor.names.pivots import clusters
from auditor.names.tokens import fold, to_ascii
from tests.benchmarks import link_names

_CANDIDATES = 15
_ROUNDS = 2  # which alignment is best depends on the weights
# On entities not learned from, F1 of persons was .882 at 3e-4 and .877 at 1e-3.
_PENALTY = 3e-4
# The sets of public figures and legislators are small, and what editors meet; places are many, and
# have weights of their own. Aliases often name a person by more than the spelling tells
# ("Madeleine" for "Malala"). Ordinary sequences stand for all of running text.
_SET_WEIGHT = {"cur": 8.0, "ep": 8.0, "anr": 1.5, "pl": 1.0, "mangled": 0.1, "ordinary": 3.0}

Row = dict[str, float]
Case = tuple[list[Row], int, float]  # candidates' features, the right one or -1, weight


def features_of(found: matching.Alignment) -> Row:
    """An alignment's features, each difference in its parts."""
    row: Row = {}
    for name, value in found.features().items():
        for part in matching.parts(name):
            row[part] = row.get(part, 0.0) + value
    return row


def cases_of(
    gazetteer: Gazetteer, judge: link_names.Judge, queries: Sequence[link_names.Query]
) -> Iterator[Case]:
    """Choices with the right entity present and taken out."""
    lost: Counter[str] = Counter()
    for query in queries:
        if gazetteer.exact(query.text):
            continue
        ranked = gazetteer.rank(query.text)
        right = [judge.right(query, gazetteer._entity(form.entity)) for _, form, _ in ranked]
        rows = [features_of(found) for _, _, found in ranked]
        weight = _SET_WEIGHT[query.set.split("_")[0]] * (0.3 if query.set == "anr_en" else 1.0)
        wrong = [row for row, good in zip(rows, right, strict=True) if not good][:_CANDIDATES]
        if True in right:
            yield [rows[right.index(True)], *wrong], 0, weight
        else:
            lost[query.set.split("_")[0]] += 1
        if wrong:
            yield wrong, -1, weight
    print("  not brought up:", dict(lost), "of", len(queries))


def ordinary_cases(gazetteer: Gazetteer, texts: Sequence[str]) -> Iterator[Case]:
    """Choices whose answer is none."""
    for text in texts:
        rows = [features_of(found) for _, _, found in gazetteer.rank(text)[:_CANDIDATES]]
        if rows:
            yield rows, -1, _SET_WEIGHT["ordinary"]


# What engines do to a name they do not know: letters in, letters out, a few at a time.
_MANGLES = (
    ("kh", "k"),
    ("kh", "c"),
    ("kh", "ch"),
    ("sh", "s"),
    ("sh", "sch"),
    ("zh", "z"),
    ("q", "k"),
    ("k", "c"),
    ("gh", "g"),
    ("th", "t"),
    ("t", "th"),
    ("j", "g"),
    ("z", "s"),
    ("w", "v"),
    ("v", "w"),
    ("y", "i"),
    ("h", ""),
    ("a", "o"),
    ("a", "e"),
    ("e", "i"),
    ("i", "e"),
    ("o", "u"),
    ("u", "o"),
    ("ei", "i"),
    ("ou", "u"),
    ("n", "nn"),
    ("l", "ll"),
    ("ll", "l"),
    ("ss", "s"),
    ("mm", "m"),
)


def mangled(entities: Sequence[Entity], count: int, train: bool) -> list[link_names.Query]:
    """Names of the gazetteer as an engine might mangle them, two or three changes in each."""
    rng = random.Random(11)
    chosen = rng.sample([e for e in entities if not train or link_names.is_train(e.id)], count)
    queries = []
    for entity in chosen:
        text = entity.name.lower()
        able = [pair for pair in _MANGLES if pair[0] in text]
        for old, new in rng.sample(able, min(len(able), rng.choice((2, 2, 3)))):
            text = text.replace(old, new, 1)
        if fold(text) != fold(entity.name):
            queries.append(link_names.Query(entity.id, entity.name, text.title(), "engine", "mangled_engine"))
    return queries


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of a conditional logit with a null choice, by Adam on the whole set."""
    counts = Counter(name for rows, _, _ in cases for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= 5)
    number = {name: i for i, name in enumerate(names)}
    columns, values, owners, groups, chosen = [], [], [], [], []
    weights_ = []
    row_number = 0
    for group, (rows, right, weight) in enumerate(cases):
        chosen.append(row_number + right if right >= 0 else -1)
        weights_.append(weight)
        for row in rows:
            for name, value in row.items():
                if name in number:
                    columns.append(number[name])
                    values.append(value)
                    owners.append(row_number)
            groups.append(group)
            row_number += 1
    col, val = np.array(columns), np.array(values)
    own, grp = np.array(owners), np.array(groups)
    cho, wei = np.array(chosen), np.array(weights_) / np.mean(weights_)
    target = np.zeros(row_number)
    target[cho[cho >= 0]] = 1.0
    w = np.zeros(len(names))
    m, v = np.zeros_like(w), np.zeros_like(w)
    penalty = np.full(len(names), _PENALTY)
    loss = 0.0
    for step in range(1, 601):
        z = np.bincount(own, w[col] * val, minlength=row_number)
        top = np.maximum(0.0, _group_max(z, grp, len(cases)))
        e = np.exp(z - top[grp])
        total = np.bincount(grp, e, minlength=len(cases)) + np.exp(-top)
        p = e / total[grp]
        gradient_z = (p - target) * wei[grp]
        gradient = np.bincount(col, gradient_z[own] * val, minlength=len(names)) / len(cases)
        gradient += penalty * w
        m = 0.9 * m + 0.1 * gradient
        v = 0.999 * v + 0.001 * gradient**2
        rate = 0.05 if step < 400 else 0.01
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
        if step % 200 == 0:
            right = np.where(cho >= 0, p[cho], np.exp(-top) / total)
            loss = float(-(np.log(np.maximum(right, 1e-12)) * wei).mean())
    print(f"  {len(cases)} choices, {len(names)} features, loss {loss:.4f}")
    return {name: round(float(x), 3) for name, x in zip(names, w, strict=True) if abs(x) >= 5e-4}


def _group_max(z: Any, groups: Any, count: int) -> Any:
    top = np.full(count, -np.inf)
    np.maximum.at(top, groups, z)
    return top


def halfway(standing: dict[str, float], learned: dict[str, float]) -> dict[str, float]:
    """The mean of the weights that stood before and those learned, which errs less than either alone.

    What was not weighed before takes the weight that was learned.
    """
    return {
        name: round((standing.get(name, 0.0) + learned.get(name, 0.0)) / 2, 3)
        if name in standing
        else learned[name]
        for name in sorted({*standing, *learned})
    }


def use(weights: dict[str, float]) -> None:
    """Make matching use these weights from now on."""
    known = matching.weights()
    known.clear()
    known.update(weights)
    matching.forget()


def learn_pivots(folder: Path, part: str) -> dict[str, dict[str, float]]:
    """Log ratios of clusters of letters by convention: a softmax over pieces of names."""
    texts: list[tuple[str, str]] = []
    for path in sorted(folder.glob("q_*_*.tsv")):
        for query in link_names.read_queries(path):
            if query.language == "en" or (part == "train" and not link_names.is_train(query.entity)):
                continue
            if fold(query.text) != fold(query.label):
                texts += [(query.text, query.language), (to_ascii(query.text), query.language)]
                texts.append((query.label, "en"))
    codes = sorted(c for c, n in Counter(c for _, c in texts).items() if n >= 100)
    texts = [(t, c) for t, c in texts if c in codes]
    counts = Counter(piece for text, _ in texts for piece in set(clusters(text)))
    names = sorted(piece for piece, n in counts.items() if n >= 12)
    number = {piece: i for i, piece in enumerate(names)}
    sizes = Counter(code for _, code in texts)
    rows, cols, labels, weight = [], [], [], []
    for row, (text, code) in enumerate(texts):
        for piece in clusters(text):
            if piece in number:
                rows.append(row)
                cols.append(number[piece])
        labels.append(codes.index(code))
        weight.append(len(texts) / len(codes) / sizes[code])
    r, c, y = np.array(rows), np.array(cols), np.array(labels)
    wt = np.array(weight)[:, None]
    w, m, v = (np.zeros((len(names), len(codes))) for _ in range(3))
    hot = np.eye(len(codes))[y]
    for step in range(1, 301):
        z = np.stack([np.bincount(r, w[c, k], minlength=len(texts)) for k in range(len(codes))], 1)
        p = np.exp(z - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        g = (p - hot) * wt / len(texts)
        gradient = (
            np.stack([np.bincount(c, g[r, k], minlength=len(names)) for k in range(len(codes))], 1) + 2e-4 * w
        )
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w -= 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    print(f"  pivots: {len(texts)} names, {len(names)} clusters, {codes}")
    w -= w[:, [codes.index("en")]]
    return {
        piece: ratios
        for i, piece in enumerate(names)
        if (ratios := {k: round(float(x), 2) for k, x in zip(codes, w[i], strict=True) if abs(x) >= 0.05})
    }


def write_pivots(table: dict[str, dict[str, float]]) -> None:
    """One cluster a line, sorted."""
    lines = [
        f"{json.dumps(piece, ensure_ascii=False)}: {json.dumps(ratios)}"
        for piece, ratios in sorted(table.items())
    ]
    path = Path(matching.__file__).parents[1] / "data" / "matching.pivots.json"
    path.write_text('{"clusters": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--native", type=Path)
    parser.add_argument("--part", choices=["train", "all"], default="train")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--pivots", action="store_true", help="learn clusters of letters only")
    arguments = parser.parse_args()
    if arguments.pivots:
        write_pivots(learn_pivots(arguments.folder, arguments.part))
        return
    weights: dict[str, float] = {}
    standing = dict(matching.weights())
    ranking._SETTLED = float("inf")
    with tempfile.TemporaryDirectory() as scratch:
        built = {}
        for kind in ("person", "place"):
            entities = link_names.read_entities(arguments.folder / f"gaz_{kind}.tsv", kind)
            built[kind] = (
                link_names.build(entities, Path(scratch), kind),
                link_names.Judge(entities),
                entities,
            )
        for round_ in range(_ROUNDS):
            cases: list[Case] = []
            for kind, sets in (("person", ("cur", "ep", "anr")), ("place", ("pl",))):
                gazetteer, judge, entities = built[kind]
                gazetteer = Gazetteer.open(gazetteer._index.path)
                queries = [
                    q
                    for name in sets
                    for path in sorted(arguments.folder.glob(f"q_{name}_*.tsv"))
                    for q in link_names.read_queries(path)
                    if arguments.part == "all" or link_names.is_train(q.entity)
                ]
                queries += mangled(entities, 1200, arguments.part == "train")
                cases += cases_of(gazetteer, judge, queries)
                if arguments.native:
                    known = {fold(e.name) for e in entities}
                    texts = link_names.ordinary_sequences(arguments.native, known)
                    random.Random(3).shuffle(texts)
                    half = texts[: len(texts) // 2] if arguments.part == "train" else texts
                    cases += ordinary_cases(gazetteer, half[:2500])
            weights = fit(cases)
            # Few pairs teach what one given name in two languages is worth: it never speaks for a match.
            weights["namesake"] = min(weights.get("namesake", 0.0), 0.0)
            use(weights)
            print(f"round {round_ + 1} done")
    if arguments.write:
        path = Path(matching.__file__).parents[1] / "data" / "matching.json"
        tables = {"costs": matching.costs(), "weights": halfway(standing, weights)}
        text = json.dumps(tables, indent=0)
        path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

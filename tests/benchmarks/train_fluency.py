"""Learn how translated English reads, and prove it on text that nothing was learned from.

    python -m tests.benchmarks.train_fluency FOLDER [--models MODELS] [--sample N]

FOLDER has the layout of `tests/benchmarks/README.md`. Written to the package's data:
`fluency.pieces.model` (sentencepiece, unigram) and `fluency.weights`. With MODELS, each fold of
`articles.FOLDS` also gets weights of its own, learned without its years, languages and engines
(MODELS/<fold>) or without its years and engines only (MODELS/<fold>-years); what they say of the
fold's articles is printed: AUC, the share caught at 1 % false alarms, by kind and native source.
"""

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import roc_auc_score

from auditor.fluency import model
from auditor.fluency.masking import FIGURE, NAME, masked
from auditor.language.names import LANGUAGES
from tests.benchmarks.articles import FOLDS, Article, articles, rows

DATA = Path(__file__).parents[2] / "auditor" / "data"
PIECES = 8000
# How many stretches each (set, language, engine) gives: FLORES has the same thousand sentences in
# sixty languages.
CAPS = {"flores": 12, "engine": 30, "human": 120, "native": 10**6}
KEPT = 40_000  # n-grams in the shipped model


def learn_pieces(folder: Path, out: Path, size: int = 120_000) -> None:
    """Train the pieces on native news, human translations and engine output, masked."""
    draw = random.Random(1)
    texts = [row["text"] for row in rows(folder, "native")]
    texts += [row["refs"][0] for row in rows(folder, "segments") if row["origin"] == "translated"]
    texts += [row["hyp"] for row in rows(folder, "outputs") if draw.random() < 0.15]
    draw.shuffle(texts)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(f"{masked(text)}\n" for text in texts[:size])
        file.flush()
        sentencepiece.SentencePieceTrainer.train(
            input=file.name, model_prefix=str(out / "fluency.pieces"), vocab_size=PIECES,
            model_type="unigram", user_defined_symbols=[NAME, FIGURE], character_coverage=0.9995,
            byte_fallback=False, num_threads=1, minloglevel=2,
        )  # fmt: skip
    (out / "fluency.pieces.vocab").unlink()


def sampled(folder: Path) -> list[Article]:
    """Stretches of all kinds, so many of each set, language and engine."""
    groups: defaultdict[tuple[str, str, str, str], list[Article]] = defaultdict(list)
    for article in articles(folder, model.STRETCH):
        groups[article.kind, article.set, article.lang, article.source].append(article)
    draw = random.Random(1)
    chosen: list[Article] = []
    for (kind, name, _, _), found in sorted(groups.items()):
        cap = CAPS["flores" if name == "flores-dev" and kind == "engine" else kind]
        chosen += found if len(found) <= cap else draw.sample(found, cap)
    return chosen


def matrix(found: Sequence[set[int]], columns: dict[int, int]) -> csr_matrix:
    """A row for each stretch, of length one."""
    places, starts, values = [], [0], []
    for keys in found:
        known = [columns[key] for key in keys if key in columns]
        places += known
        values += [1 / np.sqrt(len(known) or 1)] * len(known)
        starts.append(len(places))
    return csr_matrix((values, places, starts), (len(found), len(columns)), dtype=np.float32)


def columns_of(
    found: Sequence[set[int]], groups: Sequence[tuple[str, str]], least: int = 12
) -> dict[int, int]:
    """N-grams of at least so many stretches from at least three sets or languages."""
    counts: Counter[int] = Counter()
    where: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for keys in found:
        counts.update(keys)
    frequent = {key for key, count in counts.items() if count >= least}
    for keys, group in zip(found, groups, strict=True):
        for key in keys & frequent:
            if len(where[key]) < 3:
                where[key].add(group)
    return {key: at for at, key in enumerate(sorted(k for k in frequent if len(where[k]) > 2))}


def fit(x: csr_matrix, chosen: Sequence[Article]) -> LogisticRegression:
    """Translated against written in English, each native source and language weighing alike."""
    y = np.array([article.kind != "native" for article in chosen])
    groups = Counter((article.kind, article.lang, article.set) for article in chosen)
    weight = np.array([groups[a.kind, a.lang, a.set] ** -0.5 for a in chosen])
    for side in (True, False):
        weight[y == side] /= weight[y == side].sum() / 5000
    return LogisticRegression(C=30.0, max_iter=300, solver="liblinear").fit(x, y, weight)


def keep(out: Path, found: Sequence[set[int]], chosen: Sequence[Article]) -> None:
    """Fit twice, the second time on the n-grams that weighed most, and write the weights."""
    columns = columns_of(found, [(a.set, a.lang) for a in chosen])
    x = matrix(found, columns)
    first = fit(x, chosen)
    power = np.abs(first.coef_[0]) * np.sqrt(np.asarray(x.sum(axis=0)).ravel())
    best = set(np.argsort(-power)[:KEPT].tolist())
    keys = [key for key, at in columns.items() if at in best]
    x = matrix(found, {key: at for at, key in enumerate(keys)})
    binary = fit(x, chosen)
    rows_, intercepts = {"translated": binary.coef_[0].tolist()}, {"translated": float(binary.intercept_[0])}
    told = [at for at, a in enumerate(chosen) if a.lang in LANGUAGES]
    which = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=8, tol=None, average=True,
                          class_weight="balanced", random_state=1)  # fmt: skip
    which.fit(x[told], [chosen[at].lang for at in told])
    for row, language in enumerate(which.classes_):
        rows_[str(language)] = which.coef_[row].tolist()
        intercepts[str(language)] = float(which.intercept_[row])
    out.mkdir(parents=True, exist_ok=True)
    model.write_weights(out / "fluency.weights", keys, rows_, intercepts)


def validate(folder: Path, models: Path, chosen: Sequence[Article], found: Sequence[set[int]]) -> None:
    """Learn each fold's weights without it and measure on it."""
    longer = list(articles(folder, 150))
    draw = random.Random(2)
    for name, fold in FOLDS.items():
        for suffix, test in (("", fold.is_near), ("-years", fold.is_year)):
            kept = [at for at, a in enumerate(chosen) if not test(a)]
            keep(models / f"{name}{suffix}", [found[at] for at in kept], [chosen[at] for at in kept])
        model.DATA = models / name
        model.weights.cache_clear()
        held = [a for a in longer if fold.is_held_out(a)]
        native = [a for a in held if a.kind == "native"]
        others = [a for a in held if a.kind != "native"]
        others = draw.sample(others, min(len(others), 600))
        scores = {id(a): model.read(a.sentences).score for a in [*native, *others]}
        report(name, native, others, scores)
    model.DATA = DATA
    model.weights.cache_clear()


def report(name: str, native: list[Article], others: list[Article], scores: dict[int, float]) -> None:
    inside = [scores[id(a)] for a in native]
    cut = float(np.quantile(inside, 0.99))
    for kind in ("engine", "human"):
        outside = [scores[id(a)] for a in others if a.kind == kind]
        if outside:
            auc = roc_auc_score([0] * len(inside) + [1] * len(outside), inside + outside)
            caught = np.mean(np.array(outside) > cut)
            print(f"{name:8} {kind:7} n {len(inside)}/{len(outside)} AUC {auc:.3f} "
                  f"caught at 1 % {caught:.2f} mean {np.mean(outside):+.2f}")  # fmt: skip
    by_source: defaultdict[str, list[float]] = defaultdict(list)
    for a in native:
        by_source[a.source].append(scores[id(a)])
    for source, values in by_source.items():
        print(f"   {source:36} above 0: {np.mean(np.array(values) > 0):.3f} mean {np.mean(values):+.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--pieces", action="store_true", help="train the pieces anew")
    options = parser.parse_args()
    if options.pieces or not (DATA / "fluency.pieces.model").exists():
        learn_pieces(options.folder, DATA)
    chosen = sampled(options.folder)
    print(Counter(a.kind for a in chosen), "stretches", flush=True)
    model.processor()
    found = [model.features(a.sentences) for a in chosen]
    if options.models:
        validate(options.folder, options.models, chosen, found)
    keep(DATA, found, chosen)
    print("model of", (DATA / "fluency.weights").stat().st_size, "bytes")


if __name__ == "__main__":
    main()

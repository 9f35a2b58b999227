"""Learn how translated English reads, and prove it on text that nothing was learned from.

    python -m tests.benchmarks.train_fluency FOLDER [--models MODELS] [--sample N]

FOLDER has the layout of `tests/benchmarks/README.md`. Written to the package's data:
`fluency.pieces.model` (sentencepiece, unigram) and `fluency.weights`: two linear models, of
n-grams of pieces and of runs of classes. With MODELS, each fold of `articles.FOLDS` also
gets weights of its own, learned without its years, languages and engines (MODELS/<fold>) or
without its years and engines only (MODELS/<fold>-years); what they say of the fold's articles is
printed: AUC, the share caught at 1 % false alarms, by kind and native source, for each model and
the mixture; and the mixture fitted on all folds, which `model.MIX` keeps. Pieces and classes of
words are learned once, from all text, without a look at what is translated.
"""

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece
from scipy.sparse import csr_matrix
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import roc_auc_score

from auditor.fluency import classes, model
from auditor.fluency.masking import FIGURE, NAME, masked
from auditor.language.names import LANGUAGES
from tests.benchmarks.articles import FOLDS, Article, articles, rows

DATA = Path(__file__).parents[2] / "auditor" / "data"
PIECES = 8000
# How many stretches each (set, language, engine) gives: FLORES has the same thousand sentences in
# sixty languages.
CAPS = {"flores": 12, "engine": 45, "human": 120, "native": 10**6}
KEPT = 40_000  # n-grams in the shipped model
KEPT_RUNS = 30_000  # runs of classes


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


# The keys of what a stretch holds, each once.
Keys = np.ndarray[tuple[int], np.dtype[np.int64]]


def matrix(found: Sequence[Keys], columns: Keys) -> csr_matrix:
    """A row for each stretch, of length one; `columns` are the keys that count, in order."""
    starts, places = [0], []
    for keys in found:
        at = np.searchsorted(columns, keys)
        at[at == len(columns)] = 0
        places.append(at[columns[at] == keys])
        starts.append(starts[-1] + len(places[-1]))
    values = np.concatenate([np.full(len(at), len(at) ** -0.5) for at in places if len(at)])
    shape = (len(found), len(columns))
    return csr_matrix((values.astype(np.float32), np.concatenate(places), starts), shape)


def columns_of(found: Sequence[Keys], groups: Sequence[tuple[str, str]], least: int = 12) -> Keys:
    """N-grams of at least so many stretches from at least three sets or languages."""
    known, counts = np.unique(np.concatenate(found), return_counts=True)
    frequent = known[counts >= least]
    together: defaultdict[tuple[str, str], list[Keys]] = defaultdict(list)
    for keys, group in zip(found, groups, strict=True):
        together[group].append(keys)
    where = np.zeros(len(frequent), dtype=np.int32)
    for parts in together.values():
        where += np.isin(frequent, np.concatenate(parts))
    return frequent[where > 2]


def sides(chosen: Sequence[Article]) -> tuple[np.ndarray, np.ndarray]:
    """Which are translated, and weights by which each native source and language weighs alike."""
    y = np.array([article.kind != "native" for article in chosen])
    groups = Counter((article.kind, article.lang, article.set) for article in chosen)
    weight = np.array([groups[a.kind, a.lang, a.set] ** -0.5 for a in chosen])
    for side in (True, False):
        weight[y == side] /= weight[y == side].sum() / 5000
    return y, weight


def fit(x: csr_matrix, chosen: Sequence[Article], tolerance: float = 1e-3) -> LogisticRegression:
    """Translated against written in English.

    C: with 30 the held-out folds gave AUC .925 and .49 caught, with 5 .928 and .50.
    """
    return LogisticRegression(C=5.0, solver="liblinear", tol=tolerance).fit(x, *sides(chosen))


@dataclass(frozen=True)
class Seen:
    """A stretch and what the models see of it."""

    article: Article
    grams: Keys
    runs: Keys


# Words met less often say too little of where they stand.
LEAST = 16
# Where a word stands is told by the commonest words one and two places before and after it.
NEIGHBOURS, PLACES = 2000, (-1, 1, -2, 2)


def grouped(texts: Iterable[str]) -> list[list[str]]:
    """The words of each class: the commonest alone, then those that stand alike in sentences.

    Masked sentences go in. Where a word stands is weighed by pointwise mutual information, cut to
    60 dimensions, and parted by k-means.
    """
    sentences = [["", *text.split(), ""] for text in texts]
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in counts.most_common() if count >= LEAST]
    number = {word: at for at, word in enumerate(words)}
    rows_, columns = [], []
    for sentence in sentences:
        numbers = [number.get(word, -1) for word in sentence]
        for at, word in enumerate(numbers):
            for place, step in enumerate(PLACES if word >= 0 else ()):
                if 0 <= at + step < len(numbers) and 0 <= numbers[at + step] < NEIGHBOURS:
                    rows_.append(word)
                    columns.append(place * NEIGHBOURS + numbers[at + step])
    shape = (len(words), len(PLACES) * NEIGHBOURS)
    met = csr_matrix((np.ones(len(rows_), dtype=np.float32), (rows_, columns)), shape).tocoo()
    met.sum_duplicates()
    by_word, by_place = (np.asarray(met.sum(axis=axis)).ravel() for axis in (1, 0))
    # To the power of 3/4, lest rare neighbours weigh most.
    usual = by_word[met.row] * by_place[met.col] ** 0.75 * by_place.sum() ** 0.25
    values = np.maximum(np.log(met.data * met.data.sum() / usual), 0)
    where = csr_matrix((values, (met.row, met.col)), shape)
    where = TruncatedSVD(60, random_state=1, n_iter=4).fit_transform(where)
    where /= np.linalg.norm(where, axis=1, keepdims=True) + 1e-9
    weight = np.sqrt([counts[word] for word in words])
    means = MiniBatchKMeans(classes.GROUPS, random_state=1, batch_size=2000, n_init=2, max_iter=60)
    labels = means.fit(where, sample_weight=weight).labels_
    alone = [word for word in words if word][: classes.COMMON]
    groups: list[list[str]] = [[] for _ in range(classes.GROUPS)]
    for text, label in zip(words, labels, strict=True):
        if text and text not in alone:
            groups[label].append(text)
    return [[word] for word in alone] + groups


def sample(folder: Path, chosen: Sequence[Article]) -> Iterator[str]:
    """Masked sentences to learn classes of words from: all stretches, and more engine output."""
    for article in chosen:
        yield from map(masked, article.split)
    draw = random.Random(5)
    yield from (masked(row["hyp"]) for row in rows(folder, "outputs") if draw.random() < 0.12)


def seen(chosen: Sequence[Article], groups: Sequence[Sequence[str]]) -> Iterator[Seen]:
    """Each stretch as the models see it."""
    reader = model.Reader(classes.classifier(groups))
    for article in chosen:
        grams, runs = (np.fromiter(keys, dtype=np.int64) for keys in reader.read(article.split))
        yield Seen(article, grams, runs)


def heaviest(found: Sequence[Keys], chosen: Sequence[Article], size: int) -> tuple[list[int], csr_matrix]:
    """The n-grams that weigh most, with their matrix."""
    columns = columns_of(found, [(a.set, a.lang) for a in chosen])
    x = matrix(found, columns)
    power = np.abs(fit(x, chosen, 0.02).coef_[0]) * np.sqrt(np.asarray(x.sum(axis=0)).ravel())
    keys = columns[np.sort(np.argsort(-power)[:size])]
    return keys.tolist(), matrix(found, keys)


def keep(out: Path, found: Sequence[Seen], groups: Sequence[Sequence[str]]) -> None:
    """Fit the models, twice those that choose among n-grams, and write the weights."""
    chosen = [one.article for one in found]
    keys, x = heaviest([one.grams for one in found], chosen, KEPT)
    binary = fit(x, chosen)
    rows_ = {"translated": binary.coef_[0].tolist()}
    intercepts = {"translated": float(binary.intercept_[0])}
    for language, row, intercept in languages(x, chosen):
        rows_[language], intercepts[language] = row, intercept
    run_keys, x = heaviest([one.runs for one in found], chosen, KEPT_RUNS)
    built = fit(x, chosen)
    runs = model.Part(
        run_keys, {"translated": built.coef_[0].tolist()}, {"translated": float(built.intercept_[0])}
    )
    out.mkdir(parents=True, exist_ok=True)
    path = out / "fluency.weights"
    model.write_weights(path, model.Part(keys, rows_, intercepts), runs, groups)


def languages(x: csr_matrix, chosen: Sequence[Article]) -> Iterator[tuple[str, list[float], float]]:
    """Weights and intercept of each language."""
    told = [at for at, a in enumerate(chosen) if a.lang in LANGUAGES]
    which = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=8, tol=None, average=True,
                          class_weight="balanced", random_state=1)  # fmt: skip
    which.fit(x[told], [chosen[at].lang for at in told])
    for row, language in enumerate(which.classes_):
        yield str(language), which.coef_[row].tolist(), float(which.intercept_[row])


def validate(folder: Path, models: Path, found: Sequence[Seen], groups: Sequence[Sequence[str]]) -> None:
    """Learn each fold's weights without it and measure on it."""
    longer = list(articles(folder, 150))
    draw = random.Random(2)
    held: list[tuple[str, Article, tuple[float, ...]]] = []
    for name, fold in FOLDS.items():
        for suffix, test in (("", fold.is_near), ("-years", fold.is_year)):
            keep(models / f"{name}{suffix}", [one for one in found if not test(one.article)], groups)
        model.DATA = models / name
        model.weights.cache_clear()
        inside = [a for a in longer if fold.is_held_out(a)]
        native = [a for a in inside if a.kind == "native"]
        others = [a for a in inside if a.kind != "native"]
        for a in [*native, *draw.sample(others, min(len(others), 600))]:
            held.append((name, a, model.said(a.split)))
        print(name, "learned", flush=True)
    model.DATA = DATA
    model.weights.cache_clear()
    news = [(a, said) for name, a, said in held if name != "flores"]
    y = [a.kind != "native" for a, _ in news]
    mixed = LogisticRegression(C=10.0, class_weight="balanced").fit([said for _, said in news], y)
    print("mixture", mixed.coef_[0].round(3), mixed.intercept_.round(3))
    alone = {"pieces": (1, 0), "classes": (0, 1), "all": model.MIX}
    for label, shares in alone.items():
        print(label)
        for name in FOLDS:
            scores = {id(a): float(np.dot(shares, said)) for fold_, a, said in held if fold_ == name}
            kept = [a for fold_, a, _ in held if fold_ == name]
            native, others = ([a for a in kept if (a.kind == "native") is side] for side in (True, False))
            report(name, native, others, scores, sources=label == "all")


def report(
    name: str, native: list[Article], others: list[Article], scores: dict[int, float], *, sources: bool
) -> None:
    inside = [scores[id(a)] for a in native]
    cut = float(np.quantile(inside, 0.99))
    for kind in ("engine", "human"):
        outside = [scores[id(a)] for a in others if a.kind == kind]
        if outside:
            auc = roc_auc_score([0] * len(inside) + [1] * len(outside), inside + outside)
            caught = np.mean(np.array(outside) > cut)
            print(f"{name:8} {kind:7} n {len(inside)}/{len(outside)} AUC {auc:.3f} "
                  f"caught at 1 % {caught:.2f} mean {np.mean(outside):+.2f}")  # fmt: skip
    if not sources:
        return
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
    groups = grouped(sample(options.folder, chosen))
    found = list(seen(chosen, groups))
    keep(DATA, found, groups)
    print("models of", (DATA / "fluency.weights").stat().st_size, "bytes", flush=True)
    if options.models:
        validate(options.folder, options.models, found, groups)


if __name__ == "__main__":
    main()

"""Learn which words are English, and what words of other languages look like.

    python -m tests.benchmarks.train_vocabulary FOLDER [OUT] [--without SETS] [--words FILE]

FOLDER holds `native.jsonl.gz`, `segments.jsonl.gz` and `outputs.jsonl.gz` (see
`tests/benchmarks/README.md`). Written to OUT (by default the package's data): `vocabulary.txt`,
the lower-case words of English news, `vocabulary.common.txt`, the commonest of them with how many
of a hundred sentences hold each, and `vocabulary.letters`, weights of letter n-grams.
`--words` adds the words of a list, one a line, as symspellpy's `frequency_dictionary_en_82_765.txt`
(MIT), less those that are common in another language. `--without wmt17,flores` leaves out every set
and native source of these names, so that a measure can be taken on text that nothing was learned
from.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from anyascii import anyascii
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from auditor.language.identification import BUCKETS, LATIN, ngram_buckets, write_letters
from auditor.language.words import words_of

DATA = Path(__file__).parents[2] / "auditor" / "data"
WORD = re.compile(r"[^\W\d_]+")
# Languages of other scripts whose words, romanised, teach what transliterated leftovers look like.
ROMANISED = {"ru", "uk", "bg", "el", "hi", "ja", "mk"}
SOUTH_SLAVIC = {"hr": "sh", "bs": "sh"}


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def is_left_out(name: str, without: list[str]) -> bool:
    """Whether a set (wmt17, wmtgen21) or a source (newstest2017 …) is one of those left out."""
    year = re.search(r"(?:newstest20|wmt(?:gen)?)(\d\d)", name)
    return any(part in name or (year and part == f"wmt{year[1]}") for part in without)


def lower_words(text: str) -> set[str]:
    return {word for word in WORD.findall(text) if word.islower() and len(word) > 1}


def english_words(folder: Path, without: list[str]) -> Counter[str]:
    """Lower-case words of English text with how many sentences hold them.

    What people wrote counts in full. An engine's output counts where the word comes out of at
    least four source languages: what one language leaves untranslated comes out of one or two.
    """
    written: Counter[str] = Counter()
    seen: set[str] = set()
    for row in rows(folder, "native"):
        if not is_left_out(row["source"], without):
            written.update(lower_words(row["text"]))
            seen.add(row["text"])
    for row in rows(folder, "segments"):
        if not is_left_out(row["set"], without):
            for text in row["refs"]:
                if text not in seen:
                    written.update(lower_words(text))
                    seen.add(text)
    engines: defaultdict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for row in rows(folder, "outputs"):
        if not is_left_out(row["set"], without):
            for word in lower_words(row["hyp"]):
                engines[word].add(row["lang"])
                counts[word] += 1
    known = Counter[str]()
    for word in written.keys() | engines.keys():
        languages = len(engines[word])
        if word.isascii() and (written[word] > 1 or (written[word] and languages) or languages > 2):
            known[word] = written[word] + counts[word]
        elif not word.isascii() and written[word] > 1 and languages > 3:
            known[word] = written[word]  # café, naïve
    return known


# A word that fewer of a hundred sentences hold is as good as any other to find a phrase by.
RARE = 0.05


def common_words(folder: Path, without: list[str]) -> list[tuple[str, float]]:
    """The commonest words of news written in English, in any case, and in how many of 100 sentences."""
    found: Counter[str] = Counter()
    sentences = 0
    for row in rows(folder, "native"):
        if not is_left_out(row["source"], without):
            found.update(set(words_of(row["text"])))
            sentences += 1
    shares = [(word, 100 * count / sentences) for word, count in found.items()]
    return sorted((pair for pair in shares if pair[1] >= RARE), key=lambda pair: (-pair[1], pair[0]))


def foreign_words(folder: Path, without: list[str]) -> dict[str, Counter[str]]:
    """Words of each language's own text, those of some other scripts romanised."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(folder, "segments"):
        language = SOUTH_SLAVIC.get(row["lang"], row["lang"])
        if is_left_out(row["set"], without) or language == "sr":
            continue
        text = row["src"]
        if language in ROMANISED:
            text = anyascii(text)
        elif not re.search("[a-z]", text) or re.search("[\u0370-\u1dff\u2e80-\uffff]", text):
            continue
        found[language].update(word for word in WORD.findall(text) if word.islower())
    return found


def listed_words(path: Path, foreign: dict[str, Counter[str]]) -> set[str]:
    """The words of a list, less those that are short and common in some other language."""
    common = {w for counter in foreign.values() for w, n in counter.items() if n > 25 or len(w) < 4}
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    words = {line.split()[0].lower() for line in lines if line.strip()}
    return {word for word in words if len(word) > 1 and word.isalpha()} - common


def matrix(words: list[str]) -> csr_matrix:
    indices: list[int] = []
    starts = [0]
    for word in words:
        indices.extend(ngram_buckets(word))
        starts.append(len(indices))
    return csr_matrix((np.ones(len(indices), np.float32), indices, starts), (len(words), BUCKETS))


def learn_foreignness(english: Counter[str], foreign: dict[str, Counter[str]]) -> np.ndarray:
    """Weights of letter n-grams for `not English` (log-odds), by types of words."""
    draw = random.Random(1)
    inside = [word for word in english if len(word) > 2 and word.isascii()]
    outside: set[str] = set()
    for counter in foreign.values():
        words = [word for word in counter if len(word) > 2 and word not in english]
        chosen = draw.sample(sorted(words), min(len(words), 6000))
        # Leftovers lose their accents on the way as often as not.
        outside.update(anyascii(w) if draw.random() < 0.25 else w for w in chosen)
    outside.difference_update(english)
    away = sorted(outside)
    target = np.r_[np.zeros(len(inside)), np.ones(len(away))]
    model = SGDClassifier(loss="log_loss", alpha=3e-6, max_iter=12, tol=None, average=True,
                          class_weight="balanced", random_state=1)  # fmt: skip
    model.fit(matrix(inside + away), target)
    return np.array([*model.coef_[0], model.intercept_[0]])


def learn_languages(english: Counter[str], foreign: dict[str, Counter[str]]) -> np.ndarray:
    """Log-probabilities of letter n-grams by language: a row for each of LATIN."""
    table = np.zeros((len(LATIN), BUCKETS))
    for row, language in enumerate(LATIN):
        counter = english if language == "en" else foreign.get(language, Counter())
        total = sum(counter.values()) or 1
        for word, count in counter.items():
            table[row, ngram_buckets(word)] += 1e5 * count / total
    table += 0.5
    shares: np.ndarray = table / table.sum(axis=1, keepdims=True)
    logs: np.ndarray = np.log(shares)
    return logs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=DATA)
    parser.add_argument("--without", default="")
    parser.add_argument("--words", type=Path)
    options = parser.parse_args()
    without = [part for part in options.without.split(",") if part]
    english = english_words(options.folder, without)
    foreign = foreign_words(options.folder, without)
    if options.words:
        english.update(dict.fromkeys(listed_words(options.words, foreign) - english.keys(), 1))
    options.out.mkdir(parents=True, exist_ok=True)
    listed = "\n".join(sorted(english))
    (options.out / "vocabulary.txt").write_text(listed + "\n", encoding="utf-8")
    common = "".join(f"{word} {share:.2f}\n" for word, share in common_words(options.folder, without))
    (options.out / "vocabulary.common.txt").write_text(common, encoding="utf-8")
    weights, table = learn_foreignness(english, foreign), learn_languages(english, foreign)
    write_letters(options.out / "vocabulary.letters", weights.tolist(), table.tolist())
    print(len(english), "English words;", {k: len(v) for k, v in sorted(foreign.items())})


if __name__ == "__main__":
    main()

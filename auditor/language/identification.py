"""Which language a few words are in, and how little they look like English."""

import json
import math
import re
import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

# Where the weights are; a measure on held-out text sets another folder.
DATA = Path(__file__).parents[1] / "data"

# Letter n-grams share 2^14 places: twice as many did not tell languages apart any better.
BUCKETS = 1 << 14
_SCALE = 24.0  # weights are kept in bytes, in steps of 1/24

# Languages in Latin letters, the order of the table's rows. Serbian counts with Croatian.
LATIN = (
    "en", "af", "az", "ca", "cs", "cy", "da", "de", "es", "et", "fi", "fr", "ha", "hu", "id", "is",
    "it", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "sh", "sk", "sl", "sv", "tl", "tr", "vi",
)  # fmt: skip

LANGUAGE_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "ca": "Catalan", "cy": "Welsh", "da": "Danish", "et": "Estonian", "fi": "Finnish",
    "gl": "Galician", "gu": "Gujarati", "ha": "Hausa", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi",
    "ms": "Malay", "mt": "Maltese", "my": "Burmese", "nb": "Norwegian", "ne": "Nepali",
    "ro": "Romanian", "sk": "Slovak", "sl": "Slovene", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tl": "Tagalog", "ur": "Urdu", "uz": "Uzbek",
}  # fmt: skip


class _Letters(NamedTuple):
    weights: bytes
    intercept: float
    table: Sequence[bytes]


def ngram_buckets(word: str) -> list[int]:
    """The places of a word's n-grams of one to four letters, its ends marked."""
    marked = f"^{word.lower()}$"
    grams = {marked[start : start + size] for size in (1, 2, 3, 4) for start in range(len(marked) - size + 1)}
    return sorted({zlib.crc32(gram.encode()) % BUCKETS for gram in grams})


def write_letters(path: Path, weights: Sequence[float], table: Sequence[Sequence[float]]) -> None:
    """Keep what was learned: a line of JSON, then a byte for each weight.

    `weights` are log-odds of `not English`, the intercept last; `table` has a row for each of
    LATIN, log-probabilities of which only the differences between rows are kept.
    """
    means = [sum(column) / len(table) for column in zip(*table, strict=True)]
    rows = [[value - mean for value, mean in zip(row, means, strict=True)] for row in table]
    head = json.dumps({"intercept": round(weights[-1], 4), "languages": LATIN})
    body = b"".join(_bytes(row) for row in [weights[:-1], *rows])
    path.write_bytes(head.encode() + b"\n" + zlib.compress(body, 9))


def _bytes(values: Iterable[float]) -> bytes:
    return bytes(min(max(round(value * _SCALE), -127), 127) + 128 for value in values)


@cache
def _letters() -> _Letters:
    head, _, body = (DATA / "vocabulary.letters").read_bytes().partition(b"\n")
    values = zlib.decompress(body)
    weights, *table = (values[at : at + BUCKETS] for at in range(0, len(values), BUCKETS))
    return _Letters(weights, json.loads(head)["intercept"], table)


# What each byte stands for.
_STEPS = [(value - 128) / _SCALE for value in range(256)]


def _summed(weights: bytes, places: Iterable[int]) -> float:
    return sum(_STEPS[weights[place]] for place in places)


def foreignness(word: str) -> float:
    """Log-odds that a word out of the English vocabulary is of another language."""
    letters = _letters()
    return letters.intercept + _summed(letters.weights, ngram_buckets(word))


# Scripts by ranges of letters, with the language most news in them is in.
_SCRIPTS = (
    ("[\u0370-\u03ff\u1f00-\u1fff]", "el"), ("[\u0530-\u058f]", "hy"), ("[\u0590-\u05ff]", "he"),
    ("[\u0900-\u097f]", "hi"), ("[\u0980-\u09ff]", "bn"), ("[\u0b80-\u0bff]", "ta"),
    ("[\u0c00-\u0c7f]", "te"), ("[\u0e00-\u0e7f]", "th"), ("[\u1000-\u109f]", "my"),
    ("[\u10a0-\u10ff]", "ka"), ("[\u1780-\u17ff]", "km"), ("[\u3040-\u30ff]", "ja"),
    ("[\uac00-\ud7af\u1100-\u11ff]", "ko"), ("[\u4e00-\u9fff\u3400-\u4dbf]", "zh"),
)  # fmt: skip
# Letters that one language of a shared script has and its neighbours lack.
_CYRILLIC = (("[їєґ]", "uk"), ("[ўґ]", "be"), ("[ђћџјљњ]", "sh"), ("[ыэё]", "ru"), ("ъ", "bg"))
_PERSIAN = "[پچژگکی]"


def language_of_script(text: str) -> str:
    """The likeliest language of text in letters other than Latin; "" if all are Latin."""
    if re.search("[\u0600-\u06ff]", text):
        return "fa" if re.search(_PERSIAN, text) else "ar"
    if re.search("[\u0400-\u04ff]", text):
        return next((code for mark, code in _CYRILLIC if re.search(mark, text.lower())), "ru")
    return next((code for script, code in _SCRIPTS if re.search(script, text)), "")


def guess_language(words: Iterable[str]) -> tuple[str, float]:
    """The likeliest language of some words in Latin letters, and how likely it is."""
    table = _letters().table
    scores = [0.0] * len(LATIN)
    for word in words:
        places = ngram_buckets(word)
        for row, weights in enumerate(table):
            scores[row] += _summed(weights, places)
    # N-grams of a word overlap, so that their sum is some three times too sure.
    top = max(scores)
    shares = [math.exp((score - top) / 3) for score in scores]
    best = max(range(len(LATIN)), key=lambda row: shares[row])
    return LATIN[best], shares[best] / sum(shares)


# langdetect's own names for languages that the program calls otherwise.
_DETECTED = {"hr": "sh", "no": "nb", "zh-cn": "zh", "zh-tw": "zh"}


def detect(text: str) -> tuple[str, float]:
    """What langdetect says of text of 50 characters and more; ("", 0.0) if it cannot say.

    Seeded, so that it says the same each time.
    """
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    try:
        best = detect_langs(text)[0]
    except LangDetectException:
        return "", 0.0
    return _DETECTED.get(best.lang, best.lang), float(best.prob)

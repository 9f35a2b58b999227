"""The linear model: n-grams of pieces, and what they say of a text's origin."""

import heapq
import json
import math
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from auditor.fluency.masking import FIGURE, NAME, masked

# Where the model is; a measure on held-out text sets another folder.
DATA = Path(__file__).parents[1] / "data"

# A piece's number takes 13 bits, so that three in a row make one key of 39.
BITS = 13
LONGEST = 3
# Text is judged in stretches of so many words, the length the weights were learned on.
STRETCH = 100
# So many stretches, spread evenly, tell what all of a long text would.
ENOUGH = 5
# Below this no language is asked for: the text was hardly translated.
_NATIVE = -1.5


class Row(NamedTuple):
    """The weights of all n-grams for one answer, in bytes: (byte - 128) * scale each."""

    values: bytes
    scale: float
    intercept: float

    def odds(self, pick: Callable[[bytes], Sequence[int]]) -> float:
        """Log-odds of a stretch, whose weights `pick` takes out of a row."""
        found = pick(self.values)
        norm = self.scale / math.sqrt(len(found))
        return self.intercept + norm * (sum(found) - 128 * len(found))


class Weights(NamedTuple):
    """`places` finds an n-gram's place in the rows of `translated` and of each language."""

    places: Mapping[int, int]
    translated: Row
    languages: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Reading:
    """How translated a text reads.

    `score` is the mean log-odds of its stretches, above nought for translated; `stretches` how
    many of full length it makes up; `languages` how much each source language is favoured, if any;
    `phrases` those that weigh most for the answer.
    """

    score: float
    stretches: float
    languages: Mapping[str, float]
    phrases: tuple[str, ...] = ()


def grams(pieces: Sequence[int]) -> set[int]:
    """Keys of the n-grams of one to three pieces of a sentence."""
    singles = [piece + 1 for piece in pieces]
    doubles = [a | b << BITS for a, b in pairwise(singles)]
    triples = [a | c << 2 * BITS for a, c in zip(doubles, singles[2:], strict=False)]
    return {*singles, *doubles, *triples}


@cache
def processor():  # type: ignore[no-untyped-def]  # the library has no types
    """The sentencepiece model."""
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(DATA / "fluency.pieces.model"))


def write_weights(
    path: Path,
    keys: Sequence[int],
    rows: Mapping[str, Sequence[float]],
    intercepts: Mapping[str, float],
) -> None:
    """Keep a model: a line of JSON, then keys of eight bytes and weights of one, compressed.

    `rows` holds "translated" and one row for each language, in the order of `keys`.
    """
    scales = {name: max(map(abs, row)) / 127 or 1.0 for name, row in rows.items()}
    head = {"keys": len(keys), "scales": scales, "intercepts": intercepts}
    body = array("q", keys).tobytes()
    for name, row in rows.items():
        body += bytes(round(value / scales[name]) + 128 for value in row)
    path.write_bytes(json.dumps(head).encode() + b"\n" + zlib.compress(body, 9))


@cache
def weights() -> Weights:
    """The model, read from its file."""
    line, _, packed = (DATA / "fluency.weights").read_bytes().partition(b"\n")
    head, body = json.loads(line), zlib.decompress(packed)
    count = head["keys"]
    keys = array("q", body[: 8 * count])
    rows: dict[str, Row] = {}
    for index, (name, scale) in enumerate(head["scales"].items()):
        start = (8 + index) * count
        rows[name] = Row(body[start : start + count], scale, head["intercepts"][name])
    places = dict(zip(keys, range(count), strict=True))
    return Weights(places, rows.pop("translated"), rows)


def stretches(sentences: Iterable[str]) -> list[list[str]]:
    """Sentences gathered into stretches of STRETCH words or more; a short rest joins the last."""
    found: list[list[str]] = []
    current: list[str] = []
    words = 0
    for sentence in sentences:
        current.append(sentence)
        words += sentence.count(" ") + 1
        if words >= STRETCH:
            found.append(current)
            current, words = [], 0
    if current and found and words < STRETCH // 2:
        found[-1].extend(current)
    elif current:
        found.append(current)
    return found


@lru_cache(maxsize=1 << 16)
def _pieces(word: str) -> tuple[int, ...]:
    """A word's pieces: they never cross white space, so that each word is cut up once."""
    return tuple(processor().encode(word, num_threads=1))


def features(sentences: Iterable[str]) -> set[int]:
    """Keys of all n-grams of some sentences."""
    found: set[int] = set()
    for sentence in sentences:
        pieces = [piece for word in masked(sentence).split() for piece in _pieces(word)]
        found |= grams(pieces)
    return found


def read(sentences: Sequence[str]) -> Reading:
    """How translated a text reads, given its sentences. Empty text reads as nothing: 0."""
    model = weights()
    parts = stretches(sentences)
    parts = parts[:: math.ceil(len(parts) / ENOUGH) or 1]
    score = 0.0
    picks: list[Callable[[bytes], Sequence[int]]] = []
    seen: set[int] = set()
    words = 0
    for part in parts:
        known = features(part) & model.places.keys()
        if len(known) < 2:
            continue  # no English to judge
        seen |= known
        pick = itemgetter(*map(model.places.__getitem__, known))
        score += model.translated.odds(pick)
        picks.append(pick)
        words += sum(sentence.count(" ") + 1 for sentence in part)
    if not picks:
        return Reading(0.0, 0, {})
    score /= len(picks)
    languages = {
        language: sum(map(row.odds, picks)) / len(picks)
        for language, row in model.languages.items()
        if score > _NATIVE
    }
    phrases = tuple(_telling(model, seen, score > 0))
    return Reading(score, words / STRETCH, languages, phrases)


# Of 127: lighter n-grams are not worth telling.
_LIGHT = 8


def _telling(model: Weights, seen: Iterable[int], translated: bool) -> Iterator[str]:
    """The phrases of two words and more that weigh most on the side of the answer."""
    sign = 1 if translated else -1
    values = model.translated.values
    found = ((key, sign * (values[model.places[key]] - 128)) for key in seen)
    weight = {key: value for key, value in found if value > _LIGHT}
    shown: list[str] = []
    for key in heapq.nlargest(80, weight, key=lambda key: (weight[key], -key)):
        phrase = _phrase(key)
        if len(shown) == 5:
            break
        if _tells(phrase) and not any(phrase in other or other in phrase for other in shown):
            shown.append(phrase)
            yield phrase


_SMALL = frozenset("the a an of to in on at for by and that is was it he she they with from as".split())


def _tells(phrase: str) -> bool:
    """Whether a phrase has two words, and not only the smallest."""
    words = phrase.split()
    return len(words) > 1 and not _SMALL.issuperset(words)


@lru_cache(maxsize=1 << 14)
def _phrase(key: int) -> str:
    """An n-gram as words; "" where it begins or ends within a word or is no run of words."""
    pieces = []
    while key:
        pieces.append((key & (1 << BITS) - 1) - 1)
        key >>= BITS
    text = "".join(processor().id_to_piece(piece) for piece in pieces)
    words = text.replace("▁", " ").strip()
    plain = text.startswith("▁") and not any(mark in words for mark in (NAME, FIGURE, *",.;:()?!"))
    return words if plain else ""

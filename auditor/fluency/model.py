"""The linear models: n-grams of pieces, runs of classes, habits; what they say of a text's origin."""

import heapq
import json
import math
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from auditor.fluency.classes import classifier, runs
from auditor.fluency.habits import habits
from auditor.fluency.masking import FIGURE, NAME, START, masked_word

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
# What pieces, classes and habits each add to the log-odds: fitted on articles of years, languages
# and engines that the three were not learned from.
MIX = (0.83, 0.4, 0.29)


class Row(NamedTuple):
    """The weights of all n-grams for one answer, in bytes: (byte - 128) * scale each."""

    values: bytes
    scale: float
    intercept: float

    def odds(self, places: Sequence[int]) -> float:
        """Log-odds of a stretch, given the places of what it holds."""
        norm = self.scale / math.sqrt(len(places))
        total = sum(map(self.values.__getitem__, places))
        return self.intercept + norm * (total - 128 * len(places))


class Habits(NamedTuple):
    """Each habit's mean and spread in news, what it weighs, and the odds where all are usual."""

    mean: Sequence[float]
    spread: Sequence[float]
    weight: Sequence[float]
    intercept: float

    def odds(self, sentences: Sequence[str]) -> float:
        """Log-odds of a stretch. No habit counts for more than three spreads."""
        return self.intercept + sum(
            weight * max(-3.0, min(3.0, (value - mean) / spread))
            for value, mean, spread, weight in zip(
                habits(sentences), self.mean, self.spread, self.weight, strict=True
            )
        )


class Weights(NamedTuple):
    """`places` finds an n-gram's place in the rows of `translated` and of each language.

    `runs` finds a run of classes in the row `classes`; `reader` cuts a text into both. `lanes`
    gives the weights of an n-gram for all languages in one number.
    """

    places: Mapping[int, int]
    translated: Row
    languages: Mapping[str, Row]
    runs: Mapping[int, int]
    classes: Row
    reader: "Reader"
    habits: Habits
    lanes: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Reading:
    """How translated a text reads.

    `score` is the mean log-odds of its stretches, above nought for translated; `stretches` how
    many of full length it makes up; `languages` how much each source language is favoured, if any;
    `phrases` those that weigh most, where it reads translated.
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


class Part(NamedTuple):
    """One model to be kept: its keys, in order, and rows of their weights with intercepts."""

    keys: Sequence[int]
    rows: Mapping[str, Sequence[float]]
    intercepts: Mapping[str, float]


def write_weights(path: Path, pieces: Part, classes: Part, common: Sequence[str], usual: Habits) -> None:
    """Keep the models: a line of JSON, then keys of eight bytes and weights of one, compressed.

    `pieces` has the row "translated" and one for each language, `classes` one row; `common` are
    the words that are classes of their own.
    """
    body, heads = b"", []
    for part in (pieces, classes):
        scales = {name: max(map(abs, row)) / 127 or 1.0 for name, row in part.rows.items()}
        heads.append({"keys": len(part.keys), "scales": scales, "intercepts": part.intercepts})
        body += array("q", part.keys).tobytes()
        for name, row in part.rows.items():
            body += bytes(round(value / scales[name]) + 128 for value in row)
    head = {"parts": heads, "common": [*common], "habits": usual._asdict()}
    path.write_bytes(json.dumps(head).encode() + b"\n" + zlib.compress(body, 9))


@cache
def weights() -> Weights:
    """The models, read from their file."""
    line, _, packed = (DATA / "fluency.weights").read_bytes().partition(b"\n")
    head, body = json.loads(line), memoryview(zlib.decompress(packed))
    parts = []
    for part in head["parts"]:
        count = part["keys"]
        places = dict(zip(array("q", body[: 8 * count].tobytes()), range(count), strict=True))
        body = body[8 * count :]
        rows: dict[str, Row] = {}
        for name, scale in part["scales"].items():
            rows[name] = Row(bytes(body[:count]), scale, part["intercepts"][name])
            body = body[count:]
        parts.append((places, rows))
    (places, rows), (found, classes) = parts
    translated = rows.pop("translated")
    reader = Reader(classifier({word: number for number, word in enumerate(head["common"])}))
    return Weights(
        places, translated, rows, found, classes["translated"], reader,
        Habits(**head["habits"]), _lanes([row.values for row in rows.values()]),
    )  # fmt: skip


# Each language's byte takes so many bytes of a number, so that thousands can be added up at once.
_LANE = 3


def _lanes(rows: Sequence[bytes]) -> Callable[[int], int]:
    """A function from an n-gram's place to all its weights in one number, the first lowest."""
    size = _LANE * len(rows)
    laid = bytearray(size * len(rows[0]) if rows else 0)
    for at, row in enumerate(rows):
        laid[_LANE * at :: size] = row

    def lanes(place: int) -> int:
        return int.from_bytes(laid[size * place : size * (place + 1)], "little")

    return lanes


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


# A word, as it stands between white space: its pieces, its classes, and what stands before the next.
class _Read(NamedTuple):
    pieces: tuple[int, ...]
    classes: tuple[int, ...]
    after: str


# So many different words are remembered.
_MEMORY = 1 << 16


class Reader:
    """Cuts sentences into pieces and classes, each word once: what becomes of it hangs on itself
    and on whether a sentence begins or a name stands before it."""

    def __init__(self, class_of: Callable[[str], int]) -> None:
        """Take the function that gives a masked word's class."""
        self._class_of = class_of
        self._known: dict[str, dict[str, _Read]] = {state: {} for state in (START, NAME, "")}

    def read(self, sentences: Iterable[str]) -> tuple[set[int], set[int]]:
        """Keys of all n-grams of pieces and of all runs of classes of some sentences."""
        found: set[int] = set()
        built: set[int] = set()
        for sentence in sentences:
            pieces: list[int] = []
            classes: list[int] = []
            before = START
            for word in sentence.split():
                read = self._known[before].get(word) or self._cut(word, before)
                pieces += read.pieces
                classes += read.classes
                before = read.after
            found |= grams(pieces)
            built |= runs(classes)
        return found, built

    def _cut(self, word: str, before: str) -> _Read:
        """The pieces and classes of a word met for the first time."""
        words, after = masked_word(word, before)
        pieces = tuple(piece for one in words for piece in processor().encode(one, num_threads=1))
        read = _Read(pieces, tuple(map(self._class_of, words)), after)
        if len(self._known[before]) < _MEMORY:
            self._known[before][word] = read
        return read


def said(part: Sequence[str], model: Weights | None = None) -> tuple[float, float, float]:
    """What pieces, classes and habits say of a stretch, in log-odds; noughts where it is no English."""
    return _judged(part, model or weights())[0]


def _judged(
    part: Sequence[str], model: Weights
) -> tuple[tuple[float, float, float], Sequence[int], set[int]]:
    """What each model says of a stretch, the places of its n-grams, and their keys."""
    found, built = model.reader.read(part)
    places = [place for place in map(model.places.get, found) if place is not None]
    run_places = [place for place in map(model.runs.get, built) if place is not None]
    if len(places) < 2 or len(run_places) < 2:
        return (0.0, 0.0, 0.0), (), set()
    odds = model.translated.odds(places), model.classes.odds(run_places), model.habits.odds(part)
    return odds, places, found


def read(sentences: Sequence[str]) -> Reading:
    """How translated a text reads, given its sentences. Empty text reads as nothing: 0."""
    model = weights()
    parts = stretches(sentences)
    parts = parts[:: math.ceil(len(parts) / ENOUGH) or 1]
    score = 0.0
    places: list[Sequence[int]] = []
    seen: set[int] = set()
    words = 0
    for part in parts:
        odds, known, found = _judged(part, model)
        if not known:
            continue  # no English to judge
        seen |= found
        score += sum(share * value for share, value in zip(MIX, odds, strict=True))
        places.append(known)
        words += sum(sentence.count(" ") + 1 for sentence in part)
    if not places:
        return Reading(0.0, 0, {})
    score /= len(places)
    languages = _languages(model, places) if score > _NATIVE else {}
    phrases = tuple(_telling(model, seen)) if score > 0 else ()
    return Reading(score, words / STRETCH, languages, phrases)


def _languages(model: Weights, places: Sequence[Sequence[int]]) -> dict[str, float]:
    """Log-odds of each language, on the mean of the stretches."""
    found = dict.fromkeys(model.languages, 0.0)
    lane = (1 << 8 * _LANE) - 1
    for part in places:
        total = sum(map(model.lanes, part))
        norm = len(places) * math.sqrt(len(part))
        for language, row in model.languages.items():
            summed = (total & lane) - 128 * len(part)
            found[language] += row.intercept / len(places) + row.scale * summed / norm
            total >>= 8 * _LANE
    return found


# Of 127: lighter n-grams are not worth telling.
_LIGHT = 8
# Keys up to this are of single pieces.
_SINGLES = (1 << BITS) - 1


def _telling(model: Weights, seen: Iterable[int]) -> Iterator[str]:
    """The phrases of two words and more that weigh most for translated."""
    values, places = model.translated.values, model.places
    heavy = [
        (weight, -key)
        for key in seen
        if key > _SINGLES
        and (place := places.get(key)) is not None
        and (weight := values[place] - 128) > _LIGHT
    ]
    shown: list[str] = []
    for _, key in heapq.nlargest(60, heavy):
        key = -key
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

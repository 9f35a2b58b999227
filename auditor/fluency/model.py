"""The linear models: n-grams of pieces, runs of classes; what they say of a text's origin."""

import heapq
import json
import math
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple, cast

from auditor.fluency.classes import BITS as CLASS_BITS
from auditor.fluency.classes import EDGE, RUN, classifier
from auditor.fluency.masking import FIGURE, NAME, START, masked_word

# Where the model is; a measure on held-out text sets another folder.
DATA = Path(__file__).parents[1] / "data"

# A piece's number takes 13 bits, so that three in a row make one key of 39. Numbers begin after
# that of a sentence's edge.
BITS = 13
LONGEST = 3
FIRST_PIECE = EDGE + 1
# Text is judged in stretches of so many words, the length the weights were learned on.
STRETCH = 100
# So many stretches, spread evenly, tell what all of a long text would: on articles of 600 words
# held out three gave AUC .973 and 77 % caught at 1 % false alarms, five .974 and 77 %.
ENOUGH = 3
# Longer texts count for no more stretches than this.
MOST = 5.0
# Below this no language is asked for: the text was hardly translated.
_NATIVE = -1.5
# What pieces and classes each add to the log-odds: fitted on articles of years, languages and
# engines that neither was learned from.
MIX = (0.96, 0.43)


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


class Weights(NamedTuple):
    """`places` finds an n-gram's place in the rows of `translated` and of each language, `keys` the
    n-gram again.

    `runs` finds a run of classes in the row `classes`; `reader` cuts a text into both. `lanes`
    gives the weights of an n-gram for all languages in one number.
    """

    places: Mapping[int, int]
    keys: Sequence[int]
    translated: Row
    languages: Mapping[str, Row]
    runs: Mapping[int, int]
    classes: Row
    reader: "Reader"
    lanes: "Lanes"


@dataclass(frozen=True, slots=True)
class Reading:
    """How translated a text reads.

    `score` is the mean log-odds of its stretches, above nought for translated; `stretches` how
    many of full length it makes up, MOST at most; `languages` how much each source language is
    favoured, if any; `phrases` those that weigh most, where it reads translated.
    """

    score: float
    stretches: float
    languages: Mapping[str, float]
    phrases: tuple[str, ...] = ()


def runs(numbers: Sequence[int], bits: int, longest: int) -> list[int]:
    """Keys of all that stand in a row, one to `longest` of them; each number takes so many bits.

    Those that come again are there again.
    """
    found = list(numbers)
    last = numbers
    for at in range(1, longest):
        shift = at * bits
        last = [key | number << shift for key, number in zip(last, islice(numbers, at, None), strict=False)]
        found += last
    return found


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


def write_weights(path: Path, pieces: Part, classes: Part, groups: Sequence[Sequence[str]]) -> None:
    """Keep the models: a line of JSON, then, compressed, words, keys of eight bytes and weights of
    one.

    `pieces` has the row "translated" and one for each language, `classes` one row; `groups` are
    the words of each class.
    """
    words = "\n".join(map(" ".join, groups)).encode()
    body, heads = words, []
    for part in (pieces, classes):
        scales = {name: max(map(abs, row)) / 127 or 1.0 for name, row in part.rows.items()}
        heads.append({"keys": len(part.keys), "scales": scales, "intercepts": part.intercepts})
        body += array("q", part.keys).tobytes()
        for name, row in part.rows.items():
            body += bytes(round(value / scales[name]) + 128 for value in row)
    head = {"words": len(words), "parts": heads}
    path.write_bytes(json.dumps(head).encode() + b"\n" + zlib.compress(body, 9))


@cache
def weights() -> Weights:
    """The models, read from their file."""
    line, _, packed = (DATA / "fluency.weights").read_bytes().partition(b"\n")
    head, body = json.loads(line), memoryview(zlib.decompress(packed))
    groups = [group.split() for group in str(body[: head["words"]], "utf-8").split("\n")]
    body = body[head["words"] :]
    parts = []
    for part in head["parts"]:
        count = part["keys"]
        keys = array("q", body[: 8 * count].tobytes())
        places = dict(zip(keys, range(count), strict=True))
        body = body[8 * count :]
        rows: dict[str, Row] = {}
        for name, scale in part["scales"].items():
            rows[name] = Row(bytes(body[:count]), scale, part["intercepts"][name])
            body = body[count:]
        parts.append((places, keys, rows))
    (places, keys, rows), (found, _, classes) = parts
    translated = rows.pop("translated")
    lanes = Lanes([row.values for row in rows.values()])
    reader = Reader(classifier(groups))
    return Weights(places, keys, translated, rows, found, classes["translated"], reader, lanes)


# Each language's byte takes so many bytes of a number, so that thousands can be added up at once.
_LANE = 3


class Lanes(dict[int, int]):
    """From an n-gram's place to all its weights in one number, the first lowest; made when asked."""

    def __init__(self, rows: Sequence[bytes]) -> None:
        """Take the rows of all languages."""
        self._rows = rows

    def __missing__(self, place: int) -> int:
        """The number of a place that was not asked for before."""
        laid = bytearray(_LANE * len(self._rows))
        laid[::_LANE] = bytes(row[place] for row in self._rows)
        self[place] = int.from_bytes(laid, "little")
        return self[place]


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

    def numbers(self, sentences: Iterable[str]) -> tuple[list[int], list[int]]:
        """Pieces and classes of some sentences in a row, with the edges between them."""
        pieces, classes = [EDGE], [EDGE]
        known = self._known
        for sentence in sentences:
            before = START
            for word in sentence.split():
                cut, kinds, before = known[before].get(word) or self._cut(word, before)
                pieces += cut
                classes += kinds
            pieces.append(EDGE)
            classes.append(EDGE)
        return pieces, classes

    def read(self, sentences: Iterable[str]) -> tuple[set[int], set[int]]:
        """Keys of all n-grams of pieces and of all runs of classes of some sentences."""
        pieces, classes = self.numbers(sentences)
        return set(runs(pieces, BITS, LONGEST)), set(runs(classes, CLASS_BITS, RUN))

    def _cut(self, word: str, before: str) -> _Read:
        """The pieces and classes of a word met for the first time."""
        words, after = masked_word(word, before)
        encode = processor().encode
        pieces = [FIRST_PIECE + piece for one in words for piece in encode(one, num_threads=1)]
        read = _Read(tuple(pieces), tuple(map(self._class_of, words)), after)
        if len(self._known[before]) < _MEMORY:
            self._known[before][word] = read
        return read


class _Judged(NamedTuple):
    odds: tuple[float, float]
    places: Sequence[int]


def said(part: Sequence[str]) -> tuple[float, float]:
    """What pieces and classes each say of a stretch of sentences; nothing if it holds no English."""
    judged = _judged(part, weights())
    return judged.odds if judged else (0.0, 0.0)


def _judged(part: Sequence[str], model: Weights) -> _Judged | None:
    """What both models say of a stretch, and the places of its n-grams."""
    pieces, classes = model.reader.numbers(part)
    places = _known(runs(pieces, BITS, LONGEST), model.places)
    run_places = _known(runs(classes, CLASS_BITS, RUN), model.runs)
    if len(places) < 2 or len(run_places) < 2:
        return None
    return _Judged((model.translated.odds(places), model.classes.odds(run_places)), places)


def _known(keys: Iterable[int], places: Mapping[int, int]) -> list[int]:
    """The places of the keys that have one, each once."""
    # Most keys stand but once: it is less to look up a repeat than to part them first.
    found: set[int | None] = set(map(places.get, keys))
    found.discard(None)
    return cast(list[int], list(found))


def read(sentences: Sequence[str]) -> Reading:
    """How translated a text reads, given its sentences. Empty text reads as nothing: 0."""
    model = weights()
    whole = stretches(sentences)
    parts = [whole[at * len(whole) // ENOUGH] for at in range(ENOUGH)] if len(whole) > ENOUGH else whole
    found = [(part, one) for part in parts if (one := _judged(part, model))]
    if not found:
        return Reading(0.0, 0, {})
    words = sum(sentence.count(" ") + 1 for part, _ in found for sentence in part)
    judged = [one for _, one in found]
    odds = (share * value for one in judged for share, value in zip(MIX, one.odds, strict=True))
    score = sum(odds) / len(judged)
    languages = _languages(model, [one.places for one in judged]) if score > _NATIVE else {}
    phrases = tuple(_telling(model, judged)) if score > 0 else ()
    length = words / STRETCH * len(whole) / len(parts)
    return Reading(score, min(length, MOST), languages, phrases)


def _languages(model: Weights, places: Sequence[Sequence[int]]) -> dict[str, float]:
    """Log-odds of each language, on the mean of the stretches."""
    found = dict.fromkeys(model.languages, 0.0)
    lane = (1 << 8 * _LANE) - 1
    for part in places:
        total = sum(map(model.lanes.__getitem__, part))
        norm = len(places) * math.sqrt(len(part))
        for language, row in model.languages.items():
            summed = (total & lane) - 128 * len(part)
            found[language] += row.intercept / len(places) + row.scale * summed / norm
            total >>= 8 * _LANE
    return found


# Of 127: lighter n-grams are not worth telling.
_LIGHT = 8


def _telling(model: Weights, judged: Iterable[_Judged]) -> Iterator[str]:
    """The phrases of two words and more that weigh most for translated."""
    values = model.translated.values
    places = {place for one in judged for place in one.places}
    heavy = ((values[place], -model.keys[place]) for place in places if values[place] > 128 + _LIGHT)
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
        pieces.append((key & (1 << BITS) - 1) - FIRST_PIECE)
        key >>= BITS
    if min(pieces) < 0:
        return ""
    text = "".join(processor().id_to_piece(piece) for piece in pieces)
    words = text.replace("▁", " ").strip()
    plain = text.startswith("▁") and not any(mark in words for mark in (NAME, FIGURE, *",.;:()?!"))
    return words if plain else ""

"""Look-up keys: the consonant classes of one or two words, hashed.

A key never decides that two names match; it only brings up what is then aligned sound by sound.
Kinds of key: a pair of whole words in either order; a whole word and the beginning of another;
the name written as one word; that word with one consonant left out; a word alone; the exact letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from auditor.names.conventions import readings
from auditor.names.index import key_hash, mix
from auditor.names.sounds import skeletons

PAIR, HALF, WHOLE, GAP, ALONE, EXACT, ACRONYM, ID = range(1, 9)
_BEGINNING = 2  # consonants of a word's beginning
_GAP_FROM = 4  # consonants a word must have before one may be left out
_MOST_WORDS = 5


def _hashes(found: Iterable[str]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(crc32(text.encode()) for text in found))


WordKeys = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...]]  # whole, beginning, skeletons


def word_keys(sounds: Iterable[str]) -> WordKeys:
    """The keys of a word from everything it may sound like."""
    found = tuple(dict.fromkeys(s for reading in sounds for s in skeletons(reading)))
    return _hashes(found), _hashes(s[:_BEGINNING] for s in found), found


@lru_cache(maxsize=65_536)
def query_word(word: str, pivot: int) -> WordKeys:
    """The keys of a word of a query."""
    sounds = [s for s, mask in readings(word) if not pivot or mask & pivot]
    return word_keys(sounds or [s for s, _ in readings(word)])


def pair_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of every two words, in whichever order."""
    keys: set[int] = set()
    for (first, _, _), (second, _, _) in combinations(words[:_MOST_WORDS], 2):
        for a in first:
            for b in second:
                keys.add(mix(PAIR, a, b) if a < b else mix(PAIR, b, a))
    return keys


def half_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of one whole word and the beginning of another."""
    keys: set[int] = set()
    for (first, first_half, _), (second, second_half, _) in combinations(words[:_MOST_WORDS], 2):
        keys.update(mix(HALF, a, b) for a in first for b in second_half)
        keys.update(mix(HALF, a, b) for a in second for b in first_half)
    return keys


def _whole(words: Sequence[WordKeys]) -> list[str]:
    """The name as one word, in every reading (few: words of several readings take their first two)."""
    joined = [""]
    width = 16 if len(words) == 1 else 2
    for _, _, found in words:
        joined = [head + tail for head in joined for tail in found[:width]]
    return list(dict.fromkeys(text[:1] + text[1:].replace("A", "") for text in joined))[:16]


def whole_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of the name written as one word."""
    return {key_hash(WHOLE, text) for text in _whole(words)}


def gap_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of a one-word name with one consonant left out, and of the whole beside them."""
    keys: set[int] = set()
    for text in _whole(words):
        if len(text) >= _GAP_FROM - 1:
            keys.add(key_hash(GAP, text))
        if len(text) >= _GAP_FROM:
            keys.update(key_hash(GAP, text[:i] + text[i + 1 :]) for i in range(len(text)))
    return keys


def alone_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of each word alone, for a surname without its given name."""
    return {mix(ALONE, a, a) for whole, _, _ in words for a in whole}

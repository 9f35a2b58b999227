"""Look-up keys: the consonant classes of one or two words, hashed.

A key never decides that two names match; it only brings up what is then aligned sound by sound.
Kinds of key: a pair of whole words in either order; a whole word and another with one consonant left out;
the name written as one word; that word with one consonant left out; a word alone; the exact letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from operator import itemgetter
from zlib import crc32

from auditor.names.conventions import readings
from auditor.names.index import key_hash, mix
from auditor.names.matching import core, is_long
from auditor.names.sounds import asked_skeletons, fine_skeleton, skeletons
from auditor.names.tokens import namesake

PAIR, HALF, WHOLE, GAP, ALONE, EXACT, ACRONYM, ID = range(1, 9)
_GAP_FROM = 4  # consonants a word must have before one may be left out
MOST_WORDS = 5
# Readings of a name as one word that are carried from word to word: all of five words with two each.
_MOST_WHOLE = 32


def _hashes(found: Iterable[str]) -> tuple[int, ...]:
    return tuple([crc32(text.encode()) for text in dict.fromkeys(found)])


WordKeys = tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]
# hashes of the skeletons; skeletons; all it may sound like


def word_keys(sounds: Iterable[str]) -> WordKeys:
    """The keys under which a word is filed, from everything it may sound like or be misheard as."""
    sounds = tuple(sounds)
    found = tuple(dict.fromkeys(s for reading in sounds for s in skeletons(reading)))
    return _hashes(found), found, sounds


def _gaps(text: str) -> list[str]:
    """A skeleton with one consonant left out, and itself, so that either side may lack one."""
    if len(text) < _GAP_FROM - 1:
        return []
    if len(text) < _GAP_FROM:
        return [text]
    return [text, *(text[:i] + text[i + 1 :] for i in range(len(text)))]


@lru_cache(maxsize=32_768)
def query_word(word: str, pivot: int) -> WordKeys:
    """The keys of a word of a query."""
    sounds = [s for s, mask in readings(word) if not pivot or mask & pivot]
    sounds = with_cores(sounds or [s for s, _ in readings(word)])
    found = asked_skeletons(sounds)
    return with_namesakes((_hashes(found), found, tuple(sounds)), namesake(word))


def with_namesakes(keys: WordKeys, name: str) -> WordKeys:
    """The keys of a given name, and one that all forms share which languages give it."""
    return (keys[0] + _hashes([f"={name}"]), *keys[1:]) if name else keys


def with_cores(sounds: Iterable[str]) -> list[str]:
    """What a word may sound like, with and without a part that bearers of the name leave out."""
    sounds = list(sounds)
    return [*sounds, *(core(s) for s in sounds if is_long(s))]


@lru_cache(maxsize=16_384)
def _gap_hashes(found: tuple[str, ...]) -> tuple[int, ...]:
    """Hashes of skeletons with a consonant left out."""
    return _hashes([gap for skeleton in found for gap in _gaps(skeleton)])


def pair_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of every two words, in whichever order."""
    keys: set[int] = set()
    for first, second in combinations(words[:MOST_WORDS], 2):
        for a in first[0]:
            for b in second[0]:
                keys.add(mix(PAIR, a, b) if a < b else mix(PAIR, b, a))
    return keys


def half_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of one whole word and another with a consonant left out."""
    keys: set[int] = set()
    gapped = [(word[0], _gap_hashes(word[1])) for word in words[:MOST_WORDS]]
    for first, second in combinations(gapped, 2):
        keys.update([mix(HALF, a, b) for a in first[0] for b in second[1]])
        keys.update([mix(HALF, a, b) for a in second[0] for b in first[1]])
    return keys


def _whole(words: Sequence[WordKeys]) -> list[str]:
    """The name as one word, in so many readings at most (words of several take their first two)."""
    joined = [""]
    width = 16 if len(words) == 1 else 2
    for word in words:  # cut at each word: readings double with each, and stammers have dozens
        joined = [head + tail for head in joined for tail in word[1][:width]][:_MOST_WHOLE]
    return list(dict.fromkeys(_unspaced(joined)))[:16]


_TWICE = re.compile(r"(.)\1")
_once = itemgetter(1)


def _unspaced(joined: list[str]) -> list[str]:
    """The joined skeletons of words as those of one word: inside it a vowel counts for nothing, and
    where words meet, a consonant is not heard twice and k not behind n.
    """
    texts = [text[:1] + text[1:].replace("A", "") for text in joined]
    # In one go: a line break is no consonant.
    return _TWICE.sub(_once, "\n".join(texts).replace("NK", "N")).split("\n")


def whole_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of the name written as one word."""
    return {key_hash(WHOLE, text) for text in _whole(words)}


def gap_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of a one-word name with one consonant left out, and of the whole beside them."""
    return {key_hash(GAP, gap) for text in _whole(words) for gap in _gaps(text)}


def alone_keys(words: Sequence[WordKeys]) -> set[int]:
    """Keys of each word alone, for a surname without its given name."""
    return {mix(ALONE, a, a) for word in words for a in _hashes(map(fine_skeleton, word[2]))}

"""Sounds: one ASCII character each, and the coarse classes that look-up keys are made of.

The letters are listed at the head of `data/conventions/base.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

VOWELS = frozenset("aeiouEIOY")
_OPENING_VOWELS = VOWELS | {"y"}

# Classes that some convention confuses. A skeleton keeps consonants only, by class.
_CLASSES = {
    "P": "pb",
    "T": "tdTD",
    "F": "fvw",
    "K": "kgqG",
    "H": "hx",
    "J": "szSZcjC",
    "L": "l",
    "R": "r",
    "M": "m",
    "N": "nN",
}
CLASS_OF = {sound: name for name, sounds in _CLASSES.items() for sound in sounds}

_TO_CLASS = str.maketrans(
    {**CLASS_OF, **dict.fromkeys("aeiouEIOY", "."), "y": "."},
)
_DIGRAPHS = re.compile("ts|tS|dZ|tz")
_DIGRAPH_SOUND = {"ts": "C", "tS": "c", "dZ": "j", "tz": "C"}
_DOUBLE = re.compile(r"(.)\1+")
_once = itemgetter(1)  # a template would be read anew at each call
_NOT_CONSONANT = str.maketrans("", "", "aeiouEIOYwy")


def tidy(sounds: str) -> str:
    """Join t+s into one sound and write a doubled sound once."""
    if "t" in sounds or "d" in sounds:
        sounds = _DIGRAPHS.sub(lambda m: _DIGRAPH_SOUND[m[0]], sounds)
    return _DOUBLE.sub(_once, sounds)


def tidy_all(readings: Iterable[str]) -> list[str]:
    """Every reading made tidy, in one go: line breaks are no sounds and join with none."""
    return tidy("\n".join(readings)).split("\n")


def skeleton(sounds: str) -> str:
    """The consonant classes of a reading; an initial vowel is kept as "A"."""
    return _skeleton(sounds.translate(_TO_CLASS))


@lru_cache(maxsize=32_768)
def _skeleton(classes: str) -> str:
    """A skeleton from classes in which all vowels are alike: names share few of these."""
    opening = "A" if classes.startswith(".") else ""
    if len(classes) > 1 and classes.endswith("H"):
        classes = classes[:-1]
    classes = _DOUBLE.sub(_once, classes)
    classes = opening + classes.replace(".", "")
    return classes.replace("NK", "N")


def skeletons(sounds: str) -> tuple[str, ...]:
    """Every key-skeleton of a reading: a glide w may be heard as a vowel, kh as k, th as s, dh as z."""
    found = {skeleton(sounds)}
    if "w" in sounds or "v" in sounds:
        found.add(skeleton(sounds.replace("w", "u") if "w" in sounds else _soft_v(sounds)))
    if "x" in sounds:
        found.add(skeleton(sounds.replace("x", "k")))
    if "T" in sounds or "D" in sounds:
        found.add(skeleton(sounds.replace("T", "s").replace("D", "z")))
    return tuple(sorted(found))


def asked_skeletons(readings: Iterable[str]) -> tuple[str, ...]:
    """The key-skeletons of a query's readings, each once; the entity's side knows the rest."""
    joined = "\n".join(readings)  # all in one go, as in `tidy_all`
    found = list(map(_skeleton, joined.translate(_TO_CLASS).split("\n")))
    if "v" in joined:
        soft = map(_skeleton, _soft_v(joined).translate(_TO_CLASS).split("\n"))
        found = [heard for both in zip(found, soft, strict=True) for heard in both]
    return tuple(dict.fromkeys(found))


_V_AFTER_VOWEL = re.compile("(?<=[aeiouEIOY])v(?=[aeiouEIOYbdgklmnrstz])")


def _soft_v(sounds: str) -> str:
    """v between a vowel and another sound may be w, hence u (Davud, Daoud)."""
    return _V_AFTER_VOWEL.sub("u", sounds)


def consonants(sounds: str) -> str:
    """The consonants of a reading without glides, for scripts that write no vowels."""
    return sounds.translate(_NOT_CONSONANT)


_TO_NEUTRAL = str.maketrans(
    {
        "e": "a",
        "E": "a",
        "I": "i",
        "y": "i",
        "o": "u",
        "O": "u",
        "Y": "u",
        "w": "v",
        "f": "v",
        "q": "k",
        "g": "k",
        "G": "k",
        "x": "h",
        "T": "t",
        "d": "t",
        "D": "t",
        "z": "s",
        "C": "s",
        "Z": "S",
        "c": "S",
        "j": "S",
        "b": "p",
        "N": "n",
    }
)


def neutral(sounds: str) -> str:
    """A reading in the sixteen sounds that hardly any convention confuses, for a first sifting."""
    return sounds.translate(_TO_NEUTRAL)


def neutral_all(readings: Iterable[str]) -> list[str]:
    """Every reading in neutral sounds, in one go."""
    return neutral("\n".join(readings)).split("\n")


# The same without vowels and glides: a w among the sounds may be a vowel, and is none of these.
_TO_FINE = _TO_NEUTRAL | dict.fromkeys(map(ord, "aeiouEIOYy"))
_TO_FINE_BESIDE_W = _TO_FINE | dict.fromkeys(map(ord, "wvf"))


def fine_skeleton(sounds: str) -> str:
    """The consonants of a reading in neutral sounds, for surnames without a given name."""
    found = sounds.translate(_TO_FINE_BESIDE_W if "w" in sounds else _TO_FINE)
    return ("a" if sounds[:1] in _OPENING_VOWELS else "") + _fine(found)


@lru_cache(maxsize=32_768)
def _fine(consonants: str) -> str:
    if len(consonants) > 1 and consonants[-1] == "h":
        consonants = consonants[:-1]
    return _DOUBLE.sub(_once, consonants)

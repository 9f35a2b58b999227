"""How languages write sounds in Latin letters: tables in, readings out.

Each table of `data/conventions/` says what a cluster of letters sounds like to a reader of that
language. `readings(token)` reads one lower-case word under all of them at once: readings that agree
are given once, with the set of conventions that share them as bits of an integer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from auditor.names.sounds import tidy, tidy_all

# A convention that leaves a cluster open (French s between vowels) gives several readings; more than
# this many of one word are never needed and would cost look-ups: then each keeps its first.
_MOST_READINGS = 12

# Readings of a word's beginning that are carried on; of more than any name has (*QQQQQQ* has four a letter)
# only what each convention reads first.
_MOST_HEARD = 1024

# Letters of a word that are read. No name is longer; an engine that stammers writes *Shashashasha…* over
# hundreds of letters, whose readings double with each syllable (30 letters of it cost 10 ms, 42 cost 300).
_LONGEST = 30
_MOST_SCRIPT_READINGS = 6

Reading = tuple[str, int]  # sounds, conventions that read the word so


@dataclass(frozen=True, slots=True)
class _Choice:
    before: str
    after: str
    sounds: tuple[str, ...]

    def fits(self, text: str, start: int, end: int) -> bool:
        return (not self.before or text[start - 1] in self.before) and (
            not self.after or text[end] in self.after
        )


@dataclass(frozen=True, slots=True, eq=False)
class Convention:
    """One table: letter clusters to sounds, and the sounds it cannot tell apart."""

    code: str
    name: str
    choices: dict[str, tuple[_Choice, ...]]
    merges: frozenset[tuple[str, str]]  # (as written, as it may have been)
    languages: tuple[str, ...] = ()
    script: bool = False
    vowelless: bool = False
    loose: bool = False
    by_ear: bool = False  # names from other Latin alphabets are written as they sound
    longest: dict[str, int] = field(default_factory=dict)  # of the clusters that begin so
    own_letters: tuple[str, ...] = ()  # letters beyond ASCII that the table itself lists
    clusters: Mapping[str, float] = field(default_factory=dict)  # what pieces of names say for it

    def cluster(self, text: str, start: int) -> tuple[int, tuple[str, ...]]:
        """Length and sounds of the longest cluster at `start` of a word padded with #."""
        for length in range(self.longest.get(text[start], 1), 0, -1):
            end = start + length
            for choice in self.choices.get(text[start:end], ()):
                if end < len(text) and choice.fits(text, start, end):
                    return length, choice.sounds
        return 1, self._without_accent(text[start])

    def _without_accent(self, letter: str) -> tuple[str, ...]:
        """The sounds of a letter the table lacks: those of the letter under its accent."""
        if not self.script and not letter.isascii():
            for choice in self.choices.get(_plain(letter), ()):
                if not choice.before and not choice.after:
                    return choice.sounds
        return ("",)


@cache
def _plain(letter: str) -> str:
    """A letter without its accent: the first that stands for it in ASCII."""
    from anyascii import anyascii

    return str(anyascii(letter)).lower()[:1]


def _parse_key(key: str) -> tuple[str, str, str]:
    if "|" not in key:
        return "", key, ""
    before, cluster, after = key.split("|")
    return before, cluster, after


def _choices(
    letters: dict[str, str], inherited: dict[str, tuple[_Choice, ...]]
) -> dict[str, tuple[_Choice, ...]]:
    """A table's own choices over inherited ones: a cluster given without context replaces all."""
    own: dict[str, list[_Choice]] = {}
    for key, value in letters.items():
        before, cluster, after = _parse_key(key)
        own.setdefault(cluster, []).append(_Choice(before, after, tuple(value.split(" "))))
    merged = dict(inherited)
    for cluster, choices in own.items():
        plain = any(not choice.before and not choice.after for choice in choices)
        kept = () if plain else inherited.get(cluster, ())
        ordered = sorted(choices, key=lambda c: -(bool(c.before) + bool(c.after)))
        merged[cluster] = (*ordered, *kept)
    return merged


def _merges(table: dict[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((written, meant) for written, many in table.items() for meant in many.split())


def _read_tables() -> dict[str, dict[str, Any]]:
    folder = files("auditor") / "data" / "conventions"
    tables = (
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if path.name.endswith(".toml")
    )
    return {table["code"]: table for table in tables}


@cache
def conventions() -> dict[str, Convention]:
    """Every convention by code, Latin and script tables alike."""
    tables = _read_tables()

    @cache
    def letters_of(code: str) -> dict[str, tuple[_Choice, ...]]:
        table = tables[code]
        parent = table.get("inherits", "" if code == "base" else "base")
        return _choices(table["letters"], letters_of(parent) if parent else {})

    def longest(choices: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for cluster in choices:
            found[cluster[0]] = max(found.get(cluster[0], 1), len(cluster))
        return found

    return {
        code: Convention(
            code=code,
            name=table["name"],
            choices=(choices := letters_of(code)),
            longest=longest(choices),
            merges=_merges(table.get("merges", {})),
            languages=tuple(table.get("languages", ())),
            script=table.get("script", False),
            vowelless=table.get("vowelless", False),
            loose=table.get("loose", False),
            by_ear=table.get("by_ear", False),
            clusters=table.get("clusters", {}),
            own_letters=tuple(
                cluster for key in table["letters"] if not (cluster := _parse_key(key)[1]).isascii()
            ),
        )
        for code, table in sorted(tables.items())
    }


@cache
def latin() -> tuple[Convention, ...]:
    """The conventions in Latin letters; the place in this tuple is the bit in a reading's set."""
    return tuple(c for c in conventions().values() if not c.script and c.code != "base")


@cache
def bit(code: str) -> int:
    """The bit of a convention code; 0 for a code without a table."""
    return next((1 << i for i, c in enumerate(latin()) if c.code == code), 0)


def codes(bits: int) -> tuple[str, ...]:
    """The convention codes in a set of bits."""
    return tuple(c.code for i, c in enumerate(latin()) if bits >> i & 1)


@lru_cache(maxsize=4096)
def merged(bits: int) -> frozenset[tuple[str, str]]:
    """The pairs of sounds that at least one convention of the set writes alike."""
    pairs: set[tuple[str, str]] = set()
    for i, convention in enumerate(latin()):
        if bits >> i & 1:
            pairs |= convention.merges
    return frozenset(pairs)


@cache
def _spans() -> tuple[dict[str, int], frozenset[str]]:
    """How far the choices look that begin with a letter, or with two: ahead, and whether back."""
    spans: dict[str, int] = {}
    backward = set()
    for convention in latin():
        for cluster, choices in convention.choices.items():
            ahead = any(choice.after for choice in choices)
            start = cluster[:2]
            spans[start] = max(spans.get(start, 1), len(cluster) + ahead)
            if any(choice.before for choice in choices):
                backward.add(start)
    for start in [start for start in spans if len(start) == 2]:
        spans[start] = max(spans[start], spans.get(start[0], 1))
        if start[0] in backward:
            backward.add(start)
    return spans, frozenset(backward)


@lru_cache(maxsize=4096)
def _window(two: str) -> tuple[int, int]:
    """How many letters the conventions look at where two letters stand: before them, and from them on.

    Narrow windows recur from word to word, and what the conventions make of each is remembered.
    """
    spans, backward = _spans()
    start = two if two in spans else two[0]
    return int(start in backward), spans.get(start, 1)


# Letters taken, sounds, conventions: those that read them so, and above them, as many bits higher,
# those that do so first of all.
_Branch = tuple[int, str, int]


@cache
def _ways(letter: str) -> tuple[tuple[Convention, int], ...]:
    """The ways in which clusters that begin with a letter are read: one convention of each, and the
    bits of all that read them so."""
    among = {letter, letter if letter.isascii() else _plain(letter)}
    ways: dict[tuple[int, ...], tuple[Convention, int]] = {}
    for i, convention in enumerate(latin()):
        # What tables inherit unchanged is one object in all of them.
        way = tuple([id(own) for cluster, own in convention.choices.items() if cluster[0] in among])
        first, bits = ways.get(way, (convention, 0))
        ways[way] = first, bits | 1 << i
    return tuple(ways.values())


@lru_cache(maxsize=32_768)
def _branches(window: str, start: int) -> tuple[_Branch, ...]:
    """What the conventions make of the letters at `start` of a window."""
    found: dict[tuple[int, str], int] = {}
    padded = window + "#"
    every = len(latin())
    for convention, bits in _ways(window[start]):
        length, sounds = convention.cluster(padded, start)
        own = bits | bits << every
        for sound in sounds:
            found[length, sound] = found.get((length, sound), 0) | own
            own = bits
    return tuple([(length, sound, mask) for (length, sound), mask in found.items()])


@lru_cache(maxsize=16_384)
def readings(token: str, among: int = 0) -> tuple[Reading, ...]:
    """All readings of a lower-case Latin word, the most widely shared first.

    `among` limits them to some conventions (bits); 0 means every one.
    """
    token = token[:_LONGEST]
    text = f"#{token}##"
    end = len(token) + 1
    # Sounds of the letters before a place, with the conventions that hear them so.
    every = len(latin())
    among = among or (1 << every) - 1
    heard: dict[int, dict[str, int]] = {1: {"": among | among << every}}
    found: dict[str, int] = {}
    for start in range(1, end):
        if not (here := heard.pop(start, None)):
            continue
        if len(here) > _MOST_HEARD:
            here = {sounds: mask for sounds, mask in here.items() if mask >> every}
        back, ahead = _window(text[start : start + 2])
        for length, sound, own in _branches(text[start - back : start + ahead], back):
            there = heard.get(start + length)
            if there is None:
                heard[start + length] = {s + sound: mask & own for s, mask in here.items() if mask & own}
                continue
            for sounds, mask in here.items():
                if shared := mask & own:
                    sounds += sound
                    there[sounds] = there.get(sounds, 0) | shared
    for there in heard.values():
        for sounds, mask in zip(tidy_all(there), there.values(), strict=True):
            found[sounds] = found.get(sounds, 0) | mask
    ordered = sorted(
        [(sounds, mask & among) for sounds, mask in found.items()],
        key=lambda item: (-item[1].bit_count(), item[0]),
    )
    if len(ordered) <= _MOST_READINGS:
        return tuple(ordered)
    # Every convention keeps at least the reading that it gives first.
    return tuple([reading for reading in ordered if found[reading[0]] >> every])


def usual_reading(token: str, code: str) -> str:
    """The reading that a convention gives first."""
    return tidy("".join([sound for _, sound in segments(token, code)]))


@lru_cache(maxsize=16_384)
def read_under(token: str, code: str) -> tuple[str, ...]:
    """The readings of a word under one convention; those of `readings`, read without the others."""
    if not bit(code):
        return ()
    convention = conventions()[code]
    token = token[:_LONGEST]
    text = f"#{token}######"
    heard: dict[int, list[str]] = {1: [""]}
    for start in range(1, len(token) + 1):
        if here := heard.pop(start, None):
            if len(here) > _MOST_HEARD:
                return (usual_reading(token, convention.code),)
            length, choices = convention.cluster(text, start)
            there = heard.setdefault(start + length, [])
            there += [sounds + choice for sounds in here for choice in choices]
    found = sorted({tidy(sounds) for there in heard.values() for sounds in there})
    return tuple(found) if len(found) <= _MOST_READINGS else (usual_reading(token, convention.code),)


Segment = tuple[str, str]  # letters, sound


@lru_cache(maxsize=16_384)
def segments(word: str, code: str) -> tuple[Segment, ...]:
    """A lower-case word cut into the clusters of one convention, each with its usual sound."""
    convention = conventions()[code]
    text = f"#{word}######"
    start = 1
    found = []
    while start <= len(word):
        length, sounds = convention.cluster(text, start)
        found.append((text[start : start + length], sounds[0]))
        start += length
    return tuple(found)


@cache
def _script_tables() -> dict[str, Convention]:
    return {
        language: convention
        for convention in conventions().values()
        if convention.script
        for language in convention.languages
    }


def script_convention(language: str) -> Convention:
    """The table that reads the native script of a language."""
    tables = _script_tables()
    return tables.get(language, tables["*"])


@lru_cache(maxsize=32_768)
def read_script(word: str, convention: Convention) -> tuple[str, ...]:
    """The readings of a word in a native script (first reading first, at most six)."""
    text = f"#{word}######"
    states = [(1, "")]
    done: list[str] = []
    while states and len(done) < _MOST_SCRIPT_READINGS:
        start, sounds = states.pop()
        while start <= len(word):
            length, choices = convention.cluster(text, start)
            states.extend((start + length, sounds + choice) for choice in choices[1:])
            sounds += choices[0]
            start += length
        done.append(tidy(sounds))
    return tuple(dict.fromkeys(done))

"""How alike two spellings are: sounds aligned, differences weighed, the weights learned from pairs.

The weights stand in `data/matching.json`; `tests/benchmarks/learn_costs.py` makes them. A difference
that the spelling's convention cannot express (Turkish h for kh) is weighed apart from one it could.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, cast

from rapidfuzz.distance import Levenshtein

from auditor.names.conventions import Reading, merged, readings
from auditor.names.sounds import CLASS_OF, VOWELS, neutral_all
from auditor.names.tokens import Words, is_ordinal, namesake, to_ascii

_SOFT = frozenset("aeiouEIOYwyv'")
# A pair of words costing more than this is not one name under two spellings; the learned costs are
# natural-log odds, so 6 is four hundred to one against.
_NOT_THE_SAME = 7.0
_CLOSE = 1.5  # words in the same place costing less than this need no other partner
_ALTERNATIVES = 4  # closest (reading, alternative) pairs of a word that get a full alignment

distance = Levenshtein.distance

Token = tuple[str, tuple[str, ...]]  # a word of an entity's form: letters, possible sounds


class Pair(NamedTuple):
    """One word of a query against one word of an entity."""

    cost: float
    mask: int
    heard: str
    meant: str
    ops: tuple[str, ...]
    letters: float = 0.0  # share of letters that differ, accents aside
    odds: float = 0.0  # what the differences say where the whole names are weighed
    script: int = 0  # the script that the entity's name is written in at home


class Alignment(NamedTuple):
    """A query against one form of an entity: log odds that they are one name, and the evidence."""

    odds: float
    mask: int
    pairs: tuple[tuple[str, str, Pair], ...]
    structure: tuple[tuple[str, float], ...]

    def features(self) -> dict[str, float]:
        """All that the odds are made of, by name."""
        features = dict(self.structure)
        for _, _, found in self.pairs:
            for op in (*found.ops, *_in_script(found.ops, found.script)):
                features[op] = features.get(op, 0.0) + 1.0
        return features


@cache
def _tables() -> dict[str, dict[str, float]]:
    path = files("auditor") / "data" / "matching.json"
    tables: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return tables


def costs() -> dict[str, float]:
    """What each difference says of two words by themselves: which of them are one name."""
    return _tables()["costs"]


def weights() -> dict[str, float]:
    """What each feature says of two whole names, a difference of sound beside all others."""
    return _tables()["weights"]


def _place(index: int, length: int) -> str:
    if index == 0:
        return "^"
    return "$" if index >= length - 1 else ""


_Difference = tuple[str, float]  # its name, its weight


@lru_cache(maxsize=8192)
def _replaced(heard: str, meant: str, hidden: bool, first: bool) -> _Difference:
    """One sound for another."""
    low, high = (heard, meant) if heard < meant else (meant, heard)
    op = f"{'=' if hidden else ''}{low}{high}{'^' if first else ''}"
    return op, weight(op)


@lru_cache(maxsize=1024)
def _unshared(sign: str, sound: str, place: str) -> _Difference:
    """A sound that one of the two has alone."""
    op = f"{sign}{sound}{place}"
    return op, weight(op)


def _differences(heard: str, meant: str, mask: int) -> list[_Difference]:
    """The differences between two sound strings; a sound both have is no difference.

    "hx" one sound for another, "=hx" if the convention writes both alike, "+h" a sound the query
    lacks, "-h" one it has too many; with ^ or $ at the beginning or end of the word.
    """
    known = merged(mask)
    found = []
    edits = cast("list[tuple[str, int, int]]", Levenshtein.editops(heard, meant).as_list())
    for kind, i, j in edits:
        if kind == "replace":
            a, b = heard[i], meant[j]
            found.append(_replaced(a, b, (a, b) in known, i == 0))
        elif kind == "delete":
            found.append(_unshared("-", heard[i], _place(i, len(heard))))
        else:
            found.append(_unshared("+", meant[j], _place(j, len(meant))))
    return found


def _class(bare: str) -> str:
    """The coarse kind of a difference, to back off to."""
    if bare[0] in "+-":
        return bare[0] + ("V" if bare[1] in _SOFT else "C")
    heard, meant = bare[0], bare[1]
    if heard in _SOFT and meant in _SOFT:
        return "V~V"
    if CLASS_OF.get(heard) == CLASS_OF.get(meant):
        return "c~c"
    return "C~V" if heard in VOWELS or meant in VOWELS else "C~C"


@lru_cache(maxsize=8192)
def parts(op: str) -> tuple[str, ...]:
    """What a difference is made of for learning: itself, its sounds, its kind, its place."""
    if op[0] not in "+-=" and not (len(op) >= 2 and len(op.rstrip("^$")) == 2):
        return (op,)
    bare = op.lstrip("=").rstrip("^$")
    if len(bare) != 2:
        return (op,)
    kind = _class(bare)
    found = [bare, kind]
    if op[0] == "=":
        found += [f"={bare}", f"={kind}"]
    if op[-1] in "^$":
        found += [bare + op[-1], kind + op[-1]]
    return tuple(found)


@lru_cache(maxsize=8192)
def weight(op: str) -> float:
    """What a difference adds to the log odds that two words are one name (negative: against)."""
    table = costs()
    return sum(table.get(part, 0.0) for part in parts(op))


@lru_cache(maxsize=8192)
def evidence(op: str) -> float:
    """What a difference or another feature adds to the log odds that two whole names are one."""
    table = weights()
    return sum(table.get(part, 0.0) for part in parts(op))


def forget() -> None:
    """Forget what was worked out from the weights, which have changed."""
    for remembered in (weight, evidence, _replaced, _unshared, _missing, _most_odds, pair):
        remembered.cache_clear()


_HOPELESS = Pair(99.0, 0, "", "", ())


@lru_cache(maxsize=4096)
def neutral_readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word in neutral sounds, which are fewer."""
    merged: dict[str, int] = {}
    heard = readings(word)
    for text, (_, mask) in zip(neutral_all([sounds for sounds, _ in heard]), heard, strict=True):
        merged[text] = merged.get(text, 0) | mask
    return tuple(merged.items())


_AFFIX = re.compile(r"^abd(?=.{4})|(?<=.{4})(?:din|[ou]ll?ah?)$")


def is_long(word: str) -> bool:
    """Whether a name has a part that bearers leave out: Abdul Hafez or Hafez, Sirajuddin or Siraj."""
    may_be = word.startswith("abd") or word.endswith(("din", "la", "lah"))
    return may_be and _AFFIX.search(word) is not None


@lru_cache(maxsize=4096)
def core(word: str) -> str:
    """A name, or what it sounds like, without the part that bearers leave out."""
    return _AFFIX.sub("", word)


def _furthest(heard: str, meant: str) -> int:
    """Differences beyond which a reading and a pronunciation are never one name."""
    return 2 + max(len(heard), len(meant)) * 2 // 5


def _is_hopeless(spelt: str, first: str, sounds: tuple[str, ...]) -> bool:
    """Whether a word is too far from all pronunciations even in neutral sounds.

    Those are never further apart than the sounds they stand for.
    """
    most = _furthest(first, sounds[0])
    heard = neutral_readings(spelt)
    for meant in _neutral_sounds(sounds):
        for reading, _ in heard:
            if distance(reading, meant, score_cutoff=most) <= most:
                return False
    return True


# Kinds of script that names are written in at home: where no vowels are written, each romanisation
# guesses them, and consonants tell names apart; from Cyrillic, endings and vowels differ most.
SCRIPTS = ("", "vowelless", "cyrillic", "other")
_SCRIPT_AT = 48  # bits kept for conventions


def in_script(pivot: int, script: int) -> int:
    """Conventions as bits, and above them the script of the names to be compared under them."""
    return pivot | script << _SCRIPT_AT


def _in_script(ops: Sequence[str], script: int) -> list[str]:
    """The features of differences, by their kinds, between names from a script."""
    name = SCRIPTS[script]
    bare = ((op, op.lstrip("=").rstrip("^$")) for op in ops if script)
    return [f"{name}:{'=' if op[0] == '=' else ''}{_class(b)}" for op, b in bare if len(b) == 2]


@lru_cache(maxsize=4096)
def _neutral_sounds(sounds: tuple[str, ...]) -> tuple[str, ...]:
    """What a word may sound like, in neutral sounds."""
    return tuple(dict.fromkeys(neutral_all(sounds)))


@lru_cache(maxsize=4096)
def pair(spelt: str, letters: str, sounds: tuple[str, ...], pivot: int = 0) -> Pair:
    """One word of a query against one word of an entity: by sound, or as one given name in two languages."""
    script = pivot >> _SCRIPT_AT
    found = heard_pair(spelt, letters, sounds, pivot & ~(script << _SCRIPT_AT))
    cost = -weight("namesake")
    if found.cost > cost and (name := namesake(spelt)) and name == namesake(letters):
        named = Pair(cost, -1, sounds[0], sounds[0], ("namesake",))
        return named._replace(letters=found.letters, odds=evidence("namesake"))
    if script and found.ops:
        odds = found.odds + sum(map(evidence, _in_script(found.ops, script)))
        return found._replace(odds=odds, script=script)
    return found


def heard_pair(spelt: str, letters: str, sounds: tuple[str, ...], pivot: int = 0) -> Pair:
    """One word of a query against one word of an entity, under every convention or under `pivot`."""
    if spelt == letters:
        return Pair(0.0, -1, sounds[0], sounds[0], ())
    if is_ordinal(spelt) and is_ordinal(letters):
        return _HOPELESS  # another sovereign
    found = _heard(spelt, sounds, pivot)
    if found.cost > _CLOSE and (is_long(spelt) or is_long(letters)):
        short = tuple(dict.fromkeys(map(core, sounds)))
        bare = _heard(core(spelt), short, pivot)
        cost = bare.cost - weight("affix")
        if cost < found.cost:
            found = bare._replace(cost=cost, ops=(*bare.ops, "affix"))
    if found.ops and _is_shared(spelt) and _is_shared(letters):
        found = _heard_apart(found, spelt, sounds, pivot)
    cost, mask, heard, meant, ops, *_ = found
    differing = Levenshtein.normalized_distance(to_ascii(spelt), to_ascii(letters))
    return Pair(cost, mask, heard, meant, ops, differing, sum(map(evidence, ops)))


# What so many names have that it tells none from another: Abdul Malik, Abdul Khaliq; Fakhrizadeh, Fathizadeh.
_SHARED = re.compile(r"^abd(?=.{4})|(?<=.{3})[zsDC]a[dt][eEaéə]h?$")


@lru_cache(maxsize=4096)
def _is_shared(word: str) -> bool:
    return _SHARED.search(word) is not None


def _heard_apart(found: Pair, spelt: str, sounds: tuple[str, ...], pivot: int) -> Pair:
    """Two words that differ, by what they do not share with many other names."""
    short = tuple(dict.fromkeys([_SHARED.sub("", heard) for heard in sounds]))
    bare = _heard(_SHARED.sub("", spelt), short, pivot)
    return bare if bare.cost > found.cost else found


def _heard(spelt: str, sounds: tuple[str, ...], pivot: int) -> Pair:
    """What a word sounds like against what another may sound like."""
    heard = readings(spelt)
    if pivot:
        heard = tuple((s, m & pivot) for s, m in heard if m & pivot) or heard
    same = 0
    for reading, mask in heard:
        if reading in sounds:
            same |= mask
            meant = reading
    if same:
        return Pair(0.0, same, meant, meant, ())
    if _is_hopeless(spelt, heard[0][0], sounds):
        return _HOPELESS
    return _nearest(heard, sounds)


def _nearest(heard: Sequence[Reading], sounds: tuple[str, ...]) -> Pair:
    """The reading and pronunciation that differ least."""
    most = _furthest(heard[0][0], sounds[0])
    compared = [
        (distance(reading, meant, score_cutoff=most), reading, meant, mask)
        for reading, mask in heard
        for meant in sounds
    ]
    most = min(most, min([apart for apart, *_ in compared]) + 1)
    ranked = sorted([way for way in compared if way[0] <= most])
    least, best = _HOPELESS.cost, _HOPELESS
    for _, reading, meant, mask in ranked[:_ALTERNATIVES]:
        found = _differences(reading, meant, mask)
        cost = -sum([own for _, own in found])
        if cost < least:
            least, best = cost, Pair(cost, mask, reading, meant, tuple([op for op, _ in found]))
    return best


def nearest_pairs(spelt: str, sounds: tuple[str, ...], pivot: int) -> Iterator[Pair]:
    """The readings of a word, under some conventions, that differ from a pronunciation in fewest sounds."""
    heard = [(sounds, mask & pivot) for sounds, mask in readings(spelt) if mask & pivot]
    ways = [(distance(reading, meant), reading, meant, mask) for reading, mask in heard for meant in sounds]
    least = min([apart for apart, *_ in ways], default=0)
    for apart, reading, meant, mask in ways:
        if apart == least:
            found = _differences(reading, meant, mask)
            yield Pair(-sum([own for _, own in found]), mask, reading, meant, tuple([op for op, _ in found]))


_Chosen = list[tuple[int, int, Pair]]


def _straight(spelt: Sequence[str], tokens: Sequence[Token], pivot: int) -> _Chosen:
    """Each word with the one in its place, up to the first that is not close."""
    chosen: _Chosen = []
    if len(spelt) == len(tokens):
        for i, word in enumerate(spelt):
            found = pair(word, tokens[i][0], tokens[i][1], pivot)
            if found[0] >= _CLOSE:
                break
            chosen.append((i, i, found))
    return chosen


def _assign(spelt: Sequence[str], tokens: Sequence[Token], pivot: int, spare: float) -> _Chosen | None:
    """Pair off the words of two names, cheapest first, each once; None if that costs more than `spare`."""
    straight = _straight(spelt, tokens, pivot)
    if len(straight) == len(spelt):
        return straight
    every = []
    # What the first word costs more that has any difference.
    unclean = max(0.0, evidence("clean") - max(0.0, evidence("excused")))
    for i in (*range(len(straight), len(spelt)), *range(len(straight))):  # the likeliest to cost much first
        word = spelt[i]
        least = _left_alone(i, spelt, tokens)
        lost = 0.0
        for j, (letters, sounds) in enumerate(tokens):
            found = pair(word, letters, sounds, pivot)
            if found[0] < _NOT_THE_SAME:
                every.append((found[0] + 0.05 * abs(i - j), i, j, found))
                own = unclean if found[4] else 0.0
                if own - found[6] < least:
                    least, lost = own - found[6], own
        spare -= least
        unclean -= lost
        if spare < 0.0:
            return None
    every.sort(key=_first_three)
    left, right = set(range(len(spelt))), set(range(len(tokens)))
    chosen = []
    for _, i, j, found in every:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            chosen.append((i, j, found))
    chosen.sort(key=_first_two)
    return chosen


_first_three = itemgetter(0, 1, 2)
_first_two = itemgetter(0, 1)


def _initial(word: str, sounds: tuple[str, ...]) -> bool:
    return len(word) == 1 and any(
        reading[:1] == meaning[:1] for reading, _ in readings(word) for meaning in sounds
    )


# Given names that bearers of two often go without (Mohammad Javad Zarif is Javad Zarif), and titles.
_OFTEN_LEFT_OUT = re.compile(
    r"m[aeou]+h[ae]+mm?[aeiou]+[dt]$|mehmet$|s[aei]+[yi]*[yi][aei]d$|syed$|se[iy]+ed$|ha[cdj]+[iy]?$|mir(?:za)?$"
)


def _unpaired(kind: str, word: str, place: int, length: int) -> str:
    """The feature of a word that found no partner: "extra" in the query, "missing" from it."""
    if _OFTEN_LEFT_OUT.match(word):
        return f"{kind}-common"
    where = "first" if place == 0 else "last" if place == length - 1 else "middle"
    return f"{kind}-{where}"


def _spare(
    left: list[int], right: list[int], spelt: Sequence[str], tokens: Sequence[Token]
) -> dict[str, float]:
    """Features of words that found no partner."""
    features: dict[str, float] = {}

    def add(name: str, value: float = 1.0) -> None:
        features[name] = features.get(name, 0.0) + value

    for i in list(left):
        for j in right:
            if _initial(spelt[i], tokens[j][1]) or _initial(tokens[j][0], readings(spelt[i])[0][:1]):
                add("initial")
                left.remove(i)
                right.remove(j)
                break
    for i in left:
        add(_unpaired("extra", spelt[i], i, len(spelt)))
    for j in right:
        add(_unpaired("missing", tokens[j][0], j, len(tokens)))
    if left and right:
        add("conflict", float(min(len(left), len(right))))
    return features


@cache
def _missing() -> float:
    """The most that odds can be after a word that the query lacks."""
    return max(map(evidence, ("missing-common", "missing-first", "missing-middle", "missing-last")))


@lru_cache(maxsize=1024)
def _most_odds(words: int, tokens: int, mass: int) -> float:
    """Log odds if every word had a partner that sounds the same, and all `mass` sounds of theirs."""
    table = weights()
    counted = min(mass, 24) / 10
    most = table["bias"] + counted * table["mass"] + table["words"] * min(words, tokens, 3)
    most += max(0.0, table["clean"], table["excused"]) + max(0.0, table["short"], table["mixed"])
    if tokens == 1:
        most += table["alone"] + counted * table["alone-mass"]
    if words < tokens:
        most += _missing() * (tokens - words)
    return most


def _left_alone(i: int, spelt: Sequence[str], tokens: Sequence[Token]) -> float:
    """The least that it costs to leave a word without a partner."""
    table = weights()
    cost = -table[_unpaired("extra", spelt[i], i, len(spelt))]
    if len(spelt) <= len(tokens):
        cost += table["words"] - table["conflict"] - _missing()
    if len(spelt[i]) == 1 or any(len(letters) == 1 for letters, _ in tokens):
        cost = min(cost, -table.get("initial", 0.0))
    return cost


def _structure(chosen: _Chosen, spelt: Sequence[str], tokens: Sequence[Token]) -> dict[str, float]:
    """Features of how the words of two names stand to each other."""
    features: dict[str, float] = {"bias": 1.0}
    if len(chosen) < len(spelt) or len(chosen) < len(tokens):
        taken, used = {c[0] for c in chosen}, {c[1] for c in chosen}
        left = [i for i in range(len(spelt)) if i not in taken]
        right = [j for j in range(len(tokens)) if j not in used]
        features.update(_spare(left, right, spelt, tokens))
    if any(a[1] > b[1] for a, b in pairwise(chosen)):
        features["swapped"] = 1.0
    mass = worst = letters = 0.0
    clean = 1.0 if chosen else 0.0
    common = -1
    excused = unexcused = 0
    for i, j, found in chosen:
        length = len(found[3])
        mass += length
        letters += found[5]
        common &= found[1]
        if found[4]:
            clean = 0.0
            known = sum([op[0] == "=" for op in found[4]])
            excused += known
            unexcused += len(found[4]) - known
            worst = max(worst, found[0] / (2 + length))
            if j == len(tokens) - 1:
                features["cost-last"] = min(found[0], 8.0) / 4
            if i == 0 == j:
                features["cost-first"] = min(found[0], 8.0) / 4
    if chosen:
        features["word-letters"] = letters / len(chosen)
    if not common:
        features["mixed"] = 1.0
    elif excused and not unexcused:
        features["excused"] = 1.0
    if unexcused:
        features["unexcused"] = math.log1p(unexcused)
    features["mass"] = min(mass, 24) / 10
    if mass <= 4:
        features["short"] = 1.0
    features["words"] = float(min(len(chosen), 3))
    if len(tokens) == 1:
        features["alone"] = 1.0
        features["alone-mass"] = features["mass"]
    if len(spelt) == 1 and len(tokens) > 1:
        features["partial"] = 1.0
    features["worst"] = worst
    features["clean"] = clean
    return features


def total(features: Mapping[str, float]) -> float:
    """What features add to the log odds."""
    table = weights()
    return sum([table.get(name, 0.0) * value for name, value in features.items()])


def _joined(spelt: Sequence[str], tokens: Sequence[Token]) -> Iterator[tuple[Sequence[str], Sequence[Token]]]:
    """Both names written as one word each; and where one has a word more, two of it as one."""
    yield ("".join(spelt),), (_as_one(tokens),)
    more, fewer = len(spelt), len(tokens)
    if fewer > 1 and more == fewer + 1:
        at = _meeting(spelt, [token[0] for token in tokens])
        yield (*spelt[:at], spelt[at] + spelt[at + 1], *spelt[at + 2 :]), tokens
    elif more > 1 and fewer == more + 1:
        at = _meeting([token[0] for token in tokens], spelt)
        yield spelt, (*tokens[:at], _as_one(tokens[at : at + 2]), *tokens[at + 2 :])


def _as_one(tokens: Sequence[Token]) -> Token:
    """Words written as one."""
    longest = min(3, max(len(token[1]) for token in tokens))
    sounds = ["".join(t[1][min(k, len(t[1]) - 1)] for t in tokens) for k in range(longest)]
    return "".join(t[0] for t in tokens), tuple(dict.fromkeys(sounds))


def _meeting(more: Sequence[str], fewer: Sequence[str]) -> int:
    """Which word of a name must be one with the next for its words to be as long as another's."""

    def unlike(at: int) -> int:
        lengths = [*map(len, more[:at]), len(more[at]) + len(more[at + 1]), *map(len, more[at + 2 :])]
        return sum([abs(a - len(b)) for a, b in zip(lengths, fewer, strict=True)])

    return min(range(len(fewer)), key=unlike)


UNLIKELY = Alignment(-99.0, 0, (), ())  # not worth weighing to the end


def align(
    spelt: Sequence[str], tokens: Sequence[Token], pivot: int = 0, needed: float = -math.inf
) -> Alignment:
    """Weigh a name's words against the words of one form of an entity.

    Where the odds cannot reach what is needed, the work is broken off and they come back hopeless.
    """
    best = _align(spelt, tokens, pivot, needed)
    if 1 <= abs(len(spelt) - len(tokens)) <= 2 and _same_length(spelt, tokens):
        for words, others in _joined(spelt, tokens):
            joined = _align(words, others, pivot, needed - evidence("joined"))
            odds = joined.odds + evidence("joined")
            if odds > best.odds:
                best = Alignment(odds, joined[1], joined[2], (*joined.structure, ("joined", 1.0)))
    return best


def _same_length(spelt: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether two names have about as many letters, so that they may differ in spacing alone."""
    return abs(sum(map(len, spelt)) - sum(len(t[0]) for t in tokens)) <= 4


def _align(spelt: Sequence[str], tokens: Sequence[Token], pivot: int, needed: float) -> Alignment:
    mass = sum([max(map(len, sounds)) for _, sounds in tokens])
    chosen = _assign(spelt, tokens, pivot, _most_odds(len(spelt), len(tokens), mass) - needed)
    if chosen is None:
        return UNLIKELY
    features = _structure(chosen, spelt, tokens)
    mask = -1
    odds = total(features)
    for _, _, found in chosen:
        mask = mask & found[1] or mask
        odds += found[6]
    pairs = tuple([(spelt[i], tokens[j][0], found) for i, j, found in chosen])
    return Alignment(odds, mask, pairs, tuple(features.items()))


# Share of letters that differ beyond which the words may be the same in another order.
_REORDERED = 0.5


def context(
    query: str,
    folded: str,
    words: Words,
    form: Words,
    crowd: int,
    native: bool,
    others: int = 1,
    is_place: bool = False,
) -> dict[str, float]:
    """Features of the whole spellings: letters, particles, and how many names sound like this.

    `crowd` is how many forms share a key with the query, `others` how many share two words with it
    that this one shares.
    """
    letters, first = Levenshtein.normalized_distance(query, folded), query[:1] != folded[:1]
    if letters > _REORDERED and " " in query:
        query, folded = " ".join(sorted(query.split())), " ".join(sorted(folded.split()))
        in_order = Levenshtein.normalized_distance(query, folded)
        if in_order < letters / 2:
            letters, first = in_order, query[:1] != folded[:1]
    found = {
        "letters": letters,
        "first-letter": float(first),
        "particles": float(len(words.particles) != len(form.particles)),
        "title-more": float(bool(words.honorifics) and not form.honorifics),
        "title-less": float(bool(form.honorifics) and not words.honorifics),
        "generics": float(len(words.generics) != len(form.generics)),
        "crowd": math.log1p(crowd) / 5,
        "native": float(native),
        "others": math.log(others) / 5,
    }
    if is_place:
        found["place"] = 1.0
    return found


# Features that weigh otherwise with places, which have mostly one word and another history.
_OF_PLACES = (
    "letters",
    "first-letter",
    "particles",
    "generics",
    "crowd",
    "native",
    "word-letters",
    "mass",
    "short",
    "words",
    "worst",
    "clean",
    "cost-last",
)


def with_context(found: Alignment, features: Mapping[str, float], weighed: float) -> Alignment:
    """An alignment with the evidence of the whole spellings added, which add up to `weighed`."""
    if "place" in features:
        every = (*found.structure, *features.items())
        features = {**features, **{f"place-{name}": value for name, value in every if name in _OF_PLACES}}
        weighed = total(features)
    return Alignment(found.odds + weighed, found.mask, found.pairs, (*found.structure, *features.items()))


# A surname alone: odds by its length in sounds, since short ones are shared by many who are in no
# gazetteer; a given name alone means little; never surer than even.
_SURNAME, _SURNAME_SOUND, _GIVEN_NAME, _SURNAME_MOST = -1.5, 0.5, -2.5, 0.0
_MOST_GAINED = 2.0  # differences usual in respellings speak for a match, but never so much
_ROUNDING = 1e-6


def as_surname(found: Alignment, tokens: Sequence[Token]) -> Alignment:
    """The alignment of one word with a person's full name, weighed as a surname without the rest."""
    if len(found.pairs) != 1:
        return found._replace(odds=-20.0)
    _, letters, matched = found.pairs[0]
    odds = _SURNAME + _SURNAME_SOUND * len(matched.meant) - matched.cost
    if letters != tokens[-1][0]:
        odds += _GIVEN_NAME
    structure = (*((n, v) for n, v in found.structure if not n.startswith("missing")),)
    return found._replace(odds=min(odds, _SURNAME_MOST), structure=structure)


def may_be_surname(word: str, tokens: Sequence[Token], pivot: int, needed: float) -> bool:
    """Whether a word may be one of a person's names at the odds that are needed."""
    last = tokens[-1][0]
    written_as_one = (_as_one(tokens),) if _same_length((word,), tokens) else ()
    for letters, sounds in (*tokens, *written_as_one):
        most = _SURNAME + _SURNAME_SOUND * max(map(len, sounds))
        if letters != last:
            most += _GIVEN_NAME
        if most < needed - _MOST_GAINED:
            continue
        if most - pair(word, letters, sounds, pivot).cost >= needed - _ROUNDING:
            return True
    return False


def log_odds(chance: float) -> float:
    """A probability as log odds."""
    return math.log(chance / (1.0 - chance)) if 0.0 < chance < 1.0 else math.copysign(math.inf, chance - 0.5)


def probability(odds: float) -> float:
    """Log odds as a probability."""
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, odds))))

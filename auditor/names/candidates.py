"""The forms of a gazetteer that a name may be: what its keys bring up, sifted by sound at first sight."""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from auditor.names import keys
from auditor.names.conventions import Reading
from auditor.names.index import Index
from auditor.names.layers import Layers
from auditor.names.matching import neutral_readings

distance = Levenshtein.distance

# Forms aligned per look-up: the keys bring the right one among the first few dozen.
_MOST_ALIGNED = 8
# In neutral sounds: a form further than this share of the query's sounds is another name; one this
# many edits further than the nearest is not the better match.
_FAR = 0.4
_FURTHER = 2
# Of forms that sound alike, so many are ordered at first sight, in neutral sounds that differ: by a
# reading that few conventions have, by all letters being others, by being one word of several (with
# more letters than these beyond the query's). Set where most right forms are among those aligned.
_MOST_READ = 24
_RARELY_HEARD = 0.25
_LETTERS = 3.0
_A_PART, _ONE_WORD = 1.0, 2
_MOST_OTHER = 5
# Of forms that share two words: how many are compared word by word, and how like (of 200) they must be.
_MOST_COMPARED = 200
_CROWDED = 10.0  # what it counts against them that e times as many share the same words
_LIKE, _LIKE_IN_ALL = 120.0, 150.0  # with other words beside; with as many words as the query
_LIKE_AT_ALL = 60  # of 100, before letters are set in order
# Of forms with as many words as the query, those further than this share of its sounds hardly ever
# had odds of any use: 1 of 130, and none of 250 beside names that were in no gazetteer.
_FAR_IN_ALL = 0.36
_MOST_HEARD = 6
_MOST_APART = 99
_NEAR = 0.12  # a form this near (per sound) in neutral sounds needs no wider search
# Words of a name of which two may be one in the gazetteer: Sepah Mansour, Sepahmansour.
_TWO_AS_ONE = 3


@dataclass(slots=True)
class Search:
    """What the keys of a name have brought up so far."""

    words: tuple[str, ...]
    heard: list[str]  # the name in neutral sounds
    hits: dict[int, None]  # forms that share a key, in the order they came up
    shared: list[dict[int, None]]  # of these, for every two words: the forms that share both
    sounds: dict[int, bytes]  # of forms: their neutral sounds
    apart: dict[int, int]  # of forms not too far: neutral sounds in which they differ
    heard_as: dict[int, int]  # of these: which way of hearing the name that is, the commonest 0

    def others(self, number: int) -> int:
        """How many forms share two words with the name that this one shares, the rarest two."""
        return min([len(forms) for forms in self.shared if number in forms], default=1)

    def all_others(self) -> dict[int, int]:
        """The same of every form that shares two words."""
        found = dict.fromkeys(chain.from_iterable(self.shared), 0)
        for forms in sorted(self.shared, key=len, reverse=True):
            found.update(dict.fromkeys(forms, len(forms)))
        return found


def candidates(
    index: Index | Layers, folded: str, words: tuple[str, ...], mask: int
) -> tuple[Search, tuple[int, ...]]:
    """What the keys of a name bring up, and of it the numbers of the forms worth aligning.

    `folded` is the name without accents and case, `words` what of it is compared, `mask` the
    conventions it may be spelt by, 0 for any.
    """
    search = _search(index, words, mask)
    return search, tuple(_sift(index, search, folded))


def _search(index: Index | Layers, words: tuple[str, ...], mask: int) -> Search:
    """Forms that share keys with the words; wider keys if none of them sounds near."""
    found = [keys.query_word(word, mask) for word in words]
    gather = index.gather
    search = Search(words, _whole_readings(words), {}, [], {}, {}, {})
    search.hits.update(dict.fromkeys(gather(keys.whole_keys(found))))
    if len(found) > 1:
        for pair in combinations(found[: keys.MOST_WORDS], 2):
            search.shared.append(dict.fromkeys(gather(keys.pair_keys(pair))))
            search.hits.update(search.shared[-1])
    else:
        search.hits.update(dict.fromkeys(gather(keys.alone_keys(found))))
    if _listen(index, search):
        return search
    wider = keys.half_keys((found[0], found[-1])) if len(found) > 1 else keys.gap_keys(found)
    search.hits.update(dict.fromkeys(gather(wider)))
    if len(found) == _TWO_AS_ONE:
        one, two, three = words
        for fewer in ((one + two, three), (one, two + three)):
            joined = keys.pair_keys([keys.query_word(word, mask) for word in fewer])
            search.hits.update(dict.fromkeys(gather(joined)))
    _listen(index, search)
    return search


def _listen(index: Index | Layers, search: Search) -> bool:
    """Compare the neutral sounds of new hits; whether one is so near that no wider keys are needed."""
    sounds, apart = search.sounds, search.apart
    numbers = list(islice(search.hits, len(sounds), None))
    choices = index.neutral(numbers)
    sounds.update(zip(numbers, choices, strict=True))
    alone = len(search.words) == 1
    if alone:
        numbers, choices = _single_words(numbers, choices)
    near, nearest = False, min(apart.values(), default=99)
    for rank, heard in enumerate(search.heard) if choices else ():
        cutoff = min(max(1, int(_FAR * len(heard))), nearest + _FURTHER + 1)
        close = int(_NEAR * len(heard))
        for choice, edits, place in process.extract(
            heard, choices, scorer=distance, limit=_MOST_READ, score_cutoff=cutoff
        ):
            number = numbers[place]
            if number not in apart or edits < apart[number]:
                apart[number] = edits
                search.heard_as[number] = rank
                nearest = min(nearest, edits)
            if edits <= close and (not alone or sounds[number] == choice):
                near = True
    return near


def _sift(index: Index | Layers, search: Search, folded: str) -> Iterator[int]:
    """The forms worth aligning: those that sound least unlike the query in any reading."""
    kept = [number for _, number in _likely(index, search, folded)]
    yield from kept
    # Beside a form that sounds the same no other order is likelier: of 4,000 names none was.
    if len(search.words) > 1 and min(search.apart.values(), default=1):
        yield from _other_orders(search, set(kept))


def _likely(index: Index | Layers, search: Search, folded: str) -> list[tuple[float, int]]:
    """Forms least unlike the query at first sight: by sounds, words and letters, the likest first.

    Letters can only add to what sounds and words make unlike, and to read them takes time.
    """
    apart = search.apart
    most = min(apart.values(), default=0) + _FURTHER
    spaces, sounds = len(search.words) - 1, search.sounds
    in_all = _FAR_IN_ALL * len(search.heard[0]) if spaces else _MOST_APART
    heard = sorted(
        [
            (_unlike(search, n), n)
            for n, edits in apart.items()
            if edits <= most and (edits < in_all or sounds[n].count(b" ") != spaces)
        ]
    )
    likely: list[tuple[float, int]] = []
    for unlike, number in heard:
        if len(likely) == _MOST_ALIGNED and unlike > likely[-1][0]:
            break
        letters = index.folded(number)
        far = distance(folded, letters) / (max(len(folded), len(letters)) or 1)
        insort(likely, (unlike + _LETTERS * far, number))
        del likely[_MOST_ALIGNED:]
    return likely


def _other_orders(search: Search, kept: set[int]) -> list[int]:
    """Forms of which two words are in the query, in another order or with others: sounds in a row
    would rank them last."""
    others = search.all_others()
    fresh = [number for number in others if number not in kept]
    if len(fresh) > _MOST_COMPARED:
        fresh = sorted(fresh, key=others.__getitem__)[:_MOST_COMPARED]
    forms = [search.sounds[number].decode() for number in fresh]
    spaces = len(search.words) - 1
    likeness: dict[int, float] = {}
    for heard in search.heard[:2] if forms else ():
        for form, like, place in process.extract(
            heard, forms, scorer=fuzz.token_set_ratio, limit=None, score_cutoff=_LIKE_AT_ALL
        ):
            like += fuzz.token_sort_ratio(heard, form)
            if like >= (_LIKE_IN_ALL if form.count(" ") == spaces else _LIKE):
                number = fresh[place]
                likeness[number] = max(like, likeness.get(number, 0.0))
    ranked = sorted((_CROWDED * math.log(others[number]) - like, number) for number, like in likeness.items())
    return [number for _, number in ranked[:_MOST_OTHER]]


def _whole_readings(words: tuple[str, ...]) -> list[str]:
    """A name as whole conventions hear it, in neutral sounds, the most shared readings first."""
    heard: Sequence[Reading] = neutral_readings(words[0])
    for word in words[1:]:
        own = neutral_readings(word)
        merged = [
            (f"{head} {sounds}", shared)
            for head, mask in sorted(heard, key=_shared)[:12]
            for sounds, bits in own
            if (shared := mask & bits)
        ]
        heard = merged
    return [text for text, _ in sorted(heard, key=_shared)[:_MOST_HEARD]]


def _shared(reading: Reading) -> int:
    return -reading[1].bit_count()


def _unlike(search: Search, number: int) -> float:
    """How unlike the query a form is by its sounds and words alone."""
    unlike = search.apart[number] + _RARELY_HEARD * min(search.heard_as[number], 3)
    if len(search.words) == 1 and b" " in (sounds := search.sounds[number]):
        own = len(sounds) - sounds.count(b" ")
        unlike += _A_PART if own > len(search.heard[0]) + _ONE_WORD else 0.0
    return unlike


def _single_words(numbers: list[int], choices: list[bytes]) -> tuple[list[int], list[bytes]]:
    """Each word of each form by itself, and all written as one, for a query of one word."""
    split_numbers, words = [], []
    for number, choice in zip(numbers, choices, strict=True):
        if b" " in choice:
            parts = choice.split(b" ")
            words += parts
            split_numbers += [number] * (len(parts) + 1)
            choice = b"".join(parts)
        else:
            split_numbers.append(number)
        words.append(choice)
    return split_numbers, words

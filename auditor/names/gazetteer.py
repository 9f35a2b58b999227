"""The gazetteer: every entity, found by any spelling of its name.

    Gazetteer.bundled().lookup("Kasım Süleymani")[0].entity.name  →  "Qasem Soleimani"
"""

from __future__ import annotations

import json
import math
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, islice
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from auditor.names import keys
from auditor.names.compile import compile_gazetteer
from auditor.names.conventions import Reading, bit
from auditor.names.entity import Entity, Office, Spelling
from auditor.names.explain import explain, is_divided
from auditor.names.index import MAGIC, Index, key_hash
from auditor.names.layers import Layers, replaced_forms
from auditor.names.matching import (
    UNLIKELY,
    Alignment,
    Pair,
    Token,
    align,
    as_surname,
    context,
    in_script,
    log_odds,
    may_be_surname,
    neutral_readings,
    probability,
    total,
    with_context,
)
from auditor.names.pivots import best_convention
from auditor.names.pronounced import BY_EAR
from auditor.names.sources import (
    apply_style,
    bundled_folder,
    read_house,
    read_sources,
    source_files,
)
from auditor.names.tokens import Words, fold, is_sovereign, split
from auditor.store import compiled, digest

__all__ = [
    "Entity", "Gazetteer", "Match", "Office", "Spelling", "compile_gazetteer",
]

distance = Levenshtein.distance

KINDS = ("person", "organisation", "place")
# Below this, a match is more likely wrong than right; scores are probabilities.
THRESHOLD = 0.5
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
# Log odds of a form beside which those that sound less like the query by two neutral sounds, or
# have more or fewer words, need no look: they are further behind than counts (`_MOST_LEAD`).
_SETTLED = 3.0
# Words of a name of which two may be one in the gazetteer: Sepah Mansour, Sepahmansour.
_TWO_AS_ONE = 3
_NO_HOPE = -12.0  # log odds before the whole spellings are compared, which add at most a few


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a spelling may mean."""

    entity: Entity
    spelling: Spelling
    known: str  # the convention where it is known beforehand; empty: worked out when asked for
    score: float
    query: str
    partial: bool = False  # a surname or given name alone
    exact: bool = False  # letter for letter, accents and case aside
    found: Alignment | None = None

    @property
    def convention(self) -> str:
        """The convention under which the query spells the entity; "en" if the English press's."""
        if self.known:
            return self.known
        if not self.is_read:
            return self.spelling.convention
        return best_convention(self.query, self.spelling.text)

    @property
    def is_read(self) -> bool:
        """Whether the convention is to be read from the letters: the form itself has none of a press."""
        return self.spelling.convention in {"en", "native"}

    def listed_under(self, *, letters: bool = False) -> list[str]:
        """The conventions that have a listed form of the entity with the query's letters, case and
        accents aside; with `letters` case alone."""
        forms = [s for s in self.entity.spellings if s.status == "deprecated"]
        if letters:
            return [s.convention for s in forms if s.text.lower() == self.query.lower()]
        folded = fold(self.query)
        return [s.convention for s in forms if fold(s.text) == folded]

    @property
    def is_divided(self) -> bool:
        """Whether the words of the name are divided otherwise, and no letter differs."""
        return self.found is not None and is_divided(self.found)

    @property
    def detail(self) -> str:
        """Why, letter by letter."""
        if self.exact:
            return "the same letters"
        if is_sovereign(self.query):
            return "languages turn the names of sovereigns and popes"
        return explain(self.found, self.convention) if self.found else ""


@dataclass(frozen=True, slots=True)
class _Form:
    entity: int
    kind: str
    status: str
    convention: str
    text: str
    folded: str
    tokens: tuple[Token, ...]
    words: Words
    script: int


_Ranked = tuple[float, _Form, Alignment]
_Weigher = Callable[[int, _Form, float], Alignment]


def _unlikeliness(ranked: _Ranked) -> float:
    return -ranked[0]


def _keep_better(best: dict[int, _Ranked], form: _Form, found: Alignment) -> bool:
    """Keep a form if it is the best so far of its entity; whether it is."""
    better = form.entity not in best or found.odds > best[form.entity][0]
    if better:
        best[form.entity] = (found.odds, form, found)
    return better


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


@dataclass(slots=True)
class _Search:
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


def _unlike(search: _Search, number: int) -> float:
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


def _weigher(folded: str, words: Words, search: _Search, mask: int) -> _Weigher:
    """What weighs forms as the meaning of a name: unlikely if they cannot have the odds needed."""
    spelt, crowd = words.content, len(search.hits)

    def weigh(number: int, form: _Form, needed: float) -> Alignment:
        surname = len(spelt) == 1 and form.kind == "person" and len(form.tokens) > 1
        under = in_script(mask, form.script)
        if surname and not may_be_surname(spelt[0], form.tokens, under, needed + _MOST_GAIN):
            return UNLIKELY
        place = form.kind == "place"
        around = context(
            folded, form.folded, words, form.words, crowd, form.convention == "native",
            search.others(number), place,
        )
        weighed = total(around)
        least = -math.inf if surname or place else needed - weighed
        found = align(spelt, form.tokens, under, least)
        if form.convention == BY_EAR and any(map(_is_other_short, found.pairs)):
            return UNLIKELY
        if (found.odds < _NO_HOPE and len(spelt) > 1) or found.odds < least:
            return UNLIKELY
        found = with_context(found, around, weighed)
        return as_surname(found, form.tokens) if surname else found

    return weigh


def _tokens(spec: str) -> tuple[Token, ...]:
    tokens = []
    for item in spec.split(" "):
        word, _, sounds = item.partition(";")
        tokens.append((word, tuple(sounds.split(","))))
    return tuple(tokens) if spec else ()


def _entity(row: str) -> Entity:
    data = json.loads(row)
    return Entity(
        id=data["id"], kind=data["kind"], name=data["name"], short=data.get("short", ""),
        native=data.get("native", ""), language=data.get("language", ""),
        about=data.get("about", ""), countries=tuple(data.get("countries", ())),
        roles=tuple(data.get("roles", ())),
        offices=tuple(Office(*office) for office in data.get("offices", ())),
        spellings=tuple(Spelling(*s) for s in data.get("spellings", ())),
        meanings={k: tuple(v) for k, v in data.get("meanings", {}).items()},
        acronyms=tuple(data.get("acronyms", ())), type=data.get("type", ""),
        styles=data.get("styles", {}),
    )


_PLAIN = Words((), (), (), ())


def _words(text: str, spec: str) -> Words:
    """What was set aside in a form; nothing if it has as many words as are compared."""
    same = text.count(" ") == spec.count(" ") and "-" not in text
    return _PLAIN if same else split(text)


class Gazetteer:
    """A compiled gazetteer, opened; looks names up."""

    def __init__(self, index: Index | Layers, layers: Sequence[Gazetteer] = ()) -> None:
        self._index = index
        # The gazetteers that were laid one over another, the lowest first; of a single one, itself.
        self.layers: Sequence[Gazetteer] = layers or (self,)
        self._form = lru_cache(maxsize=8192)(self._read_form)
        self._entity = lru_cache(maxsize=8192)(self._read_entity)
        # A name is looked up among persons and then among places: what the keys bring up is the same.
        self._found = lru_cache(maxsize=16)(self._candidates)

    @classmethod
    def open(cls, path: Path, house: Path | None = None) -> Gazetteer:
        """Open a compiled file, and one to lay over it; nothing is parsed."""
        book = Index(path)
        if house is None:
            return cls(book)
        own = Index(house)
        return cls(Layers(book, own), (cls(book), cls(own)))

    @classmethod
    def bundled(cls, house: Sequence[Path] = (), style: str | None = None) -> Gazetteer:
        """The gazetteer of the text files, compiled once and kept; house files and what a style
        changes are laid over it."""
        sources = source_files(bundled_folder())
        name = f"gazetteer-{_digest(sources)}.bin"

        def build(path: Path) -> None:
            compile_gazetteer(read_sources(sources), path, abroad=False)  # its rows have them

        def book() -> Path:
            return compiled(name, build, "compiling the gazetteer, once")

        def lay_over(path: Path) -> None:
            own = list(read_house(sources, house))  # a mistake in it is told before the long compiling
            _write_house(own, style, Index(book()), path)

        if not house and not style:
            return cls.open(book())
        # Named otherwise than the book, which is not to make room for the files of many houses.
        over = compiled(f"house-{_digest(house, f'{name} {style}')}.bin", lay_over)
        return cls.open(book(), over)

    def __reduce__(self) -> tuple[object, tuple[Path, ...]]:
        return Gazetteer.open, tuple(layer._index.path for layer in self.layers)

    def __len__(self) -> int:
        return self._index.count

    @property
    def name(self) -> str:
        """What tells this gazetteer from others, for files compiled from it."""
        if len(self.layers) > 1:
            return "-".join(layer.name for layer in self.layers)
        state = self._index.path.stat()
        return f"{self._index.path.stem}-{state.st_size:x}-{state.st_mtime_ns:x}"

    def _read_form(self, number: int) -> _Form:
        entity, kind, status, convention, text, folded, spec = self._index.form(number)
        script, _, spec = spec.rpartition("|")
        return _Form(
            int(entity), kind, status, convention, text, folded, _tokens(spec), _words(text, spec),
            int(script or 0),
        )

    def _read_entity(self, number: int) -> Entity:
        return _entity(self._index.row(number))

    def entities(self) -> Iterator[Entity]:
        """Every entity, in the order of the files."""
        return map(_entity, self._index.rows())

    def entity(self, identifier: str) -> Entity | None:
        """The entity with an id."""
        for number in self._index.get(key_hash(keys.ID, identifier)):
            found = self._entity(self._form(number).entity)
            if found.id == identifier:
                return found
        return None

    def acronym(self, letters: str) -> list[Entity]:
        """The entities known by an acronym."""
        numbers = self._index.get(key_hash(keys.ACRONYM, letters))
        found = {e.id: e for n in numbers if letters in (e := self._entity(self._form(n).entity)).acronyms}
        return list(found.values())

    def mistaken_phrases(self) -> Iterator[tuple[str, Entity]]:
        """Every phrase that is wrong wherever it stands, with the entity it stands for."""
        for entity in self.entities():
            for spelling in entity.spellings:
                if spelling.status == "mistaken":
                    yield spelling.text, entity

    def exact(self, name: str, *, kinds: Sequence[str] = KINDS) -> list[Match]:
        """The entities that a spelling names rightly: preferred, accepted or native forms."""
        folded = fold(name)
        matches: dict[int, Match] = {}
        for number in self._index.get(key_hash(keys.EXACT, folded)):
            form = self._form(number)
            if (
                form.folded == folded
                and form.status in {"preferred", "accepted"}
                and form.kind in kinds
                and form.entity not in matches
            ):
                spelling = Spelling(form.text, form.convention, form.status)
                entity = self._entity(form.entity)
                matches[form.entity] = Match(entity, spelling, "en", 1.0, name, exact=True)
        share = 1.0 / max(1, len(matches))
        return [
            m if share == 1.0 else Match(m.entity, m.spelling, "en", 0.99 * share, name, exact=True)
            for m in matches.values()
        ]

    def wrong(self, name: str, *, kinds: Sequence[str] = KINDS) -> list[Match]:
        """The entities of which a spelling is a known mistranslation or another press's form."""
        folded = fold(name)
        found: dict[int, Match] = {}
        for number in self._index.get(key_hash(keys.EXACT, folded)):
            form = self._form(number)
            known = form.folded == folded and form.status in {"mistaken", "deprecated"}
            if known and form.kind in kinds:
                if form.entity in found and form.text.lower() != name.lower():
                    continue  # a form with the same letters goes before one with accents
                spelling = Spelling(form.text, form.convention, form.status)
                entity = self._entity(form.entity)
                found[form.entity] = Match(entity, spelling, form.convention, 1.0, name, exact=True)
        return list(found.values())

    def lookup(
        self,
        name: str,
        *,
        pivot: str | None = None,
        kinds: Sequence[str] = KINDS,
        limit: int = 5,
        threshold: float = THRESHOLD,
    ) -> list[Match]:
        """The entities a spelling may mean, best first; none if nothing is likely enough.

        A surname alone (`partial`), and a name that several bear, give everyone they may mean if it
        is likely enough that it is one of them; the score of each is then that likelihood shared out,
        and may lie below the threshold.
        """
        if exact := self.exact(name, kinds=kinds):
            return exact[:limit]
        ranked = self.rank(name, pivot=pivot, kinds=kinds, needed=_needed(threshold))
        return self._matches(name, split(name).content, ranked, limit, threshold)

    def rank(
        self,
        name: str,
        *,
        pivot: str | None = None,
        kinds: Sequence[str] = KINDS,
        needed: float = -math.inf,
    ) -> list[_Ranked]:
        """Every entity that the keys bring up, with its log odds and the evidence, best first.

        With odds that are needed, the others are left out, but for the rivals of those that reach them.
        """
        words = split(name)
        if not words.content:
            return []
        mask = bit(pivot) | bit("en") if pivot and bit(pivot) else 0
        search, likely = self._found(fold(name), words.content, mask)
        weigh = _weigher(fold(name), words, search, mask)
        return self._rank(likely, search, kinds, weigh, needed)

    def _candidates(
        self, folded: str, words: tuple[str, ...], mask: int
    ) -> tuple[_Search, tuple[int, ...]]:
        """What the keys bring up, and of it the forms worth aligning."""
        search = self._search(words, mask)
        return search, tuple(self._sift(search, folded))

    def _search(self, words: tuple[str, ...], mask: int) -> _Search:
        """Forms that share keys with the words; wider keys if none of them sounds near."""
        found = [keys.query_word(word, mask) for word in words]
        gather = self._index.gather
        search = _Search(words, _whole_readings(words), {}, [], {}, {}, {})
        search.hits.update(dict.fromkeys(gather(keys.whole_keys(found))))
        if len(found) > 1:
            for pair in combinations(found[: keys.MOST_WORDS], 2):
                search.shared.append(dict.fromkeys(gather(keys.pair_keys(pair))))
                search.hits.update(search.shared[-1])
        else:
            search.hits.update(dict.fromkeys(gather(keys.alone_keys(found))))
        if self._listen(search):
            return search
        wider = keys.half_keys((found[0], found[-1])) if len(found) > 1 else keys.gap_keys(found)
        search.hits.update(dict.fromkeys(gather(wider)))
        if len(found) == _TWO_AS_ONE:
            one, two, three = words
            for fewer in ((one + two, three), (one, two + three)):
                joined = keys.pair_keys([keys.query_word(word, mask) for word in fewer])
                search.hits.update(dict.fromkeys(gather(joined)))
        self._listen(search)
        return search

    def _listen(self, search: _Search) -> bool:
        """Compare the neutral sounds of new hits; whether one is so near that no wider keys are needed."""
        sounds, apart = search.sounds, search.apart
        numbers = list(islice(search.hits, len(sounds), None))
        choices = self._index.neutral(numbers)
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

    def _rank(
        self,
        numbers: Iterable[int],
        search: _Search,
        kinds: Sequence[str],
        weigh: _Weigher,
        needed: float,
    ) -> list[_Ranked]:
        """The best form of each entity with its log odds, best first.

        Only those are sure to be there that reach the odds needed, and their rivals.
        """
        best: dict[int, _Ranked] = {}
        doubtful: list[tuple[int, _Form]] = []
        apart, settled = search.apart, 99
        top, named, several = -math.inf, "", len(search.words) > 1
        for number in numbers:
            if apart.get(number, 99) > settled:
                continue
            form = self._form(number)
            if form.kind not in kinds or not form.tokens:
                continue
            outdone = several and form.folded != named
            found = weigh(number, form, max(needed, _of_use(top, needed)) if outdone else needed)
            if found is UNLIKELY:
                doubtful.append((number, form))
            if _keep_better(best, form, found) and found.odds > top:
                top, named = found.odds, form.folded
                if top > _SETTLED:
                    settled = min(settled, apart.get(number, 99) + 1)
        reached = [odds for odds, form, _ in best.values() if odds >= needed and form.folded == named]
        rival = min(reached, default=math.inf) - _MOST_LEAD if several else -math.inf
        if reached and rival < needed:
            for number, form in doubtful:
                _keep_better(best, form, weigh(number, form, rival))
        ranked = [item for item in best.values() if item[2] is not UNLIKELY]
        return sorted(ranked, key=_unlikeliness)

    def _sift(self, search: _Search, folded: str) -> Iterator[int]:
        """The forms worth aligning: those that sound least unlike the query in any reading."""
        kept = [number for _, number in self._likely(search, folded)]
        yield from kept
        # Beside a form that sounds the same no other order is likelier: of 4,000 names none was.
        if len(search.words) > 1 and min(search.apart.values(), default=1):
            yield from self._other_orders(search, set(kept))

    def _likely(self, search: _Search, folded: str) -> list[tuple[float, int]]:
        """Forms least unlike the query at first sight: by sounds, words and letters, the likest first.

        Letters can only add to what sounds and words make unlike, and to read them takes time.
        """
        apart = search.apart
        most = min(apart.values(), default=0) + _FURTHER
        spaces, sounds = len(search.words) - 1, search.sounds
        in_all = _FAR_IN_ALL * len(search.heard[0]) if spaces else _MOST_APART
        heard = sorted([
            (_unlike(search, n), n) for n, edits in apart.items()
            if edits <= most and (edits < in_all or sounds[n].count(b" ") != spaces)
        ])
        likely: list[tuple[float, int]] = []
        for unlike, number in heard:
            if len(likely) == _MOST_ALIGNED and unlike > likely[-1][0]:
                break
            letters = self._index.folded(number)
            far = distance(folded, letters) / (max(len(folded), len(letters)) or 1)
            insort(likely, (unlike + _LETTERS * far, number))
            del likely[_MOST_ALIGNED:]
        return likely

    @staticmethod
    def _other_orders(search: _Search, kept: set[int]) -> list[int]:
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
        ranked = sorted(
            (_CROWDED * math.log(others[number]) - like, number) for number, like in likeness.items()
        )
        return [number for _, number in ranked[:_MOST_OTHER]]

    def _label(self, form: _Form) -> str:
        """The name that an entity goes by, whichever form of it was met."""
        by_name = form.status == "preferred" and form.convention == "en"
        return form.folded if by_name else fold(self._entity(form.entity).name)

    def _matches(
        self,
        name: str,
        words: tuple[str, ...],
        ranked: list[_Ranked],
        limit: int,
        threshold: float,
    ) -> list[Match]:
        matches = []
        labels = [self._label(form) for _, form, _ in ranked]
        for place, (_, form, found) in enumerate(ranked[:limit]):
            partial = len(words) == 1 and form.kind == "person" and len(form.tokens) > 1
            if partial:
                chance, score = _as_one_of(ranked, place)
            else:
                chance, score = _standing_out(ranked, labels, place)
            if chance < threshold:
                continue
            matches.append(
                Match(
                    self._entity(form.entity),
                    Spelling(form.text, "en" if form.convention == BY_EAR else form.convention, form.status),
                    "", score, name, partial, False, _as_spelt(found, form),
                )
            )
        return matches


# Short words that sound otherwise are other names: *Jan* (.7), *Jen* (1.0) and *Juan* (1.6) are not
# *John* by ear, while the y and i of *Mayk* cost a tenth.
_LONG, _ANOTHER = 5, 0.5


def _is_other_short(paired: tuple[str, str, Pair]) -> bool:
    """Whether a short word sounds too much otherwise to be one word written by ear."""
    return paired[2].cost > _ANOTHER and len(paired[2].meant) < _LONG


def _as_spelt(found: Alignment, form: _Form) -> Alignment:
    """An alignment with a form written as it sounds, told in the letters of the name itself."""
    words = split(form.text).content
    if form.convention != BY_EAR or len(words) != len(form.tokens):
        return found
    own = {letters: word for (letters, _), word in zip(form.tokens, words, strict=True)}
    return found._replace(pairs=tuple([(a, own.get(b, b), pair) for a, b, pair in found.pairs]))


# A match is surer the further the next best name lies behind (log odds, up to a limit); fitted on
# queries of which half have no entity.
_LEAD, _MOST_LEAD, _LEAD_NEEDED = 0.3, 3.0, 0.1
_MOST_GAIN = _LEAD * _MOST_LEAD - _LEAD_NEEDED  # of a name without rivals; a surname alone has none
_OUTDONE = 2 * _LEAD * _MOST_LEAD  # what a name needs more that lies furthest behind, not in front
_OVERLOOKED = 0.5  # where aligning is broken off, differences that speak for a name are not foreseen


def _needed(threshold: float) -> float:
    """The log odds that a form must have to be as likely as that, however far it leads."""
    return log_odds(threshold) - _MOST_GAIN


def _of_use(top: float, needed: float) -> float:
    """The log odds that a form must have beside a better one, to be a match itself or a rival."""
    return min(top - _MOST_LEAD, needed + _OUTDONE) - _OVERLOOKED


def _standing_out(
    ranked: Sequence[_Ranked], labels: Sequence[str], place: int
) -> tuple[float, float]:
    """The probability that a name is meant, from its odds and its lead, and its share of it among
    the bearers of that very name: a query does not tell which."""
    own = [odds for (odds, _, _), label in zip(ranked, labels, strict=True) if label == labels[place]]
    others = (odds for (odds, _, _), label in zip(ranked, labels, strict=True) if label != labels[place])
    lead = max(-_MOST_LEAD, min(_MOST_LEAD, own[0] - max(others, default=-99.0)))
    chance = probability(own[0] + _LEAD * lead - _LEAD_NEEDED)
    return chance, chance / len(own)


def _as_one_of(ranked: Sequence[_Ranked], place: int) -> tuple[float, float]:
    """The probability that a surname is this entity's, and that share of it among its bearers."""
    chances = [probability(odds) for odds, _, _ in ranked]
    return chances[place], chances[place] / max(1.0, sum(chances))


def _write_house(own: list[Entity], style: str | None, book: Index, path: Path) -> None:
    """Compile what is to be laid over the book: a house's entities, and those that its style renames."""
    laid = {(entity.kind, entity.id): apply_style(entity, style) for entity in own}
    for row in book.rows() if style else ():
        if '"styles":' in row and (styled := apply_style(known := _entity(row), style)) is not known:
            laid.setdefault((styled.kind, styled.id), styled)
    replaced = replaced_forms(book, laid.values())
    compile_gazetteer(laid.values(), path, abroad=False, replaced=replaced)


def _digest(sources: Sequence[Path], extra: str = "") -> str:
    """A name for what a compiled gazetteer is made of: texts, tables and this code."""
    folder = Path(__file__).parent
    data = folder.parent / "data"
    words = (data / f"matching.{name}.toml" for name in ("given", "words"))
    tables = (*sorted((data / "conventions").glob("*.toml")), *words, data / "pronounced.tsv")
    return digest((*sorted(folder.glob("*.py")), *tables, *sources), f"{MAGIC!r}{extra}")

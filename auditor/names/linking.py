"""From a name as it stands in a text to its entity: look-ups remembered across documents."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from auditor.language.vocabulary import english_words
from auditor.names.alike import alike
from auditor.names.english import ENGLISH_NAMES, ENGLISH_SPEAKING, is_english_phrase
from auditor.names.romanised import is_another_romanised
from auditor.names.sources import is_latin
from auditor.names.surnames import given_names, is_anothers, sounds_like
from auditor.names.tokens import fold, is_press_variant, is_sovereign, split

if TYPE_CHECKING:
    from auditor.names.bearers import Bearers
    from auditor.names.bodies import Bodies
    from auditor.names.gazetteer import Gazetteer, Match
    from auditor.names.near_people import NearPeople


# A full name is linked at this score. On 287,000 words of news written in English the names so
# linked that were no respelling of their entity's were 4, of 27 in all; at 0.9 they were 3.
FULL = 0.75
# In an article that speaks of the bearer's country, less will do: on 298,000 words of news written in
# English that linked one other full name more, an English athlete's.
NEAR = 0.35
# With a title that fits, an official of no country spoken of (the UN, NATO).
SURELY = 0.9
# A surname that only one bearer in the gazetteer can have gets half of what his full name would.
ALONE = 0.4
# Places and bodies are made of common words more often than persons are.
SURE = 0.75
# With a title and a country that fit, less will do.
SUPPORTED = 0.3
# Characters: twice the longest name in the book. What is longer is a stammer or a list of names.
_LONGEST = 200


class Linker:
    """A gazetteer with the answers it gave: names recur within and across articles."""

    def __init__(self, gazetteer: "Gazetteer") -> None:
        """Take the gazetteer to ask."""
        self.gazetteer = gazetteer
        self.right = lru_cache(maxsize=65_536)(self._right)
        self.wrong = lru_cache(maxsize=65_536)(self._wrong)
        self.heard = lru_cache(maxsize=65_536)(self._heard)
        self.full = lru_cache(maxsize=65_536)(self._full)
        self.loose = lru_cache(maxsize=65_536)(self._loose)
        self.place = lru_cache(maxsize=65_536)(self._place)
        self.places = lru_cache(maxsize=16_384)(self._places)
        self.bearers = lru_cache(maxsize=65_536)(self._bearers)
        self.acronym = lru_cache(maxsize=65_536)(gazetteer.acronym)

    @cached_property
    def surnames(self) -> "Bearers":
        """Who may be called by a surname alone, by country."""
        from auditor.names.bearers import Bearers

        return Bearers(self.gazetteer)

    @cached_property
    def officials(self) -> "NearPeople":
        """Who holds an office, by the letters of his surname."""
        from auditor.names.near_people import NearPeople

        return NearPeople(self.gazetteer)

    @cached_property
    def bodies(self) -> "Bodies":
        """Bodies by the words of their names."""
        from auditor.names.bodies import Bodies

        return Bodies(self.gazetteer)

    def _right(self, text: str) -> "tuple[Match, ...]":
        """Entities that `text` names rightly."""
        return tuple(self.gazetteer.exact(text))

    def _wrong(self, text: str) -> "tuple[Match, ...]":
        """Entities that `text` is a known mistranslation or foreign form of."""
        return () if self.right(text) else tuple(self.gazetteer.wrong(text))

    def _heard(self, text: str) -> "tuple[Match, ...]":
        """Persons whose full name `text` may be, by its sounds, the likeliest first."""
        return tuple(m for m in self._looked_up(text, ("person",), 4, SUPPORTED) if not m.partial)

    def _full(self, text: str) -> "tuple[Match, ...]":
        """Persons whose full name `text` may be in another spelling, the likeliest first."""
        return tuple(
            m
            for m in self.heard(text)
            if _is_respelling(text, m) and not is_another_romanised(text, m.entity)
        )

    def _loose(self, text: str) -> "tuple[Match, ...]":
        """As `_full`, and names that are English or made of English words (*Coe Biden*).

        Another person may bear such a name: only a title that fits can tell.
        """
        heard = (m for m in self.heard(text) if is_heard_throughout(text, m))
        return tuple(m for m in heard if not is_another_romanised(text, m.entity))

    def _place(self, text: str) -> "Match | None":
        """The place or body whose name `text` misspells, where that is as good as sure."""
        if is_english_phrase(text):
            return None
        found = self._looked_up(text, ("place", "organisation"), 2, SURE)
        if not found or not _is_respelling(text, found[0]) or self._names_another(found[0]):
            return None
        if found[0].entity.kind == "place" and is_people(text, found[0].entity.name):
            return None
        if " " in text and is_another_romanised(text, found[0].entity):
            return None  # the Yanshan Mountains
        return found[0]

    def _names_another(self, match: "Match") -> bool:
        """Whether the word that differs names a place of its own: the Shenzhen Stock Exchange is not
        Shanghai's."""
        pairs = match.found.pairs if match.found else ()
        differing = [heard for heard, meant, _ in pairs if fold(heard) != fold(meant)]
        return len(pairs) > 1 and any(m.entity.kind == "place" for h in differing for m in self.right(h))

    def _places(self, text: str) -> "tuple[Match, ...]":
        """Places that a word may nearly name, by its sounds, the likeliest first."""
        return tuple(m for m in self._looked_up(text, ("place",), 4, _LEAST_LIKELY) if not m.exact)

    def _looked_up(self, text: str, kinds: Sequence[str], limit: int, threshold: float) -> "Sequence[Match]":
        """What the gazetteer has for a text that may be a name: none is too long to be one."""
        if len(text) > _LONGEST:
            return ()
        return self.gazetteer.lookup(text, kinds=kinds, limit=limit, threshold=threshold)

    def _bearers(self, text: str) -> "tuple[Match, ...]":
        """Persons who may be meant by a surname alone."""
        found = self._looked_up(text, ("person",), 12, 0.005)
        heard = (match for match in found if sounds_like(text, match.entity))
        own = (match for match in heard if not is_anothers(text, match.entity))
        return tuple(match for match in own if not is_another_romanised(text, match.entity))


# What English makes of a place's name for its people: Amharas, Sri Lankan, Puerto Ricans.
_PEOPLE = (
    "s", "n", "ns", "an", "ans", "i", "is", "er", "ers", "ian", "ians", "ean", "eans", "ese",
)  # fmt: skip


def is_people(word: str, place: str) -> bool:
    """Whether a word is what English calls the people of a place."""
    word, place = fold(word), fold(place)
    stems = {place, place.rstrip("aeiou")}
    return any(word.startswith(stem) and word[len(stem) :] in _PEOPLE for stem in stems)


# Of a place whose name a word nearly spells the letters decide: the sounds need only bring it up.
_LEAST_LIKELY = 0.02


# What differs by less sounds the same: y and i, a consonant held longer.
SAME_SOUNDS = 0.2


def _is_respelling(text: str, match: "Match") -> bool:
    """Whether the two differ in how words are spelt, not in a word more (*the Nancy Pelosi Way*)."""
    if match.exact or match.found is None:
        return True
    pairs = match.found.pairs
    if match.entity.kind != "person" and any(h != m and _is_initials(h, text) for h, m, _ in pairs):
        return False  # CBC News is not CBS News
    structure = dict(match.found.structure)
    if match.entity.kind == "place" and structure.get("swapped"):
        return False  # Miguel Sano is a man
    if structure.get("joined") and match.entity.kind == "person" and match.entity.language not in ("", "en"):
        return True  # Xi Jin Ping: the same words, divided otherwise
    if len(pairs) < len(split(text).content):
        return False
    if match.entity.kind == "person" and is_sovereign(text):
        return True  # Jan Paweł II: the words were compared in English
    own = given_names(match.entity)
    # What sounds like the name at home, or as another press has it, is not spelt as English does for that.
    unspelt = match.spelling.status == "deprecated" or not is_latin(match.spelling.text)
    differing = [
        (h, m)
        for h, m, _ in pairs
        if (unspelt or fold(h) != fold(m)) and not any(_is_right(fold(h), word) for word in own)
    ]
    english = match.entity.kind == "person" and match.entity.language in ("", "en")
    if english and text.isascii() and fold(pairs[-1][0]) == fold(pairs[-1][1]):
        # Another given name with the right surname (Charlie Brown, Kyle Brown), but for one that sounds
        # as good as the same and is no word of English (Dzhared Kushner, Majk Pompeo).
        given = [(heard, found) for heard, meant, found in pairs if fold(heard) != fold(meant)]
        known = ENGLISH_NAMES if ENGLISH_SPEAKING.isdisjoint(match.entity.countries) else english_words()
        return bool(given) and not any(f.cost > SAME_SOUNDS or fold(h) in known for h, f in given)
    common = [h for h, _ in differing if h.isascii() and fold(h) in ENGLISH_NAMES]  # Şimon is no Simon
    # Julia Swyrydenko: an English given name beside a surname that only another press spells so.
    spared = len(common) < len(differing) and match.score >= SURELY
    return bool(differing) and (spared or not common)


def _is_right(word: str, own: str) -> bool:
    """Whether a folded word is one of a name's own, or stands for it in English news."""
    return word == own or is_press_variant(word, own)


def _is_initials(heard: str, text: str) -> bool:
    """Whether a word of a name is written in capitals throughout."""
    return any(fold(word) == fold(heard) and word.isupper() for word in text.split())


def is_heard_throughout(text: str, match: "Match") -> bool:
    """Whether every word of a name sounds like its own word of the entity's."""
    if match.found is None or len(match.found.pairs) < len(split(text).content):
        return False
    return all(fold(h) == fold(m) or alike(h, m).score for h, m, _ in match.found.pairs)


def best(matches: "Sequence[Match]") -> "Match | None":
    """The only candidate, if there is only one."""
    return matches[0] if len(matches) == 1 else None

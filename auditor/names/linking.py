"""From a name as it stands in a text to its entity: look-ups remembered across documents."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.names.conventions import readings
from auditor.names.matching import alike
from auditor.names.sounds import skeletons
from auditor.names.tokens import fold, split

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Gazetteer, Match

# A full name is linked at this score: right nine times in ten on held-out names.
FULL = 0.9
# Two spellings of a text are one name at this score, since both stand in one article.
SAME = 0.8


class Linker:
    """A gazetteer with the answers it gave: names recur within and across articles."""

    def __init__(self, gazetteer: "Gazetteer") -> None:
        """Take the gazetteer to ask."""
        self.gazetteer = gazetteer
        self.right = lru_cache(maxsize=65_536)(self._right)
        self.wrong = lru_cache(maxsize=65_536)(self._wrong)
        self.full = lru_cache(maxsize=65_536)(self._full)
        self.bearers = lru_cache(maxsize=65_536)(self._bearers)
        self.acronym = lru_cache(maxsize=65_536)(gazetteer.acronym)

    def _right(self, text: str) -> "tuple[Match, ...]":
        """Entities that `text` names rightly."""
        return tuple(self.gazetteer.exact(text))

    def _wrong(self, text: str) -> "tuple[Match, ...]":
        """Entities that `text` is a known mistranslation or foreign form of."""
        return () if self.right(text) else tuple(self.gazetteer.wrong(text))

    def _full(self, text: str) -> "Match | None":
        """The person whose full name `text` is, in whatever spelling."""
        found = self.gazetteer.lookup(text, kinds=("person",), limit=2, threshold=FULL)
        return found[0] if found and not found[0].partial else None

    def _bearers(self, text: str) -> "tuple[Match, ...]":
        """Persons who may be meant by a surname alone."""
        found = self.gazetteer.lookup(text, kinds=("person",), limit=12, threshold=0.02)
        return tuple(found)


def surnames(entity: "Entity") -> Mapping[str, str]:
    """What a bearer may rightly be called on second mention: folded form → form."""
    right = (s.text for s in entity.spellings if s.status in ("preferred", "accepted"))
    forms = [entity.name, *right]
    found: dict[str, str] = {}
    for form in filter(None, [entity.short, *map(last_name, forms)]):
        found.setdefault(fold(form), form)
    return found


def last_name(name: str) -> str:
    """The last word of a name, with the particle that belongs to it."""
    words = name.split()
    particles = {"bin", "ben", "ibn", "al", "el", "von", "van", "de", "der", "da", "di", "le", "la"}
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    return " ".join(words[start:]) if words else name


@lru_cache(maxsize=65_536)
def sound_keys(word: str) -> frozenset[str]:
    """What a word may sound like, coarsely: words that can sound alike share one."""
    content = split(word).content
    sounds = {sound for sound, _ in readings(content[-1])} if content else set()
    return frozenset(key for sound in sounds for key in skeletons(sound))


@lru_cache(maxsize=65_536)
def same_name(one: str, other: str) -> bool:
    """Whether two spellings of one article are one name."""
    if sound_keys(one).isdisjoint(sound_keys(other)):
        return False
    return alike(one, other).score >= SAME


def role_fits(entity: "Entity", words: str) -> bool:
    """Whether the words around a surname speak of the entity's country, office or work."""
    seen = {_stem(word) for word in re.findall(r"[A-Za-z]{3,}", words)}
    about = " ".join([entity.about, *(office.title for office in entity.offices), *entity.roles])
    known = {_stem(word) for word in re.findall(r"[A-Za-z]{3,}", about)} - _VAGUE
    return len(seen & known) >= 2


def _stem(word: str) -> str:
    return re.sub(r"(?:ian|ish|ese|i|s|’s|'s)$", "", word.lower())[:7]


_VAGUE = frozenset({"the", "and", "for", "former", "head", "with", "from", "during", "new"})


def best(matches: "Sequence[Match]") -> "Match | None":
    """The only candidate, if there is only one."""
    return matches[0] if len(matches) == 1 else None

"""What a person is called for short, and who else may be called so."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from auditor.names.sources import is_latin
from auditor.names.tokens import fold
from auditor.names.variants import same_name

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity


@lru_cache(maxsize=16_384)
def given_names(entity: "Entity") -> frozenset[str]:
    """Every word of an entity's right forms in Latin letters, folded: none of them alone is a misspelling."""
    right = (s.text for s in entity.spellings if s.status in ("preferred", "accepted") and is_latin(s.text))
    return frozenset(word for form in right for word in fold(form).split())


@lru_cache(maxsize=16_384)
def surnames(entity: "Entity") -> Mapping[str, str]:
    """What a bearer may rightly be called on second mention: folded form → form."""
    right = (s.text for s in entity.spellings if s.status in ("preferred", "accepted"))
    forms = [entity.name, *right]
    found: dict[str, str] = {}
    for form in filter(None, [entity.short, *map(last_name, forms)]):
        found.setdefault(fold(form), form)
    return found


@lru_cache(maxsize=65_536)
def sounds_like(text: str, entity: "Entity") -> bool:
    """Whether a word can be a spelling of the name by which an entity is called for short."""
    return any(same_name(text, form) for form in surnames(entity).values() if " " not in form)


@lru_cache(maxsize=65_536)
def last_name(name: str) -> str:
    """The last word of a name, with the particle that belongs to it."""
    words = name.split()
    particles = {"bin", "ben", "ibn", "al", "el", "von", "van", "de", "der", "da", "di", "le", "la"}
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    return " ".join(words[start:]) if words else name


@cache
def _other_surnames() -> frozenset[str]:
    """Surnames of many people that an official's is nearly spelt like: Connelly, Dodig, Álvarez."""
    path = files("auditor") / "data" / "matching.surnames.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def is_other_surname(word: str) -> bool:
    """Whether a word is a common surname, like an official's and no misspelling of it."""
    return fold(word) in _other_surnames()


def is_anothers(word: str, entity: "Entity") -> bool:
    """Whether a word is a common surname that an entity does not bear: Dodig is not Dodik."""
    return is_other_surname(word) and fold(word) not in surnames(entity)

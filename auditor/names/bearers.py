"""Who may be called by a surname alone: every person's surname by its sounds, and his countries.

*President Erdoan of Turkey* names one man among eight thousand, since the words before the name say
what he is and the article says where. The look-up of full names weighs a surname by how many bear
it; here the title and the country decide, and the sounds need only bring the bearers up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.names.by_country import ByCountry
from auditor.names.sources import is_latin
from auditor.names.surnames import given_names, is_anothers, last_name, surnames
from auditor.names.tokens import fold
from auditor.names.variants import same_name, sound_keys

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Gazetteer


class Bearers:
    """The persons of a gazetteer by the sounds of their surnames."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer; its surnames are read when first asked for."""
        self._by_sound = ByCountry(gazetteer, "surnames", _sounds)
        self.called = lru_cache(maxsize=65_536)(self._called)

    def _called(self, word: str, countries: frozenset[str]) -> tuple[Entity, ...]:
        """Persons of these countries whose surname may be spelt like this."""
        heard = self._by_sound.having(sound_keys(word), countries)
        return tuple(sorted((e for e in heard if sounds_so(word, e)), key=lambda entity: entity.id))


def _sounds(entity: Entity) -> Iterator[str]:
    """The sounds of what a person may be called for short."""
    if entity.kind == "person":
        for form in called_for_short(entity):
            yield from sound_keys(form)


def called_for_short(entity: Entity) -> Iterator[str]:
    """What a person may be called in one word, in English and in his own Latin letters."""
    yield from (form for form in surnames(entity).values() if " " not in form)
    if entity.native and is_latin(entity.native):
        yield last_name(entity.native)


def sounds_so(word: str, entity: Entity) -> bool:
    """Whether a word can be a spelling of what a person is called for short, or is it."""
    if fold(word) in given_names(entity):
        return True
    if is_anothers(word, entity):
        return False
    return any(same_name(word, form) for form in called_for_short(entity))

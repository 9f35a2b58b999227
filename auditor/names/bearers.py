"""Who may be called by a surname alone: every person's surname by its sounds, and his countries.

*President Erdoan of Turkey* names one man among eight thousand, since the words before the name say
what he is and the article says where. The look-up of full names weighs a surname by how many bear
it; here the title and the country decide, and the sounds need only bring the bearers up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.names.alike import alike
from auditor.names.linking import SAME, given_names, last_name, sound_keys, surnames
from auditor.names.sources import is_latin
from auditor.names.tokens import fold
from auditor.store import compiled

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Gazetteer

# A gazetteer of millions is not read through for this; its surnames are left to the look-up.
_LARGEST = 100_000


class Bearers:
    """The persons of a gazetteer by the sounds of their surnames."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer; its surnames are read when first asked for."""
        self._gazetteer = gazetteer
        self._table: dict[str, str] | None = None
        self.called = lru_cache(maxsize=65_536)(self._called)

    def _called(self, word: str, countries: frozenset[str]) -> tuple[Entity, ...]:
        """Persons of these countries whose surname may be spelt like this."""
        table = self._read()
        found: dict[str, Entity] = {}
        for key in sound_keys(word):
            for item in table.get(key, "").split():
                country, _, identifier = item.partition(":")
                if country not in countries or identifier in found:
                    continue
                entity = self._gazetteer.entity(identifier)
                if entity and sounds_so(word, entity):
                    found[identifier] = entity
        return tuple(found[identifier] for identifier in sorted(found))

    def _read(self) -> dict[str, str]:
        if self._table is None:
            self._table = {}
            if len(self._gazetteer) <= _LARGEST:
                path = compiled(f"surnames-{self._gazetteer.name}.json", self._write)
                self._table = json.loads(path.read_bytes())
        return self._table

    def _write(self, path: Path) -> None:
        """Sound key → country and id of each bearer, as one text: quicker to read than lists."""
        table: dict[str, dict[str, None]] = {}
        for entity in self._gazetteer.entities():
            if entity.kind != "person":
                continue
            keys = {key for form in called_for_short(entity) for key in sound_keys(form)}
            for key in sorted(keys):
                own = table.setdefault(key, {})
                own.update((f"{country}:{entity.id}", None) for country in entity.countries)
        joined = {key: " ".join(own) for key, own in sorted(table.items())}
        path.write_text(json.dumps(joined), encoding="utf-8")


def called_for_short(entity: Entity) -> Iterator[str]:
    """What a person may be called in one word, in English and in his own Latin letters."""
    yield from (form for form in surnames(entity).values() if " " not in form)
    if entity.native and is_latin(entity.native):
        yield last_name(entity.native)


def sounds_so(word: str, entity: Entity) -> bool:
    """Whether a word can be a spelling of what a person is called for short, or is it."""
    if fold(word) in given_names(entity):
        return True
    keys = sound_keys(word)
    return any(
        not keys.isdisjoint(sound_keys(form)) and alike(word, form).score >= SAME
        for form in called_for_short(entity)
    )

"""Entities by country and by keys of some kind, worked out once for a gazetteer and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.store import compiled

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Gazetteer

# A gazetteer of millions is not read through for this; its names are left to the look-up. A house's few
# are read each time: sooner done than kept.
_LARGEST = 100_000
_FEW = 500


class ByCountry:
    """The entities of a gazetteer that share a key, those of some countries alone."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        name: str,
        keys_of: Callable[[Entity], Iterable[str]],
        countries_of: Callable[[Entity], Iterable[str]] = lambda entity: entity.countries,
    ) -> None:
        """Take the gazetteer, a name for the file that is kept, what gives an entity's keys, and what its
        countries where they are other than its own.

        The gazetteer is read through when first asked.
        """
        self._gazetteer = gazetteer
        self._name = name
        self._keys_of = keys_of
        self._countries_of = countries_of

    def having(self, keys: Iterable[str], countries: frozenset[str]) -> Iterator[Entity]:
        """The entities of these countries that have one of the keys, each once."""
        seen: set[str] = set()
        for key, table in product(keys, self._tables):
            for item in table.get(key, "").split():
                country, _, identifier = item.partition(":")
                if country in countries and identifier not in seen:
                    entity = self._gazetteer.entity(identifier)
                    if entity and self._is_so(entity, key, country):
                        seen.add(identifier)
                        yield entity

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that an entity has."""
        return frozenset().union(*self._tables)

    def _is_so(self, entity: Entity, key: str, country: str) -> bool:
        """Whether an entity has a key and a country still, where a house's may stand in its place."""
        if len(self._tables) == 1:
            return True
        return key in self._keys_of(entity) and country in self._countries_of(entity)

    @cached_property
    def _tables(self) -> list[dict[str, str]]:
        return [self._table(layer) for layer in self._gazetteer.layers]

    def _table(self, gazetteer: Gazetteer) -> dict[str, str]:
        if len(gazetteer) > _LARGEST:
            return {}
        if len(gazetteer) <= _FEW:
            return self._read_through(gazetteer)

        def write(path: Path) -> None:
            path.write_text(json.dumps(self._read_through(gazetteer)), encoding="utf-8")

        path = compiled(f"{self._name}-{gazetteer.name}.json", write)
        table: dict[str, str] = json.loads(path.read_bytes())
        return table

    def _read_through(self, gazetteer: Gazetteer) -> dict[str, str]:
        """Key → country and id of each entity, as one text: quicker to read than lists."""
        table: dict[str, dict[str, None]] = {}
        for entity in gazetteer.entities():
            for key in sorted(set(self._keys_of(entity))):
                own = table.setdefault(key, {})
                own.update((f"{country}:{entity.id}", None) for country in self._countries_of(entity))
        return {key: " ".join(own) for key, own in sorted(table.items())}

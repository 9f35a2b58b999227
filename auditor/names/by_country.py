"""Entities by country and by keys of some kind, worked out once for a gazetteer and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.store import compiled

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Gazetteer

# A gazetteer of millions is not read through for this; its names are left to the look-up.
_LARGEST = 100_000


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
        for key in keys:
            for item in self._table.get(key, "").split():
                country, _, identifier = item.partition(":")
                if country in countries and identifier not in seen:
                    seen.add(identifier)
                    entity = self._gazetteer.entity(identifier)
                    if entity:
                        yield entity

    @cached_property
    def _table(self) -> dict[str, str]:
        if len(self._gazetteer) > _LARGEST:
            return {}
        path = compiled(f"{self._name}-{self._gazetteer.name}.json", self._write)
        table: dict[str, str] = json.loads(path.read_bytes())
        return table

    def _write(self, path: Path) -> None:
        """Key → country and id of each entity, as one text: quicker to read than lists."""
        table: dict[str, dict[str, None]] = {}
        for entity in self._gazetteer.entities():
            for key in sorted(set(self._keys_of(entity))):
                own = table.setdefault(key, {})
                own.update((f"{country}:{entity.id}", None) for country in self._countries_of(entity))
        joined = {key: " ".join(own) for key, own in sorted(table.items())}
        path.write_text(json.dumps(joined), encoding="utf-8")

"""Names that languages give to places abroad, as forms of the places of any gazetteer.

The places of our own gazetteer have them in their rows; `data/matching.exonyms.tsv` has those of
places that it lacks. A place is known by its name and country, or by its name at home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.names.entity import Entity, Spelling
from auditor.names.sources import bundled_folder, read_places
from auditor.names.tokens import fold, lower

_AT_HOME = frozenset({"en", "native"})


@cache
def _known() -> Mapping[str, list[Entity]]:
    """Places with a name abroad, by their English and their native forms."""
    folder = bundled_folder()
    tables = (*sorted((folder / "places").glob("*.tsv")), folder.parent / "matching.exonyms.tsv")
    known: dict[str, list[Entity]] = defaultdict(list)
    for table in tables:
        for place in read_places(table):
            if any(spelling.convention not in _AT_HOME for spelling in place.spellings):
                for key in _keys(place):
                    known[key].append(place)
    return known


def _keys(place: Entity) -> set[str]:
    """What a place is filed under."""
    english = (s.text for s in place.spellings if s.convention == "en")
    return {lower(place.native), *map(fold, english)} - {""}


def names_abroad(entity: Entity) -> Iterator[Spelling]:
    """What other languages call a place, as far as that is known."""
    if entity.kind != "place":
        return
    for key in sorted(_keys(entity)):
        for known in _known().get(key, ()):
            if _is_same(entity, known):
                yield from (s for s in known.spellings if s.convention not in _AT_HOME)


def _is_same(one: Entity, other: Entity) -> bool:
    """Whether two places of one name are one: in one country, or of one name at home."""
    if one.countries and other.countries:
        return not set(one.countries).isdisjoint(other.countries)
    return bool(one.native) and lower(one.native) == lower(other.native)

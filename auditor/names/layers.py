"""A house's entries laid over the book: two compiled gazetteers, read as one.

A house names a handful of entities, the book tens of thousands, and what it takes to compile them is
seconds. So the house's are compiled by themselves, with the forms of the book that they replace.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from auditor.names import keys
from auditor.names.entity import Entity
from auditor.names.index import Index, key_hash


class Layers:
    """An `Index` of two: forms and entities of the house are numbered up to minus one.

    So they come first where several are equally likely: a house names whom it writes of.
    """

    __slots__ = ("_book", "_forms", "_house", "_replaced", "count", "header", "path")

    def __init__(self, book: Index, house: Index) -> None:
        self._book, self._house = book, house
        self._forms: int = house.header["forms"]
        self._replaced = frozenset(house.replaced())
        self.path = house.path
        self.header = house.header
        self.count = book.count - len(self._gone()) + house.count

    def _gone(self) -> frozenset[int]:
        """The entities of the book that the house replaces."""
        return frozenset(int(self._book.form(number)[0]) for number in self._replaced)

    def get(self, key: int) -> list[int]:
        """The forms filed under a hashed key."""
        return self.gather((key,))

    def gather(self, wanted: Collection[int]) -> list[int]:
        """The forms filed under hashed keys, as often as they are."""
        found = [number - self._forms for number in self._house.gather(wanted)]
        found += [number for number in self._book.gather(wanted) if number not in self._replaced]
        return found

    def form(self, number: int) -> list[str]:
        """The fields of a form's record."""
        if number >= 0:
            return self._book.form(number)
        entity, *rest = self._house.form(number + self._forms)
        return [str(int(entity) - self._house.count), *rest]

    def folded(self, number: int) -> str:
        """The folded letters of a form."""
        return self._book.folded(number) if number >= 0 else self._house.folded(number + self._forms)

    def neutral(self, numbers: list[int]) -> list[bytes]:
        """The neutral sounds of forms, their words apart by spaces."""
        own = [number + self._forms for number in numbers if number < 0]
        if not own:
            return self._book.neutral(numbers)
        house = iter(self._house.neutral(own))
        book = iter(self._book.neutral([number for number in numbers if number >= 0]))
        return [next(book if number >= 0 else house) for number in numbers]

    def row(self, number: int) -> str:
        """The JSON of an entity."""
        return self._book.row(number) if number >= 0 else self._house.row(number + self._house.count)

    def rows(self) -> Iterator[str]:
        """The JSON of every entity, the house's first."""
        gone = self._gone()
        yield from self._house.rows()
        yield from (self._book.row(number) for number in range(self._book.count) if number not in gone)


def replaced_forms(book: Index, entities: Iterable[Entity]) -> Iterator[int]:
    """The forms of the book's entities in whose place others of their kind and id are to stand."""
    for entity in entities:
        for last in book.get(key_hash(keys.ID, entity.id)):
            yield from _forms_of(book, entity, last)


def _forms_of(book: Index, entity: Entity, last: int) -> Iterator[int]:
    """The forms of an entity of the book, from its last form back, if that is the one."""
    number, kind, *_ = book.form(last)
    if kind == entity.kind and f'"id":"{entity.id}"' in book.row(int(number)):
        while last >= 0 and book.form(last)[0] == number:
            yield last
            last -= 1

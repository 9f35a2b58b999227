"""A match: the entity that a spelling may mean, how likely, and why."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.names.entity import Entity, Spelling
from auditor.names.explain import explain, is_divided
from auditor.names.matching import Alignment
from auditor.names.pivots import best_convention
from auditor.names.sources import is_latin
from auditor.names.tokens import fold, is_sovereign


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
        if self.found and not is_latin(self.spelling.text) and all(a == b for a, b, _ in self.found.pairs):
            return f"{self.spelling.text} letter for letter"
        if is_sovereign(self.query):
            return "languages turn the names of sovereigns and popes"
        return explain(self.found, self.convention) if self.found else ""

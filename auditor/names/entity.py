"""What the gazetteer knows: entities, their spellings, their offices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.names.tokens import fold

_NOT_ID = re.compile(r"[^a-z0-9]+")


def entity_id(name: str) -> str:
    """The usual id of an entity of that name: its letters in ASCII, with hyphens between words."""
    return _NOT_ID.sub("-", fold(name)).strip("-")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write an entity's name, and who writes so."""

    text: str
    convention: str  # ISO code of the press that writes so; "en" English press, "native" own script
    status: str  # preferred | accepted | deprecated | mistaken


@dataclass(frozen=True, slots=True)
class Office:
    """An office held, with the dates known (YYYY or YYYY-MM; empty where unknown)."""

    title: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place."""

    id: str
    kind: str  # person | organisation | place
    name: str
    short: str = ""
    native: str = ""
    language: str = ""
    about: str = ""
    countries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    meanings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acronyms: tuple[str, ...] = ()
    type: str = ""
    styles: Mapping[str, str] = field(default_factory=dict)

    @property
    def described(self) -> str:
        """The name and, behind a comma, who or what it is, where that is known."""
        return f"{self.name}, {self.about}" if self.about else self.name

    @property
    def glossed(self) -> str:
        """The name and, in brackets, who or what it is, where that is known."""
        return f"{self.name} ({self.about})" if self.about else self.name

    def __hash__(self) -> int:
        return hash((self.kind, self.id))

"""Forms and entities as a compiled gazetteer keeps them, read back."""

from __future__ import annotations

import json
from dataclasses import dataclass

from auditor.names.entity import Entity, Office, Spelling
from auditor.names.index import Index
from auditor.names.layers import Layers
from auditor.names.matching import Token
from auditor.names.tokens import Words, split


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling of an entity, as the index keeps it, ready to be compared."""

    entity: int
    kind: str
    status: str
    convention: str
    text: str
    folded: str
    tokens: tuple[Token, ...]
    words: Words
    script: int


def form_of(index: Index | Layers, number: int) -> Form:
    """A form of an index, by its number."""
    entity, kind, status, convention, text, folded, spec = index.form(number)
    script, _, spec = spec.rpartition("|")
    return Form(
        int(entity),
        kind,
        status,
        convention,
        text,
        folded,
        _tokens(spec),
        _words(text, spec),
        int(script or 0),
    )


def entity_of(row: str) -> Entity:
    """An entity, read from its row."""
    data = json.loads(row)
    return Entity(
        id=data["id"],
        kind=data["kind"],
        name=data["name"],
        short=data.get("short", ""),
        native=data.get("native", ""),
        language=data.get("language", ""),
        about=data.get("about", ""),
        countries=tuple(data.get("countries", ())),
        roles=tuple(data.get("roles", ())),
        offices=tuple(Office(*office) for office in data.get("offices", ())),
        spellings=tuple(Spelling(*s) for s in data.get("spellings", ())),
        meanings={k: tuple(v) for k, v in data.get("meanings", {}).items()},
        acronyms=tuple(data.get("acronyms", ())),
        type=data.get("type", ""),
        styles=data.get("styles", {}),
    )


def _tokens(spec: str) -> tuple[Token, ...]:
    tokens = []
    for item in spec.split(" "):
        word, _, sounds = item.partition(";")
        tokens.append((word, tuple(sounds.split(","))))
    return tuple(tokens) if spec else ()


_PLAIN = Words((), (), (), ())


def _words(text: str, spec: str) -> Words:
    """What was set aside in a form; nothing if it has as many words as are compared."""
    same = text.count(" ") == spec.count(" ") and "-" not in text
    return _PLAIN if same else split(text)

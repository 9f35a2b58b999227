"""Who holds the office that the words before a name tell.

*European Council President Sharl Mishel*: the sounds alone leave doubt, but only one man with such
a name was President of the European Council.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.language.countries import countries_of
from auditor.names.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor.names.entity import Entity

_SENTENCE = re.compile(r"[^.!?;\n]*(?:\b[A-Z]\.[^.!?;\n]*)*$")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_SAME = {"advisor": "adviser", "defence": "defense", "ministry": "minister", "labour": "labor"}
# An office that these words open is another than the one they are set before.
_LESSER = frozenset("deputy vice assistant under aide adviser wife son brother former’s".split())
_SMALL = frozenset("of the for and to in on a an at special new former acting interim u s n k e".split())
# The head of a body may be called any of these: the head of the European Commission is its president.
_HEADS = frozenset("president head chief chairman chairwoman chair chairperson director leader boss".split())
# The secretary-general of a body is its head as well: the NATO chief.
_STEERING = frozenset(("secretary", "general"))
# Words that many offices of many countries share: the country must tell which is meant.
_PLAIN = frozenset(
    """president prime minister premier chancellor king queen prince crown emir sultan foreign defense
    interior finance justice health energy economy trade secretary state general chief staff army armed forces
    commander head leader speaker parliament national security adviser council ambassador spokesperson
    spokesman spokeswoman supreme governor mayor attorney prosecutor intelligence police party opposition
    home affairs external""".split()
)


def holds(
    entity: Entity, lead: str, spoken_of: frozenset[str], expand: Callable[[str], Iterable[str]]
) -> bool:
    """Whether the words before a name tell an office that the entity held.

    `spoken_of` are the countries of the document; `expand` gives the names of bodies that an acronym is
    short for.
    """
    if not entity.offices:
        return False
    sentence = _SENTENCE.search(lead)
    told = sentence[0] if sentence else ""
    words = set(_words(told))
    for acronym in _ACRONYM.findall(told):
        words.update(word for name in expand(acronym) for word in _words(name))
    at_home = not countries_of(told).isdisjoint(entity.countries)
    headed = not words.isdisjoint(_HEADS)
    return any(
        (title <= words or (headed and bool(title - _PLAIN) and title - _HEADS - _STEERING <= words))
        and (_LESSER - title).isdisjoint(words)
        and (at_home or _is_told_apart(title, entity, spoken_of))
        for title in _titles(entity)
    )


def _is_told_apart(title: frozenset[str], entity: Entity, spoken_of: frozenset[str]) -> bool:
    """Whether an office names its body, or is one of two words of a country spoken of."""
    return bool(title - _PLAIN) or (len(title) > 1 and not spoken_of.isdisjoint(entity.countries))


@lru_cache(maxsize=16_384)
def _titles(entity: Entity) -> tuple[frozenset[str], ...]:
    titles = (frozenset(_words(office.title)) - _SMALL for office in entity.offices)
    return tuple(title for title in titles if title)


def _words(text: str) -> list[str]:
    return [_SAME.get(word, word) for word in fold(text).split()]

"""Names of bodies and events that begin with a country's name or with the word for what is its own.

English has settled on one of the two for each (*Iraq Study Group*, *Russian Academy of Sciences*); a
language whose adjective serves for both gives either. And a phrase that is nobody's name is none in
small letters: *the Iranian hostages crisis*.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.language.countries import name_and_adjective

if TYPE_CHECKING:
    from auditor.names.entity import Entity

# “Iraqi study group”: a country's word and what small letters follow, at most four words.
_SMALL = re.compile(r"(?<![\w’'-])(?P<country>[A-Z][a-z]{3,})(?P<rest>(?: [a-z]{2,}){1,4})(?![\w’'-])")
_WORD = re.compile(r"[a-z]+")
# Kinds that headlines and tables put behind the bare country (*Israel Supreme Court*), and that
# reporters describe by the adjective (*Japanese Coast Guard*).
_DESCRIBED = frozenset(
    "ministry court parliament army government police intelligence agency bank armed-force news-agency "
    "newspaper broadcaster football-club".split()
)
# Of two words other bodies are made as well.
_FEWEST = 3


@cache
def _counterparts() -> dict[str, str]:
    pairs = name_and_adjective()
    return dict([*pairs, *((adjective, name) for name, adjective in pairs)])


def goes_by_one_form(body: "Entity") -> bool:
    """Whether a body or event is of a kind that the other form of its country's word is wrong of."""
    return body.kind == "organisation" and body.type not in _DESCRIBED


def with_other_form(words: str) -> Iterator[str]:
    """A name with its country's word in the other form: *Russia Academy*, *Russian Academy*."""
    parts = words.split(" ")
    if len(parts) < _FEWEST:
        return
    for place, part in enumerate(parts):
        other = _counterparts().get(part)
        if other:
            yield " ".join([*parts[:place], other, *parts[place + 1 :]])


def in_small_letters(text: str) -> Iterator[tuple[int, list[int]]]:
    """Where a country's word stands before words in small letters: its place, and where a phrase of
    three words or more may end, the longest first."""
    for match in _SMALL.finditer(text):
        if match["country"] in _counterparts():
            ends = [match.start("rest") + word.end() for word in _WORD.finditer(match["rest"])]
            yield match.start(), ends[:0:-1]

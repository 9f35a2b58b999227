"""Bodies whose names were put together anew: the same words in another order, or their synonyms.

A translator that does not know a name translates its words one by one: *Directorate General of
Security*, *High Council of the Judiciary*, *Security General Directorate*. Each word has its rendering;
together they are nobody's name. A body's words, ordered and each taken for its nearest synonyms, find
it again. It counts only in an article that speaks of the body's country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.language.countries import COUNTRY_WORDS, countries_of
from auditor.names.by_country import ByCountry
from auditor.names.sources import is_latin
from auditor.names.tokens import fold
from auditor.store import digest

if TYPE_CHECKING:
    from auditor.names.entity import Entity
    from auditor.names.gazetteer import Gazetteer

# Words that dictionaries give for one another, each line one sense. Only words of bodies' names.
_SYNONYMS_TEXT = """
security safety
organization agency institution institute establishment organisation
directorate administration department presidency authority direction
council assembly board parliament
committee commission
force troop army
court tribunal
supreme high higher highest
attorney prosecutor prosecution
revolution revolutionary
people popular folk
defence defense
interior internal
nation national
federation federal
investigation investigative inquiry
against combating combat fight fighting struggle counter anti
emergency emergencies extraordinary
election electoral
constitution constitutional
democratic democracy democrat
freedom liberty
grand great big
brigade battalion regiment
movement current stream
transition transitional
statistics statistic statistical
labor labour
agriculture agricultural
industry industrial
economy economic
culture cultural
nuclear atomic
environment environmental
justice judicial judiciary
rapid quick fast swift
support backing
mobilization crowd mobilisation
guard guardian
state country
world worldwide global
cooperation collaboration
criminal penal
monetary currency
unit unity
expert
struggle
"""
_SYNONYMS = _SYNONYMS_TEXT.strip().splitlines()
_CLASS = {word: line.split()[0] for line in _SYNONYMS for word in line.split()}
_SMALL = frozenset("of the for and on in to a an s with by at".split())

# What every body's name holds one of: a cheap test before any look-up.
_NAMING = frozenset(
    """council assembly board committee commission organization organisation agency institution
    directorate administration department presidency force forces troops army corps guard guards command
    court tribunal prosecutor movement front party service services authority office bureau union
    federation coalition headquarters staff crowd academy association foundation center centre congress
    league brigade brigades battalions regiment regiments fund parliament chamber house units unit
    direction current stream institute institution establishment alliance forum guards""".split()
)
# Kinds whose names English itself turns round: Tehran University, the Foreign Ministry, Central Bank.
_TURNED_ROUND = frozenset(
    "ministry university bank newspaper football-club company broadcaster news-agency".split()
)

_FEWEST = 3  # words apart from the country: of two, other bodies are made as well
# Of two words beside the country's name, *Turkish Statistical Office*, where these do not differ: a High
# Court may stand beside a Supreme Court, a National Council beside a National Assembly.
_FEWEST_BESIDE = 2
_OTHER_SMALL = re.compile(r" (?:and|on|in|to|an?|with|by|at) ")
_TELLING = frozenset(
    """supreme high higher highest council assembly board parliament force troop army directorate
    administration department presidency authority direction movement current stream federation
    federal""".split()
)


# Bodies of the world and of its regions: an article need not speak of the country of their seat.
_ANYWHERE = frozenset("un regional".split())
# What stands for any country in the table.
_WORLD = "*"
# English does not open a name with these to turn it round: *Party of the Republican People*.
_NOT_LEADING = frozenset("party movement front corps force army troop parliament assembly".split())


class Bodies:
    """The organisations of a gazetteer by the words of their names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer; its bodies are read when first asked for."""
        # The synonyms decide the keys that are kept.
        name = f"wordings-{digest((), _SYNONYMS_TEXT)[:8]}"
        self._by_words = ByCountry(gazetteer, name, _keys, _places)
        self.put_together = lru_cache(maxsize=65_536)(self._put_together)

    def _put_together(self, words: str, countries: frozenset[str]) -> Entity | None:
        """The one body of these countries whose name has these words, otherwise put; if there is one."""
        if not may_name(words):
            return None
        key = _key(words)
        size = key.count(" ") + 1
        if size < _FEWEST_BESIDE:
            return None
        if size < _FEWEST:
            countries = countries_of(words) & countries
        found = list(self._by_words.having([key], countries | {_WORLD} if size >= _FEWEST else countries))
        if len(found) != 1 or _is_written_so(words, found[0]):
            return None
        return found[0] if size >= _FEWEST or _tells_apart(words, found[0]) else None


def _places(entity: Entity) -> tuple[str, ...]:
    """The countries that an article must speak of, one of them; or any."""
    return (_WORLD,) if is_anywhere(entity) else entity.countries


def _keys(entity: Entity) -> Iterator[str]:
    """The words of a body's names, of those that have enough of them."""
    if entity.kind == "organisation" and entity.type not in _TURNED_ROUND:
        yield from (k for form in _forms(entity) if (k := _key(form)).count(" ") >= _FEWEST_BESIDE - 1)


_NOT_COUNTED = re.compile(rf"['’]s?(?!\w)|\b{COUNTRY_WORDS}\b|\bU\.?[SK]\b\.?|\bFederation$")


def may_name(words: str) -> bool:
    """Whether a run of capitals holds a word that names a kind of body."""
    return not _NAMING.isdisjoint(re.findall(r"[a-z]+", words.lower()))


def is_anywhere(entity: Entity) -> bool:
    """Whether a body is of the world or a region, not of the country of its seat."""
    return entity.type in _ANYWHERE


def _forms(entity: Entity) -> list[str]:
    right = (s.text for s in entity.spellings if s.status in ("preferred", "accepted"))
    return [text for text in right if is_latin(text) and may_name(text)]


def _content(text: str) -> list[str]:
    """The words of a name that count: no small words, no country, singular, one spelling of -ise."""
    found = []
    for word in re.split(r"[\s-]+", _NOT_COUNTED.sub(" ", text)):
        if not word or (word := fold(word)) in _SMALL:
            continue
        word = word.removesuffix("s") if len(word) > 4 and not word.endswith("ss") else word
        found.append(word.replace("isation", "ization").replace("defense", "defence"))
    return found


def _key(text: str) -> str:
    return " ".join(sorted(_CLASS.get(word, word) for word in _content(text)))


def _is_written_so(words: str, entity: Entity) -> bool:
    """Whether the words stand as in a right form, small words, spelling and country apart; or as in
    one turned round as English does (*Office of the Prosecutor General*, *Prosecutor General’s Office*)."""
    content = _content(words)
    turned = [content, [*content[-1:], *content[:-1]]]
    if content[0] not in _NOT_LEADING:
        turned.append([*content[1:], *content[:1]])
    return any(_content(form) in turned for form in _forms(entity))


def _tells_apart(words: str, entity: Entity) -> bool:
    """Whether no word that tells two bodies apart differs from every right form."""
    if _OTHER_SMALL.search(words):
        return False
    own = _TELLING.intersection(_content(words))
    return any(own == _TELLING.intersection(_content(form)) for form in _forms(entity))

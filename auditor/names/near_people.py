"""Officials whose surnames a strange word nearly spells, where title and country say who is meant.

*Brazilian President Bossonaro* sounds like nobody the look-up of sounds brings up: an engine drops,
doubles and exchanges letters, and confuses those that the language between has one of (Japanese *r* for
*l*). The words before the name say what its bearer is and of which country; among those few the letters
decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from auditor.language.countries import countries_of
from auditor.language.vocabulary import english_words
from auditor.names.bearers import called_for_short
from auditor.names.by_country import ByCountry
from auditor.names.english import is_english_name
from auditor.names.holders import holds
from auditor.names.linking import Linker
from auditor.names.runs import Run
from auditor.names.surnames import is_other_surname, last_name
from auditor.names.titles import has_title, role_fits
from auditor.names.tokens import fold
from auditor.names.unlisted import are_names

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Gazetteer

# Shorter surnames are one letter from too many others; with one letter exchanged for its like, four will do.
_SHORTEST, _SHORTEST_LIKE = 6, 5
# Behind the right given name and the right title.
_SHORTEST_NAMED = 4
# A surname this long may differ in two letters, not at its beginning: Mitsotakis, Mitchotakis.
_LONG, _TWO = 8, 2
# Without a title a name must be longer still, and of one who led a state.
_ALONE = 8
_LEADERS = frozenset(("head-of-state", "head-of-government"))
# Letters of which a language between has one: Japanese, Korean and Chinese r and l, Japanese b and v.
_LIKE = str.maketrans({"l": "r", "v": "b", "w": "b", "z": "s", "y": "i", "j": "i", "q": "k", "c": "k"})
_LIKE_GROUPS = (("sh", "s"), ("ch", "t"), ("ts", "t"), ("th", "t"), ("kh", "k"), ("gh", "g"), ("ck", "k"))
# Slavic surnames that have a form of their own for women.
_OF_MEN = ("ov", "ev", "in", "yn")
# Syllables are names of their own: a letter more or less is somebody else.
_SYLLABIC = frozenset(("zh", "ko", "vi", "ja"))
# Roles of those of whom much is written, with an office in the book or without.
_KNOWN = _LEADERS | {"opposition", "militant", "military", "party-leader"}
# Whose officials' own countries an article need not name; stands for any country in the table.
_BODIES = re.compile(r"\b(?:United Nations|UN|U\.N\.|NATO|European|International|World|Arab League)\b")
_WORLD = "*"


class NearPeople:
    """The officials of a gazetteer by the letters of their surnames."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer; its surnames are read when first asked for."""
        self._by_letters = ByCountry(gazetteer, "officials", _surnames, _where)
        self.near = lru_cache(maxsize=16_384)(self._near)

    def _near(self, word: str, countries: frozenset[str]) -> tuple[Entity, ...]:
        """Officials of these countries, or of the world's bodies, whose surname is the word but for a slip
        of its letters.

        None where the word is somebody's surname as it stands.
        """
        folded = fold(word)
        keys = self._by_letters.keys
        if folded in keys:
            return ()
        found = self._by_letters.having(_close(folded, keys), countries | {_WORLD})
        return tuple(sorted(found, key=lambda entity: entity.id))


def _surnames(entity: Entity) -> Iterator[str]:
    """What an official may be called for short."""
    known = entity.offices or not _KNOWN.isdisjoint(entity.roles)
    if entity.kind == "person" and known and entity.language not in _SYLLABIC:
        yield from (fold(form) for form in called_for_short(entity) if len(form) >= _SHORTEST_NAMED)


def _where(entity: Entity) -> tuple[str, ...]:
    """The countries that an article must speak of, one of them; or any."""
    of_a_body = any(_BODIES.search(office.title) for office in entity.offices)
    return (*entity.countries, _WORLD) if of_a_body else entity.countries


def _close(word: str, keys: Iterable[str]) -> list[str]:
    """The surnames that differ from a word in a letter, in two if long, or in letters that are alike."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    scorer = cast("Any", OSA.distance)  # declared for whole numbers, where extract asks for fractions
    near = process.extract(word, keys, scorer=scorer, limit=None, score_cutoff=_TWO)
    close = (key for key, edits, _ in near if edits <= 1 or _is_slip(word, key))
    return [key for key in close if not _is_hers(word, key)]


def _is_hers(word: str, name: str) -> bool:
    """Whether a word is the woman's form of a man's surname: Senator Pavlova is not Pavlov."""
    return word == name + "a" and name.endswith(_OF_MEN)


def _is_slip(word: str, name: str) -> bool:
    long = min(len(word), len(name)) >= _LONG and word[0] == name[0] and word[-1] == name[-1]
    return long or _like(word) == _like(name)


def _is_like(word: str, entity: Entity) -> bool:
    """Whether a word is long enough, or like enough, to be an official's surname with no other name."""
    forms = [fold(form) for form in called_for_short(entity)]
    if any(_like(word) == _like(form) for form in forms):
        return len(word) >= _SHORTEST_LIKE
    return len(word) >= _SHORTEST and any(word[0] == form[0] for form in forms)


def _like(word: str) -> str:
    for group, letter in _LIKE_GROUPS:
        word = word.replace(group, letter)
    return word.translate(_LIKE)


def near_official(
    run: Run, linker: Linker, countries: frozenset[str], words: frozenset[str]
) -> Entity | None:
    """The official whose surname a lone strange word nearly spells; none if more than one family may be.

    `words` are those that the document writes in small letters.
    """
    word = run.text
    titled = has_title(run.lead)
    if not is_strange(word) or word.lower() in words or (not titled and len(word) < _ALONE):
        return None
    near = [e for e in linker.officials.near(word, countries) if _is_like(fold(word), e)]
    return _foremost(e for e in near if (_fits(e, run, linker, countries) if titled else _led(e, countries)))


def near_full(run: Run, linker: Linker, countries: frozenset[str]) -> Entity | None:
    """The official whose given name stands before a strange word that nearly spells his surname."""
    first, *_, last = run.text.split()
    if not has_title(run.lead) or not is_strange(last):
        return None
    near = (e for e in linker.officials.near(last, countries) if fold(first) in fold(e.name).split()[:-1])
    return _foremost(entity for entity in near if _fits(entity, run, linker, countries))


def is_strange(word: str) -> bool:
    """Whether a word is neither English nor a name that is right as it stands."""
    return (
        len(word) >= _SHORTEST_NAMED
        and word.isalpha()
        and not word.isupper()
        and word.lower() not in english_words()
        and not is_english_name(word)
        and not are_names(word)
        and not is_other_surname(word)
    )


def _foremost(fitting: Iterable[Entity]) -> Entity | None:
    """The foremost of officials who all bear one surname."""
    found = list(fitting)
    if len({fold(last_name(entity.name)) for entity in found}) != 1:
        return None
    return max(found, key=lambda entity: (len(entity.offices), entity.id))


def _led(entity: Entity, countries: frozenset[str]) -> bool:
    """Whether a person led a country spoken of."""
    return not (_LEADERS.isdisjoint(entity.roles) or countries.isdisjoint(entity.countries))


def _fits(entity: Entity, run: Run, linker: Linker, countries: frozenset[str]) -> bool:
    """Whether the words before a name are an office's that the person held, or its kind in the country
    that they name, or else one spoken of."""
    if holds(entity, run.lead, countries, lambda acronym: [e.name for e in linker.acronym(acronym)]):
        return True
    return role_fits(entity, run.lead, countries_of(run.lead) or countries)

"""A person whom no gazetteer lists, spelt as another press spells his names.

The words before the name say whose it is (*Iranian Foreign Ministry spokesman Nasır Kenani*): the
tables of that country's names know *Nasser* and *Kanaani*. Without a country nothing is said, since
*Kenani* may be Turkish, and right.
"""

from __future__ import annotations

from functools import lru_cache

from auditor.language.countries import countries_of
from auditor.names.alike import alike
from auditor.names.english import is_english_name
from auditor.names.parts import Suggested, bundled_parts, suggest_from_parts
from auditor.names.pivots import convention_of
from auditor.names.tokens import split

# The tables of names, and the countries whose people bear them. Chinese and Korean names are left
# out: a syllable that sounds like another is another name.
_COUNTRIES = {
    "persian": "IR AF TJ",
    "arabic": "AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE",
    "russian": "RU BY KZ KG",
    "ukrainian": "UA",
    "hebrew": "IL",
    "south-asian": "PK AF IN BD",
    "kurdish": "IQ SY",
}
_TABLES = {
    country: tuple(t for t, countries in _COUNTRIES.items() if country in countries.split())
    for country in {c for countries in _COUNTRIES.values() for c in countries.split()}
}

# The French press of the Maghreb and of the Levant spells its own people's names as they do.
_FRENCH = frozenset("DZ MA TN MR LB SY".split())

# In place of a convention: the name was taken for words.
WORDS = "words"

# How sure each part must be, and how much the letters must speak for another press than the English
# (log odds): spellings that English outlets differ in stay below.
_SURE = 0.8
_FOREIGN = 2.0


@lru_cache(maxsize=16_384)
def usual_spelling(name: str, lead: str, spoken_of: frozenset[str]) -> Suggested | None:
    """The usual English spelling of an unlisted full name, if another press's stands there.

    `lead` are the words before the name, `spoken_of` the countries of the article: these count only
    for a name with letters that are not English.
    """
    words = split(name).content
    if not 2 <= len(words) <= 3 or any(map(is_english_name, words)):
        return None
    countries = countries_of(lead)
    if not countries and not name.isascii() and not any(map(_is_turkish, words)):
        countries = spoken_of
    tables = {table for country in countries for table in _TABLES.get(country, ())}
    if not tables or max(convention_of(name).values()) < _FOREIGN:
        return None
    found = [s for table in sorted(tables) if (s := _spelt(name, table, countries)) is not None]
    return max(found, key=lambda suggested: suggested.score, default=None)


def _is_turkish(word: str) -> bool:
    """Whether a Turk may bear the name as it is spelt."""
    return any(part.language == "turkish" for part in bundled_parts().right(word))


def _spelt(name: str, table: str, countries: frozenset[str]) -> Suggested | None:
    home = sorted(countries & set(_COUNTRIES[table].split()))
    found = suggest_from_parts(name, language=table, country=home[0] if len(home) == 1 else "")
    if found is None or found.score < _SURE or found.convention == "en":
        return None
    # Beliakov is no Polyakov, Lazarev no Nazarov: names that the table lacks.
    if not all(alike(match.word, match.part.english).score for match in found.parts):
        return None
    if found.convention == "fr" and (table != "persian" or countries & _FRENCH):
        return None
    return found


@lru_cache(maxsize=4096)
def turkish_meanings(surname: str) -> tuple[str, ...]:
    """What a Turkish surname means as words; nothing if it is no Turkish surname, or English too."""
    if is_english_name(surname):
        return ()
    parts = [p for p in bundled_parts().right(surname) if (p.language, p.kind) == ("turkish", "family")]
    return tuple(sense for part in parts for sense in part.meanings)


def as_words(surname: str) -> Suggested:
    """The suggestion for a surname that was translated: itself."""
    return Suggested(surname, 1.0, WORDS, ())


def are_names(*words: str) -> bool:
    """Whether each word is a name as English news spells it."""
    return all(bundled_parts().right(word) for word in words)

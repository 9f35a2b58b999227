"""Places whose names a strange word nearly spells, where the words around say that a place stands there.

*Nagaoya* alone may be anyone; *in Nagaoya*, in an article on Japan, and *Sassbo, Nagasaki* are places.
The look-up by sounds brings the places up, and the letters say how near they are: an engine drops,
doubles and exchanges letters, and leaves another language's ending where the name's own should stand.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from auditor.language.vocabulary import english_words
from auditor.names.english import ENGLISH_SPEAKING, is_english_name
from auditor.names.linking import Linker, is_people
from auditor.names.romanised import stands_as_romanised
from auditor.names.runs import Run, part_of
from auditor.names.titles import has_title
from auditor.names.tokens import fold
from auditor.names.unlisted import are_names

if TYPE_CHECKING:
    from auditor.names.gazetteer import Match

# Shorter words are one letter from too many others.
_SHORTEST = 6
# A word this long may differ in two letters, not at its end: Brookline is not Brooklyn.
_LONG, _TWO = 9, 2
# How much the sounds must agree where the letters are far: behind a preposition, and without one.
# On 287,000 words of news written in English the two flag a slip of the author's (Brussells) alone, since
# the book has the places that nearly spell others (Medinah, Brookline).
_HEARD = 0.5
_ALONE = 0.9
# Where a place stands; a person stands behind most of these too, but then his full name does somewhere.
_BEFORE = re.compile(
    r"\b(?:in|near|from|at|(?<!according )to|of|around|outside|into|"
    r"across|between|and|over|bombed|shelled|struck|hit|"
    r"attacked|targeted|stormed|raided|captured|seized|entered|left|reached|liberated|besieged|visited|fled|"
    r"capital,?|lake) (?:the )?\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s]+")
_AFTER = re.compile(
    r" (?:(?:National Park|Nature Reserve|Conservation Area|Province|Prefecture|District|County|City|Airport|"
    r"International Airport|State|Oblast|Region|River|Peninsula|Mountains?|Street|University|Dome)\b|"
    r"(?:region|district|province|prefecture|governorate|oblast|island|peninsula|river)\b)"
)
_WITHIN = re.compile(r"(?:,| in| \() ?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
# Whose ways of speaking of a people or of what belongs to it these are: no place ends so.
_OF_A_PLACE = ("ian", "ean", "ese", "sky", "skaya", "ans", "ers", "ist", "ists", "ish", "ite", "ites")

# Endings that other languages set behind, or in place of, the last vowel of a name.
_ENDINGS = (
    "a", "e", "i", "o", "u", "y", "em", "om", "ou", "as", "is", "os", "us", "je", "ja", "ija", "ije", "iji",
    "oj", "ii", "da", "de", "nin", "ssa", "ban", "ben", "ler",
)  # fmt: skip
_VOWELS = "aeiouy"
_STEM = 4  # letters that are left of a name without its ending, at least


class Nearly(NamedTuple):
    """A place that a word nearly spells, and whether the words around leave no doubt of it."""

    match: "Match"
    sure: bool


def near_place(run: Run, behind: str, linker: Linker, countries: frozenset[str]) -> Nearly | None:
    """The place that a strange word behind or before the words for one nearly spells.

    `behind` is the text after the word, `countries` the codes of those the document speaks of.
    """
    if not _may_be_place(run.text) or has_title(run.lead):
        return None
    is_placed = bool(_BEFORE.search(run.lead) or _AFTER.match(behind))
    within = _where(behind, linker)
    found = linker.places(run.text)
    for match in found:
        # Two Punjabs share what the sounds say.
        heard = sum(m.score for m in found if m.entity.name == match.entity.name)
        where = match.entity.countries
        is_slip = is_near(fold(run.text), fold(match.entity.name))
        told = is_slip and is_known(match) and "JP" in where  # Japanese names are longer: a slip shows
        if stands_as_romanised(run.text, match.entity) and not told:
            continue
        is_like = is_slip or (heard >= _HEARD and not is_people(run.text, match.entity.name))
        here = not countries.isdisjoint(where)
        if is_like and (not within.isdisjoint(where) or (is_placed and here)):
            return Nearly(match, True)
        if is_slip and run.text.isascii() and is_known(match) and heard >= (_HEARD if is_placed else _ALONE):
            return Nearly(match, is_placed and ENGLISH_SPEAKING.isdisjoint(where))
    return None


# A word beside a place's name in one run of capitals: *Serengetti National Park*, *Lake Onezh*.
_BESIDE = frozenset(
    """national park province prefecture district county city airport international state oblast region river
    peninsula lake island islands street university open stadium dome conservation area nature reserve
    government hall central eastern western northern southern motor speedway chronicle palace gulf bay sea
    desert basin valley railway station port harbour harbor bridge north south east west zone town strait
    governorate municipality court crown regional territory republic""".split()
)


def beside_generic(run: Run) -> Run | None:
    """The one strange word of a run whose other words are those that stand beside names of places."""
    strange = [found for found in _WORD.finditer(run.text) if found[0].lower() not in _BESIDE]
    if len(strange) != 1 or " " not in run.text:
        return None
    return part_of(run, *strange[0].span())


def _may_be_place(word: str) -> bool:
    lower = word.lower()
    return (
        len(word) >= _SHORTEST
        and word.isalpha()
        and not word.isupper()
        and not lower.endswith(_OF_A_PLACE)
        and lower not in english_words()
        and not is_english_name(word)
        and not are_names(word)
    )


def is_known(match: "Match") -> bool:
    """Whether English news knows the place well enough for its list of words to have it."""
    return match.entity.name.lower() in english_words()


def _where(behind: str, linker: Linker) -> frozenset[str]:
    """The countries in which the place named behind a word lies: *Sassbo, Nagasaki*."""
    found = _WITHIN.match(behind)
    if found is None:
        return frozenset()
    right = linker.right(found["name"]) or linker.right(found["name"].split()[0])
    return frozenset(code for m in right if m.entity.kind == "place" for code in m.entity.countries)


@lru_cache(maxsize=16_384)
def is_near(word: str, name: str) -> bool:
    """Whether a word is a name with a slip of a letter, two in a long one, or another ending."""
    from rapidfuzz.distance import OSA

    if word[:1] != name[:1] or " " in name or is_people(word, name):
        return False
    far = OSA.distance(word, name)
    if far <= 1 or (far == _TWO and len(word) >= _LONG and word[-2:] == name[-2:]):
        return True
    stems = (name, name.rstrip(_VOWELS))
    return any(len(s) >= _STEM and word.startswith(s) and word[len(s) :] in _ENDINGS for s in stems)

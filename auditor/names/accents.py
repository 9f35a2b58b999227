"""Accents that neither the English press nor a bearer's own script sets on a name.

*Alexeï Navalny* and *İsfahan* have the right letters, but a French trema and a Turkish dot. A name
written in Latin letters at home bears its own accents, and is not asked.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.names.entity import Entity

# Letters that newspapers set in names; macrons and dots below are scholars' (*Muḥammad*, *Tōkyō*).
_PRESS = frozenset("áàâäãåąæçćčďđéèêëěęğíìîïıķłļńňñņóòôöõøőŕřśšşșťțúùûüůűýźżžľĺ") | {"i\u0307"}

# Scripts without Latin letters beside them. Chinese has pinyin's tones; Greek and the scripts of
# Central Asia are met in Latin letters of their own, and so left out.
_SCRIPTS = ("CYRILLIC", "ARABIC", "HEBREW", "GEORGIAN", "ARMENIAN", "DEVANAGARI", "BENGALI")

# The French of the Maghreb, the Levant and the Sahel is printed as it is (*Aïcha*, *Béjaïa*), and
# Serbian, Macedonian and Montenegrin have Latin letters as well.
_FRENCH = "àâçéèêëîïôöùûü"
_AT_HOME = dict.fromkeys("DZ MA TN LB SY EG MR TD DJ KM".split(), _FRENCH) | dict.fromkeys(
    "RS ME BA MK HR SI".split(), "čćšžđ"
)
_OWN_LATIN = frozenset("AZ KZ KG UZ TM TJ MD".split())


def has_foreign_accents(text: str, entity: Entity) -> bool:
    """Whether a name whose letters are right bears accents that its bearer's script cannot have."""
    return not text.isascii() and _are_foreign(text, entity)


@lru_cache(maxsize=16_384)
def _are_foreign(text: str, entity: Entity) -> bool:
    if not _OWN_LATIN.isdisjoint(entity.countries) or not _has_own_script(entity.native):
        return False
    home = {letter for country in entity.countries for letter in _AT_HOME.get(country, "")}
    right = {word for s in entity.spellings if s.status != "deprecated" for word in _words(s.text)}
    return any(not _accents(word) <= home for word in _words(text) if word not in right)


def _has_own_script(native: str) -> bool:
    letter = next((char for char in native if char.isalpha()), "")
    return bool(letter) and unicodedata.name(letter, "").startswith(_SCRIPTS)


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).lower().replace("-", " ").split()


def _accents(word: str) -> set[str]:
    found = {char for char in word if char in _PRESS}
    return found | {"i\u0307"} if "i\u0307" in word else found

"""The titles that stand before a name, and whose they may be."""

import re
from typing import TYPE_CHECKING

from auditor.names.runs import FOREIGN_TITLES

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity


# A word before a surname → the roles in the gazetteer that it may name.
_TITLES = {
    "president": "head-of-state", "presidents": "head-of-state", "premier": "head-of-government",
    "chancellor": "head-of-government", "minister": "minister head-of-government",
    "ministry": "spokesperson minister", "secretary": "minister official diplomat",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson",
    "general": "military", "gen": "military", "commander": "military militant", "colonel": "military",
    "admiral": "military", "marshal": "military", "chief": "military intelligence official",
    "king": "royal", "prince": "royal", "emir": "royal", "sultan": "royal", "queen": "royal",
    "ayatollah": "cleric head-of-state", "imam": "cleric", "sheikh": "cleric royal",
    "cleric": "cleric", "patriarch": "cleric", "pope": "cleric", "leader": "head-of-state "
    "party-leader opposition militant cleric", "governor": "governor central-banker",
    "mayor": "governor", "ambassador": "diplomat", "envoy": "diplomat", "speaker": "legislator",
    "lawmaker": "legislator", "senator": "legislator", "deputy": "legislator minister",
    "singer": "artist", "actor": "artist", "actress": "artist", "director": "artist executive",
    "writer": "artist", "tenor": "artist", "diva": "artist", "player": "athlete",
    "striker": "athlete", "coach": "athlete", "champion": "athlete", "journalist": "journalist",
    "activist": "activist", "lawyer": "jurist", "judge": "jurist", "scientist": "scientist",
    "researcher": "scientist", "physicist": "scientist", "tycoon": "executive",
    "billionaire": "executive", "adviser": "official diplomat", "mr": "", "militia": "militant",
}  # fmt: skip
_TITLES |= {
    foreign: _TITLES[title]
    for title, words in FOREIGN_TITLES.items()
    for foreign in words.split()
    if title in _TITLES
}
_LEAD_WORD = re.compile(r"[^\W\d_]+")


def has_title(lead: str) -> bool:
    """Whether the words before a name say what its bearer is."""
    return any(word in _TITLES for word in _LEAD_WORD.findall(lead.lower())[-5:])


def title_fits(entity: "Entity", lead: str) -> bool:
    """Whether the title before a name is one the entity held."""
    words = _LEAD_WORD.findall(lead.lower())[-5:]
    roles = {role for word in words for role in _TITLES.get(word, "").split()}
    return not roles.isdisjoint(entity.roles)


def role_fits(entity: "Entity", lead: str, countries: frozenset[str]) -> bool:
    """Whether the title before a surname is one the entity held, in a country spoken of.

    `lead` are the words before the name; `countries` the codes of those the document names.
    """
    return title_fits(entity, lead) and not countries.isdisjoint(entity.countries)

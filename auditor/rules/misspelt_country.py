"""A country's name, or its people's, with a slip of a letter or in another language's manner."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.countries import DEMONYMS, NAMES
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# A slip in a short name may be another word: Iran, Irani; Cuba, Cubba.
_SHORTEST = 6


def _slips(name: str) -> Iterator[str]:
    """The name with a letter doubled, with half of a doubled letter, with two neighbours exchanged."""
    for at, letter in enumerate(name):
        behind = name[at + 1 : at + 2]
        if letter == behind:
            yield name[:at] + name[at + 1 :]
        elif letter.isalpha():
            yield name[:at] + letter + name[at:]
            if at and behind.isalpha():
                yield name[:at] + behind + letter + name[at + 2 :]


# Belarussian stands beside Belarusian in British papers.
_RIGHT = {name.lower() for name in NAMES.values()} | DEMONYMS | {"belarussian"}


def _misspelt() -> Mapping[str, str]:
    """Peoples as other languages spell or derive them (Tadjik, Libanese), with their plurals."""
    table = files("auditor") / "data" / "misspelt.peoples.tsv"
    forms: dict[str, str] = {}
    for row in table.read_text(encoding="utf-8").splitlines()[1:]:
        english, _, misspelt = row.partition("\t")
        for form in misspelt.lower().split("; "):
            forms[form] = english
            if not english.endswith(("ese", "sh", "ch", "z")):  # those have no plural in -s
                forms[f"{form}s"] = f"{english}s"
    return forms


_SLIPS = {
    slip: name.capitalize()
    for name in sorted(_RIGHT)
    if len(name) >= _SHORTEST and name.isalpha() and name.isascii()
    for slip in _slips(name)
    if slip not in _RIGHT
}
_PEOPLES = _misspelt()
# What English calls the peoples that the table lists, in small letters.
PEOPLES = frozenset(name.lower() for name in _PEOPLES.values())
_SLIPS |= {slip: name for slip, name in _PEOPLES.items() if slip not in _RIGHT}
_SLIP_WORDS = frozenset(_SLIPS)


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "Men from [[Pakistann]] and [[Egyptain]] troops met.": "Men from Pakistan and Egyptian troops met.",
        "The [[Phillippines]] and [[Rusia]] agreed.": "The Philippines and Russia agreed.",
        "The [[Tadjik]] envoy met [[Libanese]] soldiers.": "The Tajik envoy met Lebanese soldiers.",
        "Many [[Rohinga]] fled.": "Many Rohingya fled.",
    },
    good=[
        "Men from Pakistan and Egyptian troops met the Philippines’ envoy.",
        "The Romani, Columbia University, Niger and Nigeria.",
    ],
)
def misspelt_country(document: Document) -> Iterator[Flag]:
    """Flag the name of a country or its people with a slip, or as another language spells it.

    ## Why is this bad?

    Names that an engine puts together from pieces come out with a piece too many (*Pakistann*), and
    a neighbour language's spelling with a letter too few (*Rusia*). Peoples come out with another
    language's letters or ending (*Usbek*, *Irakian*). Spelling checkers that leave capitalised
    words alone pass them.
    """
    for word in sorted(document.words & _SLIP_WORDS):
        name = _SLIPS[word]
        if word in english_words():
            continue
        for match in re.finditer(rf"\b{word}\b", document.text, re.IGNORECASE):
            if match[0][0].isupper():
                yield Flag(
                    document.span(*match.span()),
                    f"“{match[0]}”: the name is spelt {name}.",
                    (Suggestion(name),),
                )

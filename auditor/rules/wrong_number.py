"""A singular where a plural must stand, and the reverse."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "country": "countries", "city": "cities", "company": "companies", "party": "parties",
    "policeman": "policemen", "family": "families",
}  # fmt: skip
# Nouns that news counts, regular in the plural and no adjective before another noun.
_REGULAR = (
    "soldier|civilian|officer|student|worker|member|victim|suspect|journalist|lawyer|doctor|teacher|"
    "passenger|migrant|refugee|hostage|prisoner|terrorist|militant|fighter|village|"
    "missile|rocket|vehicle|building|house|hospital|school|attacker|gunman|resident|citizen|"
    "protester|official|resolution|agreement|question|problem|reason|day|week|month|year|hour"
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty several these those".split()
)
_HUNDREDS = ("dozens of", "hundreds of", "thousands of")
# A verb behind the noun shows that it stands for itself ("the three-day siege" is another thing).
_VERB = (
    r"(?= (?:was|were|has|have|had|who|died|ago|later|earlier|are|is|and (?:the|a|two|three|four|"
    r"five|one)|said|will|would)\b|[,.;](?!\w))"
)
_COUNTED = re.compile(rf" (?P<noun>{'|'.join(_PLURALS)}|{_REGULAR}){_VERB}")
_PEOPLE = r"people|children|women|men|civilians|soldiers|citizens|authorities|officials|forces|troops"
_START = r"(?:(?<=[.!?] )|(?<=[.!?]\n\n)|\A|(?<=that )|(?<=because )|(?<=, and )|(?<=, but ))"
_WHY = "“{text}”: singular and plural do not agree."

_FAULTS = (
    fault(
        rf"{_START}(?P<at>(?P<who>(?:(?:[Tt]he|[Tt]hese|[Mm]any|[Ss]ome|[Ss]everal|[Ii]sraeli|[Ll]ocal) )?"
        rf"(?:{_PEOPLE}|{_PEOPLE.title()})) (?P<is>was|is|has|does))\b",
        _WHY,
    ),
    fault(
        r"\b(?P<at>(?P<every>[Ee]very) (?P<noun>citizens|people|children|countries|members|years|days|"
        r"men|women|tasks|Egyptians|Americans|Turks|Muslims|generations|cities|families|students|"
        r"workers|soldiers))\b(?![’'])(?! and)",
        _WHY,
        near="every ",
    ),
    fault(
        r"\b(?P<there>[Tt]here) (?P<at>(?P<is>is|was|has been) (?P<n>many|several|two|three|four|five|no "
        r"(?:reports|casualties|deaths|injuries|survivors|victims|clashes|arrests|doubts)|some "
        r"(?:reports|problems|people|countries|questions)))\b(?! (?:hundred|thousand|million|of|"
        r"a|times|feet|inches|percent|per|years|days|weeks|months|hours|minutes|goals|points|or))",
        _WHY,
        near="there is |there was |there has ",
    ),
    fault(
        r"\b(?P<a>(?:did|does|do)(?: not|n['’]t)) (?P<at>went|came|said|took|made|gave|saw|told|knew|"
        r"became|wanted|happened|had|has|was|is)\b(?! (?:was|is))",
        "“{text}”: after *did not* the verb stands in its base form.",
        near=" not |n't |n’t ",
    ),
    fault(
        r"\b(?P<m>[Mm]ore) (?P<adj>better|easier|bigger|larger|higher|lower|stronger|faster|cheaper|"
        r"safer|greater|smaller|older|younger|happier|harder|worse)\b(?!-)(?! (?:education|ed|"
        r"courts?|house))",
        "“{text}” compares twice.",
        r"\g<adj>",
        near="more ",
    ),
    fault(
        r"\b(?P<m>[Mm]ost) (?P<adj>biggest|largest|highest|strongest|fastest|greatest|smallest|oldest|"
        r"worst)\b",
        "“{text}” compares twice.",
        r"\g<adj>",
        near="most ",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "[[Three soldier]] were killed.": "Three soldiers were killed.",
        "It killed [[two person]], police said.": "It killed two people, police said.",
        "He said that [[people was]] afraid.": "",
        "[[Every citizens]] must vote.": "",
        "There [[was no casualties]] in the town.": "",
        "The price is [[more cheaper]] now.": "The price is cheaper now.",
    },
    good=[
        "A three day siege and a four-year, two person crew.",
        "The number of people was small; the lack of civilians is odd.",
        "There is many a slip; there was two feet of snow and no doubt.",
        "Every man and every women’s team; for the more higher education helps, the better.",
        "What they did was right.",
    ],
    evidence=("tr", "fa", "zh", "ja", "ko", "hu", "hi"),
)
def wrong_number(document: Document) -> Iterator[Flag]:
    """Flag a singular noun with a plural number or verb, and the reverse.

    ## Why is this bad?

    Turkish, Persian and Hungarian count with the singular (*üç asker*, "three soldier"), Chinese
    and Japanese have no plural; an engine sometimes keeps the source's number.
    """
    yield from flags(document, _FAULTS, quoted=False)
    for match in document.find(_COUNTED):
        before = document.text[max(match.start() - 14, 0) : match.start()]
        number = _number(before)
        start = match.start() - len(number)
        if number and not document.in_quotation(start):
            noun = match["noun"]
            seen = f"{number} {noun}"
            yield Flag(
                document.span(start, match.end()),
                _WHY.replace("{text}", seen),
                (Suggestion(f"{number} {_PLURALS.get(noun, noun + 's')}"),),
            )


def _number(before: str) -> str:
    """The number that some text ends with; empty where it ends with none."""
    for number in _HUNDREDS:
        if before.lower().endswith(number):
            return before[-len(number) :]
    word = re.split(r"\s", before)[-1]
    return word if word.lower() in _NUMBERS else ""

"""A small number, or the first word of a sentence, in figures."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTH
from auditor.rule import document_rule

_COUNTED = (
    r"(?:soldiers?|people|persons?|children|child|wom[ae]n|m[ae]n|civilians?|(?:police )?officers?|"
    r"police(?:man|men)|terrorists?|students?|suspects?|sailors?|members|victims?|journalists?|"
    r"nationals?|officials?|fighters|militants?|citizens?|doctors?|teachers?|workers?|gunmen|hostages|"
    r"(?:grand)?(?:sons|daughters)|brothers|sisters|passengers|migrants|refugees|protesters|"
    r"countries|villages|houses|cities|districts|provinces|vehicles|ships|buildings)"
)
# People by their country, in the plural: *Koreans*, *Frenchmen*, *Iraqis*.
_NATIONALS = (
    r"(?:(?:South|North|Saudi|Bosnian|British|Turkish) )?(?:[A-Z][a-z]+(?:ans|ese)|Afghans|Arabs|"
    r"(?:French|Irish|English|Dutch)men|Iraqis|Israelis|Kurds|Pakistanis|Saudis|Somalis|Turks)"
)
_WORD = (
    r"(?:(?!million|billion|thousand|mln|bln|mil|mio|mld|mrd|bn|percent|per|out|of|or|and|to|in)[A-Za-z]+ )"
)
# Both patterns begin with the figure, so that the search goes from figure to figure.
_SMALL = expression(
    r"(?P<n>[1-9])(?<![\w.,:$€£/–#№-].) "
    rf"(?P<rest>(?:{_WORD}{{0,2}}{_COUNTED}|{_NATIONALS}|"
    rf"(?P<one>{_WORD}{{1,2}})and (?P<n2>[1-9]) (?P<two>{_WORD}{{1,2}}{_COUNTED})))\b(?![-’'])"
)
_FIRST = expression(
    r"\d(?:(?<=\A\d)|(?<=\n\n\d)|(?<=[.!?] \d))\d{1,2}(?:,\d{3})? "
    rf"(?:[a-z]+ )?{_COUNTED} (?=(?:were|was|have|had|has|are|who|from|of|in|died|also|and)\b)"
)
_WORDS = "one two three four five six seven eight nine".split()
# These tie a figure to what stands before it: types, chapters, ranges, a count that goes on.
_TIED = expression(
    r"(?:\b(?:to|or|(?<!, )and|type|phase|stage|group|number|no\.|level|article|section|chapter|grade|"
    r"class|category|at|day|step|part|team|age|aged|zone|area|unit|under|over|of|between|every|each|\d in)|"
    r"\d|[;:(])"
    r" \Z",
    re.IGNORECASE,
)

# Figures that are no counts and so do not make a sentence one of figures.
_DATES = expression(
    r"\d+(?:[.,]\d+)?[ -]?(?:kilomet|km|mile|met(?:re|er)|percent|per cent|%|degree|ton|minute|hour|year|"
    r"[ap]\.?m)|"
    rf"\d+(?:st|nd|rd|th)|\d+[:.]\d+|{MONTH} \d+|\d+ {MONTH}"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "The police detained [[9 people]] there.": "The police detained nine people there.",
        "Gunmen abducted [[5 Korean sailors]] on Friday.": "Gunmen abducted five Korean sailors on Friday.",
        "Gunmen abducted [[5 Korean and 1 Ghanaian sailors]].":
            "Gunmen abducted five Korean and one Ghanaian sailors.",
        "Gunmen seized [[2 Frenchmen]].": "Gunmen seized two Frenchmen.",
        "[[44 people]] were detained in the town.": "",
    },
    good=[
        "Gunmen abducted 11 men, 8 women and 4 children.",
        "Type 2 diabetes patients and 5 to 6 people; 2 million people fled.",
        "3 victims in serial killer case",
        "In all, 44 people were detained, nine of them officers.",
        "A team of 4 people and the group 7 countries.",
        "Roughly 1 in 5 workers would lose it.",
    ],
    evidence=("tr", "zh", "ja", "ko", "fa", "ru", "uk", "hi"),
)  # fmt: skip
def number_in_figures(document: Document) -> Iterator[Flag]:
    """Flag a number below ten, or one that opens a sentence, in figures before people or things.

    ## Why is this bad?

    Turkish, Chinese and Korean news writes every count in figures (*9 kişi*, *6명*). English news
    spells out numbers below ten, and does not begin a sentence with a figure. Headlines, and
    sentences that hold other figures beside it, are left alone.
    """
    for match in document.find(_SMALL):
        if _is_prose(document, match) and not _is_tied(document, match):
            yield _flag(document, match)
    for match in document.find(_FIRST):
        if _is_prose(document, match):
            number = match[0].split(" ")[0]
            yield Flag(
                document.span(match.start(), match.end() - 1),
                f"“{number}” opens the sentence in figures; spell it out or turn the sentence.",
            )


def _is_prose(document: Document, match: re.Match[str]) -> bool:
    """Whether the match stands in a sentence with its full stop, outside quotations."""
    start, end = document.paragraph_at(match.start())
    closed = document.text[start:end].rstrip('”"’)» ').endswith((".", "?", "!", ":"))
    return closed and not document.in_quotation(match.start())


def _is_tied(document: Document, match: re.Match[str]) -> bool:
    start, end = document.sentence_at(match.start())
    before = document.text[start : match.start()]
    around = before + document.text[match.end() : end]
    tall = any(len(number) in (2, 3) for number in re.findall(r"\d+", _DATES.sub("", around)))
    return bool(_TIED.search(before)) or tall


def _flag(document: Document, match: re.Match[str]) -> Flag:
    word, rest = _WORDS[int(match["n"]) - 1], match["rest"]
    if match["n2"]:
        rest = f"{match['one']}and {_WORDS[int(match['n2']) - 1]} {match['two']}"
    start, _ = document.sentence_at(match.start())
    word = word.capitalize() if start == match.start() else word
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: English news spells out numbers below ten.",
        (Suggestion(f"{word} {rest}"),),
    )

"""Dates and years written after another language's manner."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTH, MONTHS
from auditor.rule import document_rule

_ON = r"(?:on|since|until|till|from|by|before|after|dated|of|between|and|or|not|to)"
_FIGURES = expression(r"\d(?<![\w.,/]\d)(?P<d2>\d?)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)(?![\w]|[./]\d)")
# “In the year 2000” and “by the year 2050” are English idiom; a year just past is not so named.
_YEAR = expression(r"\byear (?P<year>(?!2000)(?:19[5-9]\d|20[012]\d))\b(?!['’-])")
_BEFORE_YEAR = expression(r"\b(?P<in>[Ii]n|of) (?:the )?\Z")
_YEAR_BEHIND = expression(
    r"(?:19|20)(?<![\w.,$€£-]..)\d\d(?P<noun> year)\b(?![-’'])(?! (?:ago|old|later|after))"
)
_COMMA = expression(r", (?P<year>(?:19|20)\d\d)\b")
_IN_MONTH = expression(rf"\b[Ii]n (?P<month>{MONTH})\Z")
_LOCAL = expression(r" \([Ll]ocal time\)")
_CLOCK = expression(r"(?:\d[.:]\d\d|[ap]\.?m\.?|o['’]clock|noon|midnight|hours?|GMT)\Z")
# A year of the Iranian calendar with its month; “1348/9” is two years of ours.
_IRANIAN = expression(r"1[34]\d\d/(?<![\w/]\d{4}/)(?:0\d|1[0-2]|[1-9]/[0-3]?\d)(?:/[0-3]?\d)?(?![\w/])")

# The year first, as in Hungarian, Chinese and programs; or two figures of it, behind a preposition.
_YEAR_FIRST = expression(
    r"(?:19|20)(?<![\w.,/]..)(?P<y2>\d\d)(?P<sep>[./])(?P<m>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<d>0?[1-9]|[12]\d|3[01])\b(?:\.(?= [a-z]))?(?![./]\d)"
)
_SLASHES = expression(
    rf"\b(?P<lead>{_ON} )(?P<at>(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])/"
    r"(?P<y>(?:19|20)\d\d))(?![\w/])",
    re.IGNORECASE,
)
_SHORT_YEAR = expression(
    rf"\b(?P<lead>{_ON} )(?P<at>(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0[1-9]|1[0-2])\."
    r"(?P<y>[0-2]\d))(?![\w.]\d|\w)",
    re.IGNORECASE,
)
# What is printed on a package keeps its form: “Best by 3/15/2027”.
_LABEL = expression(r"\b(?:[Bb]est(?: if used)?|[Uu]se|[Ss]ell|[Ff]reeze|[Ee]at|[Cc]onsume) \Z")
_MONTH_AND_YEAR = expression(
    r"\b(?P<lead>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|of) )"
    r"(?P<at>(?P<m>0[1-9]|1[0-2])[/.](?P<y>(?:19|20)\d\d))(?![\w/.]\d)"
)
# The month in Roman figures, as in Hungarian, Polish and Serbian.
_ROMAN = (None, *"I II III IV V VI VII VIII IX X XI XII".split())
_ROMAN_MONTH = expression(
    r"(?<![\w.,/])(?P<d>[12]\d|3[01]|[1-9])"
    r"(?:\. ?(?P<r>[IVX]{1,4})\. ?|[ /](?P<s>II|III|IV|VI|VII|VIII|IX|XI|XII)[ /])"
    r"(?P<y>(?:19|20)\d\d)\b"
)
# “in 2004-2005 years”, “in the 2023-year”, “in 2023-yil”: an ordinal ending, or the noun, on a year.
_YEAR_TAIL = expression(
    r"\b(?P<lead>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|of|for|[Dd]uring) )(?:the )?(?P<y>(?:19|20)\d\d"
    r"(?: ?[-–] ?(?:(?:19|20)?\d\d))?)"
    r"(?:[-–](?:year|years|yil|yilda|yili|m|go|god|goda|th|mu|x|ros|roku)|(?P<noun> years))"
    r"\b(?![-’'])(?! (?:of|old|ago|plan|deal|period))"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "They signed it on [[27.9.2019]] in Lima.": "They signed it on September 27, 2019 in Lima.",
        "It opened [[in the year 2017]].": "It opened in 2017.",
        "It opened in [[2017 year]].": "It opened in 2017.",
        "It opened in [[April, 2016]].": "It opened in April 2016.",
        "It opened on June 24[[ (local time)]].": "It opened on June 24.",
        "It was signed on [[1402/10/12]] in Qom.": "",
        "They signed it on [[2019/09/27]], not on [[27/09/2019]] or [[27.09.19]], as told in [[10/2019]].":
            "They signed it on September 27, 2019, not on September 27, 2019 or September 27, 2019,"
            " as told in October 2019.",
        "They met on [[12. VII. 2019]] in Orlu; it burned [[in 2004-2005 years]].":
            "They met on 12 July 2019 in Orlu; it burned in 2004-2005.",
    },
    good=[
        "The shrimp, lot code 8005, Best by 3/15/2027, was sold in Ohio.",
        "In the year 2000 it opened; by the year 2050 it will shut. Version 27.9.2019.4 came out.",
        "In 2008 years of work ended; the 2017 year-end report; 2019 year ago.",
        "In April 2016, on April 5, 2016, and in May, 2,000 men came.",
        "It opened at 8 a.m. (local time) on Monday.",
        "They met at 24/7 shops, on 1/2 of all days, in the years 1990 to 1995. Louis XIV 1700.",
    ],
    evidence=("ru", "zh", "ko", "ja", "fa", "tr", "de", "sh"),
)  # fmt: skip
def foreign_date_format(document: Document) -> Iterator[Flag]:
    """Flag dates and years written after another language's manner.

    ## Why is this bad?

    Much of Europe writes *27.9.2019*, Hungary and China *2019.09.27*, Poland *12. VII. 2019*, Russian
    and Persian *in the year 2017*, Korean adds *(local time)* to a bare date. English news prints
    *September 27, 2019* and *in 2017*: of figures alone no reader knows which is the month.
    """
    yield from _months_in_figures(document)
    yield from _years_in_words(document)
    yield from _months_in_words(document)


def _months_in_figures(document: Document) -> Iterator[Flag]:
    """Dates whose month is a figure, Arabic or Roman."""
    for match in document.find(_FIGURES):
        day, month = match[0].split(".")[:2]
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            name, year = MONTHS[int(month) - 1], match["y"]
            forms = f"{name} {int(day)}, {year}", f"{int(day)} {name} {year}"
            yield _flag(document, *match.span(), *forms)
    for each, sep in ((_YEAR_FIRST, "y2"), (_SLASHES, "y"), (_SHORT_YEAR, "y")):
        for match in document.find(each):
            if not _LABEL.search(document.text, max(match.start() - 20, 0), match.start()):
                yield from _numeric(document, match, sep)
    for match in document.find(_MONTH_AND_YEAR):
        yield _flag(document, *match.span("at"), f"{MONTHS[int(match['m']) - 1]} {match['y']}")
    for match in document.find(_ROMAN_MONTH):
        roman = match["r"] or match["s"]
        if roman in _ROMAN:
            mended = f"{match['d']} {MONTHS[_ROMAN.index(roman) - 1]} {match['y']}"
            yield _flag(document, *match.span(), mended)


def _years_in_words(document: Document) -> Iterator[Flag]:
    """Years called years, and years of the Iranian calendar."""
    for match in document.find(_YEAR_TAIL):
        if match["noun"] and len(match["y"]) == 4:
            continue
        yield _flag(document, *match.span(), f"{match['lead']}{match['y']}")
    for match in document.find(_IRANIAN):
        yield _flag(document, *match.span())
    for match in document.find(_YEAR):
        before = _BEFORE_YEAR.search(document.text, max(match.start() - 8, 0), match.start())
        if before:
            mended = f"{before['in']} {match['year']}"
            yield _flag(document, before.start(), match.end(), mended)
    for match in document.find(_YEAR_BEHIND):
        yield _flag(document, *match.span(), match[0].removesuffix(" year"))


def _months_in_words(document: Document) -> Iterator[Flag]:
    """A comma between month and year, and a local time that is none."""
    for match in document.find(_COMMA):
        before = _IN_MONTH.search(document.text, max(match.start() - 13, 0), match.start())
        if before:
            mended = f"{before['month']} {match['year']}"
            yield _flag(document, before.start("month"), match.end(), mended)
    for match in document.find(_LOCAL):
        if not _CLOCK.search(document.text, max(match.start() - 12, 0), match.start()):
            yield _flag(document, *match.span(), "")


def _numeric(document: Document, match: re.Match[str], year: str) -> Iterator[Flag]:
    """A date all in figures; of two that may be the month, both readings are offered, the day first."""
    if year == "y2":
        days = [(int(match["d"]), int(match["m"]), match[0][:4])]
        place = match.span()
    else:
        first, second = (int(match[name]) for name in (("a", "b") if "/" in match["at"] else ("d", "m")))
        full = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
        days = [(first, second, full)]
        if "/" in match["at"] and first <= 12 and first != second:
            days.append((second, first, full))
        place = match.span("at")
    forms = [f"{MONTHS[m - 1]} {d}, {y}" for d, m, y in days if m <= 12]
    if forms:
        yield _flag(document, *place, *forms)


def _flag(document: Document, start: int, end: int, *mended: str) -> Flag:
    seen = document.text[start:end].strip()
    return Flag(
        document.span(start, end),
        f"“{seen}” is written after another language's manner.",
        tuple(map(Suggestion, mended)),
    )

"""A date of the Iranian calendar without its date in ours."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTH
from auditor.rule import document_rule

# The months from the beginning of spring, as they are printed. The first six have 31 days.
_MONTHS = (
    ("Farvardin", "Hamal"), ("Ordibehesht", "Saur", "Sawr"), ("Khordad", "Jawza"), ("Tir", "Saratan"),
    ("Mordad", "Asad"), ("Shahrivar", "Sunbula", "Sonbola"), ("Mehr", "Mizan"), ("Aban", "Aqrab"),
    ("Azar", "Qaws"), ("Dey", "Jadi", "Jaddi"), ("Bahman", "Dalw", "Dalwa"), ("Esfand", "Hut", "Hoot"),
)  # fmt: skip
_NUMBER = {name: number for number, names in enumerate(_MONTHS) for name in names}
_NAMES = "|".join(_NUMBER)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>1[34]\d\d)\b)?(?![\w’'-])"
_DAY_FIRST = expression(rf"(?<![\w.,/-])(?:[Tt]he )?{_DAY} (?:of )?(?P<month>{_NAMES})\b{_YEAR}")
# A girl is called Azar, and scores: *Azar 9 goals*; *the Mehr 7 clinic* is called so.
_MONTH_FIRST = expression(
    rf"\b(?<!\bthe )(?P<month>{_NAMES}) {_DAY}\b{_YEAR}(?![.,:/%-]\d)"
    r"(?! (?!was\b|is\b)[a-z]+s\b)"
)
# These are names of people and things as well, and runs and huts are counted: *Asad 25*, *Hut 6*.
_NAMES_TOO = frozenset("Asad Azar Bahman Mehr Hut Hoot Tir Jadi Jaddi Hamal Mizan Dey Aban Qaws".split())
_LANDS = frozenset(("IR", "AF"))
# Around the date of a dispatch: its place before, a dash or the agency in brackets behind.
_PLACE, _DASH = expression(r"\b[A-Z]{3,}, \Z"), expression(r" ?(?:[–—-]|\([A-Z]{3,}\))")
# The date in ours stands beside, in brackets or behind a comma.
_GLOSSED = expression(rf"[ ,(]*(?:[A-Z]?[a-z ]{{0,20}})?(?:\d{{1,2}} )?{MONTH}\b")
_NEAR = 40


@document_rule(
    category="locale",
    severity=Severity.MAJOR,
    bad={
        "He was arrested on [[12 Aban 1398]] at home.": "He was arrested on 3 November 2019 at home.",
        "It was closed from [[the 6th of Dey]] on.": "",
        "Iran spoke: he was held on [[12 Aban]] at home.": "",
        "TEHRAN, [[Aban 28]] – Iran has a new minister.": "",
        "The uprising of [[Khordad 15]] was put down.": "",
    },
    good=[
        "He was arrested on 3 November 2019 (12 Aban 1398) at home.",
        "He was arrested on 12 Aban (3 November) at home.",
        "The 15 Khordad Foundation and the Mehr 7 clinic spoke.",
        "Mehr, 12, and Azar, 13, are sisters; Azar 9 goals.",
        "Asad 12 shots, Tir 2.5.",
        "Pakistan made 240, with Asad 25 and Saud 40. Hut 6 was cold. The 5 Asad brothers left.",
    ],
    evidence=("fa",),
)  # fmt: skip
def iranian_date(document: Document) -> Iterator[Flag]:
    """Flag a day of the Iranian calendar that is left as it is.

    ## Why is this bad?

    Iran and Afghanistan count months from the beginning of spring: *12 Aban 1398* is 3 November 2019.
    Readers of English know neither month nor year. A date with ours beside it is left alone.
    """
    if not any(month in document.text for month in _NUMBER):
        return
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in document.find(pattern):
            is_date = _is_date(document, match, first=pattern is _DAY_FIRST)
            if is_date and not _is_told(document.text, *match.span()):
                ours = _ours(int(match["day"]), match["month"], match["year"])
                yield Flag(
                    document.span(*match.span()),
                    f"“{match[0]}” is a date of the Iranian calendar"
                    + (f": {ours}." if match["year"] else f", about {ours}."),
                    (Suggestion(ours),) if match["year"] else (),
                )


def _is_date(document: Document, match: re.Match[str], *, first: bool) -> bool:
    """Whether a month that is a name too stands as one: with a year, as *the 6th of Dey*, or in an article
    on Iran or Afghanistan with the day `first` or as the date of its dispatch (*TEHRAN, Aban 28 –*)."""
    if match["month"] not in _NAMES_TOO or match["year"] or " of " in match[0]:
        return True
    text = document.text
    dated = _PLACE.search(text, max(match.start() - 40, 0), match.start()) and _DASH.match(text, match.end())
    return bool(first or dated) and not _LANDS.isdisjoint(document.countries)


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether our date stands beside one of Iran, or it is part of a name."""
    before = text[max(start - _NEAR, 0) : start]
    named = text[end : end + 2].startswith(" ") and text[end + 1 : end + 2].isupper()
    in_brackets = before.rstrip().endswith("(")
    return named or in_brackets or bool(_GLOSSED.match(text, end))


def _ours(day: int, month: str, year: str | None) -> str:
    """The day in our calendar. Spring begins on 21 March or a day from it; without a year, about."""
    number = _NUMBER[month]
    of_year = number * 31 - max(number - 6, 0) + day - 1
    found = _new_year(int(year)) + timedelta(of_year) if year else date(2022, 3, 21) + timedelta(of_year)
    text = f"{found.day} {found:%B}"
    return f"{text} {found.year}" if year else text


# Years of 33 with 366 days, counted from the first of a round of them.
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))


def _new_year(year: int) -> date:
    """The first day of an Iranian year: 21 March 1997 was that of 1376, and leap years go by the rule."""
    days = sum(365 + (each % 33 in _LEAP) for each in range(min(year, 1376), max(year, 1376)))
    first = date(1997, 3, 21)
    return first + timedelta(days) if year >= 1376 else first - timedelta(days)

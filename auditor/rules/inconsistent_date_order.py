"""Dates in two orders in one article."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTH
from auditor.rule import document_rule

# Both forms are found by their month, which few articles hold often.
_DATE = expression(
    rf"(?P<month>{MONTH})\b(?: (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d))?(?P<year>,? \d{{4}}\b)?"
)
_DAY_BEFORE = expression(r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? \Z")


class _Date(NamedTuple):
    start: int
    end: int
    day: str
    month: str
    year: str
    day_first: bool


@document_rule(
    category="consistency",
    severity=Severity.MINOR,
    bad={
        "He came on January 7, 2020, left on March 3 and died on [[5 May 2021]].":
            "He came on January 7, 2020, left on March 3 and died on May 5, 2021.",
        "He came on 7 January 2020, left on 3 March and died on [[May 5, 2021]].":
            "He came on 7 January 2020, left on 3 March and died on 5 May 2021.",
    },
    good=[
        "He came on January 7, 2020, and left on March 3.",
        "“The 4 July speech,” he said on July 5.",
        "The 15 July 2016 coup attempt was discussed on March 3 and April 4.",
        "He lived at 11 May Street from June 3 to June 5.",
        "He came in May 2020 and left on 3 March.",
    ],
)  # fmt: skip
def inconsistent_date_order(document: Document) -> Iterator[Flag]:
    """Flag dates whose order differs from the others of the article.

    ## Why is this bad?

    *January 7* and *7 January* are both right; one article keeps to one. An engine takes over
    the order that each sentence of the source has. The commoner order in the article decides, at
    equal counts the first.
    """
    dates = [date for date in _dates(document.text) if not _is_name(document, date)]
    day_first = [date for date in dates if date.day_first]
    month_first = [date for date in dates if not date.day_first]
    if not day_first or not month_first:
        return
    few, many = sorted((day_first, month_first), key=lambda found: (len(found), -found[0].start))
    first = many[0]
    usual = document.text[first.start : first.end]
    for date in few:
        seen = document.text[date.start : date.end]
        yield Flag(
            document.span(date.start, date.end),
            f"“{seen}” has day and month in another order than “{usual}”.",
            (Suggestion(_turned(date)),),
            (document.span(first.start, first.end),),
        )


def _dates(text: str) -> Iterator[_Date]:
    for match in _DATE.finditer(text):
        before = _DAY_BEFORE.search(text, max(match.start() - 6, 0), match.start())
        month, year = match["month"], (match["year"] or "").strip(" ,")
        if before:
            end = match.end() if not match["day"] else match.end("month")
            yield _Date(before.start(), end, before["day"], month, year, True)
        elif match["day"]:
            yield _Date(match.start(), match.end(), match["day"], month, year, False)


def _is_name(document: Document, date: _Date) -> bool:
    """Whether the date names something (*the 15 July coup*) or stands in someone's words."""
    text = document.text
    before = text[max(date.start - 4, 0) : date.start].lower()
    after = text[date.end : date.end + 1] == " " and text[date.end + 1 : date.end + 2]
    named = before == "the " and bool(after) and str(after).isalpha()
    street = text[date.end : date.end + 8].startswith((" Street", " Square", " Avenue"))
    return named or street or document.in_quotation(date.start)


def _turned(date: _Date) -> str:
    if date.day_first:
        return f"{date.month} {date.day}" + (f", {date.year}" if date.year else "")
    return f"{date.day} {date.month}" + (f" {date.year}" if date.year else "")

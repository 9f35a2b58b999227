"""Dates in two orders in one article."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>[0-3]?\d)(?:st|nd|rd|th)?)(?P<year>,? \d{{4}})?\b"
)


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
    dates = [match for match in document.find(_DATE) if not _is_name(document, match)]
    day_first = [match for match in dates if match["day"]]
    month_first = [match for match in dates if match["month2"]]
    if not day_first or not month_first:
        return
    few, many = sorted((day_first, month_first), key=lambda m: (len(m), -m[0].start()))
    for match in few:
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” has day and month in another order than “{many[0][0]}”.",
            (Suggestion(_turned(match)),),
            (document.span(*many[0].span()),),
        )


def _is_name(document: Document, match: re.Match[str]) -> bool:
    """Whether the date names something (*the 15 July coup*) or stands in someone's words."""
    text = document.text
    before = text[max(match.start() - 4, 0) : match.start()].lower()
    after = text[match.end() : match.end() + 1] == " " and text[match.end() + 1 : match.end() + 2]
    named = before == "the " and bool(after) and str(after).isalpha()
    street = text[match.end() : match.end() + 8].startswith((" Street", " Square", " Avenue"))
    return named or street or document.in_quotation(match.start())


def _turned(match: re.Match[str]) -> str:
    year = match["year"] or ""
    number = year.strip(" ,")
    if match["day"]:
        return f"{match['month']} {match['day']}" + (f", {number}" if number else "")
    return f"{match['day2']} {match['month2']}" + (f" {number}" if number else "")

"""Dates, years and decades written after another language's manner."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_FIGURES = expression(r"\d(?<![\w.,/]\d)(?P<d2>\d?)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)(?![\w]|[./]\d)")
# “In the year 2000” and “by the year 2050” are English idiom; a year just past is not so named.
_YEAR = expression(r"year (?P<year>(?!2000)(?:19[5-9]\d|20[012]\d))\b(?!['’-])")
_BEFORE_YEAR = expression(r"\b(?P<in>[Ii]n|of) (?:the )?\Z")
_YEAR_BEHIND = expression(
    r"(?:19|20)(?<![\w.,$€£-]..)\d\d(?P<noun> year)\b(?![-’'])(?! (?:ago|old|later|after))"
)
_COMMA = expression(r", (?P<year>(?:19|20)\d\d)\b")
_IN_MONTH = expression(rf"\b[Ii]n (?P<month>{_MONTH})\Z")
_LOCAL = expression(r" \([Ll]ocal time\)")
_CLOCK = expression(r"(?:\d[.:]\d\d|[ap]\.?m\.?|o['’]clock|noon|midnight|hours?|GMT)\Z")
# A year of the Iranian calendar with its month; “1348/9” is two years of ours.
_IRANIAN = expression(r"1[34]\d\d/(?<![\w/]\d{4}/)(?:0\d|1[0-2]|[1-9]/[0-3]?\d)(?:/[0-3]?\d)?(?![\w/])")
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_DECADE = expression(rf"\bthe (?P<at>(?P<part>early|late|mid)[- ](?P<decade>{'|'.join(_DECADES)}))\b")


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
        "It opened in the [[late seventies]].": "It opened in the late 1970s.",
    },
    good=[
        "In the year 2000 it opened; by the year 2050 it will shut. Version 27.9.2019.4 came out.",
        "In 2008 years of work ended; the 2017 year-end report; 2019 year ago.",
        "In April 2016, on April 5, 2016, and in May, 2,000 men came.",
        "It opened at 8 a.m. (local time) on Monday.",
        "She is in her late seventies; temperatures were in the seventies.",
    ],
    evidence=("ru", "zh", "ko", "ja", "fa", "tr", "de", "sh"),
)  # fmt: skip
def foreign_date_format(document: Document) -> Iterator[Flag]:
    """Flag dates, years and decades written after another language's manner.

    ## Why is this bad?

    Much of Europe writes *27.9.2019*, Russian and Persian *in the year 2017*, Korean adds *(local
    time)* to a bare date. English news prints *September 27, 2019*, *in 2017*, and decades in
    figures, *the late 1970s*.
    """
    for match in document.find(_FIGURES):
        day, month = match[0].split(".")[:2]
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            name, year = _MONTHS[int(month) - 1], match["y"]
            forms = f"{name} {int(day)}, {year}", f"{int(day)} {name} {year}"
            yield _flag(document, *match.span(), *forms)
    for match in document.find(_IRANIAN):
        yield _flag(document, *match.span())
    for match in document.find(_YEAR):
        before = _BEFORE_YEAR.search(document.text, max(match.start() - 8, 0), match.start())
        if before:
            mended = f"{before['in']} {match['year']}"
            yield _flag(document, before.start(), match.end(), mended)
    for match in document.find(_YEAR_BEHIND):
        yield _flag(document, *match.span(), match[0].removesuffix(" year"))
    for match in document.find(_COMMA):
        before = _IN_MONTH.search(document.text, max(match.start() - 13, 0), match.start())
        if before:
            mended = f"{before['month']} {match['year']}"
            yield _flag(document, before.start("month"), match.end(), mended)
    for match in document.find(_LOCAL):
        if not _CLOCK.search(document.text, max(match.start() - 12, 0), match.start()):
            yield _flag(document, *match.span(), "")
    for match in document.find(_DECADE):
        joint = "-" if match["part"] == "mid" else " "
        mended = f"{match['part']}{joint}19{_DECADES[match['decade']]}0s"
        yield _flag(document, *match.span("at"), mended)


def _flag(document: Document, start: int, end: int, *mended: str) -> Flag:
    seen = document.text[start:end].strip()
    return Flag(
        document.span(start, end),
        f"“{seen}” is written after another language's manner.",
        tuple(map(Suggestion, mended)),
    )

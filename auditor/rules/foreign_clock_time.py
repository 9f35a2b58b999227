"""Times of day written after another language's manner."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.rule import document_rule

_HOUR = r"(?:[01]?\d|2[0-3])"
_DOTTED = re.compile(rf"\b(?:at|around|about|until|from|by) "
                     rf"(?P<time>(?P<h>{_HOUR})\.(?P<m>[0-5]\d))"
                     r"(?![\w.]|\s?(?:a\.?m|p\.?m|per|%|million|billion|seconds|metres|meters|"
                     r"points|euros|dollars|francs|[a-z]+s\b))")  # fmt: skip
_TWICE = re.compile(r"\b(?P<time>(?:1[3-9]|2[0-3])[:.][0-5]\d\s?(?:am|pm|a\.m|p\.m)\.?)")
_HOURS = re.compile(
    rf"\bat (?P<time>(?:the hour of )?(?P<h>{_HOUR})[:.]?(?P<m>[0-5]\d) (?:o['’]clock|hours?))\b"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "The shop opens at [[07.30]] on weekdays.": "The shop opens at 07:30 on weekdays.",
        "He came at [[14:20 p.m.]] on Friday.": "He came at 14:20 on Friday.",
        "They met at [[12:00 o’clock]] on Friday.": "They met at 12:00 on Friday.",
    },
    good=[
        "The shop opens at 7.30 a.m. and shuts at 12:08 p.m.",
        "Shares closed at 10.50 euros, bonds at 07.30 percent.",
        "He came at 14:20 on Friday, at 7 o’clock.",
        "The missile was fired at 14.20 seconds.",
    ],
    evidence=("tr", "de", "ru", "fi", "it"),
)
def foreign_clock_time(document: Document) -> Iterator[Flag]:
    """Flag times of day written after another language's manner.

    ## Why is this bad?

    Turkish, German and Russian write *07.30*, and engines add “p.m.” or “o'clock” to a time that
    counts twenty-four hours already.
    """
    for match in document.find(_DOTTED):
        # British papers print 7.30; only a nought before the hour is sure to be foreign.
        sure = match["h"].startswith("0")
        yield _flag(document, match, f"{match['h']}:{match['m']}", sure)
    for match in document.find(_TWICE):
        yield _flag(document, match, re.sub(r"[.]", ":", re.sub(r"\s?[ap].*", "", match["time"])))
    for match in document.find(_HOURS):
        yield _flag(document, match, f"{match['h']}:{match['m']}")


def _flag(document: Document, match: re.Match[str], mended: str, sure: bool = True) -> Flag:
    return Flag(
        document.span(*match.span("time")),
        f"“{match['time']}” is a time of day after another language's manner.",
        (Suggestion(mended),),
        confidence=Confidence.HIGH if sure else Confidence.LOW,
    )

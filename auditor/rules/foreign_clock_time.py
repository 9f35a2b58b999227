"""Times of day written after another language's manner."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# A time in figures with what stands behind it; what stands before is looked at afterwards, so that
# the search goes from figure to figure.
_TIME = expression(
    r"(?P<time>\d(?<![\w.,:$€£/–-]\d)(?P<h2>\d?)(?P<sep>\.|: ?)(?P<m>[0-5]\d))(?![\w:]|\.\d)"
    r"(?P<tail>\s?(?:am|pm|a\.m|p\.m)\b\.?| (?:o['’]clock|hours?)\b)?"
)
_AT = expression(
    r"\b(?:at|around|about|until|till|from|by|to|since|between|and) (?P<hour>the hour of )?\Z", re.I
)
# Behind these a number with a full stop is no time.
_UNIT = expression(
    r"\s?(?:per|%|million|billion|seconds|metres|meters|points|euros|dollars|francs|[a-z]+s\b|a\.?m|p\.?m"
    r"| to \d)"
)
_HOURS = expression(r"at (?P<time>(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) (?:hours|o['’]clock))\b")
_STOPLESS = expression(r" [ap]\.m(?<=\d....)(?![.\w])")
_CLOCK = expression(
    r"(?P<h>\d{1,2})(?P<m>:[0-5]\d)? (?:o['’]clock )?(?:(?:at|in the|in) (?P<zone>GMT|UTC|local time)"
    r"|(?:in |at )?(?P<green>(?:the )?Greenwich time))\b"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "The shop opens at [[07.30]] on weekdays.": "The shop opens at 07:30 on weekdays.",
        "He came at [[14:20 p.m.]] on Friday.": "He came at 14:20 on Friday.",
        "They met at 12:08 [[p.m]] on Friday.": "They met at 12:08 p.m. on Friday.",
        "They met at [[12:00 o’clock]] on Friday.": "They met at 12:00 on Friday.",
        "They met at [[the hour of 11:30 hours]] on Friday.": "They met at 11:30 on Friday.",
        "They met at [[1200 hours]] on Friday.": "They met at 12:00 on Friday.",
        "The bus left at [[16: 05]] on Friday.": "The bus left at 16:05 on Friday.",
        "It opened at [[12 o'clock at GMT]] and shut at [[18:00 Greenwich time]].":
            "It opened at 12:00 GMT and shut at 18:00 GMT.",
        "It opened at [[9 o’clock in the local time]].": "It opened at 9:00 local time.",
    },
    good=[
        "The shop opens at 7.30 a.m. and shuts at 12:08 p.m.",
        "Shares closed at 10.50 euros, bonds at 07.30 percent.",
        "He came at 14:20 on Friday, at 7 o’clock.",
        "The missile was fired at 14.20 seconds.",
        "He read John 3: 16 aloud at 12:00 GMT, or 10 a.m. local time.",
        "He ran it in 12:40 and won by 24:10 to 20.",
    ],
    evidence=("tr", "de", "ru", "fi", "it"),
)  # fmt: skip
def foreign_clock_time(document: Document) -> Iterator[Flag]:
    """Flag times of day written after another language's manner.

    ## Why is this bad?

    Turkish, German and Russian write *07.30*, and engines add “p.m.” or “o'clock” to a time that
    counts twenty-four hours already. *Greenwich time* is a literal rendering of what English
    prints as *GMT*.
    """
    for match in document.find(_TIME):
        yield from _time(document, match)
    for match in document.find(_STOPLESS):
        yield _flag(document, match.start() + 1, match.end(), f"{match[0][1:]}.")
    for match in document.find(_HOURS):
        yield _flag(document, *match.span("time"), f"{match['h']}:{match['m']}")
    for match in document.find(_CLOCK):
        zone = "GMT" if match["green"] else match["zone"]
        mended = f"{match['h']}{match['m'] or ':00'} {zone}"
        yield _flag(document, match.start(), match.end(), mended)


def _time(document: Document, match: re.Match[str]) -> Iterator[Flag]:
    hour, tail = match["time"][: 1 + len(match["h2"])], (match["tail"] or "").strip()
    if int(hour) > 24:
        return
    start, end, mended = match.start(), match.end("time"), f"{hour}:{match['m']}"
    if tail[:1] in ("a", "p") and tail:
        if 13 <= int(hour) < 24:
            yield _flag(document, start, match.end(), mended)
        return
    before = _AT.search(document.text, max(start - 30, 0), start)
    if not before:
        return
    if tail[:1] in ("o", "h"):
        at = before.start("hour") if before["hour"] else start
        yield _flag(document, at, match.end(), mended)
    elif match["sep"] == ": ":
        yield _flag(document, start, end, mended)
    elif match["sep"] == "." and not _UNIT.match(document.text, end):
        # British papers print 7.30; only a nought before the hour is sure to be foreign.
        yield _flag(document, start, end, mended, hour.startswith("0") and len(hour) == 2)


def _flag(document: Document, start: int, end: int, mended: str, sure: bool = True) -> Flag:
    seen = document.text[start:end]
    return Flag(
        document.span(start, end),
        f"“{seen}” is a time of day after another language's manner.",
        (Suggestion(mended),),
        confidence=Confidence.HIGH if sure else Confidence.LOW,
    )

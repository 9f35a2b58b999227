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
    r"(?P<tail>\s?(?:(?:am|pm|AM|PM)\b|(?:a\.m|p\.m|A\.M|P\.M)\b\.?)(?: o['’]clock)?"
    r"| (?:o['’]clock|hours?|hrs?\.?|h|Uhr|uur|godz\.?|hod\.?|horas|heures|ore|saat|óra|kl\.?|часов)(?!\w))?"
)
_AT = expression(
    r"\b(?P<before>at|around|about|until|till|from|by|to|since|between|and) "
    r"(?P<hour>the (?:hours? of )?|hours? )?\Z",
    re.IGNORECASE,
)
# Behind these a number with a full stop is no time.
_UNIT = expression(
    r"\s?(?:per|%|million|billion|seconds|metres|meters|points|euros|dollars|francs|[a-z]+s\b|a\.?m|p\.?m"
    r"| to \d)"
)
# What may stand behind a time of day that ends its phrase.
_IS_OVER = expression(r"[.,;]?(?:\s|$)(?:on |in |by |at |when |and |he |she |they |the |[A-Z][a-z]|$)|[.,;)]")
_HOURS = expression(r"at (?P<time>(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) (?:hours|o['’]clock))\b")
# “14h30”, “14 h 30”, “at 14h”: French, Portuguese; “14 hours 30 minutes”, “kl. 14.30”.
# “between 14.00-16.00”, “from 14.00 to 16.00”, and “9,30 a.m.”.
_RANGE = expression(
    r"\b(?:between|from|at) (?P<at>(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5][05])(?P<to> ?[–—-] ?| to | and )"
    r"(?P<h2>[01]?\d|2[0-4])\.(?P<m2>[0-5][05]))(?![\d.%]| (?:percent|per|million|billion|euros|dollars|"
    r"points|met|seconds|kilo|km|on the|[ap]\.?m))"
)
_COMMA = expression(r"\b(?P<h>1[0-2]|0?[1-9]),(?P<m>[0-5]\d)(?P<tail> ?[ap]\.?m\b\.?)")
_H = expression(
    r"(?<![\w.,:])(?P<h>[01]?\d|2[0-3]) ?h(?: ?(?P<m>[0-5]\d)(?:m|min\.?|mn)?| )?(?!\w)(?! (?:a|per) )"
    r"|\bat (?P<h2>[01]?\d|2[0-3]) hours?,? (?:and )?(?P<m2>[0-5]?\d) minutes?\b"
    r"|\b[Kk]l\. ?(?P<h3>[01]?\d|2[0-3])(?:[.:](?P<m3>[0-5]\d))?\b"
)
# Of a day in figures the date comes behind “on”: “at 17:07 of July 13”.
_OF_DATE = expression(
    r":[0-5]\d(?<=\d:..)(?: (?:a\.m\.|p\.m\.|[ap]m))? (?P<of>of) (?:the )?(?:\d{1,2} )?"
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|"
    r"Thurs|Fri|Satur|Sun)day|yesterday|today|\d{1,2}(?:st|nd|rd|th))\b"
)
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
        "It is open from [[14.00 to 16.00]], and shut at [[9,30 p.m.]] and [[00:30 am]].":
            "It is open from 14:00 to 16:00, and shut at 9:30 p.m. and 12:30 am.",
        "It left at [[14:30 Uhr]], not at [[the 15h30]] or at [[16h]], nor [[at 9 hours and 5 minutes]].":
            "It left at 14:30, not at 15:30 or at 16:00, nor at 9:05.",
        "It fell at 17:07 [[of]] July 13.": "It fell at 17:07 on July 13.",
        "It will open at [[21.45]], they say.": "It will open at 21:45, they say.",
    },
    good=[
        "The shop opens at 7.30 a.m. and shuts at 12:08 p.m.",
        "Shares closed at 10.50 euros, bonds at 07.30 percent.",
        "He came at 14:20 on Friday, at 7 o’clock.",
        "The missile was fired at 14.20 seconds.",
        "He read John 3: 16 aloud at 12:00 GMT, or 10 a.m. local time.",
        "He ran it in 12:40 and won by 24:10 to 20.",
        "He drove at 60 km/h for 3 h a day, at 1.4 h per lap, with 14.30 in hand.",
        "At the 14:30 service they met; he fixed 5h of it.",
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
    for match in document.find(_STOPLESS):
        yield _flag(document, match.start() + 1, match.end(), f"{match[0][1:]}.")
    taken: list[range] = []
    for match in document.find(_RANGE):
        joint = "–" if match["to"].strip() in "–—-" and match["to"].strip() else match["to"]
        mended = f"{match['h']}:{match['m']}{joint}{match['h2']}:{match['m2']}"
        taken.append(range(*match.span("at")))
        yield _flag(document, *match.span("at"), mended)
    for match in document.find(_TIME):
        if any(match.start() in place for place in taken):
            continue
        yield from _time(document, match)
    for match in document.find(_COMMA):
        yield _flag(document, *match.span(), f"{match['h']}:{match['m']}{match['tail']}")
    for match in document.find(_H):
        yield from _letter(document, match)
    for match in document.find(_OF_DATE):
        yield _flag(document, *match.span("of"), "on")
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
    if tail[:1] in tuple("apAP"):
        if 13 <= int(hour) < 24:
            yield _flag(document, start, match.end(), mended)
        elif hour in ("0", "00"):
            yield _flag(document, start, match.end(), f"12:{match['m']}{match['tail']}")
        return
    before = _AT.search(document.text, max(start - 30, 0), start)
    if not before:
        return
    at = before.start("hour") if before["hour"] else start
    if tail:
        yield _flag(document, at, match.end(), mended)
    elif match["sep"] == ": " or (before["hour"] and _IS_OVER.match(document.text, end)):
        yield _flag(document, at, end, mended)
    elif match["sep"] == "." and not _UNIT.match(document.text, end):
        # British papers print 7.30 and 20.00 GMT; hours of the afternoon without a zone are rare there,
        # and a nought before the hour is foreign.
        late = int(hour) >= 13 and before["before"].lower() in ("at", "around", "about", "until", "till")
        late = late and match["m"][1] in "05" and bool(_IS_OVER.match(document.text, end))
        yield _flag(document, start, end, mended, late or (hour.startswith("0") and len(hour) == 2))


def _letter(document: Document, match: re.Match[str]) -> Iterator[Flag]:
    """A time with *h*, with its hours and minutes in words, or behind *kl.*"""
    hour = match["h"] or match["h2"] or match["h3"]
    minutes = match["m"] or match["m2"] or match["m3"] or "00"
    start, mended = match.start(), f"{hour}:{int(minutes):02d}"
    if match["h2"]:
        yield _flag(document, start, match.end(), f"at {mended}")
        return
    before = _AT.search(document.text, max(start - 30, 0), start)
    if match["h3"] or match["m"] or (before and before["before"].lower() in ("at", "until", "from", "since")):
        start = before.start("hour") if before and before["hour"] else start
        yield _flag(document, start, match.end(), mended)


def _flag(document: Document, start: int, end: int, mended: str, sure: bool = True) -> Flag:
    seen = document.text[start:end]
    return Flag(
        document.span(start, end),
        f"“{seen}” is a time of day after another language's manner.",
        (Suggestion(mended),),
        confidence=Confidence.HIGH if sure else Confidence.LOW,
    )

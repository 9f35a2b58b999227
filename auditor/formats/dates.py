"""The date a file gives for its article."""

import datetime as dt
import re

_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN = re.compile(
    rf"\s*(?:[a-z]{{3,9}},?\s+)?(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    rf"|(?P<first>\d{{1,2}})\s+{_MONTH.replace('month', 'second')})\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def read_date(text: str) -> dt.date | None:
    """The date at the start of `text`: 2020-12-24 (a time may follow), Dec 24, 2020, 24 Dec 2020.

    Dates in figures alone with the year last are left: their order cannot be known.
    """
    if match := _ISO.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _WRITTEN.match(text):
        year, day = int(match["year"]), int(match["day"] or match["first"])
        month = _MONTHS.index((match["month"] or match["second"])[:3].lower()) + 1
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def read_language(text: str) -> str | None:
    """The ISO 639-1 code of a language tag: `en` for en-GB and en_US."""
    match = re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", text)
    return match[1].lower() if match else None

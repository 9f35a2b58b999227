"""Quotations of an article written in English: what was said, by whom, when and where."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.language.quotes import Quotation
from auditor.quotations.archive import SHORTEST, Original

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁ][\w’'-]+\.?"
_NAME = rf"(?P<name>{_CAPITAL}(?: (?:(?:al|bin|ibn|de|van|von|da|el)[- ])?{_CAPITAL}){{0,3}})"
_SAID = (
    r"(?:said|says|added|told|wrote|tweeted|asked|warned|replied|stressed|insisted|argued|noted|"
    r"explained|declared|announced|recalled|continued|vowed|concluded)"
)
_PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he) {_SAID}\b|\b{_SAID} (?:he|she)\b")
_NAME_SAID = re.compile(rf"{_NAME}(?:, [^,“”\"]{{3,80}},)? {_SAID}\b")
_SAID_NAME = re.compile(rf"\b{_SAID} (?:[a-z-]+ ){{0,3}}{_NAME}")
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?:[a-z-]+ ){{0,3}}{_NAME}")

# What opens an article of an agency: "KABUL, Afghanistan (Agency) — …".
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30})(?:, [A-Z][\w. ]{2,25})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \([^)]{2,30}\))? (?:[—–-]|--) "
)
_NO_SPEAKER = frozenset(
    "The A An In On At He She It They We I But And Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday".split()
)


def gather(document: Document, source: str = "") -> Iterator[Original]:
    """The quotations of a document, of six words and more, in order.

    A speaker is taken from the words beside the quotation (*Name said*, *said Name*, *he said*
    after a named speaker), and left empty where those do not tell. `source` is where to say the
    quotation was found; by default the document's path.
    """
    date = document.date.isoformat() if document.date else ""
    place = _place(document)
    last = ""
    for quotation in document.quotations:
        speaker = _speaker(document, quotation, last)
        last = speaker or last
        text = " ".join(document.text[quotation.start : quotation.end].split()).rstrip(", ")
        if len(text.split()) >= SHORTEST:
            yield Original(text, speaker, date, place, source or document.path)


def _place(document: Document) -> str:
    for chunk in document.chunks[:6]:
        if match := _DATELINE.match(chunk.text):
            return match["place"].strip().title()
    return ""


def _speaker(document: Document, quotation: Quotation, last: str) -> str:
    start, end = document.paragraph_at(quotation.start)
    before = document.text[max(start, quotation.start - 160) : quotation.start]
    after = document.text[quotation.end + 1 : min(end, quotation.end + 160)]
    after = re.split(r"[“”\"]|[.!?] ", after.lstrip('”"’, '))[0]
    before = re.split(r"[“”\"]|[.!?] ", before.rstrip('“" '))[-1]
    for pattern, text, place in (
        (_SAID_NAME, after, "match"), (_NAME_SAID, after, "match"), (_ACCORDING, before, "search"),
        (_NAME_SAID, before, "search"), (_SAID_NAME, before, "search"),
    ):  # fmt: skip
        match = getattr(pattern, place)(text)
        if match and match["name"].split()[0] not in _NO_SPEAKER:
            name = str(match["name"])
            name = name if name.endswith(("Jr.", "Sr.")) else name.rstrip(".")
            return _whole_name(document, quotation.start, name)
    return last if _PRONOUN.search(after) or _PRONOUN.search(before) else ""


def _whole_name(document: Document, offset: int, name: str) -> str:
    """The full name an article gave before, where now the surname stands alone."""
    if " " in name:
        return name
    full = re.compile(rf"((?:{_CAPITAL} ){{1,2}}){re.escape(name)}\b")
    names = [match[0] for match in full.finditer(document.text, 0, offset)]
    return names[0] if names and names[0].split()[0] not in _NO_SPEAKER else name

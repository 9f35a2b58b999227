"""Faults told by a regular expression each: what the rules of grammar share."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Confidence, Flag, Suggestion


class Fault(NamedTuple):
    """A pattern, what to say of its match (`{text}`), and the replacement as `Match.expand` reads it.

    A group named `at` limits the flag to a part of the match. An empty `mend` suggests nothing.
    """

    pattern: re.Pattern[str]
    message: str
    mend: str = ""
    confidence: Confidence | None = None


def fault(pattern: str, message: str, mend: str = "", flags: int = 0) -> Fault:
    """A fault whose pattern is given as text. Patterns hold plain spaces, so none leaves a line."""
    return Fault(re.compile(pattern, flags), message, mend)


def flags(document: Document, faults: Iterable[Fault], *, quoted: bool = True) -> Iterator[Flag]:
    """A flag for each match of each fault; with `quoted` false, none in someone's words."""
    for each in faults:
        for match in document.find(each.pattern):
            if quoted or not document.in_quotation(match.start()):
                yield _flag(document, each, match)


def _flag(document: Document, each: Fault, match: re.Match[str]) -> Flag:
    start, end = match.span("at") if "at" in each.pattern.groupindex else match.span()
    seen = document.text[start:end]
    mended = capitalised_as(seen, match.expand(each.mend)) if each.mend else ""
    return Flag(
        document.span(start, end),
        each.message.replace("{text}", seen),
        (Suggestion(mended),) if mended else (),
        confidence=each.confidence,
    )


def capitalised_as(seen: str, text: str) -> str:
    """The text with a capital first letter where what stood there has one."""
    return text[:1].upper() + text[1:] if seen[:1].isupper() else text

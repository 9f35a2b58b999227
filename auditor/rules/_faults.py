"""Faults told by a regular expression each: what the rules of grammar share."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Suggestion


class Fault(NamedTuple):
    """A pattern, what to say of its match (`{text}`), and the replacement as `Match.expand` reads it.

    A group named `at` limits the flag to a part of the match. An empty `mend` suggests nothing.
    `near` are lower-case texts of which one stands in every text with a match: they are sought
    first, since most articles hold none.
    """

    pattern: re.Pattern[str]
    message: str
    mend: str = ""
    near: tuple[str, ...] = ()


def fault(pattern: str, message: str, mend: str = "", near: str = "") -> Fault:
    """A fault whose pattern is given as text, and `near` parted by bars.

    Patterns hold plain spaces, so that none leaves its line.
    """
    return Fault(re.compile(pattern), message, mend, tuple(filter(None, near.split("|"))))


def flags(document: Document, faults: Iterable[Fault], *, quoted: bool = True) -> Iterator[Flag]:
    """A flag for each match of each fault; with `quoted` false, none in someone's words."""
    lowered = document.text.lower()
    for each in faults:
        if each.near and not any(text in lowered for text in each.near):
            continue
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
    )


def capitalised_as(seen: str, text: str) -> str:
    """The text with a capital first letter where what stood there has one."""
    return text[:1].upper() + text[1:] if seen[:1].isupper() else text

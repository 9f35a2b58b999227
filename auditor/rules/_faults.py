"""Faults told by a regular expression each: what the rules of grammar share."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Suggestion
from auditor.language.expressions import expression

# How far around a sign of a fault the fault itself may reach, in characters.
_BEFORE, _BEHIND = 60, 200


class Fault(NamedTuple):
    """A pattern, what to say of its match (`{text}`), and the replacement as `Match.expand` reads it.

    A group named `at` limits the flag to a part of the match. An empty `mend` suggests nothing.
    Where a pattern asks for no rare word, `sign` is one quick to find that every match holds:
    `pattern` is then tried around it alone.
    """

    pattern: re.Pattern[str]
    message: str
    mend: str = ""
    sign: re.Pattern[str] | None = None


def fault(pattern: str, message: str, mend: str = "", sign: str = "") -> Fault:
    """A fault whose patterns are given as texts. They hold plain spaces, so that none leaves its line."""
    return Fault(expression(pattern), message, mend, expression(sign) if sign else None)


def flags(
    document: Document, faults: Iterable[Fault], *, quoted: bool = True, headings: bool = True
) -> Iterator[Flag]:
    """A flag for each match of each fault.

    With `quoted` false, none in someone's words; with `headings` false, none in a paragraph that
    ends as no sentence does: a headline leaves its articles out.
    """
    for each in faults:
        for match in _around(document, each) if each.sign else document.find(each.pattern):
            if not quoted and document.in_quotation(match.start()):
                continue
            if headings or _is_sentence(document, match.start()):
                yield _flag(document, each, match)


def _is_sentence(document: Document, at: int) -> bool:
    start, end = document.paragraph_at(at)
    return document.text[start:end].rstrip("”\"’')» ").endswith((".", "?", "!", ":", ";", "…", ","))


def _around(document: Document, each: Fault) -> Iterator[re.Match[str]]:
    """Matches of a fault's pattern, each around a sign and in its paragraph."""
    assert each.sign
    done = 0
    for found in document.find(each.sign):
        start, end = document.paragraph_at(found.start())
        first = max(done, start, found.start() - _BEFORE)
        match = each.pattern.search(document.text, first, min(end, found.end() + _BEHIND))
        if match and match.end() >= found.start():
            yield match
            done = match.end()


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

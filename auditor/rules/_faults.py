"""Faults told by a regular expression each: what the rules of grammar share."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Suggestion

# How far around a sign of a fault the fault itself may reach.
_BEFORE, _BEHIND = 60, 200


class Fault(NamedTuple):
    """A pattern, what to say of its match (`{text}`), and the replacement as `Match.expand` reads it.

    A group named `at` limits the flag to a part of the match. An empty `mend` suggests nothing.
    `words` are sets of lower-case words: a paragraph that lacks all of one of them holds no match.
    `sign` is a pattern quick to find of which every match holds one: `pattern` is then tried around
    it alone.
    """

    pattern: re.Pattern[str]
    message: str
    mend: str = ""
    words: tuple[frozenset[str], ...] = ()
    sign: re.Pattern[str] | None = None


def fault(pattern: str, message: str, mend: str = "", words: str = "", sign: str = "") -> Fault:
    """A fault whose patterns are given as texts; `words` by spaces, sets of them parted by `+`.

    Patterns hold plain spaces, so that none leaves its line.
    """
    needed = tuple(frozenset(each.split()) for each in words.split("+") if each.strip())
    return Fault(re.compile(pattern), message, mend, needed, re.compile(sign) if sign else None)


def flags(document: Document, faults: Iterable[Fault], *, quoted: bool = True) -> Iterator[Flag]:
    """A flag for each match of each fault; with `quoted` false, none in someone's words."""
    for each in faults:
        if any(words.isdisjoint(document.words) for words in each.words):
            continue
        for match in _matches(document, each):
            if quoted or not document.in_quotation(match.start()):
                yield _flag(document, each, match)


def _matches(document: Document, each: Fault) -> Iterator[re.Match[str]]:
    text = document.text
    if not each.words and not each.sign:
        yield from document.find(each.pattern)
        return
    for (start, end), present in zip(document.paragraphs, document.paragraph_words, strict=True):
        if any(words.isdisjoint(present) for words in each.words):
            continue
        if each.sign:
            yield from _around(text, start, end, each.sign, each.pattern)
        else:
            yield from each.pattern.finditer(text, start, end)


def _around(
    text: str, start: int, end: int, sign: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Matches of a pattern in part of a text, each around a sign."""
    done = start
    for found in sign.finditer(text, start, end):
        first = max(done, found.start() - _BEFORE)
        match = pattern.search(text, first, min(end, found.end() + _BEHIND))
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

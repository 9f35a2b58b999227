"""A full stop behind a year or a decade, as Slavic and other languages write ordinals."""

import re
from collections.abc import Callable, Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# What all forms share; each is then sought around it.
_SIGN = expression(r"\d(?:s?\. [A-Za-z]| [a-z]+\. [A-Z])")
_BEFORE, _BEHIND = 40, 40
_YEAR = expression(
    r"\b(?P<lead>(?:in|since|until|from|of|by) )(?P<year>(?:the )?(?:early |late |mid-)?"
    r"(?:1[5-9]|20)\d\d(?:s)?)\. (?P<rest>(?:the )?years?\b|(?:[a-z]+)\b)",
    re.IGNORECASE,
)
_DATE = expression(r"\b(?P<date>(?:January|February|March|April|May|June|July|August|September|"
                   r"October|November|December) \d{1,2}, \d{4})\. (?P<rest>[a-z]+)\b")  # fmt: skip
_DECADE = expression(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<lead>In the (?:early |late |mid-)?\d{4}s)\. (?P<rest>[A-Z][\w’'-]*)",
    re.MULTILINE,
)
# Nothing but a time, with a stop behind it: the sentence it opens was cut off.
_FRAGMENT = expression(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<lead>(?:In|Until|Since|During|From|By|Before|After) "
    r"(?:(?:the|early|late|mid|summer|spring|autumn|winter|of|end|beginning|half|first|second|year|"
    r"January|February|March|April|May|June|July|August|September|October|November|December) ){0,4}"
    r"(?:1[5-9]|20)\d\d(?: (?:elections?|war|season|campaign|coup|crisis|revolution|summit|year))?)\. "
    r"(?P<rest>[A-Z][\w’'-]*)",
    re.MULTILINE,
)
_DAY = expression(
    r"\b(?P<lead>on )(?P<day>(?:[12]\d|3[01]|[1-9]))\. (?P<month>January|February|March|April|May|"
    r"June|July|August|September|October|November|December)\b"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "It began [[in 2004. year]] in Sarajevo.": "It began in 2004 in Sarajevo.",
        "He left in June, and [[since 1977. he]] taught.": "He left in June, and since 1977 he taught.",
        "They met [[on 3. May]] in Zagreb.": "They met on 3 May in Zagreb.",
        "[[In the early 1990s. Poland]] joined.": "In the early 1990s, Poland joined.",
        "[[During the 1976 election. He]] was its adviser.": "During the 1976 election, he was its adviser.",
        "The men who on [[May 2, 2008. arrived]] left.": "The men who on May 2, 2008, arrived left.",
    },
    good=[
        "It began in 2004. Years later it ended.",
        "It began in 2004. It ended soon.",
        "They met on 3 May in Zagreb.",
    ],
    evidence=("sh", "cs", "de", "pl", "hu"),
)
def ordinal_stop(document: Document) -> Iterator[Flag]:
    """Flag the full stop that other languages put behind an ordinal number.

    ## Why is this bad?

    Croatian, Serbian, Czech, German and Hungarian mark an ordinal with a full stop (*2004.
    godine*, *3. Mai*). In English the stop ends the sentence in its middle.
    """
    for found in document.find(_SIGN):
        around = max(found.start() - _BEFORE, 0), found.end() + _BEHIND
        for pattern, mend in _FORMS:
            match = pattern.search(document.text, *around)
            mended = mend(match) if match and match.start() < found.end() <= match.end() else ""
            if match and mended:
                yield _flag(document, match, mended)
                break


def _year(match: re.Match[str]) -> str:
    if match["rest"][0].isupper():
        return ""
    is_year = match["rest"].lower().removeprefix("the ") in ("year", "years")
    return match["lead"] + match["year"] + ("" if is_year else f" {match['rest']}")


def _fragment(match: re.Match[str]) -> str:
    rest = match["rest"].lower() if match["rest"] in _OPENERS else match["rest"]
    return f"{match['lead']}, {rest}"


_OPENERS = frozenset("The A An He She It They We This That These Those His Her Its Their In".split())

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_YEAR, _year),
    (_DATE, lambda match: f"{match['date']}, {match['rest']}"),
    (_DECADE, lambda match: f"{match['lead']}, {match['rest']}"),
    (_FRAGMENT, _fragment),
    (_DAY, lambda match: f"{match['lead']}{match['day']} {match['month']}"),
)


def _flag(document: Document, match: re.Match[str], mended: str) -> Flag:
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: the full stop marks an ordinal in another language.",
        (Suggestion(mended),),
    )

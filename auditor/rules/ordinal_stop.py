"""A full stop behind a year or a decade, as Slavic and other languages write ordinals."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule

_YEAR = re.compile(
    r"\b(?P<lead>(?:in|since|until|from|of|by) )(?P<year>(?:the )?(?:early |late |mid-)?"
    r"(?:1[5-9]|20)\d\d(?:s)?)\. (?P<rest>(?:the )?years?\b|(?:[a-z]+)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?P<date>(?:January|February|March|April|May|June|July|August|September|"
                   r"October|November|December) \d{1,2}, \d{4})\. (?P<rest>[a-z]+)\b")  # fmt: skip
_DECADE = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<lead>In the (?:early |late |mid-)?\d{4}s)\. (?P<rest>[A-Z][\w’'-]*)",
    re.MULTILINE,
)
_DAY = re.compile(
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
    for match in document.find(_YEAR):
        if match["rest"][0].isupper():
            continue
        is_year = match["rest"].lower().removeprefix("the ") in ("year", "years")
        mended = match["lead"] + match["year"] + ("" if is_year else f" {match['rest']}")
        yield _flag(document, match, mended)
    for match in document.find(_DATE):
        yield _flag(document, match, f"{match['date']}, {match['rest']}")
    for match in document.find(_DECADE):
        yield _flag(document, match, f"{match['lead']}, {match['rest']}")
    for match in document.find(_DAY):
        yield _flag(document, match, f"{match['lead']}{match['day']} {match['month']}")


def _flag(document: Document, match: re.Match[str], mended: str) -> Flag:
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: the full stop marks an ordinal in another language.",
        (Suggestion(mended),),
    )

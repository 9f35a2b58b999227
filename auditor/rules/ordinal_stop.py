"""A full stop behind a year or a decade, as Slavic and other languages write ordinals."""

import re
from collections.abc import Callable, Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTH
from auditor.rule import document_rule
from auditor.rules._ordinals import ordinal

# What all forms share; each is then sought around it.
_SIGN = expression(r"\d(?:s?\. ?[A-Za-z]| [a-z]+\. [A-Z]|(?:st|nd|rd|th)\. [a-z])")
_BEFORE, _BEHIND = 40, 40
_YEAR = expression(
    r"\b(?P<lead>(?:in|since|until|from|of|by) )(?P<year>(?:the )?(?:early |late |mid-)?"
    r"(?:1[5-9]|20)\d\d(?:s)?)\. (?P<rest>(?:the )?years?\b|(?:[a-z]+)\b)",
    re.IGNORECASE,
)
_DATE = expression(rf"\b(?P<date>{MONTH} \d{{1,2}}, \d{{4}})\. (?P<rest>[a-z]+)\b")
_DECADE = expression(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<lead>In the (?:early |late |mid-)?\d{4}s)\. (?P<rest>[A-Z][\w’'-]*)",
    re.MULTILINE,
)
# Nothing but a time, with a stop behind it: the sentence it opens was cut off.
_FRAGMENT = expression(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?P<lead>(?:In|Until|Since|During|From|By|Before|After) "
    r"(?:(?:the|early|late|mid|summer|spring|autumn|winter|of|end|beginning|half|first|second|year|"
    rf"{MONTH}) ){{0,4}}"
    r"(?:1[5-9]|20)\d\d(?: (?:elections?|war|season|campaign|coup|crisis|revolution|summit|year))?)\. "
    r"(?P<rest>[A-Z][\w’'-]*)",
    re.MULTILINE,
)
_DAY = expression(
    r"\b(?P<lead>(?:on|[Ss]ince|[Uu]ntil|from|to|of|by|[Tt]he|[Oo]n the) )?"
    rf"(?P<day>(?:[12]\d|3[01]|[1-9]))\. ?(?P<of>of )?(?P<month>{MONTH})\b"
)
# “for the 3. time”, “the 16. century”, “his 70. birthday”: a noun behind, in small letters; or one of
# those that numbered names have.
_NTH = expression(
    r"\b(?P<lead>(?:[Tt]he|late|early|mid|of|in|[Ff]or|his|her|its|their|a|this|[Oo]n|at|every|’s|'s) )"
    r"(?P<n>[1-9]\d?)(?:st|nd|rd|th)?\. ?"
    r"(?P<rest>(?!e\.g|i\.e|iPhone|iPad|iOS|eBay|m\b|p\.|am\b|pm\b|and\b|but\b|or\b)"
    r"[a-z]{3,}|(?:World|Division|Army|Battalion|Brigade|Corps|Regiment|Congress|Summit|Session|"
    r"Anniversary|Infantry|International|Republic|Armou?red|Assembly|District|Olympic|Mechani[sz]ed|"
    r"Minute|Century|Place|Round|Year|Birthday|Season|Matchday|Floor|Game|Goal|Hour|Quarter|Lap|Stage|"
    r"Guards?|Fleet|Legion|Street|Avenue|Edition|Conference|Festival|Airborne|Panzer|Tank|Mountain)\b)"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "It began [[in 2004. year]] in Sarajevo.": "It began in 2004 in Sarajevo.",
        "He left in June, and [[since 1977. he]] taught.": "He left in June, and since 1977 he taught.",
        "They met [[on 3. May]] in Zagreb.": "They met on 3 May in Zagreb.",
        "He lived in [[the 19th. century]].": "He lived in the 19th century.",
        "It is [[the 3. time]] since [[the 2. World]] War on [[his 70. birthday]].":
            "It is the 3rd time since the 2nd World War on his 70th birthday.",
        "[[In the early 1990s. Poland]] joined.": "In the early 1990s, Poland joined.",
        "[[During the 1976 election. He]] was its adviser.":
            "During the 1976 election, he was its adviser.",
        "The men who on [[May 2, 2008. arrived]] left.": "The men who on May 2, 2008, arrived left.",
    },
    good=[
        "It began in 2004. Years later it ended.",
        "It began in 2004. It ended soon.",
        "They met on 3 May in Zagreb.",
        "He finished in the top 3. May was cold. She scored for the 4. iPhone sales rose.",
        "Bring a 5. and a 6. He lost his 2. but won.",
    ],
    evidence=("sh", "cs", "de", "pl", "hu"),
)  # fmt: skip
def ordinal_stop(document: Document) -> Iterator[Flag]:
    """Flag the full stop that other languages put behind an ordinal number.

    ## Why is this bad?

    Croatian, Serbian, Czech, German and Hungarian mark an ordinal with a full stop (*2004.
    godine*, *3. Mai*). In English the stop ends the sentence in its middle.
    """
    for found in document.find(_SIGN):
        around = max(found.start() - _BEFORE, 0), found.end() + _BEHIND
        for pattern, mend in _FORMS:
            matches = pattern.finditer(document.text, *around)
            match = next((m for m in matches if m.start() < found.end() <= m.end()), None)
            mended = mend(match) if match else ""
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


def _day(match: re.Match[str]) -> str:
    """*on 3. May* → *on 3 May*; *the 3. of May* → *the 3rd of May*."""
    lead, day = match["lead"] or "", match["day"]
    if match["of"] or lead.lower().endswith("the "):
        return f"{lead}{ordinal(int(day))} of {match['month']}"
    return f"{lead}{day} {match['month']}" if lead else ""


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_YEAR, _year),
    (_DATE, lambda match: f"{match['date']}, {match['rest']}"),
    (_DECADE, lambda match: f"{match['lead']}, {match['rest']}"),
    (_FRAGMENT, _fragment),
    (_DAY, _day),
    (_NTH, lambda match: f"{match['lead']}{ordinal(int(match['n']))} {match['rest']}"),
)


def _flag(document: Document, match: re.Match[str], mended: str) -> Flag:
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: the full stop marks an ordinal in another language.",
        (Suggestion(mended),),
    )

"""England where the United Kingdom is meant."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# England has no ambassador, no foreign minister and no seat of its own among states.
_OFFICE = (
    r"(?:[Aa]mbassador|[Ee]mbassy|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Ff]oreign [Ss]ecretary|"
    r"[Dd]efen[cs]e [Mm]inister|[Dd]efen[cs]e [Ss]ecretary|[Ff]oreign [Mm]inistry)"
)
_STATE = (
    r"(?:(?:the )?(?:United States|U\.S\.|US|USA|European Union|EU)|America|Russia|China|Germany|Italy|Japan|"
    r"Israel|Iran|Turkey|Canada|Saudi Arabia|Ukraine|France)"
)
_ENGLAND = expression(
    rf"\b(?P<a>England)(?=[’']s (?:new |former )?{_OFFICE}\b)"
    # In a list of three states and more.
    rf"|\b{_STATE}, (?:{_STATE},? )*(?:and )?(?P<b>England)(?=,| and {_STATE}| or {_STATE})"
    rf"|\b(?P<c>England)(?=, {_STATE}(?:, {_STATE})*,? and {_STATE})"
)
# Games, wars of kings, and the parts of Britain beside one another.
_INNOCENT = expression(
    r"\b(?:World Cup|cup|match|matches|beat|goals?|squads?|teams?|league|cricket|rugby|football|soccer|"
    r"tournament|champion\w*|qualif\w*|players?|striker|captain|coach|game|games|medals?|Olympic\w*|"
    r"king|queen|kings|century|centuries|medieval|colon\w+|emigrat\w*|born|Scotland|Wales|Ireland|"
    r"1[0-8]\d\d|church|bishop)\b",
    re.IGNORECASE,
)


@document_rule(
    category="terminology",
    severity=Severity.MAJOR,
    bad={
        "[[England]]'s ambassador left Tehran.": "Britain's ambassador left Tehran.",
        "The United States, Russia, China, [[England]] and France signed.":
            "The United States, Russia, China, Britain and France signed.",
    },
    good=[
        "England's coach and France, Germany, England and Italy at the World Cup.",
        "Schools in England and Wales, and the ambassador of Britain.",
        "France and England fought in the 14th century.",
    ],
    evidence=("tr", "ro", "fa", "ar", "pl", "ru"),
)  # fmt: skip
def england_for_britain(document: Document) -> Iterator[Flag]:
    """Flag England where the state is meant, which is Britain.

    ## Why is this bad?

    Turkish *İngiltere*, Romanian *Anglia*, Persian *Engelestan* and Polish *Anglia* stand for the
    United Kingdom. In English England is a part of it, with teams of its own but without an
    ambassador or a seat in the Security Council.
    """
    for match in document.find(_ENGLAND):
        start, end = next(match.span(name) for name in "abc" if match[name])
        first, last = document.sentence_at(start)
        if not _INNOCENT.search(document.text[first:last]):
            yield Flag(
                document.span(start, end),
                "“England” is a part of the United Kingdom; the state is Britain.",
                (Suggestion("Britain"),),
            )

"""Decades written after another language's manner."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_DECADE = expression(rf"\bthe (?P<at>(?P<part>early|late|mid)[- ](?P<decade>{'|'.join(_DECADES)}))\b")
# “in the 90-ies”, “the 1990-s”, “the 90th years”, “the years 90”, “the 90s of the last century”.
_DECADE_ENDING = expression(
    r"\b(?P<the>[Tt]he )?(?P<c>19|20)?(?P<d>[0-9])0(?:[-–]?(?:ies|ties|yes|th years)|-(?:s|es|x|h|e))\b"
    r"(?: years)?(?![-\w])"
)
_YEARS_DECADE = expression(
    r"\b(?P<lead>(?:[Ii]n|of|from|since|during|[Dd]uring|[Ss]ince|[Ff]rom|until|by) )the years ['’]?"
    r"(?P<d>[2-9])0(?=[.,;)]| (?:and|he|she|it|they|the|when|with|was|were|in|as|there|of)\b)"
)
_OF_CENTURY = expression(
    r"\bthe (?P<part>early |late |mid-)?['’]?(?:19)?(?P<d>[1-9])0s of (?:the )?"
    r"(?:last|past|previous|20th|XX|twentieth) century\b"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "It opened in the [[late seventies]].": "It opened in the late 1970s.",
        "It was built in [[the 90-ies]] and shut in [[the 2000-s]].":
            "It was built in the 1990s and shut in the 2000s.",
        "Of [[the 70s of the last century]] and of [[the years 80]], he said.":
            "Of the 1970s and of the 1980s, he said.",
    },
    good=[
        "She is in her late seventies; temperatures were in the seventies.",
        "A 10-seat car of the 90s; in the years 1990 to 1995; in the years 90 men left.",
    ],
    evidence=("ru", "uk", "pl", "cs", "sh", "tr", "de", "it", "es", "pt", "fr"),
)  # fmt: skip
def foreign_decade(document: Document) -> Iterator[Flag]:
    """Flag decades written after another language's manner.

    ## Why is this bad?

    Russian has *90-е годы*, Polish *lata 90.*, German *90er*, Italian *anni 90*; an engine gives *the
    90-ies*, *the years 90* or *the 90s of the last century*. English news prints *the 1990s*.
    """
    for match in document.find(_DECADE):
        joint = "-" if match["part"] == "mid" else " "
        mended = f"{match['part']}{joint}19{_DECADES[match['decade']]}0s"
        yield _flag(document, *match.span("at"), mended)
    for match in document.find(_DECADE_ENDING):
        century = match["c"] or ("20" if match["d"] in "01" else "19")
        yield _flag(document, *match.span(), f"{match['the'] or ''}{century}{match['d']}0s")
    for match in document.find(_YEARS_DECADE):
        yield _flag(document, match.end("lead"), match.end(), f"the 19{match['d']}0s")
    for match in document.find(_OF_CENTURY):
        yield _flag(document, *match.span(), f"the {match['part'] or ''}19{match['d']}0s")


def _flag(document: Document, start: int, end: int, mended: str) -> Flag:
    seen = document.text[start:end]
    return Flag(
        document.span(start, end),
        f"“{seen}” is a decade after another language's manner.",
        (Suggestion(mended),),
    )

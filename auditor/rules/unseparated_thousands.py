"""A count in thousands without its comma."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.rule import document_rule

_COUNTED = (
    r"(?:people|civilians|soldiers|troops|children|women|men|students|workers|dollars|euros|cases|"
    r"houses|homes|families|refugees|migrants|tons|tonnes|square|passengers|patients|deaths|police|"
    r"votes|companies|employees|residents|prisoners|seats|vehicles|cars|kilometres|kilometers|"
    r"metres|meters|km|hectares|jobs|cities|villages|schools|victims|members|fighters)"
)
# A number from 1900 to 2099 before a noun may be a year.
_BARE = re.compile(
    rf"(?<![\w.,:/–#№-])(?P<n>(?!19|20\d\d\b)[1-9]\d{{3,5}})(?= (?:[a-z]+ )?{_COUNTED}\b)"
)
_SEPARATED = re.compile(r"(?<![\d,])[1-9],\d{3}(?![\d,])")


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "At least [[1662]] civilians died, down from 2,100.":
            "At least 1,662 civilians died, down from 2,100.",
        "More than [[28000]] deaths were reported.": "More than 28,000 deaths were reported.",
    },
    good=[
        "In 2014 people left; in 1995 cars were few; 1,662 civilians died.",
        "Call 12333 to complain; room 4512, platform 22350.",
    ],
    evidence=("tr", "zh", "de", "cs", "ru"),
)  # fmt: skip
def unseparated_thousands(document: Document) -> Iterator[Flag]:
    """Flag a count of thousands that lacks its comma.

    ## Why is this bad?

    English news writes *1,662 civilians*. Four figures without a comma are some houses' style:
    they are flagged where the article has the comma elsewhere, otherwise only as a hint.
    """
    mixed = _SEPARATED.search(document.text)
    for match in document.find(_BARE):
        number = match["n"]
        if document.in_quotation(match.start()):
            continue
        yield Flag(
            document.span(*match.span()),
            f"“{number}” lacks the comma of thousands.",
            (Suggestion(f"{int(number):,}", safe=True),),
            confidence=None if mixed or len(number) > 4 else Confidence.LOW,
        )

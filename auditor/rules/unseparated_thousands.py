"""A count in thousands without its comma."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# No good news counts these in thousands without a comma; of the others some houses do.
_SURE = (
    r"(?:people|civilians|soldiers|men|women|children|refugees|migrants|students|workers|homes|houses|"
    r"buildings|cases|deaths|prisoners|police|officers|troops|votes|voters|dollars|euros|tons|tonnes|"
    r"companies|families|residents|citizens|patients|schools|vehicles|cars)"
)
_OTHER = (
    r"(?:persons|square|passengers|employees|seats|kilometres|kilometers|km|hectares|"
    r"jobs|cities|villages|victims|members|fighters)"
)
# A number from 1900 to 2099 before a noun may be a year.
_BARE = expression(
    r"[1-9](?<![\w.,:/–#№$€£-]\d)(?!(?<=1)9\d\d\b|(?<=2)0\d\d\b)\d{3,5}"
    rf"(?= (?:(?P<sure>{_SURE})|(?:[a-z]+ )?(?:{_SURE}|{_OTHER}))\b)"
)
_SEPARATED = expression(r"(?<![\d,])[1-9],\d{3}(?![\d,])")
# Papers of Australia and New Zealand write four figures without a comma as a rule.
_SOUTHERN = expression(
    r"\b(?:Australian?s?|Sydney|Melbourne|Brisbane|Queensland|Adelaide|Perth|Canberra|Hobart|NSW|"
    r"New Zealand(?:ers?)?|Aotearoa|Auckland|Wellington|Christchurch|M[aā]ori)\b"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "At least [[1662]] civilians died, down from 2,100.":
            "At least 1,662 civilians died, down from 2,100.",
        "More than [[28000]] deaths were reported.": "More than 28,000 deaths were reported.",
        "At least [[1662]] civilians fled.": "At least 1,662 civilians fled.",
    },
    good=[
        "In 2014 people left; in 1995 cars were few; 1,662 civilians died.",
        "A crowd of 4000 people watched in Auckland.",
        "Call 12333 to complain; room 4512, platform 22350.",
    ],
    evidence=("tr", "zh", "de", "cs", "ru"),
)  # fmt: skip
def unseparated_thousands(document: Document) -> Iterator[Flag]:
    """Flag a count of thousands that lacks its comma.

    ## Why is this bad?

    English news writes *1,662 civilians*. Four figures without a comma before a count of things
    other than persons are some houses' style: they are flagged where the article has the comma
    elsewhere, otherwise only as a hint.
    """
    for match in document.find(_BARE):
        number = match[0]
        if document.in_quotation(match.start()):
            continue
        sure = len(number) > 4 or _SEPARATED.search(document.text)
        if not sure and _SOUTHERN.search(document.text):
            continue
        yield Flag(
            document.span(*match.span()),
            f"“{number}” lacks the comma of thousands.",
            (Suggestion(f"{int(number):,}", safe=True),),
            confidence=None if sure or match["sure"] else Confidence.LOW,
        )

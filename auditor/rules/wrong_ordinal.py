"""A figure with another number's ordinal ending."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule
from auditor.rules._ordinals import ending

_ORDINAL = expression(r"\d(?<![\w.,/-]\d)(?P<rest>\d{0,3})(?P<gap>[ -]?)(?P<end>st|nd|rd|th)\b(?!\.)")


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "He scored in the [[63th]] minute.": "He scored in the 63rd minute.",
        "It was the [[11st]] goal of the [[2th]] half.": "It was the 11th goal of the 2nd half.",
        "It is the [[40 th]] anniversary.": "It is the 40th anniversary.",
        "At its [[73-th]] session they met.": "At its 73rd session they met.",
    },
    good=[
        "The 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 101st, 111th and 112th.",
        "It stands at 5th Avenue and 52nd Street.",
    ],
)
def wrong_ordinal(document: Document) -> Iterator[Flag]:
    """Flag an ordinal in figures with the ending of another number.

    ## Why is this bad?

    Most languages write one mark behind every ordinal (*63.*, *63º*, *第63*); the engine puts *th*
    for it whatever the figure.
    """
    for match in document.find(_ORDINAL):
        number = document.text[match.start() : match.start() + 1 + len(match["rest"])]
        right = ending(int(number))
        if match["end"] != right or match["gap"]:
            yield Flag(
                document.span(*match.span()),
                f"“{match[0]}”: the ordinal of {number} ends in “{right}”.",
                (Suggestion(f"{number}{right}", safe=True),),
            )

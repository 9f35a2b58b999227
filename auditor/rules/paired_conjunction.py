"""A conjunction answered by another, as English does not."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# The clause between holds no stop, quotation mark or second comma before a pronoun, so that a new
# pair of clauses does not begin inside it.
_INSIDE = (
    r"(?:(?!, (?:he|she|it|they|we|the|there|this|that|I|an?|his|her|its|their|some|many|no|[A-Z])\b)"
    r"[^.;:!?“”\"\n—–()]){8,110}"
)
_WHY = "English joins these clauses once: “{text}” answers the conjunction before it."

_FAULTS = (
    fault(
        rf"(?:\A|(?<=\n)|(?<=[.!?] ))(?:Although|Though|Even though|Despite){_INSIDE}, (?P<at>but) "
        r"(?=(?:the|he|she|it|they|we|there|this|that|these|his|her|its|their|in|if|also|not|still|"
        r"I|a)\b)",
        _WHY,
    ),
    fault(
        rf"(?<= )although {_INSIDE}, (?P<at>but) "
        r"(?=(?:the|he|she|it|they|we|there|this|that|these|his|her|its|their|if)\b)",
        _WHY,
    ),
    fault(
        rf"(?:\A|(?<=\n)|(?<=[.!?] ))Because (?!of ){_INSIDE}, (?P<at>so|therefore),? "
        r"(?=(?:the|he|she|it|they|we|there|this|that|these)\b)",
        _WHY,
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "Although it rained all day, [[but]] they went out.": "",
        "Because the road was closed, [[so]] they stayed at home.": "",
        "It rained.\n\nBecause the road was closed, [[so]] they stayed at home.": "",
    },
    good=[
        "Although it rained all day, they went out, but not far.",
        "Though small, the town is rich. But they left.",
        "Because of the so-called ban, they stayed.",
    ],
    evidence=("zh", "fa", "hi", "vi", "ar", "tr"),
)
def paired_conjunction(document: Document) -> Iterator[Flag]:
    """Flag *although … but* and *because … so*.

    ## Why is this bad?

    Chinese (*虽然 … 但是*), Persian (*اگرچه … اما*), Hindi and Vietnamese mark both clauses;
    English marks one.
    """
    yield from flags(document, _FAULTS)

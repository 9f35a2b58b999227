"""A day or a date behind another language's preposition."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.months import DAYS, MONTH
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# What shows that the day stands for itself: *in Monday’s paper*, *at Friday prayers* and *in Sunday
# best* go on with a noun.
_ALONE = (
    r"(?=[,.;:)](?!\w)|$|\n| (?:and (?:the|he|she|it|they)|but|the|he|she|it|they|a|an|that|when|after|"
    r"before|because|by|said|says|was|were|has|have|had|is|are|will|would)\b)"
)
_DATE = r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?"
_FAULTS = (
    fault(
        # Not *believe in Friday*, *interest in Saturday*: none in 88,000 sentences of English.
        rf"\b(?P<in>[Ii]n|[Aa]t) (?P<day>{DAYS}){_ALONE}",
        "“{text}”: days take *on*.",
        r"on \g<day>",
    ),
    fault(
        # Not *in May 5,000 people*, *in May 12 men died*.
        rf"\b[Ii]n (?P<date>{MONTH} {_DATE}|{_DATE} {MONTH})\b"
        r"(?=[,.;)](?!\d)|$|\n|,? (?:19|20)\d\d\b|"
        r" (?:and (?:the|he|she)|but|the|he|she|it|they|when|after|before)\b)",
        "“{text}”: dates take *on*.",
        r"on \g<date>",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "They met [[in Monday]].": "They met on Monday.",
        "[[At Friday]] the talks failed, and [[in Sunday]] they began again.":
            "On Friday the talks failed, and on Sunday they began again.",
        "They met [[in May 5]], and parted [[in 7 June]] 2020.":
            "They met on May 5, and parted on 7 June 2020.",
    },
    good=[
        "They met on Monday, in Monday’s talks, at Friday prayers and in Sunday schools.",
        "In May 5,000 people fled; in May 12 men were held; in May 2020 they returned.",
        "The results are due at Wednesday night’s meeting.",
    ],
    evidence=("ru", "uk", "pl", "cs", "tr", "es", "fi", "lt", "ro"),
)  # fmt: skip
def wrong_time_preposition(document: Document) -> Iterator[Flag]:
    """Flag *in Monday*, *at Friday* and *in May 5*.

    ## Why is this bad?

    Many languages have one preposition for days, months and places (Russian *в понедельник*, Czech
    *v pondělí*, Turkish *pazartesi günü*, *5 Mayıs'ta*). English has *on* before a day and a date, *in*
    before a month.
    """
    yield from flags(document, _FAULTS)

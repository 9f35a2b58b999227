"""The present perfect with a time that is over."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_MODAL = r"(?<!would )(?<!could )(?<!should )(?<!must )(?<!may )(?<!might )(?<!to )(?<!not )"
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several|many)"
_WHY = "“{text}”: a time that is over takes the past (*was*), not the present perfect."

# The time must follow the participle at once, or stand before the subject: further off it may
# belong to something else (“has called the deal struck last year a mistake”).
_FAULTS = (
    fault(
        rf"\b{_MODAL}(?:has|have) (?:been )?[a-z]+(?:ed|en|wn|ght|nt) {_NUMBER} "
        r"(?:days?|weeks?|months?|years?|hours?) ago\b",
        _WHY,
    ),
    fault(
        rf"\b{_MODAL}(?:has|have) (?:been )?[a-z]+(?:ed|en|wn|ght|nt) (?:yesterday|last (?:night|week|month|"
        r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b(?!['’])",
        _WHY,
    ),
    fault(
        rf"\b{_MODAL}(?:has|have) been [a-z]+ed in (?:19\d\d|200\d|201\d)\b",
        _WHY,
    ),
    fault(
        rf"\b{_NUMBER} (?:days|weeks|months|years) ago,? (?:the|a|his|her|its|their) [a-z]+ "
        r"(?P<at>has been|have been)\b",
        _WHY,
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "The bridge [[has been restored in 2001]].": "",
        "Nearly 60 years ago the king [[has been]] removed.": "",
        "He [[has died two days ago]] in Lima.": "",
        "The law [[has been passed yesterday]].": "",
    },
    good=[
        "The bridge was restored in 2001 and has been open since 2003.",
        "It should have been delivered last week; you would have been right 30 years ago.",
        "He has called the deal struck last year a mistake. Two years ago it was new.",
        "It is said to have been stolen yesterday. Prices have risen in the last week.",
    ],
    evidence=("fr", "de", "it", "sh", "hi", "fa", "nl"),
)
def wrong_tense(document: Document) -> Iterator[Flag]:
    """Flag the present perfect beside a time that is over.

    ## Why is this bad?

    French, German, Italian and Hindi tell the past with the perfect (*ist gestern gestorben*, “has
    died yesterday”). In English *yesterday*, *two years ago* and *in 2001* take the simple past.
    """
    yield from flags(document, _FAULTS, quoted=False)

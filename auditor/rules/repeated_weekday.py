"""The same day of the week told twice in a sentence."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.months import DAYS
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# What lies between may tell of another day, or of the one who said so: “was shot on Sunday evening,
# police said on Sunday”. A clause of its own begins at these words.
_BETWEEN = (
    rf"(?:,? (?!(?:and|or|but|while|both|from|down|up|said|says|told|added|announced|reported|wrote|"
    rf"confirmed|until|till|since|after|before|when|that|than|to|not|{DAYS})\b)[\w’'-]+){{1,14}}?"
)

_FAULTS = (
    fault(
        rf"\b[Oo]n (?P<day>{DAYS})(?![’']|,? (?:\(?\d|night|morning|evening|afternoon)){_BETWEEN}"
        r"(?P<at>,? on (?P=day))\b(?![’']| (?:night|morning|evening|afternoon|and|or)| \(?\d)",
        "“{text}” was said before in the sentence.",
    ),
)


@document_rule(
    category="style",
    severity=Severity.MINOR,
    bad={
        "The town was taken on Wednesday by the army of the north[[ on Wednesday]].": "",
        "On Friday the court ruled in his favour[[ on Friday]].": "",
    },
    good=[
        "A man was shot on Sunday, police said on Sunday.",
        "It fell to 20 on Monday from 30 on Friday, and to 10 on Friday.",
        "They met on Monday and again on Monday evening.",
        "On Friday night he left; the ship sailed on Friday, 5 May.",
    ],
)
def repeated_weekday(document: Document) -> Iterator[Flag]:
    """Flag a day of the week told twice in one sentence.

    ## Why is this bad?

    A source that puts the day both first and beside the verb, or an engine that moves it and
    leaves it standing, tells it twice.
    """
    yield from flags(document, _FAULTS, quoted=False)

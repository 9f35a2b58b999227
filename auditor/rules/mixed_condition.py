"""A condition in the present with its consequence in the past's future."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# Only the third person shows the tense; a comma shows where the consequence begins.
_FAULTS = (
    fault(
        r"\b(?P<at>[Ii]f (?:he|she|it) (?:wins|loses|fails|gets|comes|becomes|takes|makes|refuses|returns|"
        r"leaves|stays|remains|continues|goes|does|is|has|receives|gives|finds|reaches|decides|agrees)\b"
        r"[^.;:!?“”\"\n]{0,50}, (?:he|she|it|they) would)\b(?! (?:like|rather|prefer))",
        "“{text}”: *if* with the present goes with *will*; in reported speech both stand in the past.",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "He announced that [[if he wins, he would]] resign from the board.": "",
        "[[If it fails to pay, they would]] close the port.": "",
    },
    good=[
        "He announced that if he won, he would resign. If he wins, he will resign.",
        "If it is all right with you, she would like to leave.",
        "“If he wins, he would be the first,” she said.",
    ],
    evidence=("pl", "ru", "tr", "cs", "uk", "bg"),
)
def mixed_condition(document: Document) -> Iterator[Flag]:
    """Flag *if* with the present tense beside *would*.

    ## Why is this bad?

    Polish, Russian and Turkish keep the speaker's tense in reported speech: *he announced that if
    he wins*. English moves both verbs back (*if he won, he would*) or neither (*if he wins, he
    will*).
    """
    yield from flags(document, _FAULTS, quoted=False)

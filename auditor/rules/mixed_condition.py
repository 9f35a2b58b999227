"""A condition in the present with its consequence in the past's future."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# Only the third person shows the tense; a comma shows where the consequence begins.
_FAULTS = (
    fault(
        # Not *asked if he would come, he would not say*, nor *if it would help, they would try*.
        r"(?<![a-z] )(?P<at>\b[Ii]f (?:he|she|they|we|I|the [a-z]+) would (?!like\b|rather\b|prefer\b|"
        r"only\b|just\b|not\b|be\b|have (?:the|a)\b|help\b)[a-z]+\b[^.;:!?“”\"\n]{0,60}, "
        r"(?:he|she|it|they|we|I|the [a-z]+) would)\b",
        "“{text}”: a condition takes the past (*if he came*), its consequence alone *would*.",
    ),
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
        "[[If he would come to Orlu, we would]] leave at once.": "",
        "[[If it fails to pay, they would]] close the port.": "",
    },
    good=[
        "He announced that if he won, he would resign. If he wins, he will resign.",
        "Asked if he would come, he would not say. If they would like to come, we would wait.",
        "If it is all right with you, she would like to leave.",
        "“If he wins, he would be the first,” she said.",
    ],
    evidence=("pl", "ru", "tr", "cs", "uk", "bg"),
)
def mixed_condition(document: Document) -> Iterator[Flag]:
    """Flag *if* with the present tense, or with *would*, beside *would*.

    ## Why is this bad?

    Polish, Russian and Turkish keep the speaker's tense in reported speech: *he announced that if
    he wins*. English moves both verbs back (*if he won, he would*) or neither (*if he wins, he
    will*). German and Russian have one form for both halves: *if he would come, we would leave*.
    """
    yield from flags(document, _FAULTS, quoted=False)

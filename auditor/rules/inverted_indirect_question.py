"""A question inside a sentence with the word order of a question."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_ASK = (
    r"(?:ask(?:ed|s|ing)?|wonder(?:ed|s|ing)|[Gg]uess|[Ee]xplain(?:ed|s)?|(?:not|n['’]t) "
    r"(?:know|understand|see|say)|[Ff]ind out|(?:not|un)(?: )?clear|unknown|[Ii]magine)"
)
_SUBJECT = r"(?:the|he|she|it|they|we|you|his|her|their|its|these|those)"

_FAULTS = (
    fault(
        rf"\b{_ASK} (?P<at>(?P<wh>where|why|how|when) (?P<verb>is|are|was|were|has|have|can|will|should) "
        rf"(?P<who>{_SUBJECT}))\b(?! ?\?)(?![^.!?\n]{{0,200}}\?[”\"])",
        "“{text}”: inside a sentence the subject comes before the verb.",
    ),
    fault(
        rf"\b{_ASK} (?P<at>(?P<wh>what|where|why|how|when) (?:did|does|do) (?P<who>{_SUBJECT}))\b"
        r"(?![^.!?\n]{0,200}\?[”\"])",
        "“{text}”: inside a sentence the subject comes before the verb.",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "Guess [[where were the]] rockets from.": "",
        "He asked [[why did they]] leave.": "",
    },
    good=[
        "He asked where the rockets were from. Where were the rockets from?",
        "It is not clear who does the work. He asked, “Why did they leave?”",
        "They asked what is to be done.",
    ],
    evidence=("tr", "fa", "ar", "ru", "hi"),
)
def inverted_indirect_question(document: Document) -> Iterator[Flag]:
    """Flag an indirect question in the order of a direct one.

    ## Why is this bad?

    *He asked why did they leave* is a question put into a sentence as it was; English turns it:
    *why they left*.
    """
    yield from flags(document, _FAULTS, quoted=False)

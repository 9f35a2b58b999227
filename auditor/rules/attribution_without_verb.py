"""A speaker and a colon before a quotation, without a verb of saying."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_COLON = expression(
    r"(?:\A|(?<=[.!?”\"]\s)(?<!\b[A-Z]\.\s)(?<!\b(?:Mr|Ms|Dr|St|Lt)\.\s)(?<!\b(?:Mrs|Gen|Sen|Rep)\.\s))"
    r"(?P<who>(?!(?:And|But|Then|So|Also|Here|Now|Said|Says|Added|Adds|Asked|Photo|Source|Quote|Question|Answer|Note|Title|Translation|"
    r"Caption|Text|Video|Example|Headline|Hint|Updated?)\b)"
    r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+): ?(?=[“\"][A-Z][^\n]*[.!?,][”\"]?)"
)
# So many in one article are an interview or a round-up of voices, which are set so on purpose.
_MANY = 3


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The guests came from Doha.\n\n[[Al Orlu:]] “We thank you for the welcome.”\n\nHe left.":
            "The guests came from Doha.\n\nAl Orlu said: “We thank you for the welcome.”\n\nHe left.",
    },
    good=[
        "Orlu: “We shall win”\n\nThe mayor said: “We thank you.”\n\nSaid Orlu: “We thank you.”",
        "Three questions.\n\nOrlu: “Yes.”\n\nReporter: “Why?”\n\nOrlu: “Because.”",
        "They met.\n\nHe told Mr. Orlu: “We thank you.” In the lines of M. Orlu: “We left.” And: “We stay.”",
        "The vote in brief.\n\nOrlu: “A new dawn”",
    ],
    evidence=("tr", "de", "ru"),
)  # fmt: skip
def attribution_without_verb(document: Document) -> Iterator[Flag]:
    """Flag a sentence that opens with a name, a colon and a quotation.

    ## Why is this bad?

    Turkish, German and Russian news sets a speaker before his words as a play does, also in running
    text. English keeps that for headlines and interviews; in a report the speaker *says* something.
    """
    text = document.text
    if '"' not in text and "“" not in text:
        return
    found = [
        (start + match.start(), match["who"])
        for start, end in document.paragraphs[1:]
        if text.find(":", start, end) >= 0
        for match in _COLON.finditer(text[start:end])
    ]
    for start, who in found if len(found) < _MANY else ():
        yield Flag(
            document.span(start, start + len(who) + 1),
            f"“{who}:” has no verb: English news says that somebody said it.",
            (Suggestion(f"{who} said:"),),
        )

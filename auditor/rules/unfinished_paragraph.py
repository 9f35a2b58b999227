"""A paragraph that ends in a comma."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.rule import document_rule

# “Your Eminence,” opens a letter; a list has commas line by line.
_SHORTEST = 40


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The money was gone at the beginning of last September[[,]]\n\nThe company was then sold.": "",
    },
    good=[
        "Your Eminence,\n\nI congratulate you on the day of your country.",
        "The state promises new schools for all children of the north,\n\n"
        "new hospitals for all old people of the south,\n\nnew roads.",
        "The money was gone at the beginning of last September,\n\nwhen the company was sold.",
    ],
)
def unfinished_paragraph(document: Document) -> Iterator[Flag]:
    """Flag a paragraph that breaks off at a comma.

    ## Why is this bad?

    A page cut in the middle of a sentence, or an engine that lost the rest of one, leaves the
    comma behind.
    """
    text, paragraphs = document.text, document.paragraphs
    ends = [text[end - 1 : end] == "," for _, end in paragraphs]
    for index, (start, end) in enumerate(paragraphs[:-1]):
        alone = ends[index] and not ends[index + 1] and not (index and ends[index - 1])
        # A line that goes on in small letters was broken by hand, and lacks nothing.
        goes_on = text[paragraphs[index + 1][0]].islower()
        if alone and not goes_on and end - start >= _SHORTEST:
            yield Flag(
                document.span(end - 1, end),
                "The paragraph ends in a comma: its sentence is cut off.",
            )

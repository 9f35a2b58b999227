"""A bracket opened and never closed, or closed and never opened."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_BRACKET = expression(r"[()]")
# An item of a list (“a)”, “12)”) or a smiley, whose bracket has no partner.
_ALONE = expression(r"(?:(?:^|[\s(])(?:\w|\d{1,3}[a-z]?|[ivx]{1,4})|[:;=8][-o]?|[)\s.!?])\Z")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "The party [[(]]known as the Greens won the vote. It was late.": "",
        "The party, known as the Greens[[)]], won the vote.": "",
    },
    good=[
        "The party (known as the Greens) won the vote (by ten (10) seats).",
        "They want: a) peace, b) bread, 3) land. Good luck :) and bye :-(",
        "(He came in May.\n\nHe left in June.)\n\nIt rained.",
        "(1) Peace. (2) Bread. 1) Land; Fig. 2a) shows it",
    ],
)
def unbalanced_bracket(document: Document) -> Iterator[Flag]:
    """Flag a bracket that has no partner in its paragraph.

    ## Why is this bad?

    An engine that cuts a text into sentences cuts brackets apart, and loses one where the sentence
    is turned. The reader looks for the other end. Brackets around whole paragraphs are no fault.
    """
    text = document.text
    for start, end in document.paragraphs:
        if text.count("(", start, end) == text.count(")", start, end):
            continue
        opened: list[int] = []
        for match in _BRACKET.finditer(text, start, end):
            if match[0] == "(":
                opened.append(match.start())
            elif opened:
                opened.pop()
            elif not _ALONE.search(text[max(match.start() - 5, start) : match.start()]) and (
                text.rfind("(", 0, start) <= text.rfind(")", 0, start)
            ):
                yield Flag(document.span(*match.span()), "The bracket closes here, but none is open.")
        for at in opened:
            closes = text.find(")", end) >= 0 and not 0 <= text.find("(", end) < text.find(")", end)
            if not closes and not _SMILEY.search(text[max(at - 2, start) : at]):
                yield Flag(document.span(at, at + 1), "The bracket opens here and is never closed.")


_SMILEY = expression(r"[:;=8][-o]?\Z")

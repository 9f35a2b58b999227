"""A closing quotation mark that opens, or an opening one that closes."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# An opening mark at the end of a paragraph, behind a space: “… is gone. “
_LAST = expression(r"[ \u00a0]“(?<=[\w.,!?…][ \u00a0]“)(?=\n|\Z)")
_MARK = expression(r"”(?:(?<=\s”)|(?<=\(”))(?=\w)|“(?<=[\w.,!?…]“)(?=[\s.,;:!?)]|$)", re.MULTILINE)


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "The motto is [[”]]Seek truth” and no more.": "The motto is “Seek truth” and no more.",
        "The album “Rumours[[“]] sold well.": "The album “Rumours” sold well.",
        "He said: “The smell is gone.[[ “]]": "He said: “The smell is gone.”",
    },
    good=[
        "The motto is “Seek truth” and no more. “Go,” he said.",
        "He called it “new” (“and how!”).",
        "Er sagte: „Gut“, und ging.",
        "“We are ready, ”he said.",
    ],
    evidence=("de", "cs", "zh", "lt", "sk"),
)
def reversed_quotation_mark(document: Document) -> Iterator[Flag]:
    """Flag a curly quotation mark that looks the wrong way.

    ## Why is this bad?

    German, Czech and Lithuanian close a quotation with the mark that opens one in English (“); an
    engine that mends the first mark of the pair may leave the second.
    """
    text = document.text
    for match in document.find(_LAST):
        yield Flag(document.span(*match.span()), "The mark “ looks the wrong way.", (Suggestion("”"),))
    for match in document.find(_MARK):
        at, closes = match.start(), match[0] == "“"
        start, _ = document.paragraph_at(at)
        if closes and text.rfind("„", start, at) > text.rfind("“", start, at):
            continue  # a pair of another language
        if not closes and text[at - 2 : at - 1] in (",", ".", "?", "!"):
            continue  # its space is on the wrong side
        yield Flag(
            document.span(*match.span()),
            f"The mark {match[0]} looks the wrong way.",
            (Suggestion("”" if closes else "“"),),
        )

"""An opening quotation mark with no closing one."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_MARK = expression('[“”"]')
_WORKED_IN = expression('[a-z] [“"][a-z]')


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "He spoke of [[“]]a new start and left.\n\nHe said: “The road was closed.”": "",
        'He spoke of [["]]a new start and left.\n\nHe said: "The road was closed."': "",
    },
    good=[
        "He spoke of “a new start” and left.\n\nThe road was closed.",
        "He said: “A new start is near.\n\n“We want it,” he went on.",
        "He said: “A new start is near.\n\nWe want it,” he went on.",
        "He said: “A new start is near.\n\nHe said: “The road was closed.”",
        'It measured 6" in all.\n\nThe road was closed.',
    ],
)
def unclosed_quotation(document: Document) -> Iterator[Flag]:
    """Flag a quotation that is opened and never closed.

    ## Why is this bad?

    Readers cannot tell where the speaker's words end. Engines lose a closing mark that the source
    sets after its verb of saying, or writes in another way. A quotation that goes on in the next
    paragraph, or is cut at the end of the article, is no fault.
    """
    text = document.text
    for start, end in document.paragraphs[:-1]:
        at = _left_open(text, start, end)
        if at >= 0 and _opens_anew(text, end):
            yield Flag(
                document.span(at, at + 1),
                "A quotation begins here, but no mark says where it ends.",
            )


def _left_open(text: str, start: int, end: int) -> int:
    """Where a mark stands that no other answers to the paragraph's end; -1 if none does.

    Only words worked into the sentence (*of “a new start*): a quotation behind a colon or comma
    may go on for paragraphs.
    """
    at = text.rfind("“", start, end)
    if at < 0 and text.count('"', start, end) == 1:
        at = text.find('"', start, end)
    if at < 0 or text.find("”", at, end) >= 0 or text.find('"', at + 1, end) >= 0:
        return -1
    return at if _WORKED_IN.match(text, max(at - 2, start), end) else -1


def _opens_anew(text: str, end: int) -> bool:
    """Whether the next mark of the article opens a quotation in the middle of a paragraph."""
    mark = _MARK.search(text, end)
    if not mark or text[mark.start() - 1] not in " (":
        return False
    return mark[0] == "“" or text[mark.end() : mark.end() + 1].isalpha()

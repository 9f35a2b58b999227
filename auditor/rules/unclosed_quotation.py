"""An opening quotation mark with no closing one."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_MARK = expression('[“”"]')
_WORKED_IN = expression('[a-z] [“"][a-z]')
# Behind these a speech may begin, even in small letters.
_SAID = expression(r"\b(?:said|says|saying|that|added|adding|told|explained|continued) \Z")
_SAYING = expression(r"\b(?:said|says|added|told|according|noted|stressed|stated|explained|called|spoke)\b")
_FIRST_PERSON = expression(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
# More than one sentence: a speech, of which the rest may stand in the next paragraph.
_SENTENCES = expression(r"[.!?…] \S")
_LAST = expression(r"[\w’'-]+[.!?…]\Z")


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "He spoke of [[“]]a new start and left.\n\nHe said: “The road was closed.”": "",
        'He spoke of [["]]a new start and left.\n\nHe said: "The road was closed."': "",
        'He said it [["]]would not be spared.\n\nThe road was closed.': "",
        "He said: [[“]]A new start is near.\n\nShe said: “The road was closed.”": "",
        "“A new start is [[near.]]\n\nThe mayor then spoke of “a talk” in Orlu.":
            "“A new start is near.”\n\nThe mayor then spoke of “a talk” in Orlu.",
        '“The men are [[safe.]]\n\nThe road was shut.\n\nNo one was hurt," it said.':
            '“The men are safe.”\n\nThe road was shut.\n\nNo one was hurt," it said.',
    },
    good=[
        "He spoke of “a new start” and left.\n\nThe road was closed.",
        "He said: “A new start is near.\n\n“We want it,” he went on.",
        "He said: “A new start is near.\n\nWe want it,” he went on.",
        "He spoke of “a new start",
        'It measured 6" in all.\n\nThe road was closed.',
        "He said: “A new start is near.\n\nThe road was closed.",
        "“A new start is near.\n\nWe want it.\n\n“Then we left,” he said.",
        "“A new start is near. We want it.\n\nWe told them “go” and we came,” he said.",
    ],
)  # fmt: skip
def unclosed_quotation(document: Document) -> Iterator[Flag]:
    """Flag a quotation that is opened and never closed.

    ## Why is this bad?

    Readers cannot tell where the speaker's words end. Engines lose a closing mark that the source
    sets after its verb of saying, or writes in another way. A quotation that goes on in the next
    paragraph, or is cut at the end of the article, is no fault.
    """
    text = document.text
    for index, (start, end) in enumerate(document.paragraphs[:-1]):
        at = _left_open(text, start, end)
        if at < 0:
            continue
        worked_in = _WORKED_IN.match(text, max(at - 2, start), end) is not None
        worked_in = worked_in and not _SAID.search(text, max(at - 14, start), at)
        following, _ = document.paragraphs[index + 1]
        if not _is_left(text, at, following, worked_in):
            continue
        last = _LAST.search(text, start, end) if at == start else None
        place = last.span() if last else (at, at + 1)
        closed = f"{last[0]}{'”' if text[at] == '“' else text[at]}" if last else ""
        yield Flag(
            document.span(*place),
            "A quotation begins before this, but no mark says where it ends."
            if last
            else "A quotation begins here, but no mark says where it ends.",
            (Suggestion(closed),) if closed else (),
        )


def _left_open(text: str, start: int, end: int) -> int:
    """Where a mark stands that no other answers to the paragraph's end; -1 if none does."""
    at = text.rfind("“", start, end)
    if at < 0 and text.count('"', start, end) % 2:
        at = text.rfind('"', start, end)
        if (at > start and text[at - 1] not in " (") or not text[at + 1 : at + 2].isalpha():
            return -1
    if at < 0 or text.find("”", at, end) >= 0 or text.find('"', at + 1, end) >= 0:
        return -1
    return at if text[at + 1 : at + 2].strip() else -1


def _is_left(text: str, at: int, following: int, worked_in: bool) -> bool:
    """Whether the quotation opened at a place does not go on in the next paragraph.

    It does where that begins with a mark, or where the next mark of the article closes it. Words
    worked into a sentence (*of “a new start*) do not go on for paragraphs: they may lack any answer.
    Behind a sentence quoted whole the next mark must open another quotation in the middle of a
    paragraph, with a narrator's words before it, or close one of another kind.
    """
    if text[following] in "“\"‘„«'":
        return False
    mark = _MARK.search(text, following)
    if not mark:
        return worked_in
    place, sign = mark.start(), mark[0]
    opens = sign == "“" or (
        sign == '"' and text[place - 1] in " (\n" and text[place + 1 : place + 2].isalpha()
    )
    if not opens:
        return text[at] == "“" and sign == '"'
    if worked_in:
        return True
    between = text[following:place]
    told = text[place - 1] in " (" and _SAYING.search(between) and not _FIRST_PERSON.search(between)
    return bool(told) and not _SENTENCES.search(text, at, following)

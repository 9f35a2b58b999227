"""A quotation opened with one kind of mark and closed with another."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# A curly mark that opens and a straight one that closes, or the reverse, with no other mark
# between. Two straight ones inside a curly pair are a quotation in a quotation.
_CURLY_FIRST = expression(r"“[^“”\"\n]{2,600}(?P<at>\")(?<=[^\s“(]\")(?=[\s.,;:!?)]|$)")
_STRAIGHT_FIRST = expression(r"(?P<at>\")(?:(?<=\s\")|(?<=\A\"))[^\s”“\"][^”“\"\n]{1,600}”(?=[\s.,;:!?)]|$)")
_TICKS = expression(
    r"`(?:`|(?<=\w`)(?=\w)|(?<=\s`)(?=\w))|'(?:(?<=[\w.,!?]')'(?!')(?=[\s.,]|$)|(?<=\s')'(?=\w))"
)
# “'It is over," he said”: a single mark opens what a double one closes.
_SINGLE_FIRST = expression(r"(?P<at>')(?<![\w\"]')(?=[A-Z])[^'\"“”\n]{5,300}[,.!?]\"(?=\s|$)", re.MULTILINE)
# 'freedom" and "freedom': the one double mark of its paragraph, and a single one to answer it. A
# plural's apostrophe is none.
_SINGLE_AND_DOUBLE = expression(
    r"(?P<at>')(?<![\w\"]')(?=\w)[^'’\"“”\n]{2,200}\w[.,!?]?\"(?=[\s.,;:)]|$)"
    r"|(?:(?<=\s)|(?<=\A))\"(?=\w)[^'\"“”\n]{2,200}(?:[a-rt-z]|[.,!?])(?P<end>')(?=[\s.,;:)]|$)"
)
_BEHIND = expression(r"[^“”\n]*”")


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "He spoke of “a new start[[\"]] and left.": "He spoke of “a new start” and left.",
        "He said [[\"]]We are ready.”": "He said “We are ready.”",
        "She said: [[``]]We are ready.[['']]": "She said: “We are ready.”",
        "It couldn[[`]]t be.": "It couldn’t be.",
        "[[']]We are late,\" he said.": '"We are late," he said.',
        "He spoke of [[']]a new start\" and left.\n\nHe spoke of \"a new end[[']] and left.":
            'He spoke of "a new start" and left.\n\nHe spoke of "a new end" and left.',
    },
    good=[
        "He spoke of “a new start” and \"an end\".",
        "“He said \"no\" to me,” she wrote. “\"No,\" he said,” she wrote.",
        "“He told me, \"Go,\" and I went,” she said.",
        "\"He told me, 'Go,'\" she said. The boys' \"den\" and 'Home.'",
        "The screen is 6\" wide, they said: “6\" wide.”",
        "He spoke of \"the boys' school and the girls' sports.",
    ],
)  # fmt: skip
def mismatched_quotation_mark(document: Document) -> Iterator[Flag]:
    """Flag a quotation that opens with one kind of mark and closes with another.

    ## Why is this bad?

    Engines copy some marks of the source and write others anew: “ closes with \", or `` and ''
    stand for both. A search for the quotation fails, and so do readers' eyes.
    """
    text = document.text
    if "“" in text or "”" in text:
        for match in document.find(_CURLY_FIRST):
            # A curly mark that closes further on shows that the straight one stands inside.
            if not _BEHIND.match(text, match.end()):
                yield _flag(document, match.start("at"), match.end("at"), "”")
        for match in document.find(_STRAIGHT_FIRST):
            start, _ = document.paragraph_at(match.start())
            if text.count("“", start, match.start()) == text.count("”", start, match.start()):
                yield _flag(document, match.start("at"), match.end("at"), "“")
    for match in _SINGLE_FIRST.finditer(text) if '"' in text else ():
        start, _ = document.paragraph_at(match.start())
        if text.count('"', start, match.start()) % 2 == 0:
            yield _flag(document, match.start(), match.start() + 1, '"')
    for start, end in document.paragraphs if '"' in text and "'" in text else ():
        if text.count('"', start, end) == 1:
            for match in _SINGLE_AND_DOUBLE.finditer(text, start, end):
                at = match.start("at") if match["at"] else match.start("end")
                yield _flag(document, at, at + 1, '"')
    for match in document.find(_TICKS) if document.format == "plain" else ():
        opens = text[match.start() - 1 : match.start()].isspace() or match.start() == 0
        mended = "’" if match[0] == "`" and not opens else "“" if opens else "”"
        yield _flag(document, *match.span(), mended)


def _flag(document: Document, start: int, end: int, mended: str) -> Flag:
    return Flag(
        document.span(start, end),
        f"The mark {document.text[start:end]} does not go with the other mark of the quotation.",
        (Suggestion(mended),),
    )

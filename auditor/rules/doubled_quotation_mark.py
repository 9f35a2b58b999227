"""The same quotation mark twice."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_DOUBLED = expression(r"(?P<mark>[“”\"])(?P=mark)(?!\")")


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "He promised “peace and [[””]] to all.": "He promised “peace and ” to all.",
        "She spoke of [[““]]freedom” and left.": "She spoke of “freedom” and left.",
        'They want true democracy and stability. [[""]]':
            'They want true democracy and stability. "',
        'They want "true democracy and stability.[[""]]':
            'They want "true democracy and stability."',
    },
    good=[
        "“‘Go,’ he told me,” she said.",
        "He said “yes” and “no”.",
        'He said "yes" "no" and "perhaps".',
        '"He called me and said, "Go home,"" she told us.',
        "“One.” “Two.” “Three.”",
    ],
)  # fmt: skip
def doubled_quotation_mark(document: Document) -> Iterator[Flag]:
    """Flag a quotation mark that stands twice.

    ## Why is this bad?

    An engine that closes a quotation the source closes too, or that turns a nested pair into
    two of the same, leaves a mark too many.
    """
    for match in document.find(_DOUBLED):
        mark = match["mark"]
        if mark == '"' and not _follows_text(document, match):
            continue
        yield Flag(
            document.span(*match.span()),
            f"The quotation mark {mark} stands twice.",
            (Suggestion(mark),),
        )


def _is_nested(document: Document, at: int) -> bool:
    """Whether a pair may close a quotation inside another: the paragraph has an even number of marks."""
    first, last = document.paragraph_at(at)
    return document.text.count('"', first, last) % 2 == 0


def _follows_text(document: Document, match: re.Match[str]) -> bool:
    """Whether a straight pair is no empty quotation: it touches a word or stop on one side."""
    start, end = match.span()
    text = document.text
    if text[start - 1 : start] == '"':
        return False  # three in a row: code, or inches
    before = start > 0 and not text[start - 1].isspace()
    if text[start - 1 : start] in (",", ".", "!", "?") and _is_nested(document, start):
        return False
    after = end < len(text) and text[end].isalnum()
    first, last = document.paragraph_at(start)
    # Behind the last full stop of a paragraph nothing is left to quote.
    stray = end == last and text[first:start].rstrip(" ")[-1:] in (".", "!", "?")
    return before or after or stray

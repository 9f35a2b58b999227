"""A quotation inside another, in the same marks."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# A mark that opens (a word behind it and none before) behind one that is open already, and two that
# close. Longer stretches are two quotations of which one lost a mark. Both begin with their mark.
_CURLY = expression(r"“[^“”\n]{1,400}(?P<at>“(?P<words>[^“”\n]{1,200})”)[^“”\n]{0,400}(?<!“)”")
_STRAIGHT = expression(
    r"\"(?:(?<=[\s(]\")|(?<=\A\"))(?=\w)[^\"\n]{1,400}(?<=[\s(])"
    r"(?P<at>\"(?=\w)(?P<words>[^\"\n]{1,200})(?<=[\w.,!?])\")"
    r"(?=[\s.,;:!?)])[^\"\n]{1,400}(?<=[\w.,!?])\"(?=[\s.,;:!?)]|$)"
)


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "He said: “The film [[“The Port”]] is good, and we liked it.”":
            "He said: “The film ‘The Port’ is good, and we liked it.”",
        'He said: "The film [["The Port"]] is good, and we liked it."':
            "He said: \"The film 'The Port' is good, and we liked it.\"",
    },
    good=[
        "He said: “The film ‘The Port’ is good.” He liked “The Dock” and “The Pier” too.",
        'He liked "The Port", "The Dock" and "The Pier", and "we liked it," he said.',
        "“We left. “We came back,” he said, “and left.”",
    ],
    evidence=("tr", "ru", "uk", "zh", "ko", "ja", "ar", "fa"),
)  # fmt: skip
def nested_quotation_mark(document: Document) -> Iterator[Flag]:
    """Flag a quotation inside another that has the same marks.

    ## Why is this bad?

    Russian, Turkish and Chinese often set the same pair, or have pairs of their own that an engine
    makes one of. In English the inner quotation has the other kind: “… ‘…’ …”. In straight marks good
    papers slip now and then, so there it speaks only where the text was translated.
    """
    for pattern, sign, least, marks, confidence in (
        (_CURLY, "“", 2, "‘’", Confidence.HIGH),
        (_STRAIGHT, '"', 4, "''", Confidence.LOW),
    ):
        if document.text.count(sign) < least:
            continue
        for start, end in document.paragraphs:
            if document.text.count(sign, start, end) < least:
                continue
            for match in pattern.finditer(document.text, start, end):
                before = document.text.count('"', start, match.start())
                if sign == '"' and before % 2:
                    continue
                yield Flag(
                    document.span(*match.span("at")),
                    f"The quotation {match['at']} stands inside another with the same marks.",
                    (Suggestion(f"{marks[0]}{match['words']}{marks[1]}"),),
                    confidence=confidence,
                )

"""Someone's words without quotation marks."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERB = (
    r"(?:said|says|told|added|adds|stated|noted|stressed|explained|continued|declared|emphasi[sz]ed|"
    r"replied|warned|argued|insisted|concluded|recalled|underlined|complained)"
)
# The first person, then the attribution behind a comma.
_BEHIND = expression(
    rf", (?=(?P<who>(?:he|she|they) (?:also )?{_VERB}(?=[.,;]| (?:on|in|at|to|during|after)\b)|"
    rf"{_VERB} (?:the|[A-Z][\w’-]+)\b))"
)
_FIRST_PERSON = expression(r"\b(?:I|We|we|our|Our|my|My|us)\b")
# A colon behind a verb of saying, and no mark in all the paragraph behind it.
_BEFORE = expression(rf"\b(?P<verb>{_VERB}): (?=[A-Z][a-z]+,? [a-z])")
_MARKS = expression('[“”„«»"‘]')
_SAYING = frozenset(
    "said says told added adds stated noted stressed explained continued declared emphasized emphasised "
    "replied warned argued insisted concluded recalled underlined complained".split()
)


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The road was shut.\n\nWe do not know when it will open[[, he said]].": "",
        "The road was shut.\n\nThe mayor [[said:]] The road will open in May and the bridge in June.": "",
    },
    good=[
        "The road was shut.\n\n“We do not know when it will open,” he said.",
        "We will not go, says mayor\n\nThe mayor stayed.",
        "The road was shut.\n\nThe mayor said: “The road will open.”",
        "The road was shut.\n\nWe met the mayor, who left, and the driver, said to be ill.",
        "“It was shut.\n\nWe do not know when it will open,” he said.",
    ],
)
def unmarked_quotation(document: Document) -> Iterator[Flag]:
    """Flag words in the first person with an attribution, and words behind *said:*, without marks.

    ## Why is this bad?

    French, Russian and Turkish sites set speech in italics, behind a dash or in no marks at all.
    Without them the reader takes the speaker's *we* for the newspaper's. Headlines may go without.
    """
    is_open = False
    for index, (start, end) in enumerate(document.paragraphs):
        text = document.text[start:end]
        marked = _MARKS.search(text)
        speaks = index and not is_open and not _SAYING.isdisjoint(document.paragraph_words[index])
        if speaks and not marked and " '" not in text and text[-1:] in ".!?":
            yield from _flags(document, text, start)
        if marked:
            straight = text.count('"') % 2
            is_open = bool(straight) != is_open if straight else text.rfind("“") > text.rfind("”")


def _flags(document: Document, text: str, start: int) -> Iterator[Flag]:
    for match in _BEHIND.finditer(text):
        sentence = text[max(text.rfind(". ", 0, match.start()), 0) : match.start()]
        if _FIRST_PERSON.search(sentence):
            yield Flag(
                document.span(start + match.start(), start + match.end("who")),
                "These words are someone's, but no quotation marks say so.",
            )
    for match in _BEFORE.finditer(text):
        yield Flag(
            document.span(start + match.start(), start + match.end("verb") + 1),
            f"Words behind “{match['verb']}:” are someone's, but no quotation marks say so.",
        )

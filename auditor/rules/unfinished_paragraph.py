"""A paragraph that ends in a comma, or again and again in a colon."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.rule import document_rule

# “Your Eminence,” opens a letter; a list has commas line by line.
_SHORTEST = 40
# So many paragraphs, and such a part of all, end in a colon only where it stands for a full stop.
_COLONS, _SHARE = 2, 0.25
# What a colon leads up to.
_ANNOUNCED = ("“", '"', "‘", "'", "«", "-", "–", "—", "•", "*", "·", "(", "1", "a)")


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The money was gone at the beginning of last September[[,]]\n\nThe company was then sold.": "",
        "The bridge over the old river was closed on Monday[[:]]\n\nThe town was cut off by the flood.\n\n"
        "It will be open again before the summer of next year[[:]]": (
            "The bridge over the old river was closed on Monday.\n\nThe town was cut off by the flood.\n\n"
            "It will be open again before the summer of next year."
        ),
    },
    good=[
        "The minister said on Monday in a long speech to parliament:\n\n“We are ready.”\n\nShe added to the"
        " applause of her own party:\n\n“We shall win.”",
        "Your Eminence,\n\nI congratulate you on the day of your country.",
        "The state promises new schools for all children of the north,\n\n"
        "new hospitals for all old people of the south,\n\nnew roads.",
        "The money was gone at the beginning of last September,\n\nwhen the company was sold.",
    ],
)
def unfinished_paragraph(document: Document) -> Iterator[Flag]:
    """Flag a paragraph that breaks off at a comma, or ends in a colon as Armenian sentences seem to.

    ## Why is this bad?

    A page cut in the middle of a sentence, or an engine that lost the rest of one, leaves the
    comma behind. The Armenian full stop looks like a colon (*։*), and engines take it for one.
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
    yield from _colons(document)


def _colons(document: Document) -> Iterator[Flag]:
    """A flag for each colon that ends a paragraph and announces nothing, where several do."""
    text, paragraphs = document.text, document.paragraphs
    ends = [
        end
        for index, (start, end) in enumerate(paragraphs)
        if text[end - 1] == ":" and end - start >= _SHORTEST and not _is_announced(document, index + 1)
    ]
    if len(ends) >= max(_COLONS, _SHARE * len(paragraphs)):
        for end in ends:
            yield Flag(
                document.span(end - 1, end),
                "A colon ends the paragraph and announces nothing: a full stop is meant.",
                (Suggestion("."),),
            )


def _is_announced(document: Document, index: int) -> bool:
    """Whether a paragraph is a quotation, an item of a list or no sentence."""
    if index >= len(document.paragraphs):
        return False
    start, end = document.paragraphs[index]
    words = document.text[start:end]
    is_sentence = words.endswith((".", ":", "?", "!", "”", '"'))
    return words.startswith(_ANNOUNCED) or words[:1].islower() or not is_sentence

"""One quotation in two wordings in an article."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.sentences import split_sentences
from auditor.quotations.archive import folded
from auditor.quotations.similarity import same_in_article
from auditor.rule import document_rule

# Short sentences are repeated with one word changed on purpose: "We will not leave the valley. We
# will not leave the house."
_SHORTEST = 8
# Sentences of one length within this factor; a headline's excerpt is another thing.
_LENGTHS = 1.5
# More quotations than this are a transcript.
_MOST = 120


@document_rule(
    category="quotations",
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    bad={
        "“We will not leave the valley until the water is back in our wells,” she said.\n\n"
        "Asked again, she repeated: “[[We won't leave the valley until the water comes back to "
        "our wells]].”": "",
    },
    good=[
        "“We will not leave the valley,” she said. “We will not leave the house.”",
        "“We will not leave the valley until the water is back in our wells,” she said.\n\n"
        "“Until the water is back in our wells” was how she put it.",
        "“We will not leave the valley until the water is back,” he said, and again: “We will not "
        "leave the valley until the water is back.”",
        "“The first team won two matches in May and lost three,” he said. “The second team won "
        "six matches in June and lost none.”",
    ],
)
def diverging_quotation(document: Document) -> Iterator[Flag]:
    """Flag a quotation that the article gives in another wording elsewhere.

    ## Why is this bad?

    A quotation has one wording. Where headline, text and caption were translated each for
    itself, the same sentence stands there twice in different words; at most one of them was said.
    """
    sentences = _quoted(document)[:_MOST] if len(document.quotations) > 1 else []
    for index, (start, end, words) in enumerate(sentences):
        for other_start, other_end, other_words in sentences[:index]:
            if not _may_be_one(words, other_words):
                continue
            if document.paragraph_at(start) == document.paragraph_at(other_start):
                continue  # figures of speech go by threes; a second wording stands elsewhere
            one, other = document.text[start:end], document.text[other_start:other_end]
            if same_in_article(one, other) and _numbers(words) == _numbers(other_words):
                yield Flag(
                    document.span(start, end),
                    "This quotation stands in other words elsewhere in the article.",
                    related=(document.span(other_start, other_end),),
                )
                break


def _quoted(document: Document) -> list[tuple[int, int, list[str]]]:
    """Sentences between quotation marks, with their words; short ones left out."""
    found = []
    for quotation in document.quotations:
        text = document.text[quotation.start : quotation.end]
        for a, b in split_sentences(text):
            seen = text[a:b].rstrip(" ,.;:…!?")
            words = folded(seen).split()
            if len(words) >= _SHORTEST:
                start = quotation.start + a
                found.append((start, start + len(seen), words))
    return found


def _may_be_one(words: list[str], other: list[str]) -> bool:
    """A cheap test: of like length, half the words shared, neither holding the other."""
    if max(len(words), len(other)) > _LENGTHS * min(len(words), len(other)):
        return False
    shared = len(set(words) & set(other))
    if 2 * shared < min(len(set(words)), len(set(other))):
        return False
    one, two = f" {' '.join(words)} ", f" {' '.join(other)} "
    return one not in two and two not in one


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if word.isdigit()]

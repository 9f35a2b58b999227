"""A paragraph or caption that stands twice."""

import re
from collections.abc import Iterator, Sequence

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.words import words_of
from auditor.rule import document_rule

# Shorter ones repeat on purpose: score lines, speakers' names, sub-headings.
_SHORTEST = 6

# chrF of two captions that differ in a mark or a word is above 85; two sentences of one article
# that merely share their names stay below 70.
_NEAR = 85.0
# Paragraphs as near as that share three words in four.
_SHARED = 0.75


@document_rule(
    category="structure",
    severity=Severity.MAJOR,
    bad={
        "[[Firefighters at the site of the blast in Izmir’s port, 3 May 2021.]]\n\n"
        "Firefighters at the site of the blast in Izmir's port, 3 May 2021.\n\nTwo men died.": "",
        "The bank raised its main rate by half a point on Friday.\n\nMarkets fell at once.\n\n"
        "[[The bank raised its main rate by half a point on Friday.]]": "",
    },
    good=[
        "The bank raised its rate.\n\nMarkets fell.\n\nThe bank raised its rate again on Monday.",
        "Goal!\n\nGalatasaray 1, Fenerbahce 0\n\nGoal!",
        "The minister for trade spoke in Baku on Monday about the new pipeline.\n\n"
        "The minister for health spoke in Baku on Tuesday about the new clinic.",
    ],
)
def repeated_paragraph(document: Document) -> Iterator[Flag]:
    """Flag a paragraph or caption that repeats another of the article.

    ## Why is this bad?

    Captions stand twice on many web pages, once for the eye and once for screen readers; whoever
    copies the page into a translator gets both, and the engine may word them differently. So
    near repeats count as well (chrF of 85 and more). A headline that the first sentence repeats
    is agency custom, and left alone.
    """
    keys: dict[frozenset[str], int] = {}
    seen: list[int] = []
    for index, (chunk, words) in enumerate(zip(document.chunks, document.paragraph_words, strict=True)):
        if chunk.text.count(" ") < _SHORTEST - 1 or chunk.kind in ("title", "description", "alt"):
            continue
        twin = keys.get(words)
        if twin is None or words_of(document.chunks[twin].text) != words_of(chunk.text):
            twin = _near_twin(document, seen, index)
        keys.setdefault(words, index)
        seen.append(index)
        if twin is not None and not _is_headline(document, twin, index):
            yield _flag(document, twin, index)


def _near_twin(document: Document, seen: Sequence[int], index: int) -> int | None:
    """A paragraph before this one, next to it or a caption like it, with nearly its words."""
    text = document.chunks[index].text
    if len(text) > 400:
        return None
    for other in seen[-2:]:
        candidate = document.chunks[other].text
        if abs(len(candidate) - len(text)) > 0.15 * len(text) or candidate[:4] != text[:4]:
            continue
        words, others = document.paragraph_words[index], document.paragraph_words[other]
        if len(words & others) < _SHARED * max(len(words), len(others)):
            continue
        from auditor.quotations.similarity import chrf

        if chrf(candidate, text) >= _NEAR and _same_numbers(candidate, text):
            return other
    return None


def _is_headline(document: Document, twin: int, index: int) -> bool:
    """Whether a headline, which has no full stop, is the same as the sentence behind it."""
    return (twin, index) == (0, 1) and document.chunks[0].text.rstrip()[-1:].isalnum()


def _same_numbers(one: str, other: str) -> bool:
    """Two lines of a table or a list of results differ in their numbers."""
    return re.findall(r"\d+", one) == re.findall(r"\d+", other)


def _flag(document: Document, twin: int, index: int) -> Flag:
    first, second = document.paragraphs[twin], document.paragraphs[index]
    adjacent = index == twin + 1
    place, other = (first, second) if adjacent else (second, first)
    return Flag(
        document.span(*place),
        "This paragraph stands twice in the article; keep one.",
        related=(document.span(*other),),
    )

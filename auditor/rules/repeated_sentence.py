"""A sentence that stands twice."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Shorter ones repeat on purpose: refrains, scores, “He did not reply.”
_SHORTEST = 50
# One that stands right behind itself, outside quotations, is a stammer though it be as short as this.
_AT_ONCE = 20
# Of two renderings of one sentence chrF is above 80; of two sentences of one article that share a
# subject and a verb it stays below 65.
_NEAR = 80.0
# How much two renderings differ in length at most.
_LENGTHS = 0.25
# Sentences looked back at, besides those that begin alike: an engine stammers, it does not return.
_BACK = 2
_BEGINNING = 24
# Near ones begin or end with the same word or two.
_FIRST, _LAST = 6, 8
_NUMBERS = expression(r"\d+")


@document_rule(
    category="structure",
    severity=Severity.MAJOR,
    bad={
        "The bank raised its main rate by half a point on Friday. [[The bank raised its main rate by"
        " half a point on Friday.]] Markets fell.": "",
        "The new terminal of the port of Bursa opened in May. Markets fell.\n\nOn Monday it rained."
        " [[The new terminal of the port of Bursa was opened in May.]]": "",
        "The law was adopted on Monday. [[The law was adopted on Monday.]] It rained.": "",
        "The saying goes: “Who sleeps while his neighbour is hungry has not slept.” Translation: [[“Who"
        " sleeps while his neighbour is hungry has not slept.”]]": "",
    },
    good=[
        "The bank raised its main rate by half a point in May. The bank raised its main rate by a"
        " quarter point in June.",
        "Bank raises its main rate by half a point on Friday\n\nThe bank raised its main rate by half"
        " a point on Friday.",
        "He did not reply. She asked. He did not reply.",
        "“We will not go there. We will not go there.” It went on and on. On and on.",
        "He said: “We are here.” She said: “We are here.”",
        "The minister for trade spoke in Baku on Monday about the pipeline. The minister for health"
        " spoke in Baku on Tuesday about the clinic.",
    ],
)  # fmt: skip
def repeated_sentence(document: Document) -> Iterator[Flag]:
    """Flag a sentence that repeats an earlier one, perhaps in slightly other words.

    ## Why is this bad?

    An engine that loses its place translates a sentence twice, and not always alike; so does a
    page that repeats its teaser in the text. Near repeats count as well (chrF of 80 and more, the
    same figures). What a headline says the text may say again, and whole paragraphs are another
    rule's.
    """
    told = list(_repeated_quotations(document))
    yield from told
    yield from _at_once(document)
    text = document.text
    long = [(a, b) for a, b in document.sentences if b - a >= _SHORTEST]
    if len(long) < 2:
        return
    chunks = set(document.paragraphs)
    _, first_end = document.paragraphs[0]
    if not text[first_end - 1].isalnum():
        first_end = 0  # no headline
    seen: dict[str, list[tuple[int, int]]] = {}
    first_words = [text[start : start + _FIRST] for start, _ in long]
    last_words = [text[end - _LAST : end] for _, end in long]
    for index, place in enumerate(long):
        beginning = text[place[0] : place[0] + _BEGINNING]
        alike = seen.setdefault(beginning, [])
        near = [
            long[at]
            for at in range(max(index - _BACK, 0), index)
            if first_words[at] == first_words[index] or last_words[at] == last_words[index]
        ]
        for other in dict.fromkeys([*alike, *near]):
            whole = place in chunks and other in chunks
            in_quotation = told and any(flag.span.text in text[slice(*place)] for flag in told)
            if in_quotation or other[1] <= first_end or whole:
                continue
            if _is_repeated(text, other, place):
                yield Flag(
                    document.span(*place),
                    "This sentence stands in the article already.",
                    related=(document.span(*other),),
                )
                break
        alike.append(place)


# A quotation of one paragraph, and the same with few words between: its “translation”.
_QUOTATION = expression(r"[“\"«][^“”\"«»\n]{40,}[”\"»]")
_BETWEEN = 60


def _repeated_quotations(document: Document) -> Iterator[Flag]:
    """Flags on quotations that stand right behind the same words; whole sentences are told apart."""
    last = None
    for match in document.find(_QUOTATION):
        between = document.text[last.end() : match.start()] if last else ""
        if last and match[0][1:-1] == last[0][1:-1] and len(between) <= _BETWEEN and "\n" not in between:
            message = "This quotation stands just before already."
            yield Flag(document.span(*match.span()), message, related=(document.span(*last.span()),))
        last = match


def _at_once(document: Document) -> Iterator[Flag]:
    """Flags on short sentences that stand right behind the same words."""
    text = document.text
    for one, other in pairwise(document.sentences):
        size = other[1] - other[0]
        if not _AT_ONCE <= size < _SHORTEST or size != one[1] - one[0] or other[0] - one[1] != 1:
            continue
        if not text.startswith(text[slice(*one)], other[0]) or text[other[1] - 1] != ".":
            continue
        if not document.in_quotation(other[0]) and not document.in_quotation(other[1] - 2):
            message = "This sentence stands just before already."
            yield Flag(document.span(*other), message, related=(document.span(*one),))


def _are_long_alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = one[1] - one[0], other[1] - other[0]
    return abs(first - second) <= _LENGTHS * max(first, second)


def _is_repeated(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = text[slice(*one)], text[slice(*other)]
    if first == second:
        return True
    if not _are_long_alike(one, other) or not _shares_words(first, second):
        return False
    if _NUMBERS.findall(first) != _NUMBERS.findall(second):
        return False
    from auditor.quotations.similarity import chrf

    return chrf(first, second) >= _NEAR


def _shares_words(first: str, second: str) -> bool:
    """Whether two sentences share most words: cheap, and true of all that are near."""
    words, others = set(first.split()), set(second.split())
    return 2 * len(words & others) > min(len(words), len(others))

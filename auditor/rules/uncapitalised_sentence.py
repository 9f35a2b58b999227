"""A sentence that begins with a small letter."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# A word of four letters with its stop, then a small word: shorter ones are abbreviations.
_BREAK = expression(r"[.!?] (?<=[a-z]{4}. )(?P<word>[a-z]{2,})\b(?= [a-z]|, )")
# A paragraph of prose: four small words and more, up to its stop.
_PARAGRAPH = expression(r"(?P<word>[a-z]{2,})(?: [a-z]+){3}\b[^\n]*[.!?][”\"]?\Z")
_ENDED = (".", "!", "?", ".”", '."')
_BEFORE = expression(r"[^\W\d_]+\Z")
_SHORT = frozenset(
    "approx assn corp dept dist elec excl incl intl govt maths mins secs prof resp tech univ vols "
    "acad assoc capt comm cont depts esqs hons mgmt misc natl orig pres repr sept thous "
    "tbsp tbsps tsps pkgs galls"  # of recipes
    "".split()
)  # fmt: skip
# Before another word the stop is likelier to be what is wrong: “10 thousand. human lives”.
_OPENERS = frozenset(
    "he she it they we you i the this these those there here some many most all how why what who when if "
    "however now then so his her their its our my no another both each every".split()
)


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "Views on border [[security. benefit]] from it.": "",
        "They left the [[town. we]] stayed.": "They left the town. We stayed.",
        "They left.\n\n[[and]] then the rain came down.": "They left.\n\nAnd then the rain came down.",
    },
    good=[
        "They left the town. We stayed.",
        "The dept. says so, and Smith et al. agree vs. the rest.",
        "You need 2 tbsp. sesame seeds, toasted.",
        "They want three things:\n\nmore pay for all of them,\n\nless work for all of them.",
        "They left.\n\nmore pay for all of them",
        "“Where now?” he asked. Who? me and you.",
    ],
)
def uncapitalised_sentence(document: Document) -> Iterator[Flag]:
    """Flag a small letter behind a full stop.

    ## Why is this bad?

    Either a stop was left in the middle of a sentence, where the source has an abbreviation or an
    ordinal, or a sentence lost its capital, as in languages that have none. Readers start again.
    """
    text, known = document.text, english_words()
    for match in _BREAK.finditer(document.text):
        before = _BEFORE.search(text, max(match.start() - 30, 0), match.start())
        if before and before[0] not in _SHORT and {before[0], match["word"]} <= known:
            start, stop = before.start(), match[0][0]
            word = match["word"].capitalize()
            opens = stop != "." or match["word"] in _OPENERS
            yield Flag(
                document.span(start, match.end()),
                f"“{text[start : match.end()]}”: a stop too many, or a capital too few.",
                (Suggestion(f"{before[0]}{stop} {word}"),) if opens else (),
            )
    yield from _paragraphs(document)


def _paragraphs(document: Document) -> Iterator[Flag]:
    """A flag for each paragraph that begins small, where the one before it ends as a sentence does."""
    text, known = document.text, english_words()
    for (_, last), (start, end) in pairwise(document.paragraphs):
        begins = _PARAGRAPH.match(text, start, end) if text[start].islower() else None
        if begins and text[:last].endswith(_ENDED) and begins["word"] in known:
            yield Flag(
                document.span(start, begins.end("word")),
                "The paragraph begins with a small letter.",
                (Suggestion(begins["word"].capitalize()),),
            )

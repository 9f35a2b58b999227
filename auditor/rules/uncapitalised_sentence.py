"""A sentence that begins with a small letter."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# A word of four letters with its stop, then a small word: shorter ones are abbreviations.
_BREAK = expression(r"[.!?] (?<=[a-z]{4}. )(?P<word>[a-z]{2,})\b(?= [a-z]|, )")
_BEFORE = expression(r"[^\W\d_]+\Z")
_SHORT = frozenset(
    "approx assn corp dept dist elec excl incl intl govt maths mins secs prof resp tech univ vols "
    "acad assoc capt comm cont depts esqs hons mgmt misc natl orig pres repr sept thous"
    "".split()
)  # fmt: skip


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "Views on border [[security. benefit]] from it.": "Views on border security. Benefit from it.",
        "They left the [[town. we]] stayed.": "They left the town. We stayed.",
    },
    good=[
        "They left the town. We stayed.",
        "The dept. says so, and Smith et al. agree vs. the rest.",
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
            yield Flag(
                document.span(start, match.end()),
                f"“{text[start : match.end()]}”: a stop too many, or a capital too few.",
                (Suggestion(f"{before[0]}{stop} {word}"),),
            )

"""A body of a country called by a name that English does not give it."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule
from auditor.rules._renderings import renderings


@document_rule(
    category="organisations",
    severity=Severity.MAJOR,
    bad={
        "Russia's [[Investigation Committee]] charged him.": "Russia's Investigative Committee charged him.",
        "The Egyptian [[Chamber of Deputies]] met.": "The Egyptian House of Representatives met.",
        "Spain's [[National Audience]] tried him.": "Spain's National Court tried him.",
        "He teaches at [[the University of Stanford]] now.": "He teaches at Stanford University now.",
    },
    good=[
        "Russia's Investigative Committee charged him, and an investigation committee met.",
        "The Chamber of Deputies in Brazil met, and Egypt's parliament.",
        "Egyptian envoys met the Chamber of Deputies.",
        "A team at the State University of New York found it.",
    ],
    evidence=(),
)  # fmt: skip
def mistranslated_body(document: Document) -> Iterator[Flag]:
    """Flag a body called by a name that English does not give it, in an article on its country.

    ## Why is this bad?

    Words for chambers, courts and committees have several English counterparts each, and every
    country's body has settled on one: a *Chamber of Deputies* sits in Brasília, a *House of
    Representatives* in Cairo. What is wrong of one country is right of another, so a name counts
    only where the article speaks of the country, and a common one only right beside its name.
    """
    for start, end, (name, native, language, *_) in renderings(document, "bodies"):
        start = _with_article(document.text, start, name)
        seen = document.text[start:end]
        yield Flag(
            document.span(start, end),
            f"“{seen}”{f' (*{native}*)' if native else ''} is {name} in English.",
            (Suggestion(name, "its English name"),),
            evidence={language: 2.0} if language else {},
        )


# *The University of Stanford* is Stanford University; no article stands before it.
_BARE = expression(r"(?:[A-Z][\w’'-]* )+(?:University|Law School|Medical School)|(?:\S+ )+College London")


def _with_article(text: str, start: int, name: str) -> int:
    """Where a body's name begins, with an article before it that its English name has not."""
    bare = _BARE.fullmatch(name) and text[max(start - 4, 0) : start] in ("the ", "The ")
    return start - 4 if bare else start

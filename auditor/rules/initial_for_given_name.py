"""A surname with an initial in place of the given name."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# One initial behind a word in lower case and before one surname: two initials (*J. K. Rowling*), a
# title before it and a given name behind it (*R. Buckminster Fuller*) are how some are known.
_NAME = expression(
    r"(?P<name>[A-ZČŠŽĖŪ](?<=[a-z][a-z,] .)\. (?P<surname>[A-ZÀ-ÖØ-ÞŠŽČŁ][a-zà-öø-ÿąčęėįšųūžłńśźż]{3,}))\b"
    r"(?![.’']?\w| ?&| [A-ZÀ-Þ])"
)


@document_rule(
    category="style",
    severity=Severity.MINOR,
    confidence=Confidence.LOW,
    bad={
        "The minister thanked [[V. Kadaitis]] for it, and [[D. Rusonova]] left.": "",
    },
    good=[
        "The minister thanked Vytas Kadaitis for it, and Kadaitis left.",
        "The author J. K. Rowling and the architect R. Buckminster Fuller met Dr. R. Kadaitis.",
        "They found E. coli in plan B. Nobody was ill, said Janet L. Kadaitis.",
    ],
    evidence=("lt", "ru", "uk", "bg", "az"),
)
def initial_for_given_name(document: Document) -> Iterator[Flag]:
    """Flag a surname with an initial before it.

    ## Why is this bad?

    Lithuanian, Russian and Bulgarian papers write *V. Putin*. English news gives the whole name
    once and the surname alone from then on. In much of southern India an initial is the name, so it
    speaks only where the text came through one of these languages.
    """
    known = english_words()
    for match in document.find(_NAME):
        before = document.text[max(match.start() - 30, 0) : match.start()].split()[-1].rstrip(",")
        if not before.islower() or match["surname"].lower() in known:
            continue
        yield Flag(
            document.span(*match.span("name")),
            f"“{match['name']}”: English news gives the whole name first, then the surname alone.",
        )

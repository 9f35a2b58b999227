"""A relative clause that names its object again."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# A clause may lie between ("fighters who, police said, …"); verbs of saying are kept out, since in
# "which he says they hold" the pronoun is right.
_SUBJECT = r"(?:(?:the |a |its |his |their )?(?:[A-Z][\w-]+ |[a-z]+ ){1,3}?)"
_PREVENT = r"(?:prevent|bar|bann?|stopp?|prohibit|exclude|expel|remove|free|rescue|protect|save)(?:r?ed|d)"
_FAULTS = (
    fault(
        rf"\b(?:which|whom) {_SUBJECT}(?:has |have |had )?{_PREVENT} (?P<at>them|him|her|it) from\b",
        "“{text}” stands again for what “which” or “whom” stands for.",
    ),
    fault(
        r"\b[a-z]+, which (?P<at>it|he|she) (?:is|was) (?:the|an?|also|one) (?!of\b)",
        "“{text}” stands again for what “which” stands for.",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MAJOR,
    bad={
        "There are fighters, which some countries have prevented [[them]] from returning.": "",
        "He built a bridge, which [[it]] was the longest of the land.": "",
    },
    good=[
        "There are fighters whom some countries have prevented from returning.",
        "The law, which he says prevents them from leaving, which it does, is new.",
        "A bridge, which she was told of, fell.",
    ],
    evidence=("fa", "ar", "he"),
)
def resumptive_pronoun(document: Document) -> Iterator[Flag]:
    """Flag a pronoun that repeats what *which* or *whom* already stands for.

    ## Why is this bad?

    Persian, Arabic and Hebrew begin a relative clause with one unchanging word and name its
    object inside the clause by a pronoun: *fighters that the countries prevented them*. In
    English *whom* or *which* is the object, and the pronoun goes.
    """
    yield from flags(document, _FAULTS, quoted=False)

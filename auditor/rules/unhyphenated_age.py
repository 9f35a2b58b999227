"""An age before its bearer, without hyphens."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_AGE = expression(
    r"(?P<n>\d(?<![\w-]\d)\d{0,2})(?: years? old|-year old| year-old|-years?(?:[ -]|- )old|-years?old) "
    r"(?=(?P<who>[A-ZÀ-Þ][a-zà-þ]+|man|"
    r"woman|boy|girl|president|driver|son|daughter|student|resident|citizen|mother|father|teacher|"
    r"suspect|soldier|politician|singer|actor|actress|footballer|leader|minister)\b)(?!year-old)"
)
# "When he was 20 years old Congress met": the age belongs to what stands before it.
_PREDICATE = expression(
    r"(?:\b(?:is|was|were|are|be|been|at|turned|nearly|almost|only|than)|’s|'s) \Z", re.IGNORECASE
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "[[44 years old]] Vaino is a diplomat.": "44-year-old Vaino is a diplomat.",
        "Police held a [[30 year old]] man.": "Police held a 30-year-old man.",
    },
    good=[
        "Vaino is 44 years old. A 44-year-old man was held; a 44-year-old.",
        "When he was 20 years old Congress met for a month.",
    ],
    evidence=("lv", "tr", "ru", "pl", "cs", "it", "es"),
)  # fmt: skip
def unhyphenated_age(document: Document) -> Iterator[Flag]:
    """Flag an age that stands before its bearer without hyphens, or in the plural.

    ## Why is this bad?

    *44 years old Vaino* follows the source word by word; before a noun English says *44-year-old*.
    """
    for match in document.find(_AGE):
        seen = match[0].rstrip()
        start, _ = document.sentence_at(match.start())
        if seen.endswith("-year-old") or _PREDICATE.search(document.text[start : match.start()]):
            continue
        yield Flag(
            document.span(match.start(), match.start() + len(seen)),
            f"“{seen}” before a noun is written with hyphens, in the singular.",
            (Suggestion(f"{match['n']}-year-old"),),
        )

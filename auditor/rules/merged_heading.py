"""A heading that runs into the sentence behind it."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# A finite verb and its -ing form, at once followed by another subject with its own verb: two
# clauses with nothing between them. After a verb of saying or thinking the second is its object.
_TWO_CLAUSES = expression(
    r"ing (?P<start>[A-Z][\w.]*(?: [a-z]+s)?) (?:have|has|had|are|is|was|were|will)"
    r" (?:been |not |also )?[a-z]+(?:ed|ing|en|ne|id|ld|nt|ght|de)\b"
)
_CLAUSE_END = expression(
    r"\b(?:is|are|was|were) (?!(?:say|claim|think|hop|believ|suggest|argu|report|imply|deny|know|"
    r"insist|predict|fear|bet|pretend|assum|expect|stat|confirm|mean|warn|wonder|show|stress|note|"
    r"indicat|admitt|caus|mak|see|watch|hear|ensur|lett|help|feel|allegi|acknowledg|hav)\w*ing)"
    r"(?P<end>\w+ing) \Z"
)
# A lower-case word, then a sentence's first words with a capital they would never have inside.
_CAPITAL_WORD = expression(
    r"(?P<start>He|She|They|There|However|According|Although|Meanwhile|Moreover|Furthermore|These|Those)"
    r"(?= [a-z])"
)
_WORD_END = expression(r"(?<![.!?:;,—–-] )\b(?P<end>[a-z]{3,}) \Z")


@document_rule(
    category="structure",
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The anniversary of the attack is [[nearing Syrian officials]] have accused the militias"
        " of planning another.":
            "The anniversary of the attack is nearing. Syrian officials have accused the militias"
            " of planning another.",
        "Protests enter their third [[week According]] to police, two men were hurt.":
            "Protests enter their third week. According to police, two men were hurt.",
        "New prices for bread in [[shops He]] said the rise was small.":
            "New prices for bread in shops. He said the rise was small.",
    },
    good=[
        "The minister is saying Syrian officials have accused him.",
        "The court is hearing that Syrian officials have lied.",
        "The song They Will Come was a hit.",
        "The news that the firm was acquiring Orlutel was greeted with a yawn.",
        "In the film She Said two reporters write a story.",
        "The fleet is approaching. US officials have accused Iran.",
        "The anniversary is approaching, Syrian officials have said.",
    ],
)  # fmt: skip
def merged_heading(document: Document) -> Iterator[Flag]:
    """Flag a heading that runs into the sentence behind it.

    ## Why is this bad?

    A heading has no full stop. Where a page is copied without its line breaks, the engine takes
    heading and first sentence for one and translates them so.
    """
    text = document.text
    for pattern, end in ((_TWO_CLAUSES, _CLAUSE_END), (_CAPITAL_WORD, _WORD_END)):
        for match in pattern.finditer(document.text):
            before = end.search(text, max(match.start() - 40, 0), match.start("start"))
            if before and not _goes_on(match, before["end"], document):
                yield Flag(
                    document.span(before.start("end"), match.end("start")),
                    f"Two sentences run together at “{before['end']} {match['start']}”.",
                    (Suggestion(f"{before['end']}. {match['start']}"),),
                )


def _goes_on(match: re.Match[str], before: str, document: Document) -> bool:
    """Whether the capital word goes on with a clause, or begins a title: more capitals follow it
    (*the song They Will Come*)."""
    rest = document.text[match.end() : match.end() + 20]
    clause = re.search(r"\bthat [^.!?\n]*\Z", document.text[max(match.start() - 60, 0) : match.start()])
    if clause and before.endswith("ing"):
        return True  # a clause as subject: *news that she was leaving Orlu was …*
    noun = before in ("film", "song", "book", "series", "show", "movie", "album", "novel")
    return noun or bool(re.match(r" [A-Z]\w* [A-Z]", rest))

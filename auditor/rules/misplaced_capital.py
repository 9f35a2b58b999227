"""A capital behind a comma or a semicolon."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import Fault, fault

_SMALL = (
    "The|This|It|He|She|They|But|And|In|On|As|There|We|If|At|For|Because|However|While|That|These|"
    "An|Some|All|Now|So|When|His|Her|Its|Their|Which|Who|Where|Things|After|Before|From|With|To|By"
)
_FAULTS = (
    fault(rf"(?<=; )(?P<at>(?P<word>{_SMALL}|Such|Although|According|Also))(?= [a-zA-Z])", ""),
    # Behind a comma a title may begin (“the hit, The Wall”): a small word must follow.
    fault(
        rf"(?<=[a-z]{{2}}, )(?P<at>(?P<word>{_SMALL}))"
        r"(?= (?:is|was|are|were|has|have|had|will|would|the|a|of|to|said|he|she|it|they|we|not|no|"
        r"also|can|could|this|that|his|her|their|its|been)\b)",
        "",
    ),
)


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "It was late; [[The]] guests had left.": "It was late; the guests had left.",
        "He came back, [[But]] the door was shut.": "He came back, but the door was shut.",
    },
    good=[
        "He sang the hit, The Wall, and read The Times; I did not.",
        "In Osaka, Who’s Who, The Hague, In Touch.",
        "He said, “The door is shut.” He added: The end.",
    ],
    evidence=("ar", "fa", "zh", "ja", "hi", "he"),
)
def misplaced_capital(document: Document) -> Iterator[Flag]:
    """Flag a small word with a capital behind a comma or a semicolon.

    ## Why is this bad?

    Arabic, Persian, Chinese and Hindi have no capitals, and their commas part whole sentences; an
    engine that ends its sentence there begins the next with a capital.
    """
    for each in _FAULTS:
        for match in document.find(each.pattern):
            if not _begins_words(document, match.start("at"), each):
                yield _flag(document, match.start("at"), match["word"])


def _begins_words(document: Document, start: int, each: Fault) -> bool:
    """Whether behind a comma a quotation without marks, or a title within marks, begins."""
    text = document.text
    said = text[max(start - 9, 0) : start].rstrip(", ").endswith(("said", "says", "asked", "added"))
    return each is _FAULTS[1] and (said or document.in_quotation(start))


def _flag(document: Document, start: int, word: str) -> Flag:
    from auditor.finding import Suggestion

    return Flag(
        document.span(start, start + len(word)),
        f"“{word}” has a capital in the middle of a sentence.",
        (Suggestion(word.lower()),),
    )

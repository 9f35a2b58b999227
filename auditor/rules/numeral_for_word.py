"""Numbers below ten written in digits before what they count."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.countries import COUNTRY_WORDS
from auditor.rule import document_rule

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

# People and what news counts of them. Measures, scores, ages and lists keep their digits.
_COUNTED = (
    r"people|persons?|men|women|children|soldiers?|police(?:men)?|officers?|civilians?|suspects?|"
    r"terrorists?|militants?|sailors?|citizens?|workers?|students?|journalists?|prisoners?|"
    r"hostages?|tourists?|passengers?|colleagues?|members|others|dead|wounded|injured|"
    r"businessm[ae]n|doctors?|teachers?|villagers?|fighters?|lawmakers?|deputies|ministers?"
)
_NUMERAL = re.compile(
    rf"(?<![\w.,:/$€£–-])(?<!\d )(?P<n>[1-9]) (?=(?:(?!million|billion|trillion|of)[a-z-]+ )?(?:{_COUNTED})\b"
    rf"|{COUNTRY_WORDS} (?:[a-z]+ )?(?:{_COUNTED}|nationals?)\b)"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "In the blast [[3]] people died.": "In the blast three people died.",
        "[[1]] police officer was hurt.": "One police officer was hurt.",
        "Pirates took [[5]] South Korean sailors.": "Pirates took five South Korean sailors.",
    },
    good=[
        "In the blast three people died and 12 people were hurt.",
        "He won 6-3, and 5.3 people a day came in 3 m tall suits.",
        "The 5 p.m. class met, and 2 million people came.",
    ],
    evidence=("tr", "ja", "ko", "zh", "ar", "fa"),
)
def numeral_for_word(document: Document) -> Iterator[Flag]:
    """Flag a number below ten in digits before the people it counts.

    ## Why is this bad?

    English-language news spells out numbers below ten (AP, Reuters, BBC and Guardian alike) save
    with measures, ages and scores. Turkish, Japanese, Korean and Chinese news writes digits, and
    engines keep them. Lists that also count above ten in the same sentence are left alone.
    """
    for match in document.find(_NUMERAL):
        start, end = document.sentence_at(match.start())
        sentence = document.text[start:end]
        if len(re.findall(r"(?<![\w.,-])\d{2,3} [a-z]", sentence)) and match.start() != start:
            continue
        word = _WORDS[int(match["n"]) - 1]
        opens = document.text[max(match.start() - 2, 0) : match.start()].strip() in ("", ".", "“")
        yield Flag(
            document.span(match.start("n"), match.end("n")),
            f"“{match['n']}” before people is spelt out.",
            (Suggestion(word.capitalize() if opens and match.start() == start else word),),
        )

"""A space inside a time, a score or a unit."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_WHY = "“{text}”: a space stands where none belongs."
# A heading or a chapter has a space behind its colon (*Day 10: 15 hurt*): what stands before must
# ask for a time or a score.
_BEFORE_TIME = (
    r"(?:at|from|until|till|around|about|by|to|since|before|after|between|and|At|From|Around|Between|the)"
)
_BEFORE_SCORE = (
    r"(?:won|lost|win|wins|lose|loses|beat|beats|score of|score was|result of|ended|finished|drew|led|"
    r"leading|lead|victory|defeat|draw|\()"
)
_BEHIND_SCORE = (
    r"(?=[).,;](?!\d)| (?:win|victory|defeat|lead|loss|draw|beating|against|over|to|in favou?r|on)\b)"
)

_FAULTS = (
    fault(
        rf"\b{_BEFORE_TIME} (?P<at>(?P<hour>[01]?\d|2[0-3]): (?P<minute>[0-5]\d))(?![\d:])",
        _WHY,
        r"\g<hour>:\g<minute>",
        sign=r"\d: \d\d",
    ),
    fault(
        r"(?<![\d:.])(?P<at>(?P<hour>1?\d): (?P<minute>[0-5]\d))(?= ?(?:[ap]\.?m\b|o['’]clock|hours? local))",
        _WHY,
        r"\g<hour>:\g<minute>",
        sign=r"\d: \d\d",
    ),
    fault(
        rf"(?:{_BEFORE_SCORE}) ?(?P<at>(?P<ours>\d\d?): (?P<theirs>\d\d?))(?![\d:])",
        _WHY,
        r"\g<ours>:\g<theirs>",
        sign=r"\d: \d",
    ),
    fault(
        rf"\b(?:a|an|the|with|by|of) (?P<at>(?P<ours>\d\d?): (?P<theirs>\d\d?)){_BEHIND_SCORE}",
        _WHY,
        r"\g<ours>:\g<theirs>",
        sign=r"\d: \d",
    ),
    fault(
        r"\b(?P<at>(?P<much>km|m|kg|mg|kWh|cm|mm|kbit|Mbit|MB|GB|Mb|Gb) / "
        r"(?P<each>h|s|m|day|hour|second|km|kg|l|ml|min|m2|m3|m²|m³))\b",
        _WHY,
        r"\g<much>/\g<each>",
    ),
    fault(
        r"\b(?P<one>and|he|she|his|him) / (?P<other>or|she|he|her)\b",
        _WHY,
        r"\g<one>/\g<other>",
    ),
    fault(
        r"\b[Tt]he (?:(?:early|mid|late)[ -])?(?P<at>(?P<decade>(?:1[89]|20)\d0)"
        r"(?: ['’] ?|['’] )s)\b(?! \w+['’])",
        _WHY,
        r"\g<decade>s",
        sign=r"\d0 ?['’] ?s",
    ),
)


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "It opens at [[15: 30]] and closes at [[6: 00]] p.m.": "It opens at 15:30 and closes at 6:00 p.m.",
        "They won [[2: 1]] after a [[0: 3]] defeat.": "They won 2:1 after a 0:3 defeat.",
        "It flew at 160 [[km / h]] in the [[1930 ’ s]].": "It flew at 160 km/h in the 1930s.",
        "Wind [[and / or]] rain will come.": "Wind and/or rain will come.",
    },
    good=[
        "Day 10: 15 people were hurt. Top 5: 20 ways to win: 3 of them are new.",
        "It opens at 15:30; they won 2:1 at 160 km/h in the 1930s.",
        "Roses are red / violets are blue.",
        "Lessons from 2020: 30 doctors speak, after 2020 's end.",
    ],
    evidence=("ru", "uk", "cs", "zh", "fr"),
)  # fmt: skip
def space_in_figures(document: Document) -> Iterator[Flag]:
    """Flag a space inside a time, a score, a unit or *and/or*.

    ## Why is this bad?

    Engines cut text into pieces at colons and strokes, and do not always join them again:
    *15: 30*, *2: 1*, *160 km / h*.
    """
    yield from flags(document, _FAULTS)

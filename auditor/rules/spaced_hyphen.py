"""A compound whose hyphen has a space on both sides."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred)"
)
_UNIT = r"(?:year|month|week|day|hour|minute|second|metre|meter|mile|kilomet(?:re|er)|foot|storey|story|ton)"
# First parts with the second parts that stand behind them: a dash may part two clauses between the
# same words otherwise (*he came first - time was short*).
_PARTS = (
    rf"{_NUMBER} - {_UNIT}(?: - (?:old|long|high|olds))?|(?:\d+-)?{_UNIT} - old|"
    rf"\d{{1,3}} - {_UNIT}-old",
    r"(?:long|short|medium|mid|near|full|half|part|first|second|real|last) - (?:term|time|range|distance|"
    r"lived|sighted|handed|scale|hand|minute|ever|rate|year|ditch|standing|haul|lasting)",
    r"(?:high|low|top|poor|good|large|small|full|medium) - (?:level|quality|speed|tech|profile|ranking|"
    r"scale|income|cost|risk|rise|priced|pressure|end|ranked|performance|resolution|altitude|sized)",
    r"well - (?:known|being|off|established|founded|informed|armed|organi[sz]ed|trained|deserved|paid)",
    r"so - called|self - (?:defen[cs]e|confidence|determination|sufficient|government|esteem|proclaimed|"
    r"employed|control|interest|service|made|styled)",
    r"(?:non|anti|pre|semi|multi|inter|co) - [a-z]{4,}",
    r"ex - (?:president|minister|wife|husband|soldier|police\w*|prime|member|leader)",
    r"vice - (?:president|chairman|minister|governor)|cease - fire|counter - \w+|cross - border",
    r"present - day|day - to - day|face - to - face|up - to - date|state - owned|check - (?:in|out)",
    r"make - up|build - up|follow - up|take - off|left - wing|right - wing|far - (?:right|left|reaching)",
    r"world - (?:famous|class|wide)|decision - mak(?:ing|ers?)",
)
_SPACED = expression(rf"(?<![\w-])(?:{'|'.join(_PARTS)})(?![\w-]| -)")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "The [[21 - year - old]] is a [[well - known]] singer.": "The 21-year-old is a well-known singer.",
        "It is a [[long - term]] plan of the [[so - called]] council for a [[three - day]] siege.":
            "It is a long-term plan of the so-called council for a three-day siege.",
    },
    good=[
        "He left first - the time was short - and called - so they say.",
        "It grew from 2012 - year after year - and left half - the rest stayed.",
        "We are the same - known or not - from 20 - 30 years on.",
    ],
)  # fmt: skip
def spaced_hyphen(document: Document) -> Iterator[Flag]:
    """Flag a compound with spaces around its hyphen: *long - term*, *21 - year - old*.

    ## Why is this bad?

    Engines read and write text in pieces; one that takes the hyphen for a dash sets it apart. The
    reader sees two halves of a sentence where there is one word.
    """
    for match in document.find(_SPACED):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” is one word: its hyphen takes no spaces.",
            (Suggestion(match[0].replace(" - ", "-"), safe=True),),
        )

"""A singular where a plural must stand, and the reverse."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children",
    "country": "countries", "city": "cities", "company": "companies", "party": "parties",
    "policeman": "policemen", "family": "families",
}  # fmt: skip
# Nouns that news counts, regular in the plural and no adjective before another noun.
_REGULAR = (
    "soldier|civilian|officer|student|worker|member|victim|suspect|journalist|lawyer|doctor|teacher|"
    "passenger|migrant|refugee|hostage|prisoner|terrorist|militant|fighter|village|"
    "missile|rocket|vehicle|building|house|hospital|school|attacker|gunman|resident|citizen|"
    "protester|official|resolution|agreement|question|problem|reason|day|week|month|year|hour"
)
# A verb behind the noun shows that it stands for itself ("the three-day siege" is another thing).
_VERB = (
    r"(?= (?:was|were|has|have|had|who|died|ago|later|earlier|are|is|and (?:the|a|two|three|four|"
    r"five|one)|said|will|would)\b|[,.;](?!\w))"
)
_COUNTED = expression(
    r"\b(?P<number>[Tt](?:wo|hree|en|welve|wenty|hese|hose|housands of)|[Ff](?:our|ive)|"
    r"[Ss](?:ix|even|everal)|[Ee](?:ight|leven)|[Nn]ine|[Dd]ozens of|[Hh]undreds of|"
    r"(?<![\w.,$€£/#-])(?:[2-9]|[1-9]\d{1,2})(?:,\d{3})?) "
    rf"(?P<noun>{'|'.join(_PLURALS)}|{_REGULAR}){_VERB}"
)
# What a figure belongs to: *the No. 3 official*, *the LEV 21 party*, *a grade 8 student*.
_NUMBERED = expression(
    r"(?:\b[A-Z][\w.]*|\b(?:day|type|level|grade|class|phase|category|tier|stage|year|age|article|chapter|under))"
    r" \Z"
)
_PEOPLE = r"people|children|women|men|civilians|soldiers|citizens|authorities|officials|forces|troops"
_START = r"(?:(?<=[.!?] )|(?<=[.!?]\n\n)|\A|(?<=that )|(?<=because )|(?<=, and )|(?<=, but ))"
# Singulars that no noun behind them makes an adjective of, and plurals.
_ONE = (
    "person|country|child|woman|man|soldier|civilian|citizen|attack|problem|city|house|case|year|"
    "reason|question|official|student|journalist|company|village|incident|event|decision|measure|"
    "statement|development|region"
)
_MORE = (
    "people|countries|children|women|soldiers|attacks|problems|cities|houses|cases|reasons|questions|"
    "incidents|events|decisions|situations|statements|developments|regions|areas|sanctions|measures|"
    "negotiations|elections"
)
# Singulars that are no body of which one can be a part (*one of the family, some of the house*).
_SEVERAL = (
    "person|child|woman|man|soldier|civilian|citizen|official|student|journalist|"
    "minister|leader|worker|officer|suspect|attacker|player|teacher|expert|politician|candidate|reason|"
    "question"
)
_WHY = "“{text}”: singular and plural do not agree."

_FAULTS = (
    fault(
        rf"{_START}(?P<at>(?P<who>(?:(?:[Tt]he|[Tt]hese|[Mm]any|[Ss]ome|[Ss]everal|[Ii]sraeli|[Ll]ocal) )?"
        rf"(?:{_PEOPLE}|{_PEOPLE.title()})) (?P<is>was|is|has|does))\b",
        _WHY,
    ),
    fault(
        # A plural by its -s: what ends so in the singular is named.
        r"\b(?P<at>(?P<every>[Ee]very) (?P<noun>people|children|men|women|(?!news|means|series|species|"
        r"corps|gas|bus|lens|bias|canvas|atlas|alas|chaos|cosmos|thousands|hundreds|millions|dozens|yes|"
        r"cows|always|thus|plus|headquarters|works|crossroads|barracks|gallows|innings|texas|paris|"
        r"christmas|james|charles|wales)(?:[a-z]{2,}(?:[bcdfghklmnprtvwy]|[^uisa]e|[eo]a)s|"
        r"[A-Z][a-z]+(?:an|[iy]an|li|qi|ni|rk|rd|lim|tian)s)))\b(?![’'-])(?! and)",
        _WHY,
    ),
    fault(
        # The same behind *The* at the start, with a verb of one: *The forces was able*.
        r"(?:(?<=[.!?] )|(?<=\n)|\A)(?P<at>(?:The|These|Those) (?:[a-z]+ )?"
        r"(?!news|means|series|species|corps|lens|"
        r"always|[a-z]+ics\b|headquarters|works|crossroads|barracks|innings|customs|odds|kudos|measles|"
        r"rabies|sometimes|perhaps|overseas|dens\b)"
        r"[a-z]{2,}(?:[bcdfghklmnprtvwy]|[^uisa]e|[eo]a)s (?:was|has|does))\b",
        _WHY,
    ),
    fault(
        r"\b(?P<there>[Tt]here) (?P<at>(?P<is>is|was|has been) (?P<n>many|several|two|three|four|five|no "
        r"(?:reports|casualties|deaths|injuries|survivors|victims|clashes|arrests|doubts)|some "
        r"(?:reports|problems|people|countries|questions)))\b(?! (?:hundred|thousand|million|of|"
        r"a|times|feet|inches|percent|per|years|days|weeks|months|hours|minutes|goals|points|or))",
        _WHY,
    ),
    fault(
        # *There are a number of men*: words of quantity take the plural; *if there were a man*: a condition.
        r"\b[Tt]here (?P<at>are (?:an?|one) (?!lot|number|few|couple|hundred|thousand|million|"
        r"billion|dozen|score|variety|host|handful|range|series|great|large|whole|growing|small|good|wide|"
        r"bunch|total|multitude|plethora|further|record|half|certain|significant|considerable|limited|"
        r"myriad|slew|string|wealth|group|maximum|minimum|reported|estimated|mere|staggering|tiny|fair|"
        r"combined|near|or\b|and\b|raft|pair|clutch|smattering|mix|mixture|majority|minority|load|litany|"
        r"bit|little|many|trillion|surprising|disproportionate|high|low|big|huge|vast|full|decent|enough)"
        r"[a-z]+)\b(?! (?:of|or two)\b)",
        _WHY,
    ),
    fault(
        r"\b(?P<a>(?:did|does|do)(?: not|n['’]t)) (?P<at>went|came|said|took|made|gave|saw|told|knew|"
        r"became|wanted|happened|had|has|was|is)\b(?! (?:was|is))",
        "“{text}”: after *did not* the verb stands in its base form.",
    ),
    fault(
        r"\b(?P<m>[Mm]ore) (?P<adj>better|easier|bigger|larger|higher|lower|stronger|faster|cheaper|"
        r"safer|greater|smaller|older|younger|happier|harder|worse)\b(?!-)(?! (?:education|ed|"
        r"courts?|house))",
        "“{text}” compares twice.",
        r"\g<adj>",
    ),
    fault(
        r"\b(?P<m>[Mm]ost) (?P<adj>biggest|largest|highest|strongest|fastest|greatest|smallest|oldest|"
        r"worst)\b",
        "“{text}” compares twice.",
        r"\g<adj>",
    ),
    fault(
        rf"\b(?P<at>(?:[Mm]any|[Ss]everal|[Nn]umerous|[Tt]hese|[Tt]hose) (?:{_ONE}))\b(?![-’'])"
        r"(?! [a-z]+s\b)",
        _WHY,
    ),
    fault(
        rf"\b(?P<at>(?:[Tt]his|[Mm]uch) (?:{_MORE}))\b(?![-’'])",
        _WHY,
    ),
    fault(
        r"\b(?P<at>(?:[Ee]veryone|[Ee]verybody|[Nn]obody|[Ss]omeone|[Ee]ach of them) (?:are|were|have))\b",
        _WHY,
    ),
    fault(
        # A verb or another phrase behind shows that no plural follows: *one of the city councils*.
        r"\b(?P<at>(?:[Oo]ne|[Ss]ome|[Mm]any|[Ee]ach|[Tt]wo|[Tt]hree) of (?:the|these|those|his|her|its|"
        rf"their|our) (?:{_SEVERAL}))\b(?![-’'])(?= (?:was|is|in|who|has|said|that|were|are|had)\b|[,.])",
        _WHY,
    ),
    fault(
        r"\b(?P<at>[Bb]oth (?:the )?two)\b(?= [a-z])",
        "“{text}” says *two* twice.",
        "both",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "[[Three soldier]] were killed.": "Three soldiers were killed.",
        "It killed [[two person]], police said.": "It killed two people, police said.",
        "He said that [[people was]] afraid.": "",
        "[[Every citizens]] must vote; he read [[every articles]].": "",
        "[[12 soldier]] died, as did [[45 refugee]].": "12 soldiers died, as did 45 refugees.",
        "There [[was no casualties]] in the town.": "",
        "The price is [[more cheaper]] now.": "The price is cheaper now.",
        "[[These measure]] came late, and [[everyone were]] afraid of [[this attacks]].": "",
        "There [[are a problem]] in the town.": "",
        "[[One of the minister]] has resigned.": "",
        "It rained. [[The war veterans has]] met, and left.": "",
    },
    good=[
        "The No. 3 official said so; the BBC 2 journalist, of the LEV 21 party, left; a 30 person crew.",
        "A three day siege and a four-year, two person crew.",
        "The news was bad. The politics has changed. The dress code has too. The series was long.",
        "The number of people was small; the lack of civilians is odd.",
        "There is many a slip; there was two feet of snow and no doubt.",
        "There are a number of men, a good many boys and a lovely couple of girls here.",
        "Every man and every women’s team and crisis; the more higher education helps, the better.",
        "What they did was right. Many a man, these two men, this people’s army and those case files.",
        "One of the village elders, some of the city and one of the man’s sons were there.",
    ],
    evidence=("tr", "fa", "zh", "ja", "ko", "hu", "hi"),
)
def wrong_number(document: Document) -> Iterator[Flag]:
    """Flag a singular noun with a plural number or verb, and the reverse.

    ## Why is this bad?

    Turkish, Persian and Hungarian count with the singular (*üç asker*, "three soldier"), Chinese
    and Japanese have no plural; an engine sometimes keeps the source's number.
    """
    yield from flags(document, _FAULTS, quoted=False)
    for match in document.find(_COUNTED):
        figure = match["number"][0].isdecimal()
        if figure and _NUMBERED.search(document.text, max(match.start() - 20, 0), match.start()):
            continue
        if not document.in_quotation(match.start()):
            yield _counted(document, match)


def _counted(document: Document, match: re.Match[str]) -> Flag:
    number, noun = match["number"], match["noun"]
    return Flag(
        document.span(match.start(), match.end("noun")),
        _WHY.replace("{text}", f"{number} {noun}"),
        (Suggestion(f"{number} {_PLURALS.get(noun, noun + 's')}"),),
    )

"""A name in small letters: a country, its people, a day, a month, an alliance."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.countries import DEMONYMS, NAMES
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Words of English too, in small letters.
_ALSO_WORDS = frozenset(
    "polish turkey china chile chad jordan guinea mali georgia cuba iran oman orthodox catholic western "
    "eastern northern southern thai lao swede dane finn".split()
)
_CALENDAR = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July "
    "September October November December"
).split()
_LETTERS = "NATO UNESCO UNICEF OPEC UEFA FIFA NASA OSCE".split()
_NAMES = {
    **{word: word.capitalize() for word in {name.lower() for name in NAMES.values()} | DEMONYMS},
    **{word.lower(): word for word in (*_CALENDAR, *_LETTERS)},
}
_RIGHT = {
    word: right
    for word, right in _NAMES.items()
    if word.isalpha() and len(word) > 3 and word not in _ALSO_WORDS
}
_WORDS = frozenset(_RIGHT)
# Dishes, games and things that some houses write small: french fries, russian roulette.
_THINGS = (
    "fries|toast|roulette|delight|press|kiss|doors?|windows?|dressing|cheese|measles|shepherds?|ink|"
    "baths?|numerals?|heels|blinds|muffins?|pastry|pastries|oven|nuts?|rolls?|chard|sprouts?|horns?"
)

# Names of two words with the second in small letters. Left out: what some houses write so (*Supreme
# court*, *Cold war*) where it opens a sentence.
_HALF = expression(
    r"\b(?P<first>Gaza (?=strip)|West (?=bank)|Golan (?=heights)|(?:Black|Red|Dead|Caspian|Baltic|Aegean|"
    r"Mediterranean|Adriatic|Barents) (?=sea)|Persian (?=gulf)|(?:Suez|Panama) (?=canal)|White (?=house)|"
    r"(?:European|Soviet) (?=union)|United (?=nations|states)|Middle (?=east)|(?:South|North) (?=korea)|"
    r"Saudi (?=arabia)|Great (?=britain)|Tel (?=aviv)|New (?=york|zealand|delhi)|Hong (?=kong)|"
    r"Champions (?=league)|Olympic (?=games)|Red (?=cross|crescent))"
    # Not *the West bank of the Nile*, *a White house in the hills*.
    r"(?P<second>[a-z]+)\b(?! of\b| in the\b|[-’'])"
)


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "The [[russian]] army left [[ukraine]] in [[september]].":
            "The Russian army left Ukraine in September.",
        "He left the [[Gaza strip]] for [[Saudi arabia]].": "He left the Gaza Strip for Saudi Arabia.",
        "It joined [[nato]] on [[friday]].": "It joined NATO on Friday.",
    },
    good=[
        "He may march in august; the turkey with green chile was on china plates with french fries.",
        "They camped on the West bank of the Nile and saw a White house in the hills.",
        "Fold in the brazil nuts and a swiss roll.",
        "Write to info@russian.example or see american.org/nato and #ukraine.",
        "The Russian army left Ukraine; they polish the floor in the northern hall.",
    ],
    evidence=("fr", "es", "it", "pt", "ru", "tr", "sh", "pl", "cs", "ro", "bg"),
)  # fmt: skip
def missing_capital(document: Document) -> Iterator[Flag]:
    """Flag a name that English writes with a capital, in small letters.

    ## Why is this bad?

    French, Spanish, Russian and the languages around them write peoples, days and months small
    (*russe*, *septembre*, *в пятницу*); Arabic and Persian have no capitals. English has them in
    all of these.
    """
    text = document.text
    for match in document.find(_HALF):
        mended = match["first"] + match["second"].capitalize()
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” has two capitals in English.",
            (Suggestion(mended, safe=True),),
        )
    for word in sorted(document.words & _WORDS):
        if word not in text:
            continue
        for match in re.finditer(rf"(?<![\w.@/#-]){word}(?![\w@/]|[-.]\w| (?:{_THINGS})\b)", text):
            yield Flag(
                document.span(*match.span()),
                f"“{word}” has a capital in English.",
                (Suggestion(_RIGHT[word], safe=True),),
            )

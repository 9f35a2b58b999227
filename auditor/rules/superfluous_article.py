"""*The* where English has none."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.countries import COUNTRY_WORDS
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_TITLE = (
    r"(?:Vice )?(?:President|Prime Minister|Deputy Prime Minister|Foreign Minister|"
    r"Defen[cs]e Minister|Interior Minister|Chancellor|Senator)"
)
_NAME = r"[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁ][a-zà-öø-ÿğışçčšžł’'-]+"
# What follows a name that is a subject or stands alone. In "the NATO summit" the article belongs
# to the summit, in "the Iran of the shah" to the phrase.
_ALONE = (
    r"(?=[,.;:!?](?!\w)|\s(?:is|was|has|had|have|will|would|said|says|announced|did|does|can|could|"
    r"should|must|may|might|who|which|after|before|because|when|while)\b)"
)
_NAMES = (
    "NATO|Hamas|Hezbollah|Hizbullah|ISIS|Daesh|UNICEF|UNESCO|Interpol|Europol|OPEC|Al-Qaeda|"
    "Afghanistan|Albania|Algeria|Armenia|Azerbaijan|Belarus|Brazil|Bulgaria|China|Croatia|Cuba|"
    "Egypt|Georgia|Germany|Greece|Hungary|India|Iran|Iraq|Israel|Italy|Japan|Jordan|Kazakhstan|"
    "Kosovo|Libya|Mexico|Morocco|Pakistan|Palestine|Poland|Qatar|Romania|Russia|Saudi Arabia|"
    "Serbia|Somalia|Spain|Syria|Tunisia|Turkey|Ukraine|Venezuela|Vietnam|"
    "Facebook|Twitter|YouTube|WhatsApp|Telegram|Instagram"
)
_WHY = "English puts no article here: “{text}”."

_FAULTS = (
    fault(
        # "The Office of the President Orlu leads" has lost an article or a comma, not this one.
        rf"\b(?<![Oo]ffice of )[Tt]he (?!United States)(?P<rest>(?:(?:US|U\.S\.|{COUNTRY_WORDS}) )?{_TITLE}) "
        rf"(?P<name>(?!General|Hotel|Palace|Office|Day|Suite){_NAME}(?: {_NAME}){{1,2}})"
        r"(?= [a-z]|[,.]|['’]s)(?! (?:administration|era|government|campaign|library|and his wife))",
        "Before a title with its name English puts no article: “{text}”.",
        r"\g<rest> \g<name>",
    ),
    fault(
        rf"\b(?P<at>[Tt]he (?P<name>{_NAMES})){_ALONE}",
        _WHY,
        r"\g<name>",
        sign=r"he (?<=\b[Tt]he )[A-Z]",
    ),
    fault(
        # *The Ukraine war* is right. German, Dutch and French say *die Ukraine*, *l'Ukraine*.
        r"\b(?P<at>[Tt]he Ukraine)(?=[.,;:!?\"”)’](?!\w)|\s(?:and|or|to|in|on|at|by|with|as|for|so|"
        r"that|than|from|during|since|again|also|the|an?|but|if|against|about|into|through|over|under|between)\b)",
        _WHY,
        "Ukraine",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Ii]n) the (?P<what>history|recent (?:years|months|weeks|days)))(?=[.,;])",
        _WHY,
        r"\g<in> \g<what>",
    ),
    fault(
        r"\b[Tt]he both (?=[a-z])",
        _WHY,
        "both ",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Ii]n) the (?P<what>nature|society|practice|principle|reality))(?=[.,;])",
        _WHY,
        r"\g<in> \g<what>",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Ii]n) the parts of) (?=[A-Z])",
        _WHY,
        r"\g<in> parts of",
    ),
    fault(
        r"\b(?P<in>[Ii]n|[Ss]ince|[Uu]ntil) the (?P<year>(?:19|20)\d\d)"
        r"(?=[,.;]| (?:and|he|she|it|they|the)\b)",
        _WHY,
        r"\g<in> \g<year>",
        sign=r"the (?:19|20)\d\d",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "He spoke of help for [[the Ukraine]] again and of the Ukraine war.":
            "He spoke of help for Ukraine again and of the Ukraine war.",
        "[[The US President Arnold Bexley]] announced it.": "US President Arnold Bexley announced it.",
        "According to [[the Prime Minister Ana Orlu]], it rained.":
            "According to Prime Minister Ana Orlu, it rained.",
        "He said that [[the NATO]] would act.": "He said that NATO would act.",
        "It was the worst flood [[in the history]].": "It was the worst flood in history.",
        "[[In the 2004]], he left.": "In 2004, he left.",
        "They live [[in the parts of]] Kent and [[in the society]].":
            "They live in parts of Kent and in society.",
    },
    good=[
        "The NATO summit and the Iran deal were discussed in the Turkey of today.",
        "It was the worst in the history of the town, in the recent years of drought.",
        "The US president and the Prime Minister of Italy, the Foreign Minister, met.",
        "The head of the Office of the President Ana Orlu spoke.",
        "The President Lincoln library stands there; the 2004 games were held.",
        "Both sides, and the both-sides argument, in the 2004 season.",
    ],
    evidence=("de", "fr", "it", "es", "pt", "ar", "fa", "el", "hu", "ko"),
)  # fmt: skip
def superfluous_article(document: Document) -> Iterator[Flag]:
    """Flag *the* before a title with its name, a country or a body that takes no article.

    ## Why is this bad?

    French, German, Greek and Arabic put the article before titles and many names (*le président
    Macron*, *die NATO*); English drops it: *President Macron*, *NATO*.
    """
    yield from flags(document, _FAULTS)

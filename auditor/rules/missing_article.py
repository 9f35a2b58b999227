"""No article where English must have one."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# Names that never stand without their article in running text. A noun behind them ("United
# States citizens") would take it over, so they must stand alone.
_PORTFOLIOS = "Foreign Defense Defence Interior Health Finance Justice".split()
_MINISTRIES = (
    "Foreign Affairs|Defense|Defence|Interior|Health|Finance|Justice|Education|Energy|Culture|Agriculture"
)
_NAMES = "|".join([
    "United States|United Nations|European Union|White House|Middle East|West Bank|Gaza Strip|"
    "Netherlands|Philippines|Maldives|Kremlin|Pentagon|Vatican|Persian Gulf|Black Sea|Red Sea|"
    "Caspian Sea|Mediterranean Sea|UN Security Council|Soviet Union|Ottoman Empire|United Kingdom|"
    "United Arab Emirates|Czech Republic|European Commission|European Parliament|Balkans|Caucasus|"
    "Constitutional Court|State Department|Red Cross|World Health Organization|"
    "World Health Organisation|Camp David Accords|Oslo Accords|Islamic Republic|"
    "Arab League|African Union|UN General Assembly|World Bank|International Monetary Fund|"
    "Baltic Sea|North Sea|South China Sea|Suez Canal|Panama Canal|Strait of Hormuz|"
    "Sinai Peninsula|Korean Peninsula|Crimean Peninsula|Golan Heights|Far East|"
    "Dominican Republic|Bahamas|Comoros|"
    "Bundestag|Bundesrat|Knesset|State Duma|Verkhovna Rada|Sejm|"
    "Danube|Euphrates|Tigris|Dnieper|Volga|Thames|Alps|Carpathians|Himalayas|Pyrenees|"
    "Cold War|Middle Ages|Holocaust|First World War|Second World War|Russian Federation",
    *(f"{each} Ministry" for each in _PORTFOLIOS),
    *(f"Ministry of {each}" for each in _MINISTRIES.split("|")),
])  # fmt: skip
_ALONE = (
    r"(?=[,.;:!?”]|\s(?:and|or|but|is|was|are|were|has|had|have|in|on|to|at|from|with|by|for|that|"
    r"who|which|as|will|would|could|after|before|said|says)\b)"
)
_OFFICES = (
    r"(?:Chamber of Commerce|(?:Chief )?(?:Public )?Prosecutor['’]s Office|Police Directorate|"
    r"Security Directorate|Gendarmerie(?: Command)?|Metropolitan Municipality)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁ][\w’'-]+"
_IN = (
    r"(?P<in>(?<=[a-z,] )(?:in|of|by|to|from|with|at|on|against|between|via|through|"
    r"including|such as|like|under|that)|In|From|According to)"
)
_WHY = "An article is missing: “{text}”."
# Behind these a name is an object.
_VERBS = (
    r"(?P<in>visited|visits?|joined|joins?|left|entered|enters?|urged|urges?|accused|accuses?|told|"
    r"criticized|criticised|thanked|informed|invited)"
)
# Prepositional phrases that have their article; *in case of* and *in front of* have none.
_PHRASES = (
    (r"in|within", "framework|scope|course"),
    (r"in", "presence|middle|centre|center|capital|north|south|east|west|vicinity|direction|outskirts|"
            "beginning|suburbs"),
    (r"on", "eve|basis|territory|outskirts|initiative|occasion|part|shores|sidelines|margins|brink|verge"),
    (r"at", "end|beginning|start|expense|request|invitation|initiative|suggestion|foot|height|site|scene"),
    (r"under", "auspices|leadership|pretext|influence|supervision|patronage|chairmanship"),
    (r"with", "participation|help|assistance|exception|mediation"),
    (r"for", "sake|purpose|benefit"),
    (r"during", "course|reign|period|visit"),
)  # fmt: skip
# Nouns that a person or a thing is *one* of, when no other word stands before them.
_ONE_OF = "member|citizen|resident|victim|native|graduate|supporter|symbol|sign|result|violation|consequence"
_SPANS = r"(?:two|three|four|five|six|seven|ten|few|several|\d+) (?:hours|days|weeks|months|years|decades)"

_FAULTS = (
    fault(
        rf"\b(?P<at>{_IN} (?P<name>(?:{_NAMES}))){_ALONE}",
        _WHY,
        r"\g<in> the \g<name>",
        sign=rf"\b(?:{_NAMES})\b",
    ),
    fault(
        rf"\b{_VERBS} (?P<name>(?:{_NAMES})){_ALONE}",
        _WHY,
        r"\g<in> the \g<name>",
        sign=rf"\b(?:{_NAMES})\b",
    ),
    fault(
        rf"(?<=[.!?] )(?P<at>(?P<name>{_NAMES})(?= (?:is|was|has|had|will|would|announced|stated|wants)\b))",
        _WHY,
        r"The \g<name>",
        sign=rf"\b(?:{_NAMES})\b",
    ),
    fault(
        r"\b(?P<in>[Ii]n|from|to|at|near) Hague\b(?! [A-Z])",
        _WHY,
        r"\g<in> The Hague",
    ),
    *(
        fault(
            rf"(?<![\w’'-])(?P<at>(?P<in>{prepositions}) (?P<what>(?:{nouns}) of))\b"
            r"(?= (?:the|a|an|this|that|his|her|its|their|[A-Z]))",
            _WHY,
            r"\g<in> the \g<what>",
        )
        for prepositions, nouns in _PHRASES
    ),
    fault(
        rf"\b(?P<at>(?P<is>is|was|became|becomes|becoming|remains|as|been|being) (?P<one>{_ONE_OF}) of)\b",
        _WHY,
        r"\g<is> a \g<one> of",
    ),
    fault(
        r"\b(?P<at>(?P<in>for) (?P<what>(?:first|second|third|last) time))\b"
        r"(?! (?:buyer|voter|visitor|offender))",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        rf"\b(?P<at>(?P<in>in|for|within) (?P<what>(?:last|past|next) {_SPANS}))\b",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Ii]n|[Aa]t|[Oo]n|for|with|from|by|of) "
        r"(?P<what>same (?:time|way|day|year|month|week|period|direction|city|place|town|reason|"
        r"conditions)))\b(?![-’'])",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"\b(?P<in>[Oo]n) (?P<what>other hand)\b",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"\b(?P<at>(?P<in>around|all over|throughout|across) "
        r"(?P<what>(?:whole |entire )?(?:world|country|region)))"
        r"(?=[,.;]| (?:and|in|on|to|with|is|are|was|were|has|have|who|that|will)\b)",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"\b(?P<at>(?P<in>in|over|of) (?P<what>(?:whole|entire) (?:world|country|region|city|territory)))\b",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Ii]n) (?P<what>morning|evening|afternoon))(?=[,.]| of\b)",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Dd]uring|due to|because of|amid|since|before|after|of|by|against) "
        rf"(?P<what>(?:COVID-19|Covid-19|coronavirus|corona) (?:pandemic|epidemic))){_ALONE}",
        _WHY,
        r"\g<in> the \g<what>",
    ),
    fault(
        r"(?:(?<=that )|(?<=, but )|(?<=, and ))(?P<at>majority of)\b",
        _WHY,
        "the majority of",
    ),
    fault(
        rf"{_IN} (?P<name>(?:White House|State Department|Kremlin|Pentagon|Foreign Ministry) "
        r"(?:press secretary|spokes(?:man|woman|person)|official))\b(?! [A-Z]|,)",
        _WHY,
        r"\g<in> the \g<name>",
    ),
    fault(
        rf"{_IN} (?P<name>(?:{_CAPITAL} ){{1,2}}{_OFFICES})\b",
        _WHY,
        r"\g<in> the \g<name>",
    ),
    fault(
        r"\b(?P<in>[Ii]n|of|by|[Ss]ince|until|from|[Dd]uring) "
        r"(?P<when>(?:(?:early|late) )?(?:1[89]\d|20[012])0s)\b(?![-’'])",
        _WHY,
        r"\g<in> the \g<when>",
        sign=r"(?:1[89]\d|20[012])0s\b(?<!the \d{4}s)",
    ),
    fault(
        r"\b(?P<at>(?P<in>[Ii]n|[Aa]t|[Dd]uring|held|gave|issued) (?P<what>(?:(?:joint|written|televised) )?"
        r"(?:press|news) conference|(?:(?:joint|written|press) )?statement|"
        r"(?:(?:exclusive|telephone|phone) )interview))(?= (?:on|in|with|to|by|released|issued|published|"
        r"after|at|that|from|held|following)\b|,)",
        _WHY,
        r"\g<in> a \g<what>",
        sign=r" (?:conference|statement|interview)\b",
    ),
    fault(
        r"\b(?P<a>[Oo]ne of) (?P<b>(?:largest|biggest|most|main|leading|best|oldest|worst|greatest|"
        r"highest|first|richest|strongest) (?!of\b)[a-z]+)",
        _WHY,
        r"\g<a> the \g<b>",
    ),
    fault(
        r"\b(?P<at>(?P<a>[Aa]s) (?P<b>result of|consequence of))\b",
        _WHY,
        r"\g<a> a \g<b>",
    ),
    fault(
        r"(?<=[a-z,] )(?P<a>since|from|at|by|until|before) "
        r"(?P<b>(?:beginning|end|start|middle) of (?:the|this|last|next))\b",
        _WHY,
        r"\g<a> the \g<b>",
    ),
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "He returned [[to United States]] and lived there.":
            "He returned to the United States and lived there.",
        "It was built [[in early 1990s]] by him.": "It was built in the early 1990s by him.",
        "He denied it [[in written statement]] on Friday.":
            "He denied it in a written statement on Friday.",
        "The head [[of Merzifon Chamber of Commerce]] spoke.":
            "The head of the Merzifon Chamber of Commerce spoke.",
        "Paris is [[one of largest cities]] there.": "Paris is one of the largest cities there.",
        "He met her [[on eve of]] the vote, [[at same time]], [[for first time]].":
            "He met her on the eve of the vote, at the same time, for the first time.",
        "She [[is member of]] the board and spoke [[in Hague]] [[in last two years]].":
            "She is a member of the board and spoke in The Hague in the last two years.",
        "They [[visited White House]]. [[European Union]] will pay [[across whole country]].":
            "They visited the White House. The European Union will pay across the whole country.",
        "He fell ill [[during COVID-19 pandemic]].": "He fell ill during the COVID-19 pandemic.",
    },
    good=[
        "The case of United States citizens in European Union countries was heard.",
        "It was one of a kind, in the 1990s, in 1990s-style dress.",
        "Statements in press conferences and in interviews are free.",
        "Mayor visits Bundestag for first time",
        "A same-sex couple of the same day; first time buyers; he is in charge of it, in case of fire.",
        "In The Hague they spoke across borders; it is part of a plan, on behalf of the board.",
        "He is at the start of a career, one of most of them.",
    ],
    evidence=("tr", "ru", "uk", "pl", "cs", "fa", "zh", "ja", "ko", "hi"),
)  # fmt: skip
def missing_article(document: Document) -> Iterator[Flag]:
    """Flag a name or a fixed phrase that lacks its article.

    ## Why is this bad?

    Turkish, Russian, Polish, Persian and Chinese have no article, and an engine leaves it out
    where it took the phrase for a name: *in United States*, *in written statement*.
    """
    yield from flags(document, _FAULTS, headings=False)

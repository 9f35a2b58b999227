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
    "World Health Organisation|Camp David Accords|Oslo Accords|Islamic Republic",
    *(f"{each} Ministry" for each in _PORTFOLIOS),
    *(f"Ministry of {each}" for each in _MINISTRIES.split("|")),
])  # fmt: skip
_ALONE = (
    r"(?=[,.;:!?”]|\s(?:and|or|but|is|was|are|were|has|had|have|in|on|to|at|from|with|by|for|that|"
    r"who|which|as|will|would|could|after|before|said|says)\b)"
)
_OFFICES = (
    r"(?:Chamber of Commerce|(?:Chief )?(?:Public )?Prosecutor['’]s Office|Police Directorate|"
    r"Security Directorate|Gendarmerie(?: Command)?|Governorate|Metropolitan Municipality)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁ][\w’'-]+"
_IN = (
    r"(?P<in>(?<=[a-z,] )(?:in|of|by|to|from|with|at|on|against|between|via|through|"
    r"including|such as|like|under|that)|In|From|According to)"
)
_WHY = "An article is missing: “{text}”."

_FAULTS = (
    fault(
        rf"\b(?P<at>{_IN} (?P<name>(?:{_NAMES}))){_ALONE}",
        _WHY,
        r"\g<in> the \g<name>",
        sign=_NAMES,
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
    },
    good=[
        "The case of United States citizens in European Union countries was heard.",
        "It was one of a kind, in the 1990s, in 1990s-style dress.",
        "Statements in press conferences and in interviews are free.",
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
    yield from flags(document, _FAULTS)

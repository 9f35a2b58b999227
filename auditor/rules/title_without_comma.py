"""A long title and its holder's name without commas."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.countries import COUNTRY_WORDS, DEMONYMS, countries_of
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁĐŚ][\w’-]+"
_TITLE = (
    r"(?:[Pp]resident|[Mm]inister|[Hh]ead|[Cc]hairman|[Cc]hairwoman|[Cc]hairperson|[Ll]eader|"
    r"[Dd]irector|[Gg]overnor|[Mm]ayor|[Ss]pokes(?:man|woman|person)|[Cc]hief|[Cc]ommander|"
    r"[Cc]ommander-in-[Cc]hief|[Aa]mbassador|[Ss]ecretary|[Ss]ecretary[- ][Gg]eneral|[Cc]hancellor|"
    r"[Rr]ector|[Pp]rosecutor|[Rr]epresentative)"
)
_RANK = (
    r"(?:(?:(?:Vice|Rear|Lieutenant|Major|Brigadier|Colonel|Inspector|Commissioner)[- ])?"
    r"(?:General |Colonel |Admiral |Captain ))?"
)
_PARTICLE = r"(?:(?:da|de|di|do|dos|du|del|la|van|von|bin|ben|al|el) ){0,2}"
_PAIR = expression(
    rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?{_TITLE} (?:of|for) (?:the )?"
    rf"(?P<body>(?:{_CAPITAL} (?:(?:of|and|for) (?:the )?)?){{0,5}}?(?P<last>{_CAPITAL})) "
    rf"(?P<name>{_RANK}(?P<first>{_CAPITAL}) (?P<second>{_CAPITAL}))(?! {_CAPITAL})\b(?!['’])"
)
# Behind a country’s name a holder’s may be longer: the president of Brazil Luis Inacio Lula da Silva.
# A comma inside it is a slip of its own, mended by none of these.
_RULER = expression(
    rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?{_TITLE} of (?:the )?(?:[A-Z][a-z]+ of )?(?P<last>{COUNTRY_WORDS}) "
    rf"(?P<name>{_RANK}(?P<first>{_CAPITAL})(?: {_PARTICLE}{_CAPITAL}){{1,3}})(?!,? {_PARTICLE}{_CAPITAL})"
    r"\b(?!['’])"
)
# A name behind these belongs to the body: the Institute Gustave Roussy, Camp Bastion, FC Bayern.
_NAMED_AFTER = frozenset(
    "institute hospital club university airport hotel fort camp lake mount team radio bank stadium "
    "president premier minister secretary chairman king queen prince princess general party news "
    "school museum city port cape new san santa saint south north east west international "
    # A word of honour or rank belongs to the name: the head of the Corps Sardar Mohammad Pakpour.
    "sardar serdar sheikh sheik shaykh ayatollah hojjatoleslam imam haji hajj sayyid seyyed syed pasha "
    "bey dr mr mrs ms sir lord dame father bishop inspector brigadier lieutenant".split()
)

# A name that ends so is a body's, not a person's.
_BODIES = frozenset(
    "directorate committee division authority association administration union league party council "
    "office agency commission board federation ministry department university bank group holding "
    "company foundation institute service assembly congress county city province region district "
    "republic command fleet army force team club court organisation organization "
    "society network press news times post tribune center centre".split()
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "It was said by [[the head of the Ministry of Defence Sergei Orlukov]] on Friday.":
            "It was said by the head of the Ministry of Defence, Sergei Orlukov, on Friday.",
        "[[The president of Brazil Marcelo Quintas da Rocha]] agreed.":
            "The president of Brazil, Marcelo Quintas da Rocha, agreed.",
        "[[The president of Moldova Mihail Dorescu]], who was ill, agreed.":
            "The president of Moldova, Mihail Dorescu, who was ill, agreed.",
        "[[The head of the Division of Police Inspector General Dedi Prastowo]] left.":
            "The head of the Division of Police, Inspector General Dedi Prastowo, left.",
    },
    good=[
        "The head of the Corps Sardar Mahmud Rastegar spoke.",
        "The head of the ministry, Sergei Orlukov, agreed. Defence Minister Sergei Orlukov left.",
        "The director of the Institute Gustave Roussy said so.",
        "The president of Brazil Luis, Inacio Lula, spoke.",
        "The mayor of Novi Sad and the head of the Seoul Metropolitan Council met.",
        "Secretary of State Joss Tembler and First Minister of Wales Huw Tregarth met.",
    ],
    evidence=("ru", "uk", "pl", "cs", "tr", "bg", "sh"),
)  # fmt: skip
def title_without_comma(document: Document) -> Iterator[Flag]:
    """Flag a title with *the … of …* that runs into its holder's name.

    ## Why is this bad?

    Russian, Czech and Turkish set the name behind the title without a mark: *the head of the
    Ministry of Defence Sergei Orlukov*. English parts them by commas, or puts a short title
    before the name: *Defence Minister Sergei Orlukov*.
    """
    done = 0
    for match in document.find(_RULER):
        if _is_ruler(match):
            yield _flag(document, match)
            done = match.end()
    for match in document.find(_PAIR):
        if match.start() >= done and _is_person(match):
            yield _flag(document, match)


def _is_ruler(match: re.Match[str]) -> bool:
    """Whether what stands behind a country is a person: no country or body among its words, and not
    all words of English."""
    known = english_words()
    words = match["name"].removesuffix("’s").split()
    if match["last"].lower() in DEMONYMS:
        return False
    if any(countries_of(word) or word.lower() in _BODIES | DEMONYMS for word in words):
        return False
    return not all(word.lower() in known for word in words)


def _is_person(match: re.Match[str]) -> bool:
    """Whether the last two words are a name: behind a word of English, not both words of it."""
    known = english_words()
    words = (match["first"], match["second"])
    body = match["last"]
    behind_country = countries_of(match["body"].rpartition(" ")[0]) and not countries_of(body)
    if behind_country and body.lower() not in _BODIES:  # a name's first word: of Brazil Luis
        return False
    if body.lower() in _NAMED_AFTER | DEMONYMS:
        return False
    if any(countries_of(word) or word.lower() in _BODIES for word in words):
        return False
    if match["second"].endswith(("’s", "'s")) or all(word.lower() in known for word in words):
        return False
    return body.lower() in known or bool(countries_of(body)) or body.isupper()


def _flag(document: Document, match: re.Match[str]) -> Flag:
    after = document.text[match.end() : match.end() + 1]
    title = document.text[match.start() : match.start("name")].rstrip()
    closing = "" if after in ",.;:!?)" else ","
    return Flag(
        document.span(*match.span()),
        f"The name “{match['name']}” is set against its title by commas.",
        (Suggestion(f"{title}, {match['name']}{closing}"),),
    )

"""A name in quotation marks that English prints without."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Kinds of bearer whose names stand bare in English: no film, book, song or television programme,
# whose titles American papers put in quotation marks.
_BODY = (
    r"(?:newspaper|magazine|journal|agency|portal|website|site|publication|weekly|channel|radio station|"
    r"company|corporation|concern|holding|firm|startup|start-up|studio|brand|operator|airline|carrier|"
    r"factory|plant|developer|manufacturer|bank|chain|supermarket|store|shop|party|movement|bloc|coalition|"
    r"faction|organi[sz]ation|association|foundation|fund|institute|union|battalion|brigade|regiment|"
    r"group|band|troupe|orchestra|choir|club|nightclub|FC|FK|HC|team|hotel|restaurant|cafe|bar|pub|casino|"
    r"stadium|arena|airport|cent(?:er|re)|cinema|theat(?:er|re)|museum|gallery|hospital|clinic|school|"
    r"kindergarten|prison|camp|mine|field|deposit|reservoir|pipeline|sanatorium|station|resort|park|zoo|"
    r"market|bridge|square|district|village|settlement|checkpoint|mosque|monastery|palace|volcano|glacier)"
)
_CRAFT = (
    r"(?:ship|vessel|cruiser|frigate|submarine|destroyer|corvette|tanker|yacht|ferry|liner|icebreaker|"
    r"missile|missile system|complex|tank|drone|aircraft|helicopter|fighter jet|rocket|satellite|"
    r"spacecraft|rocket launcher|vaccine)"
)
_KINDS = (
    r"(?:newspapers|magazines|agencies|portals|publications|channels|companies|firms|airlines|factories|"
    r"plants|banks|parties|movements|factions|organi[sz]ations|battalions|groups|clubs|teams|ships|vessels|"
    r"cruisers|frigates|submarines|destroyers|corvettes|tankers|missiles|missile systems|systems|complexes|"
    r"drones|helicopters|rockets|rocket launchers|tanks|stadiums|hotels)"
)
# Named like works: bare as a rule, but a paper may quote what is translated or odd.
_EVENT = r"(?:project|[Oo]peration|forum|festival|tournament|championship|exercises?|typhoon)"

_NAME = r"[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁĐŚ][\w’'.-]+(?: [\w’'&.-]+){0,4}(?<![.’'])"
_QUOTED = rf"(?P<quoted>(?P<mark>[“\"«„])(?P<name>{_NAME})[”\"»“])"
_BEFORE = expression(rf"\b(?P<kind>{_BODY}|{_CRAFT}|{_KINDS}) {_QUOTED}")
_BEFORE_EVENT = expression(rf"\b(?P<kind>{_EVENT}) {_QUOTED}")
_BEHIND = expression(
    rf"\b[Tt]he {_QUOTED} (?P<kind>newspaper|news agency|airline|company|(?:football|hockey) club|portal|"
    r"TV channel|factory|plant|battalion|hotel|stadium|frigate|corvette|cruiser|submarine)\b"
)
# Behind these stands whoever reports, plays or owns.
_AGENT = expression(
    r"\b(?:reports|writes|told|beat|beats|defeated|against|joined|quotes|cites|citing|owned by|reported by|"
    r"published by|produced by|according to|correspondent of|journalists of|fans of|player of|coach of|"
    r"director of|striker of|forward of|goalkeeper of|midfielder of|defender of|owner of|head of|members of) "
    r"(?P<quoted>[“\"«„](?P<name>[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁĐŚ][\w’'.-]+(?: [A-Z0-9][\w’'.-]*){0,2}(?<![.’']))[”\"»“])"
)
_NEXT = re.compile(rf"(?:,|,? and) {_QUOTED}")

# Names that every paper prints and that are no word an author may hold at arm’s length: no *Time*,
# *Real*, *Inter*, *Islamic State*.
_FAMOUS = expression(
    r"(?P<quoted>[“\"«„](?P<name>Interfax|RIA[ -]Novosti|TASS|Kommersant|Vedomosti|Izvestia|"
    r"Rossiyskaya Gazeta|Novaya Gazeta|Komsomolskaya Pravda|Moskovsky Komsomolets|Gazeta\.ru|Lenta\.ru|"
    r"Ukrainska Pravda|Ukrainskaya Pravda|Ukrinform|Radio Liberty|Radio Svoboda|"
    r"Radio Free Europe|Deutsche Welle|Reuters|Bloomberg|"
    r"Anadolu|Al[- ]Jazeera|Al[- ]Arabiya|Al[- ]Mayadeen|Al[- ]Manar|Hürriyet|Hurriyet|Haaretz|"
    r"Washington Post|The Washington Post|New York Times|The New York Times|Wall Street Journal|"
    r"Financial Times|Der Spiegel|Le Monde|Le Figaro|El Mundo|El Pais|El País|La Repubblica|Gazeta Wyborcza|"
    r"Rzeczpospolita|Gazprom|Rosneft|Rosatom|Lukoil|Sberbank|Aeroflot|Naftogaz|Ukrenergo|Ukrzaliznytsia|"
    r"Roscosmos|Boeing|Airbus|Volkswagen|Samsung|Huawei|Toyota|Microsoft|Google|Facebook|YouTube|Twitter|"
    r"Instagram|TikTok|WhatsApp|Hamas|Hezbollah|United Russia|Fair Russia|Dynamo|Dinamo|Zenit|Spartak|"
    r"Lokomotiv|CSKA|Shakhtar|Krasnodar|Rubin|Akhmat|Anzhi|Ak Bars|Salavat Yulaev|Avangard|Metallurg|Khimki|"
    r"Real Madrid|Barcelona|Bayern|Juventus|Manchester United|Manchester City|Liverpool|Chelsea|Arsenal|"
    r"Tottenham|Everton|Atletico|Atlético|Sevilla|Valencia|Borussia|Ajax|Legia|Partizan|Hajduk|Galatasaray|"
    r"Fenerbahce|Fenerbahçe|Besiktas|Beşiktaş|Benfica|Marseille|Leipzig|AC Milan|Inter Milan)[”\"»“])"
)
# Behind these a name is spoken of, or is a title.
_SPOKEN_OF = re.compile(
    r"(?:\b(?:words?|names?|called|named|renamed|term|phrase|as|titled|entitled|song|film|movie|book|novel|"
    r"play|series|documentary|single|album|track|video|poem|nickname|nicknamed|dubbed|hashtag|logo|brand|"
    r"inscription|reads?|reading|sign|wrote|written|typed|chanted|chanting|shouted|shouting|so-called) |"
    r"[“\"«„:/] ?)$"
)


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        'This is reported by the newspaper [["Severny Krai"]].':
            "This is reported by the newspaper Severny Krai.",
        "The company [[“Tekhnoprom”]] and the corvette [[“Stremitelny”]] are old.":
            "The company Tekhnoprom and the corvette Stremitelny are old.",
        'The ships [["Onega"]], [["Dvina"]] and [["Pechora"]] sailed.':
            "The ships Onega, Dvina and Pechora sailed.",
        "He read it in the [[“Severny Krai”]] newspaper.": "He read it in the Severny Krai newspaper.",
        "Forward Orlov will leave [[“Lokomotiv”]], he told [[“Interfax”]].":
            "Forward Orlov will leave Lokomotiv, he told Interfax.",
    },
    good=[
        "The newspaper Severny Krai reported it; the film “Stalker” and the series “Rome” ran.",
        "The word “Facebook” stood there, and the company (“Tekhnoprom”) paid.",
        'The party "is over," he said. The company “will pay”.',
        "The bank “Never” answers.",
        "The so-called party “Our Home” won.",
    ],
    evidence=("ru", "uk", "be", "bg", "pl", "sh"),
)  # fmt: skip
def quoted_name(document: Document) -> Iterator[Flag]:
    """Flag the name of a paper, company, club or ship in quotation marks.

    ## Why is this bad?

    Russian, Ukrainian, Bulgarian and Polish set the name of every paper, company, party, club and
    ship in quotation marks: *газета «Коммерсантъ»*. English prints such names bare, and reads the
    marks as doubt: *the company “Alpha”* is hardly a company.
    """
    if not any(mark in document.text for mark in '“"«„'):
        return
    seen: set[int] = set()
    for match, confidence in _named(document):
        start, end = match.span("quoted")
        if start not in seen:
            seen.add(start)
            yield Flag(
                document.span(start, end),
                f"The name {match['quoted']} needs no quotation marks in English.",
                (Suggestion(match["name"]),),
                confidence=confidence,
            )


def _named(document: Document) -> Iterator[tuple[re.Match[str], Confidence]]:
    """Names in marks behind their kind, before it, or known to everybody."""
    for match in document.find(_BEFORE):
        if _is_name(match) and not _is_spoken_of(document, match.start("kind")):
            yield match, Confidence.HIGH
            if match["kind"].endswith("s"):
                yield from ((more, Confidence.HIGH) for more in _rest(document, match))
    for pattern in (_BEFORE_EVENT, _BEHIND, _AGENT):
        for match in document.find(pattern):
            if _is_name(match):
                yield match, Confidence.MEDIUM
    for match in document.find(_FAMOUS):
        if not _is_spoken_of(document, match.start("quoted")):
            yield match, Confidence.HIGH


def _is_name(match: re.Match[str]) -> bool:
    """Whether the words in marks are a name: most of them have a capital, or there are two at most."""
    words = match["name"].split()
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return 2 * capitals >= len(words) and words[0] not in _NO_NAMES


# Words that open a slogan or a remark, not a name.
_NO_NAMES = frozenset(
    "Never Always Not No Yes We I You He She It They This That There If When Why How What Who Let "
    "Stop Do Don't Is Are".split()
)


def _rest(document: Document, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """Further names in a list behind a kind in the plural."""
    _, last = document.paragraph_at(first.start())
    at = first.end()
    while match := _NEXT.match(document.text, at, last):
        yield match
        at = match.end()


def _is_spoken_of(document: Document, at: int) -> bool:
    return bool(_SPOKEN_OF.search(document.text, max(at - 20, 0), at))

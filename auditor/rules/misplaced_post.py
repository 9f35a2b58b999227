"""An ambassador named by the place he serves at before his title, as other languages do."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.countries import COUNTRY_WORDS, NAMES, countries_of
from auditor.language.expressions import expression
from auditor.rule import document_rule

_OFFICE = r"(?P<office>[Aa]mbassador|[Cc]onsul [Gg]eneral|[Cc]onsul|[Ee]mbassy)\b"
# Seats of governments that ambassadors are sent to.
_SEAT = (
    r"(?P<seat>Washington|Moscow|Ankara|Tehran|Baghdad|Damascus|Beirut|Cairo|Riyadh|Doha|Beijing|Berlin|"
    r"Paris|London|Kyiv|Kiev|Brussels|Athens|Rome|Madrid|Warsaw|Vienna|Budapest|Belgrade|Bucharest|Sofia|"
    r"Minsk|Baku|Yerevan|Tbilisi|Astana|Tashkent|Bishkek|Islamabad|Kabul|Delhi|New Delhi|Tokyo|Seoul|"
    r"Pyongyang|Jerusalem|Tel Aviv|Amman|Kuwait City|Abu Dhabi|Tripoli|Tunis|Algiers|Rabat|Khartoum|"
    r"Addis Ababa|Geneva|The Hague|Stockholm|Oslo|Helsinki|Copenhagen|Prague|Bern|Lisbon|Vilnius|Riga)"
)
_OWNER = rf"(?P<owner>{COUNTRY_WORDS})"
_POST = expression(
    # Russia's Iranian ambassador; the lead is a genitive, so that an American Iraqi is no case.
    rf"\b{_OWNER}[’']s?[ ](?P<post>{COUNTRY_WORDS})[ ]{_OFFICE}"
    # Turkey's Washington Ambassador, Russian Ankara Ambassador; with a small letter it is London usage.
    rf"|\b(?P<owner2>{COUNTRY_WORDS})(?:[’']s?)?[ ]{_SEAT}[ ](?P<office2>Ambassador|Consul General|Consul)\b"
)
# The ambassador of Russia in Turkey. *Of … to …* is English, and so are *the US ambassador in Iraq* and an
# *embassy of … in …*.
_OF_IN = expression(
    rf"\b(?:[Tt]he )?(?P<office>[Aa]mbassador) of (?:the )?(?P<owner>{COUNTRY_WORDS}) (?:in|at) "
    rf"(?P<the>the )?(?P<host>{COUNTRY_WORDS}(?: and Herzegovina)?)(?![\w’'])"
)


@document_rule(
    category="terminology",
    severity=Severity.MAJOR,
    bad={
        "[[Russia's Iranian ambassador]] spoke.": "Russia's ambassador to Iran spoke.",
        "[[Turkey's Washington Ambassador]] left.": "Turkey's ambassador to Washington left.",
        "He met the [[Russian Ankara Ambassador]].": "He met the Russian ambassador to Ankara.",
        "[[The ambassador of Russia in Turkey]] left.": "Russia's ambassador to Turkey left.",
    },
    good=[
        "Russia's ambassador to Iran spoke.",
        "The Russian Ambassador met the Washington ambassador of the bank.",
        "Turkey's Turkish ambassador and Britain's embassy in Paris.",
        "The ambassador of Russia to Turkey and the embassy of Iran in Turkey.",
    ],
)
def misplaced_post(document: Document) -> Iterator[Flag]:
    """Flag an ambassador whose host country stands before the title.

    ## Why is this bad?

    Turkish *Rusya'nın İran Büyükelçisi*, like its Persian, Hungarian and Finnish counterparts, puts
    both countries before the office. In English *Russia's Iranian ambassador* is an Iranian, sent
    by Russia; the man meant is Russia's ambassador to Iran.
    """
    for match in document.find(_POST):
        owner, office = match["owner"] or match["owner2"], match["office"] or match["office2"]
        host = match["seat"] or _country(match["post"])
        if not host or countries_of(owner) & countries_of(match["post"] or ""):
            continue
        word = "in" if office.lower() == "embassy" else "to"
        if office.lower().startswith("consul"):
            word = "in"
        genitive = match[0][len(owner) : len(owner) + 2].rstrip() if match[0][len(owner)] in "’'" else ""
        text = f"{owner}{genitive} {office.lower()} {word} {host}"
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” has the host country before the title; English puts it behind.",
            (Suggestion(text),),
            evidence={"tr": 2.0, "az": 2.0, "fa": 1.0, "hu": 1.0, "fi": 1.0},
        )

    yield from _of_in(document)


def _of_in(document: Document) -> Iterator[Flag]:
    """Ambassadors *of* a country *in* another."""
    for match in document.find(_OF_IN):
        if countries_of(match["owner"]) & countries_of(match["host"]):
            continue
        owner = _country(match["owner"]) or match["owner"]
        host = f"{match['the'] or ''}{match['host']}"
        opens = match.start() == document.sentence_at(match.start())[0]
        text = (
            f"{owner}’s ambassador to {host}" if "’" in document.text else f"{owner}'s ambassador to {host}"
        )
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}”: an ambassador is sent *to* a country.",
            (Suggestion(text[0].upper() + text[1:] if opens else text),),
            evidence={"es": 1.0, "it": 1.0, "ru": 1.0, "ar": 1.0, "tr": 0.5},
        )


def _country(word: str) -> str:
    """The English name of the country that a name or demonym stands for."""
    codes = countries_of(word)
    name = NAMES.get(next(iter(codes)), "") if len(codes) == 1 else ""
    return f"the {name}" if name.startswith("United") else "Czech Republic" if name == "Czech" else name

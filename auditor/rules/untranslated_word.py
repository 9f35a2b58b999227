"""Titles and months left in another language."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Behind these a capitalised name follows. Left out: *Madame* and *Don*, which English uses, and
# *Bay*, *Bey* and *Pan*, which name other things.
_TITLES = {
    "Frau": ("Ms.", "de"), "Herr": ("Mr.", "de"), "Herrn": ("Mr.", "de"), "Monsieur": ("Mr.", "fr"),
    "Señor": ("Mr.", "es"), "Señora": ("Ms.", "es"), "Signor": ("Mr.", "it"),
    "Signora": ("Ms.", "it"), "Senhor": ("Mr.", "pt"), "Senhora": ("Ms.", "pt"),
    "Gospodin": ("Mr.", "ru"), "Gospodina": ("Mr.", "ru"), "Gospozha": ("Ms.", "ru"),
    "Gospođa": ("Ms.", "sh"), "Gospodja": ("Ms.", "sh"), "Gospođo": ("Ms.", "sh"),
    "Sayın": ("Mr.", "tr"), "Bayan": ("Ms.", "tr"), "Pani": ("Ms.", "pl"), "Pán": ("Mr.", "cs"),
    "Paní": ("Ms.", "cs"), "Meneer": ("Mr.", "nl"), "Mevrouw": ("Ms.", "nl"),
    "Tovarishch": ("Comrade", "ru"), "Kyrios": ("Mr.", "el"), "Kyria": ("Ms.", "el"),
}  # fmt: skip
_TITLE = expression(rf"\b(?P<title>{'|'.join(_TITLES)})\.?(?= [A-ZÇÉİÖŠŞŽ]\w+)(?! Monsieur)")

_FOREIGN_MONTHS = """
janvier Januar enero gennaio janeiro januari Ocak stycznia siječnja leden ledna gener
février Februar febrero febbraio fevereiro februari Şubat lutego veljače února unora
mars März marzo março maart Mart marca ožujka března brezna
avril abril aprile april Nisan kwietnia travnja dubna
mai Mai mayo maggio maio mei Mayıs maja svibnja května kvetna
juin Juni junio giugno junho juni Haziran czerwca lipnja června cervna
juillet Juli julio luglio julho juli Temmuz lipca srpnja července cervence
août aout agosto augustus Ağustos sierpnia kolovoza srpna
septembre septiembre settembre setembro Eylül września rujna září
octobre Oktober octubre ottobre outubro oktober Ekim października listopada října
novembre noviembre novembro Kasım studenog listopadu
décembre Dezember diciembre dicembre dezembro december Aralık grudnia prosinca prosince
""".strip().split("\n")
_MONTHS = "January February March April May June July August September October November December".split()
# English words, or English but for the capital, and what two languages use of different months.
_UNSURE = frozenset("mars april december listopada gener".split())
_MONTH_OF = {
    word: month
    for month, words in zip(_MONTHS, _FOREIGN_MONTHS, strict=True)
    for word in words.split()
    if word not in _UNSURE
}
_MONTH = expression(rf"\b(?P<day>[0-3]?\d)\.? (?:de |d')?(?P<month>{'|'.join(_MONTH_OF)})\b")


@document_rule(
    category="untranslated",
    severity=Severity.MINOR,
    bad={
        "They thanked [[Frau]] Keller and [[Gospodin]] Orlukov.": "They thanked Ms. Keller and Mr. Orlukov.",
        "It opened on [[15 de mayo]] of that year.": "It opened on 15 May of that year.",
        "It opened on [[3 Eylül]] in Bursa.": "It opened on 3 September in Bursa.",
    },
    good=[
        "They thanked Ms. Keller. The herr of the house left; Madame Tussauds opened on 15 May.",
        "The 7 March agreement; 4 Mars bars; 3 maids.",
    ],
)  # fmt: skip
def untranslated_word(document: Document) -> Iterator[Flag]:
    """Flag titles before names, and months beside a day, in another language.

    ## Why is this bad?

    A capital in the source, or the name behind it, makes an engine take *Frau*, *gospodin* or
    *Eylül* for a part of the name. English news prints *Ms.* or nothing, and its own months.
    """
    for match in document.find(_TITLE):
        mended, language = _TITLES[match["title"]]
        yield _flag(document, *match.span(), mended, {language: 1.5})
    for match in document.find(_MONTH):
        yield _flag(document, *match.span(), f"{match['day']} {_MONTH_OF[match['month']]}", None)


def _flag(document: Document, start: int, end: int, mended: str, evidence: dict[str, float] | None) -> Flag:
    seen = document.text[start:end]
    return Flag(
        document.span(start, end),
        f"“{seen}” was not translated.",
        (Suggestion(mended),),
        evidence=evidence or {},
    )

"""Titles, months and abbreviations left in another language."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTHS
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
# English words, or English but for the capital, and what two languages use of different months.
_UNSURE = frozenset("mars april december listopada gener".split())
_MONTH_OF = {
    word: month
    for month, words in zip(MONTHS, _FOREIGN_MONTHS, strict=True)
    for word in words.split()
    if word not in _UNSURE
}
_MONTH = expression(rf"\b(?P<day>[0-3]?\d)\.? (?:de |d')?(?P<month>{'|'.join(_MONTH_OF)})\b")

# Short forms → English, and the language they are of. Left out: what English uses too (*ca.*, *c.*,
# *resp.*), and *mln* and *bln*, which are told with their figures.
_ABBREVIATIONS = {
    "z.B.": ("e.g.", "de"), "z. B.": ("e.g.", "de"), "d.h.": ("i.e.", "de"), "d. h.": ("i.e.", "de"),
    "usw.": ("etc.", "de"), "bzw.": ("or", "de"),
    "ggf.": ("if need be", "de"), "vgl.": ("cf.", "de"), "inkl.": ("including", "de"),
    "evtl.": ("possibly", "de"),
    "m.in.": ("among others", "pl"), "m. in.": ("among others", "pl"), "tzw.": ("so-called", "pl"),
    "tzn.": ("that is", "pl"),
    "tzv.": ("so-called", "cs"),
    "itd.": ("etc.", "sh"), "npr.": ("e.g.", "sh"), "odn.": ("or", "sh"),
    "ecc.": ("etc.", "it"), "p.es.": ("e.g.", "it"), "p.ej.": ("e.g.", "es"),
    "bkz.": ("see", "tr"), "bkz": ("see", "tr"), "Sn.": ("Mr.", "tr"),
    "Doç.": ("Associate Professor", "tr"), "Yrd.": ("Assistant", "tr"),
    "bijv.": ("e.g.", "nl"), "enz.": ("etc.", "nl"),
    "osv.": ("etc.", "sv"), "bl.a.": ("among others", "sv"), "f.eks.": ("e.g.", "nb"),
    "т.е.": ("i.e.", "ru"), "т.д.": ("etc.", "ru"), "т.п.": ("the like", "ru"),
    "stb.": ("etc.", "hu"),
}  # fmt: skip
_SHORT = expression(
    r"(?<![\w.@/-])(?P<short>" + "|".join(re.escape(each) for each in _ABBREVIATIONS) + r")(?![\w@/-])"
)
# Behind or before a figure: a unit, or what a figure counts.
_MEASURES = {
    "Mio.": "million", "Mio": "million", "Mrd.": "billion", "Mrd": "billion", "mld.": "billion",
    "mld": "billion", "mlrd.": "billion", "mlrd": "billion", "milj.": "million",
    "mio.": "million", "mio": "million", "mia.": "billion", "mrd": "billion", "mrd.": "billion",
    "mlj.": "million", "млн": "million", "млрд": "billion", "тыс.": "thousand",
    "tys.": "thousand", "tis.": "thousand", "tyś.": "thousand", "tūkst.": "thousand", "tüh.": "thousand",
    "proc.": "percent", "proc": "percent", "Prozent": "percent", "prosent": "percent", "procent": "percent",
    "procenta": "percent", "procentov": "percent", "por ciento": "percent", "pour cent": "percent",
    "per cento": "percent", "por cento": "percent", "protsent": "percent", "foiz": "percent",
    "Km": "km", "km2": "square km", "km²": "square km", "m2": "square metres",
    "m²": "square metres", "sq.m.": "square metres", "sq.m": "square metres", "m3": "cubic metres",
    "kv.m": "square metres", "Stück": "pieces", "adet": "pieces", "bil.": "billion", "bilj.": "trillion",
    "Std.": "hours", "Sek.": "seconds", "Sekunden": "seconds",
    "Minuten": "minutes", "Stunden": "hours", "Jahre": "years", "godz.": "hours", "hod.": "hours",
    "saniye": "seconds", "dakika": "minutes", "metrekare": "square metres",
    "kilometrekare": "square kilometres",
    "kilogramm": "kilograms", "Kilogramm": "kilograms", "Tonnen": "tonnes", "Liter": "litres",
    "Kilometer": "kilometres", "Quadratmeter": "square metres", "Hektar": "hectares",
    "Personen": "people", "osób": "people", "osob": "people", "oseb": "people",
    "grn": "hryvnias", "hrn": "hryvnias", "grn.": "hryvnias", "hrn.": "hryvnias",
    "rub.": "roubles", "руб.": "roubles", "грн": "hryvnias", "тонн": "tonnes",
    "zł": "zlotys", "zlotych": "zlotys", "złotych": "zlotys", "Kč": "koruna", "кг": "kg", "км": "km",
}  # fmt: skip
_MEASURE = expression(
    # Close to its figure, “82m2” is what papers of Australia and South Africa print of houses.
    r"(?<![\w.,])(?P<number>[$€£]?\d[\d.,]*)(?!k?m[23²]) ?(?P<measure>"
    + "|".join(re.escape(each) for each in sorted(_MEASURES, key=len, reverse=True))
    + r")(?![\w@/-])"
)
# Words that a hyphen or the sign of a soft consonant holds together.
_COMPOUNDS = (
    (expression(r"\b[Rr]eis[-‑]?u?[-‑]?[lu]l?[-‑][Uu]lema\b"), "Grand Mufti"),
    (expression(r"\b[Oo]blast['’](?=\s[a-z]|[,.;])"), "Oblast"),
)
_DECIMAL_COMMA = expression(r",(?=\d\d?$)")


@document_rule(
    category="untranslated",
    severity=Severity.MINOR,
    bad={
        "They thanked [[Frau]] Keller and [[Gospodin]] Orlukov.": "They thanked Ms. Keller and Mr. Orlukov.",
        "It opened on [[15 de mayo]] of that year.": "It opened on 15 May of that year.",
        "It opened on [[3 Eylül]] in Bursa.": "It opened on 3 September in Bursa.",
        "The [[Reis-ul-Ulema]] flew to Orlu [[Oblast']] yesterday.":
            "The Grand Mufti flew to Orlu Oblast yesterday.",
        "Parks, [[z.B.]] in Orlu, cost [[40 Mio.]] euros and [[3 tys.]] jobs.":
            "Parks, e.g. in Orlu, cost 40 million euros and 3 thousand jobs.",
        "They built [[12 Kilometer]] of road for [[9,5 mld]] zlotys.":
            "They built 12 kilometres of road for 9.5 billion zlotys.",
    },
    good=[
        "They thanked Ms. Keller. The herr of the house left; Madame Tussauds opened on 15 May.",
        "The ulema of Orlu Oblast's capital met.",
        "The 7 March agreement; 4 Mars bars; 3 maids.",
        "The house has 82m2 of verandah on 607m² of land.",
        "In 2001 Min. Orlu met 5 Euros officials; the 12 m. high wall, etc.",
    ],
)  # fmt: skip
def untranslated_word(document: Document) -> Iterator[Flag]:
    """Flag titles before names, months beside a day, and short forms, in another language.

    ## Why is this bad?

    A capital in the source, or the name behind it, makes an engine take *Frau*, *gospodin* or
    *Eylül* for a part of the name. English news prints *Ms.* or nothing, and its own months. What
    is cut short (*z.B.*, *Mio.*, *tys.*) is no word that an engine has learned to translate.
    """
    for match in document.find(_TITLE):
        mended, language = _TITLES[match["title"]]
        yield _flag(document, *match.span(), mended, {language: 1.5})
    for match in document.find(_MONTH):
        yield _flag(document, *match.span(), f"{match['day']} {_MONTH_OF[match['month']]}", None)
    for pattern, mended in _COMPOUNDS:
        for match in document.find(pattern):
            yield _flag(document, *match.span(), mended, None)
    for match in document.find(_SHORT):
        mended, language = _ABBREVIATIONS[match["short"]]
        yield _flag(document, *match.span(), mended, {language: 1.5})
    for match in document.find(_MEASURE):
        number = _DECIMAL_COMMA.sub(".", match["number"])
        yield _flag(document, *match.span(), f"{number} {_MEASURES[match['measure']]}", None)


def _flag(document: Document, start: int, end: int, mended: str, evidence: dict[str, float] | None) -> Flag:
    seen = document.text[start:end]
    return Flag(
        document.span(start, end),
        f"“{seen}” was not translated.",
        (Suggestion(mended),),
        evidence=evidence or {},
    )

"""A body's letters in another language."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.names import LANGUAGES
from auditor.rule import document_rule

# Letters → what English prints, and the language they are of. Only such as English news uses for
# nothing else: no CPI (the consumer price index), BCE (before the common era), IWF (lifters).
_ACRONYMS = {
    "OMS": ("WHO", "fr"), "ONU": ("UN", "fr"), "OTAN": ("NATO", "fr"), "UNO": ("UN", "de"),
    "EEUU": ("US", "es"), "URSS": ("USSR", "fr"), "OIEA": ("IAEA", "es"), "AIEA": ("IAEA", "fr"),
    "FMI": ("IMF", "fr"), "OSZE": ("OSCE", "de"), "OBSE": ("OSCE", "ru"), "OVSE": ("OSCE", "sh"),
    "CICR": ("ICRC", "fr"), "VAE": ("UAE", "de"), "PIB": ("GDP", "fr"), "BIP": ("GDP", "de"),
    "GSYH": ("GDP", "tr"), "EZB": ("ECB", "de"), "SSCB": ("USSR", "tr"), "KKTC": ("TRNC", "tr"),
    "AİHM": ("European Court of Human Rights", "tr"), "SİHA": ("armed drone", "tr"),
    "OHAL": ("state of emergency", "tr"), "SSHA": ("US", "ru"), "SShA": ("US", "ru"),
    "OON": ("UN", "ru"), "EAES": ("EAEU", "ru"), "ZAES": ("Zaporizhzhia nuclear plant", "ru"),
    "MChS": ("Emergencies Ministry", "ru"), "VSU": ("Ukrainian armed forces", "ru"),
    "ZSU": ("Ukrainian armed forces", "uk"), "VKS": ("Russian Aerospace Forces", "ru"),
    "OPEP": ("OPEC", "fr"), "UNRUA": ("UNRWA", "fr"), "OEA": ("OAS", "es"),
    "OCDE": ("OECD", "fr"), "OMC": ("WTO", "fr"), "ACNUR": ("UNHCR", "es"), "ACNUDH": ("OHCHR", "es"),
    "SIDA": ("AIDS", "fr"), "ADN": ("DNA", "fr"), "OVNI": ("UFO", "fr"), "MwSt": ("VAT", "de"),
    "KDV": ("VAT", "tr"), "TVA": ("VAT", "fr"), "KNDR": ("North Korea", "ru"),
    "ÖSO": ("FSA", "tr"), "BMGK": ("UN Security Council", "tr"), "DAEŞ": ("ISIS", "tr"),
    "DEAŞ": ("ISIS", "tr"), "DAESCH": ("ISIS", "de"), "RDC": ("DRC", "fr"), "UEMOA": ("WAEMU", "fr"),
    "CEDEAO": ("ECOWAS", "fr"), "CÉDÉAO": ("ECOWAS", "fr"),
    "UAEA": ("IAEA", "tr"), "MAGATE": ("IAEA", "ru"), "IAEO": ("IAEA", "de"), "MAAE": ("IAEA", "cs"),
    "NAÜ": ("IAEA", "hu"), "ONZ": ("UN", "pl"), "OSN": ("UN", "cs"), "OZN": ("UN", "sl"),
    "ENSZ": ("UN", "hu"), "ÜRO": ("UN", "et"), "JTO": ("UN", "lt"), "EBESZ": ("OSCE", "hu"),
    "AGİT": ("OSCE", "tr"), "DSÖ": ("WHO", "tr"), "DTÖ": ("WTO", "tr"), "SZO": ("WHO", "sh"),
    "UCM": ("ICC", "tr"), "OTSC": ("CSTO", "fr"), "ODKB": ("CSTO", "ru"), "ShOS": ("SCO", "ru"),
    "MVF": ("IMF", "ru"), "UE": ("EU", "fr"), "EUA": ("US", "pt"), "IŞİD": ("ISIS", "tr"),
    "İŞİD": ("ISIS", "tr"), "DAİŞ": ("ISIS", "tr"), "IGIL": ("ISIS", "ru"),
    "EIIL": ("ISIS", "fr"), "TBMM": ("Turkish parliament", "tr"), "AYM": ("Constitutional Court", "tr"),
    "TÜİK": ("TurkStat", "tr"), "TCMB": ("Turkish central bank", "tr"),
    "BMMYK": ("UNHCR", "tr"), "FKÖ": ("PLO", "tr"), "OLP": ("PLO", "fr"), "FPLP": ("PFLP", "fr"),
    "PKB": ("GDP", "pl"), "VVP": ("GDP", "ru"), "BVP": ("GDP", "lt"), "DPH": ("VAT", "cs"),
    "PDV": ("VAT", "sh"), "ÁFA": ("VAT", "hu"), "CIJ": ("ICJ", "fr"),
    "CEDH": ("European Court of Human Rights", "fr"), "EGMR": ("European Court of Human Rights", "de"),
    "ESPCh": ("European Court of Human Rights", "ru"), "ESLP": ("European Court of Human Rights", "uk"),
    "RNBO": ("National Security and Defence Council", "uk"), "DSNS": ("State Emergency Service", "uk"),
    "KMDA": ("Kyiv city administration", "uk"),
    "ONG": ("NGO", "fr"), "OIM": ("IOM", "fr"), "OACI": ("ICAO", "fr"), "OPAQ": ("OPCW", "es"),
    "OIAC": ("OPCW", "fr"), "PNUD": ("UNDP", "fr"), "FINUL": ("UNIFIL", "fr"), "TPIY": ("ICTY", "fr"),
    "AQMI": ("AQIM", "fr"), "AQPA": ("AQAP", "fr"), "CGRI": ("IRGC", "fr"), "APCE": ("PACE", "fr"),
    "CDEAO": ("ECOWAS", "pt"), "CEEAC": ("ECCAS", "fr"), "VIH": ("HIV", "es"), "EAU": ("UAE", "fr"),
    "KSIR": ("IRGC", "ru"), "BPLA": ("drone", "ru"), "RSZO": ("multiple rocket launcher", "ru"),
    "RSZV": ("multiple rocket launcher", "uk"), "TsIK": ("Central Election Commission", "ru"),
    "TsVK": ("Central Election Commission", "uk"), "GIBDD": ("traffic police", "ru"),
    "RPTs": ("Russian Orthodox Church", "ru"), "UPTs": ("Ukrainian Orthodox Church", "uk"),
    "SNBO": ("National Security and Defense Council", "ru"), "UNESKO": ("UNESCO", "ru"),
    "UNISEF": ("UNICEF", "tr"), "OPEK": ("OPEC", "pl"), "UdSSR": ("USSR", "de"),
    "EuGH": ("European Court of Justice", "de"), "IStGH": ("ICC", "de"),
    "BVerfG": ("Constitutional Court", "de"), "OBWE": ("OSCE", "pl"), "MFW": ("IMF", "pl"),
    "ETPC": ("European Court of Human Rights", "pl"), "TSUE": ("European Court of Justice", "pl"),
    "MSWiA": ("Interior Ministry", "pl"), "ČR": ("Czech Republic", "cs"), "MZV": ("Foreign Ministry", "cs"),
    "ETYJ": ("OSCE", "fi"), "EKP": ("ECB", "fi"), "NAVO": ("NATO", "nl"), "SUA": ("US", "ro"),
    "MApN": ("Defense Ministry", "ro"), "ESLJP": ("European Court of Human Rights", "hr"),
    "MKSJ": ("ICTY", "sh"), "OESS": ("OSCE", "hr"), "OEBS": ("OSCE", "sr"), "OSBE": ("OSCE", "sq"),
    "SHBA": ("US", "sq"), "AKPM": ("PACE", "tr"), "ABD": ("US", "tr"), "TÜFE": ("CPI", "tr"),
    "IKBY": ("KRG", "tr"), "KYB": ("PUK", "tr"), "YNK": ("PUK", "ku"), "QSD": ("SDF", "ku"),
    "HTŞ": ("HTS", "tr"),
}  # fmt: skip
# English has these for something else, or uses them as they are: a Tennessee authority, India's Press
# Information Bureau, departments of public health, leave for an emergency use, Virginia State University, …
_OTHERS = frozenset(
    "VKS TVA PIB DPH EUA VSU CIJ UCM ONZ OSN MFW RDC FMI ABD UNO OMC UE KYB JTO PDV EKP BIP VVP".split()
)
_ANY = expression(rf"(?<![\w.@/#-])(?P<letters>{'|'.join(_ACRONYMS)})(?![\w@/]|\.\w)")


@document_rule(
    category="untranslated",
    severity=Severity.MINOR,
    bad={
        "The [[OMS]] warned of it, and [[OTAN]]'s chief agreed.":
            "The WHO warned of it, and NATO's chief agreed.",
        "The [[UAEA]] met [[ENSZ]] envoys.": "The IAEA met UN envoys.",
        "Brazil's [[PIB]] rose by 2 percent.": "Brazil's GDP rose by 2 percent.",
    },
    good=[
        "The WHO and NATO warned of it; they played Uno, and the CPI rose.",
        "The mission, called MONUSCO, left.",
    ],
)  # fmt: skip
def foreign_acronym(document: Document) -> Iterator[Flag]:
    """Flag letters by which another language names a body that English names by others.

    ## Why is this bad?

    *OMS* is French and Spanish for the WHO, *OTAN* for NATO, *PIB* for GDP. Engines take letters in
    capitals for a name and copy them.
    """
    for match in document.find(_ANY):
        letters = match["letters"]
        right, language = _ACRONYMS[letters]
        unsure = letters in _OTHERS
        yield Flag(
            document.span(*match.span("letters")),
            f"“{letters}” is “{right}” in English.",
            (Suggestion(right),),
            confidence=Confidence.LOW if unsure else None,
            # Of letters with two meanings any translated text may be the source; they prove nothing.
            evidence=dict.fromkeys(LANGUAGES, 0.01) if unsure else {language: 1.5},
        )

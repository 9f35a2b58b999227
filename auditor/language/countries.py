"""English names and demonyms of countries: as words, by code, and as a regular expression."""

import re
from collections.abc import Iterable
from functools import lru_cache

# ISO 3166 code, names, then words that describe what belongs to the country.
_NAMES = """
AF Afghanistan Afghan
AL Albania Albanian
AM Armenia Armenian
AO Angola Angolan
AR Argentina Argentine Argentinian
AT Austria Austrian
AU Australia Australian
AZ Azerbaijan Azerbaijani
BA Bosnia Bosnian
BD Bangladesh Bangladeshi
BE Belgium Belgian
BG Bulgaria Bulgarian
BH Bahrain Bahraini
BO Bolivia Bolivian
BR Brazil Brazilian
BY Belarus Belarusian
CA Canada Canadian
CD Congo Congolese
CH Switzerland Swiss
CL Chile Chilean
CM Cameroon
CN China Chinese
CO Colombia Colombian
CU Cuba Cuban
CY Cyprus Cypriot
CZ Czech
DE Germany German
DK Denmark Danish
DZ Algeria Algerian
EC Ecuador Ecuadorean
EE Estonia Estonian
EG Egypt Egyptian
ER Eritrea Eritrean
ES Spain Spanish
ET Ethiopia Ethiopian
FI Finland Finnish
FR France French
GB Britain British England English Scotland Scottish Wales Welsh
GE Georgia Georgian
GH Ghana Ghanaian
GR Greece Greek
GT Guatemala Guatemalan
HR Croatia Croatian
HT Haiti Haitian
HU Hungary Hungarian
ID Indonesia Indonesian
IE Ireland Irish
IL Israel Israeli
IN India Indian
IQ Iraq Iraqi
IR Iran Iranian
IS Iceland Icelandic
IT Italy Italian
JO Jordan Jordanian
JP Japan Japanese
KE Kenya Kenyan
KG Kyrgyzstan Kyrgyz
KH Cambodia Cambodian
KW Kuwait Kuwaiti
KZ Kazakhstan Kazakh
LA Laos
LB Lebanon Lebanese
LT Lithuania Lithuanian
LU Luxembourg
LV Latvia Latvian
LY Libya Libyan
MA Morocco Moroccan
MD Moldova Moldovan
ME Montenegro Montenegrin
MK Macedonia Macedonian
ML Mali Malian
MM Myanmar
MN Mongolia Mongolian
MT Malta Maltese
MX Mexico Mexican
MY Malaysia Malaysian
MZ Mozambique
NE Niger
NG Nigeria Nigerian
NI Nicaragua Nicaraguan
NL Netherlands Dutch
NO Norway Norwegian
NP Nepal Nepali
OM Oman Omani
PA Panama
PE Peru Peruvian
PH Philippines Philippine Filipino
PK Pakistan Pakistani
PL Poland Polish
PS Palestine Palestinian
PT Portugal Portuguese
PY Paraguay
QA Qatar Qatari
RO Romania Romanian
RS Serbia Serbian
RU Russia Russian
RW Rwanda Rwandan
SD Sudan Sudanese
SE Sweden Swedish
SG Singapore
SI Slovenia Slovenian
SK Slovakia Slovak
SN Senegal Senegalese
SO Somalia Somali
SY Syria Syrian
TD Chad
TH Thailand Thai
TJ Tajikistan Tajik
TM Turkmenistan Turkmen
TN Tunisia Tunisian
TR Turkey Turkish Türkiye
TW Taiwan Taiwanese
TZ Tanzania
UA Ukraine Ukrainian
UG Uganda Ugandan
US America American
UY Uruguay
UZ Uzbekistan Uzbek
VE Venezuela Venezuelan
VN Vietnam Vietnamese
XK Kosovo Kosovar
YE Yemen Yemeni
ZM Zambia
ZW Zimbabwe
"""

# Names and descriptions of more than one word, or with a stop.
_LONG = {
    "US": ("United States", "U.S.", "US", "USA"), "GB": ("United Kingdom", "U.K.", "UK"),
    "AE": ("United Arab Emirates", "UAE", "Emirati"), "SA": ("Saudi Arabia", "Saudi"),
    "KP": ("North Korea", "North Korean"), "KR": ("South Korea", "South Korean", "Korean", "Korea"),
    "NZ": ("New Zealand",), "ZA": ("South Africa", "South African"),
    "LK": ("Sri Lanka", "Sri Lankan"), "CI": ("Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire"),
}  # fmt: skip

# Capitals and seats that stand for a country in news.
_SEATS = {
    "AE": "Dubai", "AF": "Kabul Taliban", "AM": "Yerevan", "AZ": "Baku", "BY": "Minsk",
    "CN": "Beijing", "DE": "Berlin", "DZ": "Algiers", "EG": "Cairo", "FR": "Paris", "GB": "London",
    "GR": "Athens", "IL": "Jerusalem Knesset", "IN": "Delhi", "IQ": "Baghdad", "IR": "Tehran",
    "JP": "Tokyo", "KR": "Seoul", "KP": "Pyongyang", "LB": "Beirut Hezbollah", "LY": "Tripoli",
    "PK": "Islamabad", "PL": "Warsaw", "PS": "Gaza Hamas Ramallah", "QA": "Doha",
    "RU": "Moscow Kremlin Soviet USSR", "SA": "Riyadh", "SY": "Damascus", "TN": "Tunis",
    "TR": "Ankara Istanbul", "UA": "Kyiv Kiev", "US": "Washington Pentagon", "YE": "Sanaa Houthi",
}  # fmt: skip

_ROWS = [line.split() for line in _NAMES.strip().splitlines()]

# Countries whose names end as words that describe do.
_PLACES_ALIKE = frozenset(
    """Afghanistan Azerbaijan Iran Japan Jordan Kazakhstan Kyrgyzstan Oman Pakistan Sudan Taiwan
    Tajikistan Turkmenistan Uzbekistan Greece France Ukraine Chad Mali Haiti""".split()
)
_ENDINGS = tuple("an ish ese ic i ch sh Greek Dutch Thai ss ek ak yz ne no".split())

# Words that describe a person or body by country and name neither, lower case.
DEMONYMS = frozenset(
    word.lower()
    for _, *words in _ROWS
    for word in words
    if word.endswith(_ENDINGS) and word not in _PLACES_ALIKE
) | set(
    """european american african asian arab kurdish western eastern northern southern soviet ottoman
    islamic muslim christian jewish catholic orthodox shiite shia sunni korean saudi
    emirati""".split()
)

_CODES = {word: code for code, *words in _ROWS for word in words}

# What English calls each country, by code.
NAMES = {code: words[0] for code, *words in _ROWS} | {code: names[0] for code, names in _LONG.items()}

_CODES |= {word: code for code, words in _LONG.items() for word in words}
_CODES |= {word: code for code, words in _SEATS.items() for word in words.split()}

# The longest first, so that North Korean is not read as Korean.
_WORDS = sorted(_CODES, key=lambda word: (-len(word), word))
_NAMED = {word for code, words in _SEATS.items() for word in words.split()}


def _alternative(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"\s") for word in words)


# A name or demonym of a country, whatever the flags of the expression it stands in.
COUNTRY_WORDS = f"(?-i:{_alternative(w for w in _WORDS if w not in _NAMED)})"

# Most names are one word and are looked up; only those that need their neighbours are searched for.
_TOGETHER = [word for word in _WORDS if not word.isalpha() or word.startswith("Korea")]
# Sought by their first letters, which is quick.
_MENTION = re.compile(
    rf"[{''.join(sorted({word[0] for word in _TOGETHER}))}](?<!\w.)"
    rf"(?:{'|'.join(f'(?<={word[0]}){_alternative([word[1:]])}' for word in _TOGETHER)})(?!\w)"
)
_OPENERS = frozenset(re.split(r"\W", word)[0] for word in _TOGETHER)
_ALONE = _CODES.keys() - set(_TOGETHER)
_CAPITALISED = re.compile(r"[A-Z]\w+(?<!\.)|[A-Z](?=\.)")


def name_and_adjective() -> list[tuple[str, str]]:
    """Each country's name with the word for what belongs to it, where both are one word."""
    return [(words[0], words[1]) for _, *words in _ROWS if len(words) > 1]


def countries_of(text: str) -> frozenset[str]:
    """ISO 3166 codes of the countries that a text speaks of."""
    return frozenset(country_mentions(text))


@lru_cache(maxsize=64)  # several ask of one text
def country_mentions(text: str) -> tuple[str, ...]:
    """ISO 3166 codes of the countries that a text speaks of, one for each time."""
    words = _CAPITALISED.findall(text)
    codes = [_CODES[word] for word in words if word in _ALONE]
    if not _OPENERS.isdisjoint(words):
        codes += [_CODES[" ".join(match[0].split())] for match in _MENTION.finditer(text)]
    return tuple(codes)

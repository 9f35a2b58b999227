"""What a text speaks of: the countries, names, money and letters that point to a language."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from auditor.language.countries import country_mentions
from auditor.language.names import LANGUAGES
from auditor.language.words import words_of

# Countries whose news most often comes through a language of theirs.
SPOKEN = {
    "TR": "tr", "AZ": "az", "IR": "fa", "AF": "fa", "RU": "ru", "BY": "ru", "CN": "zh", "TW": "zh",
    "DE": "de", "AT": "de", "FR": "fr", "ES": "es", "MX": "es", "AR": "es", "VE": "es", "CO": "es",
    "CL": "es", "CU": "es", "IT": "it", "PL": "pl", "PT": "pt", "BR": "pt", "JP": "ja", "KR": "ko",
    "KP": "ko", "IL": "he", "GR": "el", "HU": "hu", "NL": "nl", "SE": "sv", "UA": "uk", "VN": "vi",
    "CZ": "cs", "AL": "sq", "IN": "hi", "RS": "sh", "HR": "sh", "BA": "sh", "RO": "ro", "MD": "ro",
    "BG": "bg", "FI": "fi", "EE": "et", "LV": "lv", "LT": "lt", "IS": "is",
    **dict.fromkeys("EG SA IQ SY LB JO PS YE LY TN DZ MA SD QA KW BH OM AE".split(), "ar"),
}  # fmt: skip
# Letters that few languages have, each set with all that have them.
_LETTERS = {
    letter: tuple(languages.split())
    for letters, languages in (
        ("ğıİ", "tr az"), ("şŞ", "tr az ro"), ("ə", "az"), ("öÖ", "de tr sv hu az fi et is"),
        ("üÜ", "de tr hu az et"), ("ß", "de"), ("ä", "de sv fi et"), ("å", "sv"),
        ("çÇ", "fr tr pt az sq"), ("é", "fr cs hu es pt is"), ("èêœ", "fr"), ("ñ", "es"), ("ěřů", "cs"),
        ("łśżź", "pl"), ("ąę", "pl lt"), ("őű", "hu"), ("đ", "sh"), ("čžš", "sh cs lt lv"), ("ã", "pt"),
        ("õ", "pt et"), ("ơưạếệộ", "vi"), ("ățțȚșȘ", "ro"), ("ņļģķ", "lv"), ("ėų", "lt"), ("þð", "is"),
    )
    for letter in letters
}  # fmt: skip
# Each such letter counts for half a mention: a name has one or two of them, and may be quoted in
# news that came through any language.
_LETTER = 0.5
# How much likelier a language is if its country alone is spoken of: a subject is no sign of a
# language, and must give way to any other evidence. On articles held out, 15 named the language a
# little less often right, and from 60 on Russian and German less often.
_ABOUT = 30.0
# Of fewer mentions than this the odds are less by as much.
_SURE = 3.0
# So many characters from the start say what an article is about.
_OPENING = 10_000
# Money and counting words that one country's news has.
_MONEY = {
    "yuan": "zh", "renminbi": "zh", "rouble": "ru", "roubles": "ru", "ruble": "ru", "rubles": "ru",
    "lira": "tr", "liras": "tr", "rial": "fa", "rials": "fa", "toman": "fa", "tomans": "fa",
    "manat": "az", "hryvnia": "uk", "hryvnias": "uk", "hryvnya": "uk", "zloty": "pl", "zlotys": "pl",
    "forint": "hu", "forints": "hu", "koruna": "cs", "korunas": "cs", "yen": "ja", "shekels": "he",
    "dirhams": "ar", "riyals": "ar", "dinars": "ar", "lakh": "hi", "crore": "hi", "rupees": "hi",
    "reais": "pt", "dong": "vi", "leks": "sq", "lei": "ro", "leva": "bg",
}  # fmt: skip
_NAMED = re.compile(r"[^\W\d_a-z](?<!\w.)[^\W\d_]+(?:-[^\W\d_]+)*")
_PAID = re.compile(rf"\b(?:{'|'.join(_MONEY)})\b")


@cache
def subjects() -> Mapping[str, str]:
    """Words that point to one language's country: money, and names of places, persons and bodies."""
    path = Path(__file__).parent.parent / "data" / "subjects.txt"
    found = dict(_MONEY)
    for line in path.read_text(encoding="utf-8").splitlines():
        language, _, words = line.partition(" ")
        found |= dict.fromkeys(words.split(), language)
    return found


def about(text: str, words: AbstractSet[str] | None = None) -> dict[str, float]:
    """What a text's countries, names and letters say of its language, if it was translated at all.

    A country counts by its share of all that are spoken of. `words` are those of the text in lower
    case, where they are known.
    """
    opening = text[:_OPENING]
    spoken: Counter[str] = Counter(SPOKEN.get(code, "") for code in country_mentions(opening))
    spoken.update(map(subjects().get, _NAMED.findall(opening)))  # type: ignore[arg-type]
    if not _MONEY.keys().isdisjoint(words_of(text) if words is None else words):
        spoken.update(map(subjects().__getitem__, _PAID.findall(opening)))
    weights = {language: float(spoken[language]) for language in LANGUAGES}
    for letter in set() if opening.isascii() else set(opening).intersection(_LETTERS):
        owners = _LETTERS[letter]
        for language in owners:
            weights[language] += _LETTER * opening.count(letter) / len(owners)
    total = sum(weights.values())
    share = _ABOUT / max(total, _SURE)
    odds = {language: 1 + share * weight for language, weight in weights.items()}
    mean = sum(odds.values()) / len(odds)
    return {language: math.log(value / mean) for language, value in odds.items()}

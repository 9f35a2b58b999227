"""A name cut into the words that tell it from others, and the keys that ignore accents and case."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼʻ‘`´′ʹʾʿ", "'"))
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['̧])*", re.UNICODE)
# Soft signs written as quotation marks: Kam”yanka, Mar"janivka.
_QUOTED_SIGN = re.compile(r"(?<=[^\W\d_])[\"”“](?=[^\W\d_])")
_RUNS = re.compile(r"[^a-z0-9]+")
_ABD = re.compile(r"^abd(?:ou|[aeiouü])?(?:l(?=.{2})(?!atif)|([rsşndtz])(?=\1))?(.{3,})$")
_ABD_ALONE = re.compile(r"^ab[ie]?d(?:ou|[aeiouü])?[lrsşndtz]?$")
_DIN = re.compile(r"(?:ou|[aeiou])[dt]{2}(?:i|ee|î)ne?$|(?<=...)(?:ou|[eu])ld(?:i|ee|î)ne?$")
# Abulgaziyev is a surname of its own.
_FATHER_OF = re.compile(r"^(?!.*[eo]va?$)[ae]b(?:ou?|u)[aeu]?l([bcdfghjkmnpqrstvwyz][^\W\d_]{3,})$")
_DIN_ALONE = re.compile(r"^(?:(?:ou|[aeou])[dt]?)?d(?:i|ee|î)ne?$")
_JOINED = re.compile(r"^(?:zad[aeé]h?|nej[ae]d|nezhad|nedschad|neżad|nežad|nejat|p[ou]+r|oll?ah|ull?ah)$")


@dataclass(frozen=True, slots=True)
class Words:
    """What a name consists of: the words that count, and what was set aside."""

    content: tuple[str, ...]
    particles: tuple[str, ...]
    honorifics: tuple[str, ...]
    generics: tuple[str, ...]


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = files("auditor") / "data" / "matching.words.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def to_ascii(text: str) -> str:
    """Any script to ASCII letters; loaded only when a text needs it."""
    if text.isascii():
        return text
    from anyascii import anyascii

    return str(anyascii(text))


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """The key under which exact spellings are compared: ASCII, lower case, single spaces."""
    return _RUNS.sub(" ", to_ascii(name).lower()).strip()


def lower(text: str) -> str:
    """Lower case and composed; the dot that lower-casing leaves on a Turkish İ is dropped."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", text.translate(_APOSTROPHES)).lower()
    return text.replace("i̇", "i")


_TURKISH_VOWELS = frozenset("aeıioöuüâîû")


def _strip_ending(word: str) -> str:
    """Ankara'nın → ankara; apostrophes inside a name stay (ta'mari, far'un)."""
    if "'" not in word:
        return word
    if word in _lists()["no_possessives"]:
        return word
    stem, mark, ending = word.rpartition("'")
    if mark and len(stem) >= 4 and len(ending) >= 2 and ending in _lists()["apostrophe_endings"]:
        # No Turkish ending puts a vowel behind a vowel: Modi'in is a name.
        return word if stem[-1] in _TURKISH_VOWELS and ending[0] in _TURKISH_VOWELS else stem
    return stem if mark and ending in {"s", ""} else word


def _abd(word: str) -> str:
    """Abdurrahman, Abdul-Rahman and Abdel Rahman alike."""
    found = _ABD.match(word) if word.startswith("ab") else None
    return "abd" + found[2] if found and word not in {"abdelli", "abdallat"} else word


def _join(words: list[str]) -> list[str]:
    """Words that belong to one another: Abd al-Rahman, Salah al-Din, Khatib Zadeh."""
    joined: list[str] = []
    servants: set[str] = set()  # Abdul Aziz is abdaziz; a second time over its a would be taken for Abda-
    articles = _lists()["articles"]
    pending = ""
    for word in words:
        if pending:
            if word in articles:
                continue
            joined.append(pending + word.removeprefix("al") if word == "allah" else pending + word)
            servants.add(joined[-1])
            pending = ""
        elif word.startswith("ab") and _ABD_ALONE.match(word) and word is not words[-1]:
            pending = "abd"
        elif joined and "d" in word and _DIN_ALONE.match(word):
            while len(joined) > 1 and joined[-1] in articles:
                joined.pop()
            joined[-1] += "din"
        elif joined and word[0] in "znpou" and _JOINED.match(word):
            joined[-1] += word
        else:
            joined.append(word)
    if pending:
        joined.append(pending)
    if any(word[1:2] == "b" and _FATHER_OF.match(word) for word in joined):  # Abouelnaga, Abolhassan
        joined = [part for word in joined for part in _FATHER_OF.sub(r"abu \1", word).split()]
    joined = [word if word in servants else _abd(word) for word in joined]
    return [_DIN.sub("din", word) if "n" in word[-2:] else word for word in joined]


_ARTICLE = re.compile(r"^[ae]l[- ']?([bcçdfghjklmnpqrsştvwyz][^\W\d_]{3,})$")
# Words that begin with al or el by themselves, by their beginnings.
_NOT_ARTICLE = re.compile(
    "al[aeiouyé]|albe|albin|albright|aldou|aldri|aldrich|alf[or]|almat|almei|almer|almod[oó]|almog(?!h)|almona"
    "|almon[dt]e?$|almor|almos|alp|alst|alt(?!ah|aie|amim|aqi|aw|aye|uw|wa)|alv|alzh|allen|algé|algi|alge"
    "|elbe[gr]|elbr|elder|eldr|elf(?!ad|at|ay|ilal)|elli|elmen[dt]|elmer|elmir(?:a|e|eva?|ov)?$"
    "|els[atp]$|elsa[es]s|elsä|else(?:$|[bnrv])|elsh[ao][dn]|elsie|elsin|els[mntw]|elti|elts|elv|elw[eioy]|elz[ai]"
)
_SON = re.compile(r"^b[ei]n((?:abd|[bcdfghjklmrstwyz])[^\W\d_]{3,})$")
_NOT_SON = re.compile(
    "bentl|bendt|benth|bends|b[ei]ng[ah]|b[ei]njam|b[ei]nyam|benson|benton|bender|bendix|benz"
)
_OF_THE = re.compile(r"^([^\W\d_]{4,})[uo]l$")


def _son(word: str) -> str:
    found = _SON.match(word)
    return found[1] if found and not _NOT_SON.match(word) else word


def _bare(word: str, last: bool) -> str:
    """Alghoul as el-Ghoul, Benmansour as ibn Mansour, Mahmoodul Hassan as Mahmood-ul Hassan."""
    if len(word) < 6:
        return word
    if word[1] == "l":
        found = _ARTICLE.match(word)
    elif word[0] == "b":
        return _son(word)
    else:
        found = None
    if found and not _NOT_ARTICLE.match(word):
        return found[1]
    found = _OF_THE.match(word) if word[-1] == "l" and not last else None
    return found[1] if found else word


def _is_honorific(word: str, rest: list[str]) -> bool:
    """A title before a name; a word that is a given name too needs a full name after it."""
    lists = _lists()
    if word in lists["also_given_names"]:
        return sum(w not in lists["particles"] for w in rest) >= 2
    return word in lists["honorifics"] and bool(rest)


def is_generic(word: str) -> bool:
    """Whether a lower-case word in any script is a word for a kind of place."""
    return word in _lists()["generics"]


@cache
def _translated() -> dict[str, str]:
    """Words that place names translate (nowy, nouvel) → the first of their line (new)."""
    return {word: line.split()[0] for line in _lists()["same_words"] for word in line.split()}


@cache
def _given() -> dict[str, dict[str, str]]:
    """Given names of many languages, in letters of theirs and in ASCII → the first of their line."""
    path = files("auditor") / "data" / "matching.given.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: {
            form: line.split()[0]
            for line in lines
            for word in line.split()
            for form in (word, to_ascii(word).lower())
        }
        for name, lines in table.items()
    }


def namesake(word: str) -> str:
    """The given name that a lower-case word is in one language or another (icchak: isaac), or none."""
    names = _given()["names"]
    return names.get(word, "") or (names.get(to_ascii(word).lower(), "") if not word.isascii() else "")


def is_press_variant(one: str, other: str) -> bool:
    """Whether two folded words are one given name as English-language news prints it: sergei, sergey."""
    press = _given()["press"]
    return one in press and press[one] == press.get(other)


# Ordinals of sovereigns; I, V and X alone are initials as often.
_ORDINAL = re.compile(r"(?=[ivx]{2,6}$)x{0,2}(?:ix|iv|v?i{0,3})$")


def is_ordinal(word: str) -> bool:
    """Whether a lower-case word is a sovereign's number."""
    return _ORDINAL.match(word) is not None


def _as_sovereign(words: list[str]) -> list[str]:
    """Names and titles of sovereigns in English, the ordinal behind them: II. Elżbieta, Papa Francesco."""
    names, titles = _given()["sovereigns"], _given()["sovereign_titles"]
    is_pope = len(words) > 1 and titles.get(words[0]) == "pope" and words[1] in names
    if not is_pope and not any(map(is_ordinal, words)):
        return words
    if names.keys().isdisjoint(words):
        return words  # Xi Jinping
    if len(words) > 1 and words[0] in titles:
        words = [titles[words[0]], *words[1:]]
    if is_ordinal(words[0]):
        words = [words[1], words[0], *words[2:]]
    return [names.get(word, word) for word in words]


def is_sovereign(name: str) -> bool:
    """Whether a name is a sovereign's or a pope's in another language's form."""
    words = lower(name).split()
    return _as_sovereign(words) != words


@lru_cache(maxsize=32_768)
def split(name: str) -> Words:
    """Cut a name in Latin letters into its words."""
    lists = _lists()
    words = [_strip_ending(word) for word in _WORD.findall(_QUOTED_SIGN.sub("", lower(name)))]
    words = _as_sovereign(_join([word for word in words if word]))
    content: list[str] = []
    particles: list[str] = []
    honorifics: list[str] = []
    generics: list[str] = []
    for place, word in enumerate(words):
        last = place == len(words) - 1
        word = _bare(word, last)
        # Ben Affleck and Wang Wen Bin: what opens or ends a name is joined to nothing.
        is_name = (last and content) or (word == "ben" and not content)
        if word in lists["particles"] and not is_name:
            particles.append(word)
        elif _is_honorific(word, words[place + 1 :]) and not content:
            honorifics.append(word)
        elif word in lists["generics"]:
            generics.append(word)
        else:
            content.append(word)
    if not content:
        content, particles, honorifics, generics = words, [], [], []
    same = _translated()
    content[:-1] = [same.get(word, word) for word in content[:-1]]
    if len(content) > 1 and content[-1] in lists["same_words_last"]:
        content = [same[content[-1]], *content[:-1]]  # Petrivtsi Nyzhni as Lower Petrivtsi
    return Words(tuple(content), tuple(particles), tuple(honorifics), tuple(generics))

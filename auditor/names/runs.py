"""Runs of capitalised words in prose: where names may stand, cut from the words around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UPPER = "".join(
    chr(code)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if chr(code).isupper()
)
_CAPITAL = f"A-Z{_UPPER}"

# al-Assad, O'Brien, Jae-in, J., Ja’afari; a full stop only behind an initial.
_WORD = (
    rf"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Ee]s|[Ee]ş|[Aa]t|[Ee]t|[Aa]d|[Ee]d|[Aa]r|[Ee]r|[Aa]z|"
    rf"[Uu]l|d|de|ibn|bin)[-‑’'])?[{_CAPITAL}][^\W\d_]*(?:[’'‑-][^\W\d_]+)*(?:(?<=\b[{_CAPITAL}])\.|(?<=\bSt)\.)?"
)
_PARTICLE = (
    r"(?:bin|ben|ibn|bint|al|el|von|van|der|den|de|da|di|du|del|dos|la|le|ul|ur|uz|ud|ad|ud-Din|"
    r"abu|ould|y|e|ter)"
)
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD})*")

# The names of bodies and offices hold small words: Ministry of Defence, Guards of the Revolution.
_LONG_RUN = re.compile(
    rf"(?<![\w’'-]){_WORD}(?:(?:[ \u00a0](?:of|the|for|and|on|in|&|to|against|with|a)){{0,2}}"
    rf"[ \u00a0]{_WORD})+"
)

_POSSESSIVE = re.compile(r"[’']s?$")

# Words that stand before or behind a name with a capital and are no part of it.
TITLES = frozenset(
    """president vice prime minister deputy foreign defense defence interior finance justice health
    energy oil education trade economy culture sports transport labour labor environment
    secretary general secretary-general state chief head chairman chairwoman chair chairperson
    director commander commander-in-chief colonel major lieutenant brigadier admiral captain sergeant
    marshal corporal governor mayor senator representative congressman congresswoman speaker spokesman
    spokeswoman spokesperson ambassador envoy chancellor premier king queen prince princess crown
    emperor sultan emir sheikh sheik sayyid sayyed seyyed seyed imam ayatollah grand hojatoleslam
    hojjatoleslam mullah maulana mawlana mufti rabbi pope bishop archbishop patriarch cardinal
    father sister brother dr doctor prof professor mr mrs ms miss sir lord lady dame judge justice
    prosecutor attorney lawyer minister’s leader supreme guide member party opposition former ex
    acting interim caretaker late then new old young senior junior top national security adviser
    advisor aide counsellor counselor coach captain striker goalkeeper midfielder defender singer
    actor actress diva tenor soprano pianist painter director
    writer author journalist poet analyst expert economist activist
    professor student comrade chief-of-staff undersecretary under-secretary minister-designate
    executive officer ceo cfo founder owner chairman-designate counsel general’s us u.s uk eu un
    nato republican democrat democratic conservative labour army navy police air force staff
    presidential""".split()
)
# The same as other languages, and engines, spell them.
FOREIGN_TITLES = {
    "ayatollah": """ayetullah ayatullah ayatolah ayathola ayathollah ayathullah ayetollah ajatollah
        ajatolla ajatollach ajatullah ajatola aiatollah aiatolá ayatolá ájatolláh""",
    "sheikh": "şeyh seyh scheich scheik cheikh szejk szejch šejk sejk šeik jeque sceicco sjeik shaykh şeix",
    "hojatoleslam": """hüccetülislam huccetulislam hojatolislam hojjatolislam hujjatulislam
        hodschatoleslam hodżatoleslam hodżdżatoleslam""",
    "imam": "imám imamı",
    "general": "generál generał général tuğgeneral tümgeneral korgeneral orgeneral",
    "president": "präsident président prezydent presidente cumhurbaşkanı prezident",
}  # fmt: skip
_FOREIGN_TITLES = frozenset(word for words in FOREIGN_TITLES.values() for word in words.split())

# Of these, those that are never part of a name.
_OFFICES = frozenset(
    """president minister secretary spokesman spokeswoman spokesperson commander chairman chairwoman
    director ambassador senator lawmaker adviser advisor governor chief premier leader mp ayatollah
    hojatoleslam""".split()
) | {w for title in ("ayatollah", "hojatoleslam") for w in FOREIGN_TITLES[title].split()}
_FUNCTION = frozenset(
    """the a an in on at of to for from by with and or but as if when while after before since until
    that this these those it its he she they we you i his her their our my your who what where why
    how which there here then now today yesterday tomorrow meanwhile however although though despite
    because so yet also not no yes all any some many most more few both each every another other one
    two three four five six seven eight nine ten first second third last next according during under
    over between among about against without within through including following speaking citing
    asked earlier later once still even only just such is was were are be been being has have had do
    does did will would can could may might must should let than thus hence therefore moreover
    furthermore addressing meeting noting adding calling saying later both neither nor either amid
    per via like unlike given upon across near inside outside around along behind beyond instead
    further recently finally again perhaps maybe indeed apart based born killed known named mr mrs
    guess think well good great big small please thank thanks dear while whether once""".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    ramadan christmas easter eid nowruz gmt am pm""".split()
)


class Run(NamedTuple):
    """A name in prose: its place, its words, and the words with capitals before it."""

    start: int
    end: int
    text: str
    lead: str
    sentence_start: bool


def name_runs(text: str, demonyms: frozenset[str]) -> Iterator[Run]:
    """Names in a paragraph: titles, demonyms and sentence openers cut off in front.

    `demonyms` are lower-case words such as *iranian* that describe and do not name.
    """
    for match in _RUN.finditer(text):
        opens = _opens_sentence(text, match.start())
        words = list(re.finditer(r"[^ \u00a0]+", match[0]))
        first = 0
        while first < len(words) and _is_lead(words[first][0], first, opens, demonyms):
            first += 1
        first = _behind_office(words, first)
        last = len(words)
        while last > first and _plain(words[last - 1][0]) in _CALENDAR | _FUNCTION:
            last -= 1
        yield from _cut(text, match, words[first:last], opens and first == 0, demonyms)


def _behind_office(words: list[re.Match[str]], first: int) -> int:
    """Where a name begins behind the last office named: *Quds Force Commander* Qasem Soleimani."""
    offices = [i for i in range(first, len(words) - 1) if _plain(words[i][0]) in _OFFICES]
    return offices[-1] + 1 if offices else first


def _cut(
    text: str, match: re.Match[str], words: list[re.Match[str]], opens: bool, demonyms: frozenset[str]
) -> Iterator[Run]:
    """The run without its lead, cut after a genitive (*Iran’s Javad Zarif* are two names).

    Titles behind the genitive are no part of the second name either (*Iran’s Ayatollah Khamenei*).
    """
    part: list[re.Match[str]] = []
    for index, word in enumerate(words):
        if index and not part and index < len(words) - 1 and _is_lead(word[0], index, opens, demonyms):
            continue
        part.append(word)
        if _POSSESSIVE.search(word[0]) or index == len(words) - 1:
            start, end = match.start() + part[0].start(), match.start() + part[-1].end()
            bare = _POSSESSIVE.sub("", text[start:end])
            if len(bare) > 1:
                lead = text[max(start - 60, 0) : start]
                yield Run(start, start + len(bare), bare, lead, opens)
            part, opens = [], False


def _is_lead(word: str, index: int, opens: bool, demonyms: frozenset[str]) -> bool:
    plain = _plain(word)
    if plain in TITLES or plain in _FOREIGN_TITLES or plain in demonyms or plain in _CALENDAR:
        return True
    return plain in _FUNCTION


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word).rstrip(".").lower()


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(start - 3, 0) : start].rstrip(" \u00a0\n\r")
    return not before or before[-1] in ".!?:“\"‘«…—–(" or start == 0


def long_runs(text: str) -> Iterator[tuple[int, int]]:
    """Places of capitalised runs with the small words that names of bodies hold."""
    for match in _LONG_RUN.finditer(text):
        yield match.span()


def sub_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a long run of two to nine words, longest first, that begin and end with capitals."""
    words = [
        (start + m.start(), start + m.end()) for m in re.finditer(r"[^ \u00a0]+", text[start:end])
    ]
    for size in range(min(len(words), 9), 1, -1):
        for first in range(len(words) - size + 1):
            a, b = words[first][0], words[first + size - 1][1]
            if not text[a].islower() and not text[words[first + size - 1][0]].islower():
                yield a, b

"""Runs of capitalised words in prose: where names may stand, cut from the words around them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.language.countries import NAMES

_UPPER = "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_CAPITAL = f"A-Z{_UPPER}"

# Small words that are joined to a name: al-Assad, d’Estaing, ibn-Khaldun.
_JOINED = (
    r"[Aa]l|[Ee]l|[Aa]n|[Ee]n|[Aa]s|[Ee]s|[Ee]ş|[Ee]z|[Aa]t|[Ee]t|[Aa]d|[Ee]d|[Aa]r|[Ee]r|[Aa]z|[Uu]l|de",
    r"[Aa]sh|ibn|bin",
    r"d",
)
_JOIN = rf"(?:{'|'.join(_JOINED)})[-‑’']"

# O'Brien, Jae-in, J., Ja’afari; a full stop only behind an initial.
_REST = rf"[^\W\d_]*(?:[’'‑-][^\W\d_]+)*(?:(?<=\b[{_CAPITAL}])\.|(?<=\bSt)\.)?"
_WORD = rf"(?:{_JOIN})?[{_CAPITAL}]{_REST}"
# The first word is sought by its capital, which is quick; what is joined to it is looked for behind.
_FIRST = (
    rf"[{_CAPITAL}](?:(?<![\w’'-].)"
    + "".join(rf"|(?<=(?<![\w’'-])(?:{each})[-‑’'].)" for each in _JOINED)
    + rf"){_REST}"
)
_JOINED_BEFORE = re.compile(rf"{_JOIN}\Z")
_PARTICLE = (
    r"(?:bin|ben|ibn|bint|al|el|von|van|der|den|de|da|di|du|del|dos|la|le|ul|ur|uz|ud|ad|ud-Din|"
    r"abu|ould|y|e|ter)"
)
_RUN = re.compile(rf"{_FIRST}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_WORD})*")

# The names of bodies and offices hold small words: Ministry of Defence, Guards of the Revolution.
_LONG_RUN = re.compile(
    rf"{_FIRST}(?:(?:[ \u00a0](?:of|the|for|and|on|in|&|to|against|with|a)){{0,2}}"
    rf"[ \u00a0]{_WORD})+"
)

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
    "prince": "prens prinz kronprinz",
    "king": "kral könig",
    "general": "generál generał général tuğgeneral tümgeneral korgeneral orgeneral",
    "president": "präsident président prezydent presidente cumhurbaşkanı prezident",
}  # fmt: skip
_FOREIGN_TITLES = frozenset(word for words in FOREIGN_TITLES.values() for word in words.split())

# Of these, those that are never part of a name.
_OFFICES = frozenset(
    """president minister secretary spokesman spokeswoman spokesperson commander chairman chairwoman
    director ambassador senator lawmaker adviser advisor governor chief premier leader mp ayatollah
    hojatoleslam secretary-general vice-president commander-in-chief undersecretary chairperson
    footballer""".split()
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


# What an office is over, between its name and its holder's: Minister of Foreign *Affairs* Nasser
# Bourita, president of *Senegal* Bassirou Diomaye Faye (English sets commas there or turns it round).
_OFFICE_OVER = re.compile(
    r"(?i:\b(?:minist(?:er|ry)|secretary|undersecretary|department|committee|commission(?:er)?|head|chief|"
    r"director)) (?:of|for) (?:the )?(?:[\w’'-]+,? (?:[\w’'-]+ )?(?:and|&) (?:the )?)?\Z"
)
_FIELDS = frozenset(
    """affairs agriculture aid aviation commerce communication communications construction cooperation
    crafts culture defence defense development digitalization ecology economy education emergencies
    employment endowments energy environment family finance finances fisheries food foreign forests forestry
    health homeland housing immigration industries industry information infrastructure innovation
    integration intelligence interior internal investment investments irrigation justice labor labour
    media migration mines mining oil petroleum planning policy ports power protection railways relations
    religious research resources roads rural science sciences security social sport sports technology
    telecommunications tourism trade transport transportation treasury university urban war water
    welfare women works youth""".split()
)
_RULER_OF = re.compile(
    r"(?i:\b(?:president|king|queen|prince|emir|sultan|minister|secretary|premier|chancellor|leader|ruler|head|"
    r"ambassador|envoy|representative|coordinator|affairs|republic|kingdom|government|defen[cs]e|interior|"
    r"health|finance|justice)) (?:of|to|for|in) (?:the )?\Z"
)
# Old and foreign forms of a country's name stand there too.
_COUNTRIES = frozenset(name.lower() for name in NAMES.values()) | {
    "byelorussia", "belorussia", "bielorussia", "belarussia", "moldavia", "kirghizia", "kirgizstan",
    "kirgizia", "turkiye", "burma", "czechia", "america", "england", "holland", "swaziland", "macedonia",
}  # fmt: skip
# What ends the name of a state: the Russian Federation, the Czech Republic.
_STATES = ("republic", "federation", "confederation", "kingdom", "emirates")

# Whose head stands behind them: Commander-in-Chief of the *Armed Forces* Valery Zaluzhny.
_HEAD_OF = re.compile(
    r"(?i:\b(?:commander|commander-in-chief|chief|head|speaker|chair\w*|president|secretary|director|spokes\w+|"
    r"member|leader|deputy|governor|prosecutor|judge|commissioner|minister)) (?:of|for) (?:the )?\Z"
)
_BODIES = frozenset(
    name.strip()
    for name in """
        armed forces, armed forces general staff, general staff, joint staff, ground forces,
        land forces, air force, air forces, navy, army, parliament, national assembly,
        federal assembly, supreme council, state duma, verkhovna rada, senate, federation council,
        supreme court, constitutional court, security council, national security council,
        supreme national security council, central bank, national bank, state bank, security service,
        intelligence service, national guard, european commission, european council,
        european parliament, european union, united nations, african union, arab league,
        state department, foreign ministry, defense ministry, defence ministry, interior ministry,
        presidential administration, presidential office, palestinian authority
        """.split(",")
)


_LEADS = TITLES | _FOREIGN_TITLES | _CALENDAR | _FUNCTION
_NEVER_LAST = _CALENDAR | _FUNCTION
# Months for short that are given names before another word with a capital: Jan Egeland, Jun Azumi.
_ALSO_GIVEN = frozenset(("jan", "jun"))


class Run(NamedTuple):
    """A name in prose: its place, its words, and the words with capitals before it."""

    start: int
    end: int
    text: str
    lead: str


# As many characters before a name may tell of its bearer: a title, an office, a body.
_LEAD = 60


def run_at(text: str, start: int, end: int) -> Run:
    """The name that stands at a place of a text."""
    return Run(start, end, text[start:end], text[max(start - _LEAD, 0) : start])


def part_of(run: Run, start: int, end: int) -> Run:
    """A run's words from `start` to `end`, counted from its own start."""
    lead = f"{run.lead}{run.text[:start]}"[-_LEAD:]
    return Run(run.start + start, run.start + end, run.text[start:end], lead)


class _Word(NamedTuple):
    """A word of a run, and its place in the paragraph."""

    text: str
    start: int


def name_runs(text: str, demonyms: frozenset[str]) -> Iterator[Run]:
    """Names in a paragraph: titles, demonyms and sentence openers cut off in front.

    `demonyms` are lower-case words such as *iranian* that describe and do not name.
    """
    for match in _RUN.finditer(text):
        start, seen = _begin(text, match.start()), match[0]
        if seen.isalpha() and seen.lower() in _LEADS:  # as most capitals of prose are
            continue
        if seen.isalpha() and start == match.start():  # one plain word, as most others are
            if len(seen) > 1 and seen.lower() not in demonyms:
                yield run_at(text, start, match.end())
            continue
        words = _words(text[start : match.end()], start)
        first, last = 0, len(words)
        before = text[max(start - _LEAD, 0) : start] if last > 1 else ""
        if behind := _behind_country(words, before) or _behind_body(words, before, demonyms):
            yield from _cut(text, words[:behind], demonyms)
            first = behind
        first = _behind_leads(words, first, demonyms)
        if (behind := _behind_office(words, first)) > first:
            first = _behind_leads(words, behind, demonyms)
        if last - first > 1 and _OFFICE_OVER.search(before):
            first = _behind_fields(words, first)
        while last > first and _plain(words[last - 1].text) in _NEVER_LAST:
            last -= 1
        if first < last:
            yield from _cut(text, words[first:last], demonyms)


def _begin(text: str, start: int) -> int:
    """Where a run begins whose first capital stands at `start`."""
    if not start or text[start - 1] not in "-‑’'":
        return start
    joined = _JOINED_BEFORE.search(text, max(start - 4, 0), start)
    return joined.start() if joined else start


def _words(run: str, start: int) -> list[_Word]:
    words = []
    for text in run.replace("\u00a0", " ").split(" "):
        words.append(_Word(text, start))
        start += len(text) + 1
    return words


def _behind_leads(words: Sequence[_Word], first: int, demonyms: frozenset[str]) -> int:
    """Where a run begins behind titles, demonyms and what opens sentences."""
    while first < len(words) and _is_lead(words[first].text, demonyms):
        if words[first].text.lower() in _ALSO_GIVEN and first < len(words) - 1:
            break
        first += 1
    return first


def _behind_office(words: Sequence[_Word], first: int) -> int:
    """Where a name begins behind the last office named: *Quds Force Commander* Qasem Soleimani."""
    for index in range(len(words) - 2, first - 1, -1):
        if _plain(words[index].text) in _OFFICES:
            return index + 1
    return first


def _behind_fields(words: Sequence[_Word], first: int) -> int:
    """Where a name begins behind what its bearer's office is over: *Foreign Affairs* Nasser Bourita."""
    behind = first
    while behind < len(words) - 1 and words[behind].text.lower() in _FIELDS:
        behind += 1
    return behind


def _behind_country(words: Sequence[_Word], before: str) -> int:
    """Where the name of who rules a country begins behind the country's, or 0; it has two words at least."""
    if not before.endswith((" of ", " of the ", " to ", " for ", " in ")):
        return 0
    for size in range(min(3, len(words) - 2), 0, -1):
        name = " ".join(word.text for word in words[:size]).lower()
        if name in _COUNTRIES or name.endswith(_STATES):
            # Chief of Staff of the United States General Mark Milley: a title behind it cuts it off too.
            titled = len(words) > size + 2 and words[size].text.lower() in TITLES
            return size if titled or _RULER_OF.search(before) else 0
    return 0


def _behind_body(words: Sequence[_Word], before: str, demonyms: frozenset[str]) -> int:
    """Where the full name of who heads a body begins behind the body's, or 0."""
    if not before.endswith((" of ", " of the ", " for ", " for the ")) or not _HEAD_OF.search(before):
        return 0
    own = 1 if words[0].text.lower() in demonyms else 0  # the Ukrainian Armed Forces
    for size in range(min(5, len(words) - 2), 0, -1):
        texts = [word.text.lower() for word in words[:size]]
        if " ".join(texts) in _BODIES or " ".join(texts[own:]) in _BODIES:
            return size
    return 0


def _cut(text: str, words: Sequence[_Word], demonyms: frozenset[str]) -> Iterator[Run]:
    """The run without its lead, cut after a genitive (*Iran’s Javad Zarif* are two names).

    Titles behind the genitive are no part of the second name either (*Iran’s Ayatollah Khamenei*).
    """
    begin = -1
    for index, word in enumerate(words):
        is_last = index == len(words) - 1
        if begin < 0:
            if index and not is_last and _is_lead(word.text, demonyms):
                continue
            begin = word.start
        if is_last or _bare(word.text) != word.text:
            bare = _bare(text[begin : word.start + len(word.text)])
            if len(bare) > 1:
                yield run_at(text, begin, begin + len(bare))
            begin = -1


def _is_lead(word: str, demonyms: frozenset[str]) -> bool:
    plain = _plain(word)
    return plain in _LEADS or plain in demonyms


def _plain(word: str) -> str:
    return _bare(word).rstrip(".").lower()


def _bare(word: str) -> str:
    """A word without the sign of the genitive."""
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word[:-1] if word.endswith(("’", "'")) else word


@lru_cache(maxsize=1)  # asked for twice of each document
def long_runs(text: str) -> tuple[tuple[int, int], ...]:
    """Places of capitalised runs with the small words that names of bodies hold."""
    return tuple([(_begin(text, match.start()), match.end()) for match in _LONG_RUN.finditer(text)])


def sub_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a long run of two to nine words, longest first, that begin and end with capitals."""
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^ \u00a0]+", text[start:end])]
    for size in range(min(len(words), 9), 1, -1):
        for first in range(len(words) - size + 1):
            a, b = words[first][0], words[first + size - 1][1]
            if not text[a].islower() and not text[words[first + size - 1][0]].islower():
                yield a, b

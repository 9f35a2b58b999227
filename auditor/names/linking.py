"""From a name as it stands in a text to its entity: look-ups remembered across documents."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from auditor.language.vocabulary import english_words
from auditor.names.alike import alike
from auditor.names.conventions import readings
from auditor.names.romanised import is_another_romanised
from auditor.names.runs import FOREIGN_TITLES
from auditor.names.sounds import skeletons
from auditor.names.tokens import fold, is_sovereign, split

if TYPE_CHECKING:
    from auditor.names.bearers import Bearers
    from auditor.names.bodies import Bodies
    from auditor.names.gazetteer import Entity, Gazetteer, Match
    from auditor.names.near_people import NearPeople

# A full name is linked at this score. On 287,000 words of news written in English the names so
# linked that were no respelling of their entity's were 4, of 27 in all; at 0.9 they were 3.
FULL = 0.75
# In an article that speaks of the bearer's country, less will do: on 298,000 words of news written in
# English that linked one other full name more, an English athlete's.
NEAR = 0.35
# With a title that fits, an official of no country spoken of (the UN, NATO).
SURELY = 0.9
# A surname that only one bearer in the gazetteer can have gets half of what his full name would.
ALONE = 0.4
# Places and bodies are made of common words more often than persons are.
SURE = 0.75
# With a title and a country that fit, less will do.
SUPPORTED = 0.3
# Characters: twice the longest name in the book. What is longer is a stammer or a list of names.
LONGEST = 200
# Two spellings of a text are one name at this score, since both stand in one article. On news
# written in English most pairs so joined were slips of the author's (Latham, Lathem).
SAME = 0.65


class Linker:
    """A gazetteer with the answers it gave: names recur within and across articles."""

    def __init__(self, gazetteer: "Gazetteer") -> None:
        """Take the gazetteer to ask."""
        self.gazetteer = gazetteer
        self.right = lru_cache(maxsize=65_536)(self._right)
        self.wrong = lru_cache(maxsize=65_536)(self._wrong)
        self.heard = lru_cache(maxsize=65_536)(self._heard)
        self.full = lru_cache(maxsize=65_536)(self._full)
        self.loose = lru_cache(maxsize=65_536)(self._loose)
        self.place = lru_cache(maxsize=65_536)(self._place)
        self.places = lru_cache(maxsize=16_384)(self._places)
        self.bearers = lru_cache(maxsize=65_536)(self._bearers)
        self.acronym = lru_cache(maxsize=65_536)(gazetteer.acronym)

    @cached_property
    def surnames(self) -> "Bearers":
        """Who may be called by a surname alone, by country."""
        from auditor.names.bearers import Bearers

        return Bearers(self.gazetteer)

    @cached_property
    def officials(self) -> "NearPeople":
        """Who holds an office, by the letters of his surname."""
        from auditor.names.near_people import NearPeople

        return NearPeople(self.gazetteer)

    @cached_property
    def bodies(self) -> "Bodies":
        """Bodies by the words of their names."""
        from auditor.names.bodies import Bodies

        return Bodies(self.gazetteer)

    def _right(self, text: str) -> "tuple[Match, ...]":
        """Entities that `text` names rightly."""
        return tuple(self.gazetteer.exact(text))

    def _wrong(self, text: str) -> "tuple[Match, ...]":
        """Entities that `text` is a known mistranslation or foreign form of."""
        return () if self.right(text) else tuple(self.gazetteer.wrong(text))

    def _heard(self, text: str) -> "tuple[Match, ...]":
        """Persons whose full name `text` may be, by its sounds, the likeliest first."""
        if len(text) > LONGEST:
            return ()
        found = self.gazetteer.lookup(text, kinds=("person",), limit=4, threshold=SUPPORTED)
        return tuple(m for m in found if not m.partial)

    def _full(self, text: str) -> "tuple[Match, ...]":
        """Persons whose full name `text` may be in another spelling, the likeliest first."""
        return tuple(
            m
            for m in self.heard(text)
            if _is_respelling(text, m) and not is_another_romanised(text, m.entity)
        )

    def _loose(self, text: str) -> "tuple[Match, ...]":
        """As `_full`, and names that are English or made of English words (*Coe Biden*).

        Another person may bear such a name: only a title that fits can tell.
        """
        heard = (m for m in self.heard(text) if is_heard_throughout(text, m))
        return tuple(m for m in heard if not is_another_romanised(text, m.entity))

    def _place(self, text: str) -> "Match | None":
        """The place or body whose name `text` misspells, where that is as good as sure."""
        if len(text) > LONGEST or is_english_phrase(text):
            return None
        kinds = ("place", "organisation")
        found = self.gazetteer.lookup(text, kinds=kinds, limit=2, threshold=SURE)
        if not found or not _is_respelling(text, found[0]) or self._names_another(found[0]):
            return None
        if found[0].entity.kind == "place" and is_people(text, found[0].entity.name):
            return None
        if " " in text and is_another_romanised(text, found[0].entity):
            return None  # the Yanshan Mountains
        return found[0]

    def _names_another(self, match: "Match") -> bool:
        """Whether the word that differs names a place of its own: the Shenzhen Stock Exchange is not
        Shanghai's."""
        pairs = match.found.pairs if match.found else ()
        differing = [heard for heard, meant, _ in pairs if fold(heard) != fold(meant)]
        return len(pairs) > 1 and any(m.entity.kind == "place" for h in differing for m in self.right(h))

    def _places(self, text: str) -> "tuple[Match, ...]":
        """Places that a word may nearly name, by its sounds, the likeliest first."""
        if len(text) > LONGEST:
            return ()
        found = self.gazetteer.lookup(text, kinds=("place",), limit=4, threshold=_LEAST_LIKELY)
        return tuple(m for m in found if not m.exact)

    def _bearers(self, text: str) -> "tuple[Match, ...]":
        """Persons who may be meant by a surname alone."""
        found = self.gazetteer.lookup(text, kinds=("person",), limit=12, threshold=0.005)
        heard = (match for match in found if sounds_like(text, match.entity))
        own = (match for match in heard if not is_anothers(text, match.entity))
        return tuple(match for match in own if not is_another_romanised(text, match.entity))


# What English makes of a place's name for its people: Amharas, Sri Lankan, Puerto Ricans.
_PEOPLE = (
    "s", "n", "ns", "an", "ans", "i", "is", "er", "ers", "ian", "ians", "ean", "eans", "ese",
)  # fmt: skip


def is_people(word: str, place: str) -> bool:
    """Whether a word is what English calls the people of a place."""
    word, place = fold(word), fold(place)
    stems = {place, place.rstrip("aeiou")}
    return any(word.startswith(stem) and word[len(stem) :] in _PEOPLE for stem in stems)


# Of a place whose name a word nearly spells the letters decide: the sounds need only bring it up.
_LEAST_LIKELY = 0.02

ENGLISH_SPEAKING = frozenset(("US", "GB", "CA", "AU", "NZ", "IE", "ZA"))


def _is_respelling(text: str, match: "Match") -> bool:
    """Whether the two differ in how words are spelt, not in a word more (*the Nancy Pelosi Way*)."""
    if match.exact or match.found is None:
        return True
    pairs = match.found.pairs
    if match.entity.kind != "person" and any(h != m and _is_initials(h, text) for h, m, _ in pairs):
        return False  # CBC News is not CBS News
    structure = dict(match.found.structure)
    if match.entity.kind == "place" and structure.get("swapped"):
        return False  # Miguel Sano is a man
    if structure.get("joined") and match.entity.kind == "person" and match.entity.language not in ("", "en"):
        return True  # Xi Jin Ping: the same words, divided otherwise
    if len(pairs) < len(split(text).content):
        return False
    if match.entity.kind == "person" and is_sovereign(text):
        return True  # Jan Paweł II: the words were compared in English
    own = given_names(match.entity)
    differing = [(h, m) for h, m, _ in pairs if fold(h) != fold(m) and fold(h) not in own]
    english = match.entity.kind == "person" and match.entity.language in ("", "en")
    if english and text.isascii() and fold(pairs[-1][0]) == fold(pairs[-1][1]):
        # Another given name with the right surname (Charlie Brown, Kyle Brown), but for one that sounds
        # the same and is no word of English (Dzhared Kushner).
        given = [(heard, found) for heard, meant, found in pairs if fold(heard) != fold(meant)]
        known = ENGLISH_NAMES if ENGLISH_SPEAKING.isdisjoint(match.entity.countries) else english_words()
        return bool(given) and not any(f.ops or fold(h) in known for h, f in given)
    common = [heard for heard, _ in differing if fold(heard) in ENGLISH_NAMES]
    # Julia Swyrydenko: an English given name beside a surname that only another press spells so.
    spared = len(common) < len(differing) and match.score >= SURELY
    return bool(differing) and (spared or not common)


def _is_initials(heard: str, text: str) -> bool:
    """Whether a word of a name is written in capitals throughout."""
    return any(fold(word) == fold(heard) and word.isupper() for word in text.split())


def is_heard_throughout(text: str, match: "Match") -> bool:
    """Whether every word of a name sounds like its own word of the entity's."""
    if match.found is None or len(match.found.pairs) < len(split(text).content):
        return False
    return all(fold(h) == fold(m) or alike(h, m).score for h, m, _ in match.found.pairs)


@lru_cache(maxsize=16_384)
def given_names(entity: "Entity") -> frozenset[str]:
    """Every word of an entity's right forms, folded: none of them alone is a misspelling."""
    right = (s.text for s in entity.spellings if s.status in ("preferred", "accepted"))
    return frozenset(word for form in right for word in fold(form).split())


# English given names and surnames that sound like foreign ones: their bearers are others (Katy
# Perry is not Kati Piri). A name of this list is never taken for a misspelling.
ENGLISH_NAMES = frozenset(
    """adam alan albert alex alexander alfred alice alison amanda amy andrea andrew angela ann anna
    anne anthony antony arthur barbara ben benjamin bernard beth betty bill bob brenda brian bruce
    bryan carl carol caroline catherine charles charlotte chris christian christina christine
    christopher claire clare colin craig cynthia daniel david dean deborah debra denis dennis diana
    diane donald dorothy douglas duncan edward eleanor elizabeth ellen emily emma eric erica eugene
    eva evelyn fiona florence frances francis frank fred gareth gary gavin geoffrey george gerald
    gerard gordon graham grace greg gregory hannah harold harry heather helen henry howard hugh
    hunter ian irene isabel ivan jack jacob james jane janet jason jean jeffrey jennifer jeremy
    jessica jim joan joanna joe john jonathan joseph josh joshua joyce judith judy julia julian
    julie justin karen karl kate katherine kathleen katie katy keith kelly ken kenneth kevin kim
    laura lauren lawrence leon leonard lesley leslie lewis liam linda lisa louis louise lucy luke
    lynn malcolm marc marcus margaret maria marie marilyn mark martha martin mary matthew maurice
    max megan michael michelle mike miles monica nancy naomi natalie nathan neil nicholas nick nicola
    nicole nigel norman oliver oscar owen pamela patricia patrick paul pauline peter philip phillip
    rachel ralph raymond rebecca richard robert robin roger ronald rose ross roy russell ruth ryan
    sally sam samantha samuel sandra sara sarah scott sean sharon sheila shirley simon sophie
    stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia teresa terry
    theresa thomas tim timothy todd tom tony tracy trevor tyler valerie vanessa vera veronica
    victor victoria vincent virginia walter warren wayne wendy william perry clark clarke davis
    davies smith smyth brown braun stevens stephens johnson johnston anderson andersen reid reed
    stewart stuart allen allan gray grey harris harrison moore moor thompson thomson miller muller
    parker porter carter barker fisher cooper hooper bailey bayley hughes morris maurice lee li
    hall hull ball bell hill mill cook cooke lloyd loyd morgan organ ward wood woods webb
    aaron abigail adele adrian alasdair alastair alec alexandra alexandria alexis alistair allison
    alyssa amber andy angelina angus annie aoife arlene arnold ashley ashton audrey austin autumn
    avril barack barbra barney barry basil beau benedict bernie bertie betsy beyonce billie billy
    bobby boris brad bradley brandon brendan brent brett brianna bridget britney brittney brooke
    bryce caitlin caleb callum calvin cameron camilla carla carly carolyn carrie casey cate cathy
    cecil cecilia ceri charlie chelsea cher cheryl chloe chrissy christie chrystia chuck ciara cindy
    clarence claude claudia clement clifford clint clive cole condoleezza connor conor cory courtney
    crystal curtis cyril daisy dale damian damien dan danielle danny darren dave debbie declan
    denise derek dermot desmond dianne dick dominic doug dustin dwayne dwight dylan ed eddie edgar
    edith eileen elaine elijah elise elliot elliott elon elspeth elton elvis eoin erin ernest ernie
    ethan euan evan ewan felicity felix fergus floyd franklin freddie frederick gabrielle gene geoff
    georgia gerry gertrude gillian gina glen glenn graeme greta gretchen guy gwen gwyneth hamish
    hank harriet harvey hazel heidi herbert hilary hillary holly hugo humphrey iain iona ira isaac
    ivanka ivy jackie jackson jacqueline jacqui jade jake jamie janice jared jasper jay jed jeff jen
    jenna jenny jerome jerry jesse jessie jill jimmy jo joanne jocelyn jodie joel joey johnny jon
    jonah jonny jordan josephine judd jude judi julianne justine kamala karoline kathryn kathy kay
    kayla keanu keir keira kellyanne kenny kent kerry kimberly kirk kirsten kirsty kristen kristi
    kristin kurt kyle kylie kyrsten lachlan lance larry laurence laurie leah lenny leo les lester
    letitia levi lily lincoln lindsay lindsey lionel liz lois lorna lou lyndon lynne maddie
    madeleine maggie makayla manny marco margot mariah marian marianne marine marion marjorie marlon
    mason matt maureen mavis maxine maya meg meghan mel melania melanie melinda melissa merrick
    meryl mia micah michel michele mick mickey miley miranda mitch mitchell mitt moira molly morag
    muriel myles nathaniel neal ned nelson neville newt niamh nicky nicolas nikki noah noam nora
    norm olivia ollie oprah orla orlando ozzy paige pat patsy paula peggy penelope pete phil phoebe
    phyllis pierce preet priscilla priti quentin quincy quinn ramona rand randy raphael ray reese
    reg regina reuben rex rhys rick ricky ridley ringo rita rob robbie rod roland ron rory rosemary
    rowan ruairi ruby rudy rufus rupert sabrina savannah scarlett seamus selena serena seth shane
    shannon shaun shawn sheena shelagh shelby shelley sherrod sheryl sian sid sidney sierra simone
    sinead siobhan sophia spencer stacey stan suella susie sydney sylvester tammy tanya tara taylor
    ted teddy terence terrence terri thelma theo theodore thom tiffany tilda tobias toby tommy toni
    tracey travis trent tucker tulsi tyrone una ursula usain venus vernon vic vicky vince viola
    vivian wade wally wanda wes wesley whitney whoopi wilbur willie willy wilma winona winston
    woodrow woody xander xavier yvette yvonne zac zach zack zoe""".split()
)


@lru_cache(maxsize=16_384)
def surnames(entity: "Entity") -> Mapping[str, str]:
    """What a bearer may rightly be called on second mention: folded form → form."""
    right = (s.text for s in entity.spellings if s.status in ("preferred", "accepted"))
    forms = [entity.name, *right]
    found: dict[str, str] = {}
    for form in filter(None, [entity.short, *map(last_name, forms)]):
        found.setdefault(fold(form), form)
    return found


@lru_cache(maxsize=65_536)
def sounds_like(text: str, entity: "Entity") -> bool:
    """Whether a word can be a spelling of the name by which an entity is called for short."""
    keys = sound_keys(text)
    return any(
        not keys.isdisjoint(sound_keys(form)) and same_name(text, form)
        for form in surnames(entity).values()
        if " " not in form
    )


@lru_cache(maxsize=65_536)
def last_name(name: str) -> str:
    """The last word of a name, with the particle that belongs to it."""
    words = name.split()
    particles = {"bin", "ben", "ibn", "al", "el", "von", "van", "de", "der", "da", "di", "le", "la"}
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in particles:
        start -= 1
    return " ".join(words[start:]) if words else name


@lru_cache(maxsize=65_536)
def sound_keys(word: str) -> frozenset[str]:
    """What a word may sound like, coarsely: words that can sound alike share one."""
    content = split(word).content
    sounds = {sound for sound, _ in readings(content[-1])} if content else set()
    return frozenset(key for sound in sounds for key in skeletons(sound))


@lru_cache(maxsize=65_536)
def same_name(one: str, other: str) -> bool:
    """Whether two spellings of one article are one name."""
    if sound_keys(one).isdisjoint(sound_keys(other)):
        return False
    return alike(one, other).score >= SAME


# A word before a surname → the roles in the gazetteer that it may name.
_TITLES = {
    "president": "head-of-state", "presidents": "head-of-state", "premier": "head-of-government",
    "chancellor": "head-of-government", "minister": "minister head-of-government",
    "ministry": "spokesperson minister", "secretary": "minister official diplomat",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson",
    "general": "military", "gen": "military", "commander": "military militant", "colonel": "military",
    "admiral": "military", "marshal": "military", "chief": "military intelligence official",
    "king": "royal", "prince": "royal", "emir": "royal", "sultan": "royal", "queen": "royal",
    "ayatollah": "cleric head-of-state", "imam": "cleric", "sheikh": "cleric royal",
    "cleric": "cleric", "patriarch": "cleric", "pope": "cleric", "leader": "head-of-state "
    "party-leader opposition militant cleric", "governor": "governor central-banker",
    "mayor": "governor", "ambassador": "diplomat", "envoy": "diplomat", "speaker": "legislator",
    "lawmaker": "legislator", "senator": "legislator", "deputy": "legislator minister",
    "singer": "artist", "actor": "artist", "actress": "artist", "director": "artist executive",
    "writer": "artist", "tenor": "artist", "diva": "artist", "player": "athlete",
    "striker": "athlete", "coach": "athlete", "champion": "athlete", "journalist": "journalist",
    "activist": "activist", "lawyer": "jurist", "judge": "jurist", "scientist": "scientist",
    "researcher": "scientist", "physicist": "scientist", "tycoon": "executive",
    "billionaire": "executive", "adviser": "official diplomat", "mr": "", "militia": "militant",
}  # fmt: skip


_TITLES |= {
    foreign: _TITLES[title]
    for title, words in FOREIGN_TITLES.items()
    for foreign in words.split()
    if title in _TITLES
}

_SMALL = frozenset("of the for and on in to & a s".split())


def misexpanded(words: str, acronym: str, entities: "Sequence[Entity]") -> "Entity | None":
    """The body whose acronym stands beside words that share with its name, but are not it.

    Words whose own initials give the acronym may be another body of that acronym.
    """
    content = [word for word in fold(words).split() if word not in _SMALL]
    initials = "".join(word[0] for word in content)
    every = "".join(word[0] for word in fold(words).split())
    nested = any(word.isupper() and len(word) > 1 for word in words.split())
    if len(content) < 2 or (acronym.lower() in (initials, every) and not nested):
        return None
    for entity in entities:
        known = {w for s in entity.spellings if s.status != "mistaken" for w in fold(s.text).split()}
        own = [w for w in fold(entity.name).split() if w not in _SMALL]
        spelled = "".join(word[0] for word in own)
        shared = known.intersection(content)
        if shared and set(content) - known and acronym.lower() in (spelled, spelled[-len(acronym) :]):
            return entity
        if len(shared) >= 2 and set(content) - known - {"us", "u"}:
            return entity
    return None


def is_english_phrase(text: str) -> bool:
    """Whether every word of a phrase is one of English: it names itself."""
    return all(word in english_words() for word in fold(text).split())


def is_english_name(text: str) -> bool:
    """Whether a word is a name common among speakers of English."""
    return fold(text) in ENGLISH_NAMES


@cache
def _other_surnames() -> frozenset[str]:
    """Surnames of many people that an official's is nearly spelt like: Connelly, Dodig, Álvarez."""
    path = files("auditor") / "data" / "matching.surnames.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def is_other_surname(word: str) -> bool:
    """Whether a word is a common surname, like an official's and no misspelling of it."""
    return fold(word) in _other_surnames()


def is_anothers(word: str, entity: "Entity") -> bool:
    """Whether a word is a common surname that an entity does not bear: Dodig is not Dodik."""
    return is_other_surname(word) and fold(word) not in surnames(entity)


# First letters by which one name may begin in two spellings.
_BEGINNINGS = tuple(map(frozenset, ("ckqgxh", "jyiehgzd", "vwfub", "szcxth", "oua", "ei", "dt", "bp")))


@lru_cache(maxsize=65_536)
def is_variant(one: str, other: str) -> bool:
    """Whether two words of one article are one name spelt twice.

    They sound alike, begin alike and differ in no more than a third of their letters; what
    differs in an article only or in -ise and -ize, Organisation and Organization, does not count.
    """
    a, b = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    if min(len(a), len(b)) < 5 or not (one.replace("-", "").isalpha() and other.replace("-", "").isalpha()):
        return False
    if _bare(a) == _bare(b) or one.isupper() or other.isupper():
        return False
    if a[0] != b[0] and not any({a[0], b[0]} <= group for group in _BEGINNINGS):
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b) <= max(len(a), len(b)) / 3 and same_name(one, other)


def is_slip(one: str, other: str) -> bool:
    """Whether two words of five letters and more begin alike and differ in at most a third of them."""
    a, b = fold(one), fold(other)
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b) <= max(len(a), len(b)) / 3


def _bare(folded: str) -> str:
    """A word without what house styles differ in: the article, -ise for -ize, -our for -or."""
    return re.sub(r"^(?:al|el)", "", folded).replace("is", "iz").replace("our", "or")


_LEAD_WORD = re.compile(r"[^\W\d_]+")


def has_title(lead: str) -> bool:
    """Whether the words before a name say what its bearer is."""
    return any(word in _TITLES for word in _LEAD_WORD.findall(lead.lower())[-5:])


def title_fits(entity: "Entity", lead: str) -> bool:
    """Whether the title before a name is one the entity held."""
    words = _LEAD_WORD.findall(lead.lower())[-5:]
    roles = {role for word in words for role in _TITLES.get(word, "").split()}
    return not roles.isdisjoint(entity.roles)


def role_fits(entity: "Entity", lead: str, countries: frozenset[str]) -> bool:
    """Whether the title before a surname is one the entity held, in a country spoken of.

    `lead` are the words before the name; `countries` the codes of those the document names.
    """
    return title_fits(entity, lead) and not countries.isdisjoint(entity.countries)


def best(matches: "Sequence[Match]") -> "Match | None":
    """The only candidate, if there is only one."""
    return matches[0] if len(matches) == 1 else None

"""Names that no gazetteer knows: spellings of one name in a document share a key."""

from collections.abc import Iterable, Sequence

from auditor.language.vocabulary import english_words
from auditor.names.english import is_english_name, is_english_phrase
from auditor.names.runs import Run
from auditor.names.surnames import last_name
from auditor.names.tokens import fold, split
from auditor.names.unlisted import are_names
from auditor.names.variants import is_variant, sound_keys


def cluster(runs: Sequence[Run], words: frozenset[str]) -> dict[Run, str]:
    """A key for each run; runs that spell one name have the same.

    `words` are those that the document writes in lower case: none of them is a name.
    """
    roots = _Roots(words)
    keys = {
        run: f"name:{roots.root(run.text)}" for run in sorted(runs, key=lambda r: r.start) if " " in run.text
    }
    lone = [run for run in runs if " " not in run.text]
    return keys | {run: f"name:{roots.owner(run.text, is_plural(run))}" for run in lone}


def is_plural(run: Run) -> bool:
    """Whether a surname stands for a family: the Ivanovs."""
    return run.text.endswith("s") and run.lead.lower().endswith("the ")


# Endings of other languages' cases left on a surname: Slavic instrumental, dative and locative.
CASE_ENDINGS = ("om", "em", "ovi", "ovim", "iem", "ym", "im", "ą", "ę", "u")
# A genitive or a woman's name, a Latvian or Lithuanian nominative or an English plural: case endings only
# where the article speaks of no woman and no family.
DOUBTFUL_ENDINGS = ("a", "s", "as")
_SLAVIC = ("ov", "ev", "yov", "in", "yn", "ko", "uk", "ich", "ic", "ić", "sky", "ski", "off", "ow", "ew")
ENDINGS = (*CASE_ENDINGS, *DOUBTFUL_ENDINGS)
_WOMEN_AND_FAMILIES = frozenset(
    """she her hers wife sister daughter mother widow woman girl lady actress family families brothers
    siblings couple spouse spouses sons parents twins both""".split()
)


def stems(word: str, words: frozenset[str]) -> list[str]:
    """What a surname may be without a case ending; `words` are those of the document in small letters."""
    found = [word.removesuffix(ending) for ending in CASE_ENDINGS if word.endswith(ending)]
    doubtful = [word.removesuffix(ending) for ending in DOUBTFUL_ENDINGS if word.endswith(ending)]
    if doubtful and words.isdisjoint(_WOMEN_AND_FAMILIES):
        found += [stem for stem in doubtful if stem.endswith(_SLAVIC)]
    return [stem for stem in found if len(stem) > 3]


def arabic(name: str) -> str:
    """A name with Abd al-Rahman, Abdul Rahman and Abdulrahman as one; empty for any other name."""
    content = split(name).content
    return " ".join(content) if any(word.startswith("abd") and len(word) > 6 for word in content) else ""


# Surnames that stand before given names of two syllables, which are joined in two ways or three.
_EAST_ASIAN = frozenset(
    """kim lee yi park pak choi choe jung jeong chung kang cho jo yoon yun jang lim han oh seo shin kwon
    hwang ahn song ryu yoo hong moon ko bae baek heo nam ri noh roh li wang zhang liu chen yang zhao huang
    zhou wu xu sun hu zhu gao lin guo ma luo liang zheng xie tang feng yu dong xiao cheng cao yuan deng
    shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao
    tan liao zou xiong jin hao kong bai cui mao qiu qin gu hou shao meng duan lei qian yin tsai chiang
    hsieh chang""".split()
)


# Syllables of given names as Koreans write their own and as the state's table writes them, in this order.
_KOREAN = tuple(
    pair.split("=")
    for pair in """young=yeong yung=yeong kyung=gyeong kyeong=gyeong hyun=hyeon myung=myeong byung=byeong
    chul=cheol sung=seong jung=jeong chung=jeong suk=seok duk=deok sub=seop sup=seop hoon=hun joon=jun
    soon=sun soo=su joo=ju woo=u moon=mun sook=suk kook=guk hee=hui kwang=gwang kwan=gwan ki=gi kyu=gyu
    bum=beom pum=beom jin=jin won=won gun=geon keun=geun""".split()
)
_KOREANS = frozenset(
    """kim lee park choi choe jung jeong chung kang cho jo yoon yun jang lim han oh seo shin kwon hwang ahn
    song ryu yoo hong moon bae baek heo nam noh roh woo yang son""".split()
)


def korean(name: str) -> str:
    """A Korean's name with his given name as the state writes it; empty for any other name."""
    surname, *given = fold(name).split()
    if surname not in _KOREANS or not 1 <= len(given) <= 2:
        return ""
    return f"{surname} {''.join(map(_as_the_state_writes, given))}"


def _as_the_state_writes(syllable: str) -> str:
    for own, official in _KOREAN:
        if own in syllable:
            return syllable.replace(own, official)
    return syllable


# What opens the names of places in Arabic, Hebrew and Persian lands, in spellings of many presses.
_OPENERS = tuple(
    frozenset(line.split())
    for line in (
        "deir dayr der dair dir", "ain ayn ein en aïn", "tel tell tal tall", "beit bayt beth bet bait",
        "kafr kfar kafar kefr", "jabal jebel djebel gabal", "sheikh shaykh sheik cheikh shekh",
        "umm um om oum", "wadi vadi ouadi oued", "qala kala ghala qal’a", "khan han", "abu abou ebu",
    )
)  # fmt: skip


def opens_alike(one: str, other: str) -> bool:
    """Whether two words open names of places in the same way (*Deir*, *Dayr*)."""
    return any({one.lower(), other.lower()} <= group for group in _OPENERS)


def joined(name: str) -> tuple[str, str]:
    """A full name as its first word and the letters of the rest: Kai-xuan, Kai Xuan, Kaixuan are one."""
    first, *rest = fold(name).split() or [""]
    return first, "".join(rest)


_WHOLE = 9  # letters in all; shorter names have the same ones by chance


class _Roots:
    """The full names of a document, one spelling for each, and how to find them again."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._roots: dict[str, str] = {}  # name as spelt → the first spelling of it
        self._by_sound: dict[str, list[str]] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._by_letters: dict[tuple[str, str], str] = {}
        self._owners: dict[str, str] = {}

    def root(self, text: str) -> str:
        """The first spelling of a full name."""
        if text in self._roots:
            return self._roots[text]
        sounds = sorted(sound_keys(text))
        near = self._near(sounds, self._by_sound)
        found = self._written_apart(text) or next((o for o in near if self._same_full(text, o)), text)
        self._roots[text] = found
        if found == text:
            for sound in sounds:
                self._by_sound.setdefault(sound, []).append(text)
            self._by_surname.setdefault(fold(last_name(text)), []).append(text)
        return found

    def _written_apart(self, text: str) -> str | None:
        """The first name of the same letters, or of the same words in the Arabic manner
        (Abdul Rahman, Abd al-Rahman), if its words are joined otherwise."""
        if is_english_phrase(text) and fold(text).split()[0] not in _EAST_ASIAN:
            return None
        whole = "".join(joined(text))
        # The same letters, all words joined: Alireza Zakani, Ali Reza Zakani.
        same = ("letters", whole) if len(whole) >= _WHOLE else ("", "")
        for key in filter(any, (joined(text), ("", arabic(text)), ("ko", korean(text)), same)):
            known = self._by_letters.setdefault(key, text) if key[1] else text
            if known != text:
                return known
        return None

    @staticmethod
    def _near(sounds: Iterable[str], index: dict[str, list[str]]) -> list[str]:
        return list(dict.fromkeys(name for sound in sounds for name in index.get(sound, ())))

    def owner(self, surname: str, plural: bool = False) -> str:
        """The full name that ends in a surname as spelt, or else as heard; itself if there is none."""
        if plural:
            return surname
        if surname not in self._owners:
            self._owners[surname] = self._find_owner(surname)
        return self._owners[surname]

    def _find_owner(self, surname: str) -> str:
        owners = self._by_surname.get(fold(surname), [])
        if not owners and len(surname) > 4 and surname.lower() not in self._words:
            bare = (self._by_surname.get(fold(stem), []) for stem in stems(surname, self._words))
            owners = next(filter(None, bare), [])
        if not owners and len(surname) > 4 and not self._is_wordlike(surname):
            near = self._near(sorted(sound_keys(surname)), self._by_sound)
            owners = [name for name in near if self._same_surname(surname, last_name(name))]
        if len(owners) == 1:
            return owners[0]
        return surname if owners else self._lone(surname)

    def _lone(self, surname: str) -> str:
        """A surname that stands only alone: the first spelling of it."""
        if surname in self._roots or len(surname) < 5 or self._is_wordlike(surname):
            return self._roots.get(surname, surname)
        sounds = sorted(f"lone {key}" for key in sound_keys(surname))
        near = self._near(sounds, self._by_sound)
        # The same letters but for accents are one name, whatever they sound like: Vučič, Vucic.
        same = self._by_letters.setdefault(("lone", fold(surname)), surname)
        found = next((other for other in near if self._same_surname(surname, other)), same)
        self._roots[surname] = found
        if found == surname:
            for sound in sounds:
                self._by_sound.setdefault(sound, []).append(surname)
        return found

    def _same_full(self, one: str, other: str) -> bool:
        """Whether two full names are one: as many words, each the same or heard alike."""
        first, second = one.split(), other.split()
        if len(first) != len(second):
            first, second = list(joined(one)), list(joined(other))
        if len(first) > 4:
            return False
        differing = [(a, b) for a, b in zip(first, second, strict=True) if fold(a) != fold(b)]
        return all(self._same_word(a, b, last=(a, b) == (first[-1], second[-1])) for a, b in differing)

    def _same_word(self, one: str, other: str, *, last: bool) -> bool:
        """Whether two words of full names are one; a given name may be known to English (*Mahdi*)."""
        if not last and opens_alike(one, other):
            return True
        if not last and are_names(one, other) and not (is_english_name(one) or is_english_name(other)):
            return is_variant(one, other)
        return self._same_surname(one, other)

    def _same_surname(self, one: str, other: str) -> bool:
        """Whether two words spell one name: heard alike, and neither a word or name of English."""
        return not (self._is_wordlike(one) or self._is_wordlike(other)) and is_variant(one, other)

    def _is_wordlike(self, text: str) -> bool:
        """Whether a capitalised word may be an English word or name of its own (*Leave*, *Brown*)."""
        lower = text.lower()
        return is_english_name(text) or lower in self._words or lower in english_words()

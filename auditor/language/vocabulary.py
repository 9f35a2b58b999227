"""Which words are English: a list learned from English news."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

# Where the list is; a measure on held-out text sets another folder.
DATA = Path(__file__).parents[1] / "data"
# Written by hand: coinages and Latin, and words of other countries that have no English name.
_OTHERS = ("vocabulary.loans.txt", "vocabulary.abroad.txt")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)

_WORD = re.compile(r"[^\W\d_]+")


@cache
def english_words() -> frozenset[str]:
    """The lower-case words of English news; `don't` is two of them, *don* and *t*.

    With them the words of other languages that English uses: *bossa nova*, *izakaya*.
    """
    listed = (DATA / "vocabulary.txt").read_text(encoding="utf-8").split()
    data = Path(__file__).parents[1] / "data"
    others = "".join((data / name).read_text(encoding="utf-8") for name in _OTHERS)
    return frozenset([*listed, *_WORD.findall(_HEADING.sub("", others))])


@cache
def common_words() -> Mapping[str, float]:
    """The commonest words of news, in lower case, with how many of 100 sentences hold each.

    A word that fewer than one sentence in two thousand holds is not among them.
    """
    rows = (DATA / "vocabulary.common.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(share) for word, _, share in (row.partition(" ") for row in rows)}


def unknown_words(text: str) -> set[str]:
    """Lower-case words of two letters and more that English news does not use.

    The quick test on the way of every text: it makes one set and takes one difference.
    """
    strange = set(_WORD.findall(text)).difference(english_words())
    return {word for word in strange if word.islower() and len(word) > 1 and not _is_formed(word)}


# Endings and beginnings that make one English word of another, with what the stem may have lost.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""),
    ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""), ("ness", ""), ("less", ""), ("like", ""),
    ("able", ""), ("able", "e"), ("ies", "y"), ("ied", "y"), ("ish", ""), ("y", ""), ("ism", ""),
    ("ist", ""), ("ists", ""), ("ise", ""), ("ize", ""), ("ised", ""), ("ized", ""), ("ship", ""),
    ("wise", ""), ("ful", ""), ("fully", ""), ("ity", ""), ("ity", "e"), ("ation", "e"), ("ise", "y"),
    ("ier", "y"), ("iest", "y"), ("ily", "y"), ("iness", "y"), ("ization", ""), ("isation", ""),
    ("izing", ""), ("ising", ""), ("ably", ""), ("ably", "e"), ("ably", "able"), ("ability", "able"),
    ("man", ""), ("men", ""),
)  # fmt: skip
_BEGINNINGS = (
    "un", "re", "over", "under", "out", "non", "anti", "pre", "post", "mis", "dis", "inter",
    "super", "micro", "multi", "sub", "ultra", "counter", "mega", "bio", "cyber", "eco", "hyper",
    "semi", "pro", "co", "neo", "nano", "mini", "trans", "auto", "tele", "photo", "geo", "self",
    "de", "up", "down", "proto", "hydro", "electro", "neuro", "psycho", "socio", "ethno", "agro", "aero",
    "astro", "thermo", "immuno", "cardio", "omni", "meta", "poly", "crypto", "intra", "infra", "pseudo",
    "quasi", "milli", "centi", "turbo", "techno", "petro", "narco", "euro", "arch",
)  # fmt: skip


def _is_formed(word: str) -> bool:
    """Whether a word is put together of English parts: *rewilding*, *hyperlocal*, *crabmeat*."""
    if not word.isascii():
        return False
    return _has_ending(word) or _has_beginning(word) or _is_compound(word) or _is_american(word)


# American spelling → British, for what the list has in one of them: *valor*, *eon*, *marvelled*.
_AMERICAN = (
    (re.compile("or(?=s?$|ed$|ing$|able$)"), "our"),
    (re.compile("^e"), "ae"),
    (re.compile("l(?=e[dr]$|ing$)"), "ll"),
    (re.compile("(?<!^)e(?=[a-z]{2})"), "ae"),
    (re.compile("(?<!^)e(?=[a-z]{2})"), "oe"),
    (re.compile("er(?=s?$)"), "re"),
    (re.compile("og(?=s?$)"), "ogue"),
    (re.compile("ens(?=e)"), "enc"),
    (re.compile("sulf"), "sulph"),
    (re.compile("arti(?=fact)"), "arte"),
    (re.compile("is(?=[aei])"), "iz"),
    (re.compile("iz(?=[aei])"), "is"),
)


def _is_american(word: str) -> bool:
    known = english_words()
    others = (
        word[: match.start()] + british + word[match.end() :]
        for pattern, british in _AMERICAN
        for match in pattern.finditer(word)
    )
    return any(other in known for other in others)


def _has_ending(word: str) -> bool:
    known = english_words()
    for ending, lost in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            if stem + lost in known:
                return True
            if stem[-1] == stem[-2] and len(stem) > 4 and stem[:-1] in known:
                return True  # whizzed, webbing
    return False


def _has_beginning(word: str) -> bool:
    known = english_words()
    rests = (word[len(start) :] for start in _BEGINNINGS if word.startswith(start))
    return any(len(rest) > 3 and (rest in known or _has_ending(rest)) for rest in rests)


def _is_compound(word: str) -> bool:
    known = english_words()
    if word[:3] in _SHORT_PARTS and len(word) > 7 and word[3:] in known:
        return True
    return any(word[:cut] in known and word[cut:] in known for cut in range(4, len(word) - 3))


# Nouns of three letters that compounds begin with: *carmaker*, *sunseekers*.
_SHORT_PARTS = frozenset(
    """air arm art bar bed bus car cat cow day dog egg eye fan fur gas gun hay ice ink jet job key lab law
    leg lip log map net oil pan pay pet pig pot pub rag rat red rib rug sea sex sky sun tap tax tea tin
    toy van war wax web""".split()
)


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_slip_away(word: str, *, exchanged: bool = True) -> set[str]:
    """English words that differ by one letter more, less or other, or by two that changed places.

    Not `exchanged`: without those that have another letter in its place.
    """
    heads = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    others = {head + letter + tail for head, tail in heads for letter in _LETTERS}
    if exchanged:
        others.update(head + letter + tail[1:] for head, tail in heads if tail for letter in _LETTERS)
    others.update(head + tail[1:] for head, tail in heads)
    others.update(head + tail[1] + tail[0] + tail[2:] for head, tail in heads if len(tail) > 1)
    return (others & english_words()) - {word}


# A shorter word is one slip away from too many others.
_LEAST = 6
# No word that news uses is longer; of a stammer without end there are too many slips to try.
_MOST = 40
# From here a letter lost, doubled or moved tells, whatever the word; a shorter one must be one of the
# commonest but for it, and so must one with another letter (*intubation* is no incubation).
_LONG = 8


@lru_cache(maxsize=4096)  # two rules ask it of a word
def word_meant(word: str) -> str | None:
    """What one of `unknown_words` was meant to be; "" where several offer themselves.

    None where it is no slip: too short, or not one letter away from a word that would be common enough.
    """
    if not _LEAST <= len(word) <= _MOST or not word.isascii():
        return None
    near = one_slip_away(word)
    likely = near & common_words().keys()
    if not likely and len(word) >= _LONG:
        likely = one_slip_away(word, exchanged=False) - {f"{word}s", f"{word}d", word[:-1]}
    if not likely or any(_as_americans(word) == _as_americans(other) for other in likely):
        return None
    return likely.pop() if len(likely) == 1 and len(near) < _MANY else ""


def _as_americans(word: str) -> str:
    """A word as Americans write it: *estrogen* is no slip of *oestrogen*."""
    return re.sub(r"ae|oe", "e", word).replace("our", "or").replace("tre", "ter").replace("lise", "lize")


# A word that is near so many may be any of them.
_MANY = 4

"""Words that are English but for their ending, their beginning or another language's spelling."""

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.language.expressions import expression
from auditor.language.inflection import irregular_pasts
from auditor.language.vocabulary import common_words, english_words, word_meant

# A shorter word is as often a name or an abbreviation.
_LEAST = 5

_Y = expression(r"(.*[^aeiou])y(s|ed|er|est|ness|ful|less|ly|ment|ous|hood)")
_E = expression(
    r"(.+)e(ing|ed|er|est|ism|ist|ists|ity|ation|ations|al|ally|ous|or|ors|ian|ical|ive|ion|ions)"
)
# One syllable, with what may stand before it; *l* is left out (*traveling*), and *s* (*focusing*).
_SINGLE = expression(
    r"((?:re|en|out|over|un|for|ad|com|per|ex|oc|pre)?[^aeiou]*(?:qu)?[aeiou]([bdgmnprt]))(ing|ed|er|ers|est)"
)
# What is put behind → what was meant. The stem is asked for in the list of words.
_TAILS = (
    (expression(r"(.+(?:x|ch|sh|ss|z))s"), "es"),  # searchs
    (expression(r"(.+)mans"), "men"),  # craftsmans
    (expression(r"(.+l)ely"), "y"),  # sensiblely
    (expression(r"(.+it)ary"), "y"),  # securitary, as Romance adjectives end
    (expression(r"(.+ic)ly"), "ally"),  # drasticly
    (expression(r"(.+ed)ed"), ""),  # positioneded
    (expression(r"(.+(?:children|people|feet|teeth|mice|women))s"), ""),
    (expression(r"(.+(?:ed|est|ly))s"), ""),  # lickeds, finests
    (expression(r"(.+l)fs"), "ves"),  # shelfs
    (expression(r"(.{3,}?)(?:zh)+"), ""),  # saidzh: an engine's sign for what it cannot write
)


@lru_cache(maxsize=4096)  # two rules ask it of a word
def meant(word: str) -> str | None:
    """What a lower-case word that is not English was meant to be; "" where several offer themselves.

    None where it is like no word that English has.
    """
    offers = [misformed(word), word_meant(word), respelled(word)]
    return next((each for each in offers if each), "" if "" in offers else None)


def misformed(word: str) -> str | None:
    """The right form of an English word that was put together by the wrong rule: *driveing*, *teached*."""
    known = english_words()
    if len(word) < _LEAST or word in known or not word.isascii():
        return None
    return next((form for form in _right_forms(word) if form in known and form != word), None)


def _right_forms(word: str) -> Iterator[str]:
    known = english_words()
    if word in irregular_pasts():
        yield irregular_pasts()[word]
    if (match := _Y.fullmatch(word)) and f"{match[1]}y" in known:
        yield match[1] + ("ies" if match[2] == "s" else f"i{match[2]}")
    if (match := _E.fullmatch(word)) and f"{match[1]}e" in known:
        yield match[1] + match[2]
    if (match := _SINGLE.fullmatch(word)) and match[1] in known and f"{match[1]}e" not in known:
        yield match[1] + match[2] + match[3]
    for pattern, right in _TAILS:
        if match := pattern.fullmatch(word):
            yield match[1] + right
    yield from _other_negations(word)


# Written both ways, whatever a list of words says.
_BOTH_WAYS = frozenset(
    """unadvisable unalienable unalterable unappeasable unarguable unarticulate unassailable unconsolable
    undiscriminating unescapable unessential unexplicable unfrequent unhospitable unmaterial unmovable
    unperishable unpractical unpracticable unreconcilable unreplaceable unseparable unsolvable
    unsusceptible unvariable""".split()
)
_UN = expression(r"un([a-z]+(?:able|ible|[ae]nt|al|[ai]ve|ate|ete|ct|ous|ful|ar|ic|ical|est))")
_IN = expression(r"in([a-z]+(?:[ls]ved|[ct]ed|able|ional|ful|cial))")


def _other_negations(word: str) -> Iterator[str]:
    """*Irresponsible* for *unresponsible*, *unconstitutional* for *inconstitutional*."""
    if (match := _UN.fullmatch(word)) and word not in _BOTH_WAYS and match[1] in english_words():
        yield from (start + match[1] for start in ("in", "im", "il", "ir", "dis"))
    if (match := _IN.fullmatch(word)) and match[1] in english_words():
        yield f"un{match[1]}"


# Letters that other languages write for English ones: *karakter*, *orkestra*, *metanol*, *conpelled*.
_LETTERS = tuple(
    (re.compile(other), english)
    for other, english in (
        ("k", "c"), ("kk", "cc"), ("k", "ch"), ("k", "ck"), ("k", "qu"), ("kv", "qu"), ("ks", "x"),
        ("x", "ks"), ("f", "ph"), ("ph", "f"), ("t", "th"), ("j", "y"), ("y", "i"), ("i", "y"), ("v", "w"),
        ("w", "v"), ("ts", "c"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("r", "rh"), ("nm", "mm"),
        ("n(?=m)", "m"), ("n(?=[bp])", "m"), ("sch", "sh"), ("tch", "ch"), ("tz", "c"), ("cz", "ch"),
        ("ij", "y"), ("kc", "ct"), ("cc", "ct"),
        (r"([bcdfglmnprst])\1", r"\1"), (r"(?<=[aeiou])([bcdfglmnprst])(?=[aeiouy])", r"\1\1"),
    )
)  # fmt: skip
# Endings that other languages put on a word that English has too.
_ENDINGS = (
    ("", "e"), ("ik", "ic"), ("ika", "ic"), ("ikal", "ical"), ("isme", "ism"), ("ismo", "ism"),
    ("izm", "ism"), ("izmo", "ism"), ("ismus", "ism"), ("ista", "ist"), ("ija", "ia"), ("ija", "y"),
    ("isch", "ic"), ("aire", "ary"), ("cion", "tion"), ("zion", "tion"), ("cija", "tion"), ("tet", "ty"),
    ("dad", "ty"), ("tate", "ty"), ("eur", "or"), ("iv", "ive"), ("isation", "ization"),
)  # fmt: skip
# A vowel behind a common word; behind a rare one it may be English (*minima*, *automata*).
_VOWELS = ("e", "i", "o", "u", "a")
# English of other times, of America and of trades, which the list has in one spelling.
_AS_WELL = expression(
    r".*(?:ae|oe|[lp]ed|[lp]ing|i[sz]\w{1,5}|ers?|sul[fp]\w*|ph[iy]l\w*|ent|ant|s|ying)"
    r"|lynchpin|woolen|chappati|royale|grande|annexe|nomade|arabeske|cartiere|matche|scarpe|saraswati"
)
# From here one letter is not another word by chance.
_LEAST_RESPELLED = 6


def respelled(word: str) -> str | None:
    """The English word that a word is but for how another language writes it: *orkestra*, *morfin*.

    None where nothing is as near; "" where it is a rare word or one of several.
    """
    if not _LEAST_RESPELLED <= len(word) <= _MOST or not word.isascii() or _AS_WELL.fullmatch(word):
        return None
    near = _respellings(word) & english_words()
    likely = near & common_words().keys()
    if word.endswith(_VOWELS) and word[:-1] in common_words():
        likely.add(word[:-1])
    if len(likely) == 1:
        return likely.pop()
    return (near.pop() if len(near) == 1 and len(word) >= _TELLING else "") if near else None


# No longer word is worth the trouble.
_MOST = 20
# From here the only word that is near is the one that was meant, rare or not.
_TELLING = 8


def _respellings(word: str) -> set[str]:
    forms = {
        word[: match.start()] + match.expand(english) + word[match.end() :]
        for pattern, english in _LETTERS
        for match in pattern.finditer(word)
    }
    endings = {
        each.removesuffix(other) + english
        for each in (word, *forms)
        for other, english in _ENDINGS
        if each.endswith(other) and (other or each == word)
    }
    return forms | endings

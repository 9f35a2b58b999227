"""Words by which a pattern is found, so that it is tried only where they stand.

A pattern's clues are alternatives, one of which every match satisfies; each is a run of word sets,
the rarest first, of all of which the text holds a word. Words are lower case, as `words_of` cuts
them; two that stand side by side are a word too, and so are a few signs (`clue_words`).
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import reduce
from itertools import product
from typing import Generic, TypeVar

from auditor.language.inflection import all_forms
from auditor.language.pattern import CLASSES, Blank, Class, Group, Item, Mark, Word
from auditor.language.vocabulary import common_words
from auditor.language.words import is_word_character, words_of

Clues = Sequence[Sequence[str]]
Key = TypeVar("Key", bound=Hashable)

# More alternatives cost more to look through than they spare; so do more pairs of words.
_MOST = 24
_MOST_PAIRS = 30

_Words = frozenset[str]
_NO_WORDS: _Words = frozenset()


@dataclass(frozen=True, slots=True)
class Sign(Blank):
    """A mark for which one of some signs stands."""

    signs: _Words


class Edge(IntEnum):
    """What may stand beside a word, the more telling the higher.

    Something that makes it a part of a longer word; a figure, if anything of a word; nothing of one.
    """

    JOINED = 0
    FIGURE = 1
    PARTED = 2


def pair_of(one: str, other: str) -> str:
    """Two words that stand side by side, as clues write them."""
    return f"{one} {other}"


def clue_words(text: str, words: Sequence[str]) -> set[str]:
    """What clues may ask for of a text: its words, each two that stand side by side, its signs.

    `words` are those of the text in their order, in lower case. Letters right behind a figure or right
    before one are there by themselves: *16h30* holds `#h` and `h#`.
    """
    found = {*words, *map(pair_of, words, words[1:]), *_signs_of(text)}
    if FIGURE in found:
        mixed = " ".join([word for word in words if not word.isalpha() and not word.isdecimal()])
        if mixed:
            found.update([FIGURE + letters for letters in _BEHIND_FIGURE.findall(mixed)])
            found.update([letters + FIGURE for letters in _BEFORE_FIGURE.findall(mixed)])
    return found


_LETTERS = re.compile(r"[^\W\d_]+")
_BEHIND_FIGURE = re.compile(r"(?<=\d)[^\W\d_]+")
_BEFORE_FIGURE = re.compile(r"[^\W\d_]+(?=\d)")


# Stands for any figure, and for one with a mark right behind it: `#,`.
FIGURE = "#"
MARKS_BEHIND = ":/.,"
# Marks that are rare enough to ask for beside words, the rarest first; then the signs of all kinds.
MARKS = '【«»„№°º€¥₺₽₴₹₪©\\=@<{`[/&%£$(:“”"'
SIGNS = (*MARKS[:-4], *(FIGURE + mark for mark in MARKS_BEHIND), *MARKS[-4:], FIGURE)
_MARKS = frozenset(MARKS)
_FIGURES = re.compile(rf"\d([{MARKS_BEHIND}]?)")


def _signs_of(text: str) -> AbstractSet[str]:
    found = _MARKS.intersection(text)
    figures = _FIGURES.findall(text)
    return found.union([FIGURE], [FIGURE + mark for mark in figures]) if figures else found


def clues_of(items: list[Item], whole: bool = True) -> tuple[Clues, ...]:
    """The clues of a pattern; an empty alternative where nothing can be said of its matches.

    `whole` says that a match never begins or ends within a word.
    """
    edge = Edge.PARTED if whole else Edge.JOINED
    return tuple(
        tuple(tuple(sorted(words)) for words in sorted(alternative.sets, key=_order))
        for alternative in _alternatives(items, edge, edge)
    )


class ClueIndex(Generic[Key]):
    """Who may find something in a text, told by its words; cost grows with the text alone."""

    def __init__(self, owners: dict[str, list[tuple[Key, Clues]]] | None = None) -> None:
        """Begin with nobody, or with the `owners` of another index.

        Those are by a word that one of their alternatives asks for, each with what else it asks for.
        """
        self.owners = {} if owners is None else owners

    def add(self, key: Key, clues: Iterable[Clues]) -> None:
        """Add one who looks for what has these clues. Raises ValueError for an empty alternative."""
        for alternative in clues:
            if not alternative:
                raise ValueError(f"no word to find {key!r} by")
            first, *further = alternative
            owner = key, further
            for word in first:
                self.owners.setdefault(word, []).append(owner)

    def woken(self, texts: Iterable[AbstractSet[str]]) -> dict[Key, list[int]]:
        """Who may find something in which of some texts, by their numbers in order.

        The texts are given by their `clue_words`.
        """
        found: dict[Key, list[int]] = {}
        asked = self.owners.keys()
        for number, words in enumerate(texts):
            lacks = words.isdisjoint
            for word in words & asked:
                for key, further in self.owners[word]:
                    for one in further:
                        if lacks(one):
                            break
                    else:
                        numbers = found.get(key)
                        if numbers is None:
                            found[key] = [number]
                        elif numbers[-1] != number:
                            numbers.append(number)
        return found


@dataclass(frozen=True, slots=True)
class _Alternative:
    """Sets of words of all of which a match holds one, and where it begins and ends.

    `first` are the words of which its first is one, if that is known and the word stands whole in a
    text; `last` likewise.
    """

    sets: frozenset[_Words] = frozenset()
    first: _Words = _NO_WORDS
    last: _Words = _NO_WORDS

    def __bool__(self) -> bool:
        return bool(self.sets)

    def followed(self, by: "_Alternative") -> "_Alternative":
        """This and another behind it, with nothing between them that is part of a word."""
        if not self.last or not by.first or len(self.last) * len(by.first) > _MOST_PAIRS:
            return _Alternative(self.sets | by.sets, self.first, by.last)
        pairs = frozenset(pair_of(*words) for words in product(self.last, by.first))
        alone = {self.last, by.first}  # a text with one of the pairs holds them anyway
        return _Alternative((self.sets | by.sets | {pairs}) - alone, self.first, by.last)


_NOTHING = [_Alternative()]


def _alternatives(items: list[Item], starts: Edge, ends: Edge) -> list[_Alternative]:
    """The alternatives of a sequence; `starts` and `ends` say what may stand beside it."""
    solid = [item for item in items if not isinstance(item, Mark)]
    found: list[_Alternative] = []
    for index, item in enumerate(solid):
        if _is_blank(item):
            continue
        before = _beside(solid[:index][::-1], -1, starts)
        behind = _beside(solid[index + 1 :], 0, ends)
        more = _of_item(item, before, behind)
        if len(found) * len(more) > _MOST:
            more = [_united(more)]
        found = [one.followed(other) for one in found for other in more] if found else more
    signs = _signs_asked(filter(_is_blank, solid))
    return [replace(each, sets=each.sets | signs) for each in found or _NOTHING]


def _is_blank(item: Item) -> bool:
    """Whether no part of a word can match an item."""
    if isinstance(item, Group):
        return all(all(map(_is_blank, branch)) for branch in item.branches)
    return isinstance(item, Blank) or (isinstance(item, Word) and not words_of(_plain(item)))


def _signs_asked(items: Iterable[Item]) -> frozenset[_Words]:
    """The sets of signs that blank items ask for."""
    found: set[_Words] = set()
    for item in items:
        if isinstance(item, Sign):
            found.add(item.signs)
        elif isinstance(item, Word):
            found.update(frozenset({sign}) for sign in _signs_of(_plain(item)))
        elif isinstance(item, Group) and not item.optional:
            branches = [_signs_asked(branch) for branch in item.branches]
            if all(branches):
                found.add(_NO_WORDS.union(*(min(each, key=_order) for each in branches)))
    return frozenset(found)


# One figure or more, and one figure or one of some marks.
FIGURES = Class(CLASSES["NUM"])
FIGURE_OR_MARK = Class(r"[\d\W]")


def _beside(neighbours: Sequence[Item], edge: int, bound: Edge) -> Edge:
    """What a word's neighbours, the next one first, may set beside it in a text."""
    for at, item in enumerate(neighbours):
        if isinstance(item, Mark):
            continue
        if isinstance(item, Blank):
            return Edge.PARTED
        if isinstance(item, Word):
            return Edge.JOINED if item.lemma else _edge_of(item.text[edge])
        if not isinstance(item, Group):
            return Edge.FIGURE if item in (FIGURES, FIGURE_OR_MARK) else Edge.JOINED
        # Any of its branches may stand next, and what lies behind an empty one.
        rest = _beside(neighbours[at + 1 :], edge, bound)
        next_to = [_beside(branch[::-1] if edge else branch, edge, rest) for branch in item.branches]
        return min([*next_to, rest] if item.optional else next_to)
    return bound


def _edge_of(character: str) -> Edge:
    if character.isdecimal():
        return Edge.FIGURE
    return Edge.JOINED if is_word_character(character) else Edge.PARTED


def _of_item(item: Item, before: Edge, behind: Edge) -> list[_Alternative]:
    """What an item asks for; `before` and `behind`, what may stand beside its outer words."""
    if isinstance(item, Word):
        return [_of_lemma(item, before, behind) if item.lemma else _of_words(item, before, behind)]
    if isinstance(item, Class):
        return [_of_class(item, before is behind is Edge.PARTED)]
    if isinstance(item, Group) and not item.optional:
        return _of_branches([_alternatives(branch, before, behind) for branch in item.branches])
    return _NOTHING


def _of_branches(branches: Sequence[list[_Alternative]]) -> list[_Alternative]:
    found = [alternative for branch in branches for alternative in branch]
    if not all(found):
        return _NOTHING
    short = [alternative for alternative in found if len(alternative.sets) == 1]
    long = [alternative for alternative in found if len(alternative.sets) > 1]
    return long + ([_united(short)] if short else [])


def _united(alternatives: list[_Alternative]) -> _Alternative:
    """One alternative for several: a word of the rarest set of each."""
    if not all(alternatives):
        return _Alternative()
    rarest = _NO_WORDS.union(*(min(each.sets, key=_order) for each in alternatives))
    firsts, lasts = [each.first for each in alternatives], [each.last for each in alternatives]
    return _Alternative(
        frozenset({rarest}),
        _NO_WORDS.union(*firsts) if all(firsts) else _NO_WORDS,
        _NO_WORDS.union(*lasts) if all(lasts) else _NO_WORDS,
    )


def _of_class(item: Class, whole: bool) -> _Alternative:
    if item == FIGURES:
        return _Alternative(frozenset({frozenset({FIGURE})}))
    words = _CALENDAR.get(item.pattern) if whole else None
    return _one_of(words) if words else _Alternative()


def _one_of(words: _Words) -> _Alternative:
    return _Alternative(frozenset({words}), words, words)


def _of_lemma(item: Word, before: Edge, behind: Edge) -> _Alternative:
    parted = before is behind is Edge.PARTED
    forms = [words_of(form) for form in all_forms(_plain(item).lower())] if parted else []
    if not forms or not all(forms):
        return _Alternative()
    longest = frozenset(max(words, key=len) for words in forms)
    return _one_of(longest) if all(len(words) == 1 for words in forms) else _Alternative(frozenset({longest}))


def _of_words(item: Word, before: Edge, behind: Edge) -> _Alternative:
    """A literal text, without its first word or its last where they may be parts of longer ones."""
    text = _plain(item)
    words = words_of(text)
    befores = [before if is_word_character(text[0]) else Edge.PARTED, *[Edge.PARTED] * len(words)]
    behinds = [*[Edge.PARTED] * (len(words) - 1), behind if is_word_character(text[-1]) else Edge.PARTED]
    whole = reduce(_Alternative.followed, map(_of_word, words, befores, behinds), _Alternative())
    first = _of_word(words[0], befores[0], behinds[0]).first if words else _NO_WORDS
    signs = {frozenset({sign}) for sign in _signs_of(text)}
    return replace(whole, sets=whole.sets | signs, first=first)


def _of_word(word: str, before: Edge, behind: Edge) -> _Alternative:
    """A word whole, or its letters with a figure beside them, or nothing if it may be part of a longer."""
    if before is behind is Edge.PARTED:
        return _one_of(frozenset({word}))
    rest = word.lstrip("0123456789")
    if rest != word:
        before = Edge.FIGURE
    letters = _LETTERS.match(rest)
    if Edge.JOINED in (before, behind) or not letters or (behind is Edge.FIGURE and letters[0] != rest):
        return _Alternative()
    forms = {FIGURE + letters[0]} if before is Edge.FIGURE else set()
    forms |= {rest + FIGURE} if behind is Edge.FIGURE else set()
    forms |= {word} if rest == word else set()
    return _Alternative(frozenset({frozenset(forms)}))


def _plain(item: Word) -> str:
    return re.sub(r"\\(.)", r"\1", item.text)


_CALENDAR = {CLASSES[name]: frozenset(words_of(CLASSES[name].replace("\\", ""))) for name in ("DAY", "MONTH")}


def _order(words: _Words) -> tuple[float, int, list[str]]:
    """The rarest set first, by how often one of its words is met; of two as rare the smaller."""
    return sum(map(_share, words)), len(words), sorted(words)


# Two words stand side by side in so many of the sentences that hold the rarer of them: *of the* in
# four of ten, most pairs in far fewer.
_BESIDE = 0.2
# Letters stand right beside a figure in so many of 100 sentences, mostly *th* and *s*.
_BESIDE_FIGURE = 3.0


def _share(word: str) -> float:
    """How many of 100 sentences hold a word, or a pair of words; 0 for what is rare."""
    if word in SIGNS:
        return 100.0 + SIGNS.index(word)  # behind every word
    if FIGURE in word:
        return _BESIDE_FIGURE
    first, _, second = word.partition(" ")
    common = common_words()
    share = common.get(first, 0.0)
    return _BESIDE * min(share, common.get(second, 0.0)) if second else share

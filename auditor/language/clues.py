"""Words by which a pattern is found, so that it is tried only where they stand.

A pattern's clues are alternatives, one of which every match satisfies; each is a run of word sets,
the rarest first, of all of which the text holds a word. Words are lower case, as `words_of` cuts
them.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from auditor.language.inflection import all_forms
from auditor.language.pattern import CLASSES, Blank, Class, Group, Item, Mark, Word
from auditor.language.vocabulary import common_words
from auditor.language.words import is_word_character, words_of

Clues = Sequence[Sequence[str]]
Key = TypeVar("Key", bound=Hashable)

# More alternatives cost more to look through than they spare.
_MOST = 24


def clues_of(items: list[Item], whole: bool = True) -> tuple[Clues, ...]:
    """The clues of a pattern; an empty alternative where nothing can be said of its matches.

    `whole` says that a match never begins or ends within a word.
    """
    return tuple(
        tuple(tuple(sorted(words)) for words in sorted(alternative, key=_order))
        for alternative in _alternatives(items, whole, whole)
    )


class ClueIndex(Generic[Key]):
    """Who may find something in a text, told by its words; cost grows with the text alone."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._owners: dict[str, list[tuple[Key, Clues]]] = {}

    def add(self, key: Key, clues: Iterable[Clues]) -> None:
        """Add one who looks for what has these clues. Raises ValueError for an empty alternative."""
        for alternative in clues:
            if not alternative:
                raise ValueError(f"no word to find {key!r} by")
            first, *further = alternative
            for word in first:
                self._owners.setdefault(word, []).append((key, further))

    def woken(
        self, texts: Sequence[frozenset[str]], where: Mapping[str, Sequence[int]]
    ) -> dict[Key, set[int]]:
        """Who may find something in which of some texts.

        The texts are given by their words; `where` has for each word the numbers of those that
        hold it.
        """
        found: dict[Key, set[int]] = {}
        words = frozenset(where)
        for word in words & self._owners.keys():
            for key, further in self._owners[word]:
                # The words of all texts first: most of those who ask for more are sent away here.
                if any(map(words.isdisjoint, further)):
                    continue
                for number in where[word]:
                    if not any(map(texts[number].isdisjoint, further)):
                        found.setdefault(key, set()).add(number)
        return found


# Inside this module an alternative is a set of sets of words.
_Alternative = frozenset[frozenset[str]]
_NOTHING: list[_Alternative] = [frozenset()]


def _alternatives(items: list[Item], starts: bool, ends: bool) -> list[_Alternative]:
    """The alternatives of a sequence; `starts` and `ends` if nothing is glued to it there."""
    solid = [item for item in items if not isinstance(item, Mark)]
    found = _NOTHING
    for index, item in enumerate(solid):
        before = _parted(solid[:index][::-1], -1, starts)
        behind = _parted(solid[index + 1 :], 0, ends)
        more = _of_item(item, before, behind)
        if len(found) * len(more) > _MOST:
            more = _united(more)
        found = [one | other for one in found for other in more]
    return found


def _parted(neighbours: Sequence[Item], edge: int, bounded: bool) -> bool:
    """Whether a word's neighbours, the next one first, cannot lengthen it in a text."""
    for at, item in enumerate(neighbours):
        if isinstance(item, Mark):
            continue
        if isinstance(item, Blank):
            return True
        if isinstance(item, Word):
            return not (item.lemma or is_word_character(item.text[edge]))
        if not isinstance(item, Group):
            return False
        # Any of its branches may stand next, and what lies behind an empty one.
        rest = _parted(neighbours[at + 1 :], edge, bounded)
        next_to = [_parted(branch[::-1] if edge else branch, edge, rest) for branch in item.branches]
        return all(next_to) and (rest or not item.optional)
    return bounded


def _of_item(item: Item, before: bool, behind: bool) -> list[_Alternative]:
    """What an item asks for; `before` and `behind`, whether its outer words stand whole in a text."""
    if isinstance(item, Word):
        return [_of_word(item, before, behind)]
    if isinstance(item, Class) and item.pattern in _CALENDAR and before and behind:
        return [frozenset({_CALENDAR[item.pattern]})]
    if isinstance(item, Group) and not item.optional:
        return _of_branches([_alternatives(branch, before, behind) for branch in item.branches])
    return _NOTHING


def _of_branches(branches: Sequence[list[_Alternative]]) -> list[_Alternative]:
    found = [alternative for branch in branches for alternative in branch]
    if not all(found):
        return _NOTHING
    short = [alternative for alternative in found if len(alternative) == 1]
    long = [alternative for alternative in found if len(alternative) > 1]
    return long + (_united(short) if short else [])


def _united(alternatives: list[_Alternative]) -> list[_Alternative]:
    """One alternative for several: a word of the rarest set of each."""
    if not all(alternatives):
        return _NOTHING
    return [frozenset({frozenset().union(*(min(each, key=_order) for each in alternatives))})]


def _of_word(item: Word, before: bool, behind: bool) -> _Alternative:
    text = re.sub(r"\\(.)", r"\1", item.text)
    if item.lemma:
        forms = [words_of(form) for form in all_forms(text.lower())] if before and behind else []
        whole = bool(forms) and all(forms)
        return frozenset({frozenset(max(words, key=len) for words in forms)} if whole else ())
    words = words_of(text)
    if words and not before and is_word_character(text[0]):
        words = words[1:]
    if words and not behind and is_word_character(text[-1]):
        words = words[:-1]
    return frozenset(frozenset({word}) for word in words)


_CALENDAR = {CLASSES[name]: frozenset(words_of(CLASSES[name].replace("\\", ""))) for name in ("DAY", "MONTH")}


def _order(words: frozenset[str]) -> tuple[float, list[str]]:
    """The rarest set first: how often one of its words is met."""
    common = common_words()
    return sum(common.get(word, 0.0) for word in words), sorted(words)

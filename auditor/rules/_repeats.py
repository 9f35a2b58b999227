"""Stretches of a text in which words come again, for rules that look closer at them.

Words are compared before any pattern is tried, since patterns that look back are slow.
"""

from collections.abc import Iterator, Sequence

from auditor.document import SEPARATOR, Document
from auditor.language.expressions import expression

# A word with its marks; one of marks alone does not count.
_MARKS = ',.”");:'
_TOKEN = expression(rf"\S*[^\s{_MARKS}]\S*")
# No phrase that repeats itself is longer, in words.
_FURTHEST = 7
# The same with a longer phrase, and nothing between: so many words at most.
_LONGEST = 25
# A run of so many words that comes again so soon is a sentence said twice over.
_CLAUSE, _SOON = 7, 40
# How many words behind itself an item may be listed again, and what stands before it.
_LAST = 5
_BEFORE_LAST = frozenset({"and", "or"})


def repeats(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Stretches in which some word stands again a few words further on, and whether a clause does."""
    for (start, end), paragraph in zip(document.paragraphs, _bare(document), strict=False):
        words = paragraph.split()
        if len(set(words)) == len(words):
            continue
        pairs = list(_repeated(words))
        if not pairs:
            continue
        places = [m.span() for m in _TOKEN.finditer(document.text, start, end)]
        near = [pair for pair in pairs if pair[1] - pair[0] <= _FURTHEST]
        for first, last in _joined(near, len(places)):
            yield places[first][0], places[last][1], False
        for first, size in _long_repeats(words):
            yield places[first][0], places[first + size - 1][1], True
        far = next((index for before, index in pairs if index - before > _FURTHEST), len(places))
        if far + _CLAUSE <= len(places):
            yield places[far][0], places[far + _CLAUSE - 1][1], True


def _bare(document: Document) -> list[str]:
    """The paragraphs in lower case without the marks that cling to words."""
    bare = document.lower
    for mark in _MARKS:
        bare = bare.replace(mark, "")
    return bare.split(SEPARATOR)


def _long_repeats(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a phrase longer than others comes again at once, and how many words it has."""
    last: dict[str, int] = {}
    done = 0
    for index, word in enumerate(words):
        before = last.get(word)
        last[word] = index
        size = index - before if before is not None else 0
        if before is None or not _FURTHEST < size <= _LONGEST or index < done:
            continue
        first = index
        while first > size and first > done and words[first - 1] == words[first - 1 - size]:
            first -= 1
        end = index
        while end < len(words) and words[end] == words[end - size]:
            end += 1
        if end - first >= size:
            done = first + size
            yield first, size


def _joined(pairs: Sequence[tuple[int, int]], count: int) -> Iterator[tuple[int, int]]:
    """Stretches of words around pairs that repeat, those that touch as one."""
    first = last = -1
    for before, index in pairs:
        if first < 0 or before - 2 > last:
            if first >= 0:
                yield first, last
            first = max(before - 2, 0)
        last = min(index + 2 * _FURTHEST, count - 1)
    if first >= 0:
        yield first, last


def _repeated(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places where a word, or the beginning of a phrase, has come again."""
    last: dict[str, int] = {}
    for index, word in enumerate(words):
        before = last.get(word)
        last[word] = index
        if before is not None and index - before <= _SOON and _goes_on(words, before, index):
            yield before, index


def _goes_on(words: Sequence[str], before: int, index: int) -> bool:
    """Whether two places begin a phrase alike: one word next to itself, more words further off."""
    distance = index - before
    if distance == 1 or (distance == 2 and len(words[index]) > 3):
        return True
    before_last = words[index - 1] in _BEFORE_LAST or words[index - 2] == "of"
    if distance <= _LAST and before_last and len(words[index]) > 3:
        return True
    if distance > _FURTHEST and len(words[index]) < 5:
        return False
    joined = distance == 3 and words[index - 1] in _BEFORE_LAST  # “the nurses and the nurses”
    size = min(distance - joined, 3) if distance <= _FURTHEST else _CLAUSE
    return words[before : before + size] == words[index : index + size]

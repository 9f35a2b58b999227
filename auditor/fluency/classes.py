"""Words as classes: those that stand alike in sentences are one class, all others their endings.

A run of classes ("the NOUN of the NOUN") tells how a sentence is built, whatever it is about.
"""

from collections.abc import Callable, Sequence

# Endings in the order in which they are looked for.
ENDINGS = (
    "ings ing edly ed ly tions tion sions sion ments ment ness ities ity ers er ors or ous ful less "
    "able ible al ive ies ists ist ism est ence ance y es s n e"
).split()
# The numbers of a sentence's edge, and of a word of no class and without such an ending. Endings
# follow, then the classes.
EDGE, _OTHER, _FIRST = 1, 2, 3
FIRST_CLASS = _FIRST + len(ENDINGS)
# A class's number takes nine bits, so that four in a row make one key of 36. Five in a row gained
# nothing on articles held out.
BITS = 9
RUN = 4
# So many of the commonest words are a class each; the others are parted into so many classes.
# With 500 and 200 the two were worse: runs of them are too rare to be known.
COMMON, GROUPS = 100, 60


def classifier(groups: Sequence[Sequence[str]]) -> Callable[[str], int]:
    """A function that gives a masked word's class; `groups` are the words of each."""
    known = {word: FIRST_CLASS + at for at, group in enumerate(groups) for word in group}

    def class_of(word: str) -> int:
        number = known.get(word)
        return _ending(word) if number is None else number

    return class_of


def _ending(word: str) -> int:
    for number, ending in enumerate(ENDINGS):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _FIRST + number
    return _OTHER

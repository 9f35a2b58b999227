"""Words as classes: the commonest stand for themselves, the others for their endings.

A run of classes ("the -tion of the -s") tells how a sentence is built, whatever it is about.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

# Endings in the order in which they are looked for.
ENDINGS = (
    "ings ing edly ed ly tions tion sions sion ments ment ness ities ity ers er ors or ous ful less "
    "able ible al ive ies ists ist ism est ence ance y es s n e"
).split()
# The numbers of a sentence's edges, of a word without such an ending, and of a mark or sign that
# is not among the common words. Endings follow, then the common words.
_EDGE, _OTHER, _MARK, _FIRST = 1, 2, 3, 4
FIRST_WORD = _FIRST + len(ENDINGS)
# A class's number takes ten bits, so that four in a row make one key of 40.
BITS = 10
COMMON = 500


def classifier(common: Mapping[str, int]) -> Callable[[str], int]:
    """A function that gives a masked word's class; `common` numbers the words kept whole."""

    def class_of(word: str) -> int:
        if word in common:
            return FIRST_WORD + common[word]
        if not word[0].isalpha():
            return _MARK
        for number, ending in enumerate(ENDINGS):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return _FIRST + number
        return _OTHER

    return class_of


def runs(numbers: Sequence[int]) -> set[int]:
    """Keys of the runs of one to four classes of a sentence, its edges included."""
    ones = [_EDGE, *numbers, _EDGE]
    twos = [a | b << BITS for a, b in pairwise(ones)]
    threes = [a | b << 2 * BITS for a, b in zip(twos, ones[2:], strict=False)]
    fours = [a | b << 3 * BITS for a, b in zip(threes, ones[3:], strict=False)]
    return {*ones, *twos, *threes, *fours}

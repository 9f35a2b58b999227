"""A text's habits: what can be counted without knowing a word of it."""

import math
import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = re.compile(r"\d+")
_SHORT_FORMS = tuple(f"{mark}{end}" for mark in "'’" for end in ("re", "ve", "ll", "m", "d", "t"))
_ABSTRACT = ("tion ", "ment ", "ness ", "ity ", "ance ", "ence ")
# Words longer than this many letters are long.
_LONG = 9
# Variety falls with length: it is counted in so many words from the start.
_FIRST = 120


def habits(sentences: Sequence[str]) -> list[float]:
    """Figures of a stretch: lengths and variety of words and sentences, endings, punctuation.

    All are shares or means, so that the length of the stretch does not show.
    """
    text = " ".join(sentences)
    words = _WORD.findall(text)
    plain = [word for word in words if word.islower()]
    count, common = max(len(words), 1), max(len(plain), 1)
    lengths = [sentence.count(" ") + 1 for sentence in sentences]
    mean = sum(lengths) / len(lengths)
    first = {word.lower() for word in words[:_FIRST]}
    sizes = [len(word) for word in plain]
    ends = f"{' '.join(plain)} "
    marked = [word for word in words if "'" in word or "’" in word]
    return [
        mean,
        math.sqrt(sum((length - mean) ** 2 for length in lengths) / len(lengths)),
        math.log(mean),
        len(first) / max(min(len(words), _FIRST), 1),
        len(marked) / count,
        sum(word.endswith(_SHORT_FORMS) for word in marked) / count,
        sum(sizes) / common,
        sum(size > _LONG for size in sizes) / common,
        len([word for word in words if word[0].isupper()]) / count,
        text.count(",") / count,
        text.count("-") / count,
        text.count(";") / count,
        text.count("(") / count,
        len(_FIGURE.findall(text)) / count,
        ends.count("ing ") / common,
        ends.count("ed ") / common,
        ends.count("ly ") / common,
        sum(map(ends.count, _ABSTRACT)) / common,
        text.count("?") / count,
        text.count("!") / count,
    ]

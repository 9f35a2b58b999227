"""Whether the words beside an acronym are those it stands for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.names.tokens import fold

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity


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

"""Names in the order of their home, which English news turns: Hungarian *Orbán Viktor*.

English keeps the order of Chinese, Korean and Vietnamese names, and prints Japanese ones either way
(the Japanese government asks for *Kishida Fumio*, most news says *Fumio Kishida*); only a Hungarian's
is always turned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.names.tokens import fold

if TYPE_CHECKING:
    from auditor.names.entity import Entity


def has_order_of_home(text: str, entity: Entity) -> bool:
    """Whether a person's name stands with the family name first where English puts it last."""
    if entity.kind != "person" or entity.language != "hu":
        return False
    words = fold(text).split()
    return len(words) > 1 and [*words[1:], words[0]] == fold(entity.name).split()

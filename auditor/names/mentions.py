"""Where names stand in a document, and what they refer to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.finding import Span

if TYPE_CHECKING:
    from auditor.document import Document
    from auditor.names.gazetteer import Entity, Gazetteer, Match


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a document.

    `key` joins the mentions of one bearer. `match` links it to an entity of the gazetteer, if
    one is sure enough. `text` is the name as read, `partial` a surname alone. `role` are the
    words before or behind it that say what the bearer does.
    """

    span: Span
    text: str
    key: str
    match: "Match | None" = None
    partial: bool = False
    role: str = ""

    @property
    def entity(self) -> "Entity | None":
        """The entity referred to, where known."""
        return self.match.entity if self.match else None


def find_mentions(document: "Document", gazetteer: "Gazetteer") -> Sequence[Mention]:
    """Every name in a document that could matter."""
    return []


def spelling_evidence(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """What the spellings of a document's names say of the language it came through."""
    return {}

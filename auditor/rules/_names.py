"""What the rules on names share: which form to print where."""

from collections import Counter
from collections.abc import Sequence

from auditor.names.mentions import Mention
from auditor.names.surnames import last_name


def printed_form(mention: Mention, mentions: Sequence[Mention]) -> str:
    """The form to print for a mention: the one the article already uses, else the canonical.

    A surname alone is answered with a surname alone.
    """
    entity = mention.entity
    assert entity
    used = Counter(m.text for m in mentions if m.match and m.right and not m.partial and not _is_gloss(m))
    full = used.most_common(1)[0][0] if used else entity.name
    if entity.kind == "place" and mention.text.isupper():
        return full.upper()
    if entity.kind == "organisation" and full.endswith("s") and not mention.text.endswith("s"):
        # A member of it, or what belongs to it: a *Huti* missile.
        one = full.removesuffix("s")
        full = one if any(s.text == one and s.status == "accepted" for s in entity.spellings) else full
    if not mention.partial or entity.kind != "person":
        title, _, name = full.partition(" ")  # King Karol III: the title stands there already
        return name if name and mention.lead.split()[-1:] == [title] else full
    if entity.short and full == entity.name:
        return entity.short
    return last_name(full)


def _is_gloss(mention: Mention) -> bool:
    """Whether a body stands by its name at home, beside the English one."""
    match = mention.match
    return match is not None and match.entity.kind == "organisation" and match.spelling.convention == "native"


def as_the_house_writes(name: str, seen: str) -> str:
    """A body's name with the stops of U.S. and U.K. left out where the article leaves them out."""
    for stopped in ("U.S.", "U.K."):
        bare = stopped.replace(".", "")
        if bare in seen.split() and stopped not in seen:
            name = name.replace(stopped, bare)
    return name

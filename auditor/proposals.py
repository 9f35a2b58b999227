"""Names that a house writes often and the gazetteer does not know: proposals for its own file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.names.entity import entity_id
from auditor.names.house import entry_text
from auditor.names.mentions import Mention

# A desk can look through so many names in an afternoon.
MOST = 200

_HEAD = """\
# Names that stand often in this repository and that the gazetteer does not know, as a proposal.
# Keep those that are right: take the # from the block, and add what else is known
# (accepts, native, about, countries, roles). A block that stays commented out changes nothing.
"""


class Proposal(NamedTuple):
    """A name as it is written most, how often, and in how many articles."""

    name: str
    times: int
    articles: int


def names_in(mentions: Iterable[Mention]) -> Counter[str]:
    """The full names of a text that no entry of the gazetteer claims, with counts.

    Of a name written in several ways each counts by itself: which is right is the desk's to say.
    """
    return Counter(
        " ".join(mention.text.split())
        for mention in mentions
        if mention.match is None and not mention.partial and " " in mention.text.strip()
    )


def proposals(texts: Sequence[Counter[str]], least: int) -> list[Proposal]:
    """The names that stand in at least so many texts, the commonest first."""
    total: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for counts in texts:
        total.update(counts)
        articles.update(counts.keys())
    found = [Proposal(name, total[name], n) for name, n in articles.items() if n >= least]
    return sorted(found, key=lambda p: (-p.articles, -p.times, p.name))[:MOST]


def proposed_gazetteer(found: Sequence[Proposal]) -> str:
    """A house gazetteer whose blocks are all commented out, in the order of their ids."""
    blocks = {entity_id(p.name): _block(p) for p in reversed(found)}
    return "\n".join([_HEAD, *(blocks[key] for key in sorted(blocks) if key)])


def _block(proposal: Proposal) -> str:
    entry = entry_text(entity_id(proposal.name), {"name": proposal.name})
    lines = [f"{proposal.times} times in {proposal.articles} articles", *entry.splitlines()]
    return "".join(f"# {line}\n" for line in lines)

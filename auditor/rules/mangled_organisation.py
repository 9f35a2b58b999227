"""A body whose name was put together anew from its words."""

from collections.abc import Iterator, Sequence

from auditor.finding import Flag, Severity, Suggestion
from auditor.names.mentions import Mention
from auditor.rule import entity_rule
from auditor.rules._names import as_the_house_writes


@entity_rule(
    category="organisations",
    severity=Severity.MAJOR,
    bad={
        "The [[Central Forces Command]] said so.": "The U.S. Central Command said so.",
        "The [[US Central Forces Command]] said so.": "The US Central Command said so.",
        "Turkey's [[Directorate General of Security]] said so.":
            "Turkey's General Directorate of Security said so.",
        "A general of the [[Revolution Guards Army]] died.":
            "A general of the Islamic Revolutionary Guard Corps died.",
        "The Revolutionary [[Pasdaran Corps]] said so.": "The Revolutionary Guard Corps said so.",
        "The [[Russia Academy of Sciences]] said so.": "The Russian Academy of Sciences said so.",
        "It began with the [[Iranian hostages crisis]].": "It began with the Iran hostage crisis.",
    },
    good=[
        "The U.S. Central Command said so.",
        "Russia's Office of the Prosecutor General and Peru's Directorate General of Security said so.",
        "The Russian Academy of Sciences and the Russian academy of music said so.",
        "A Japanese Coast Guard officer met the Iranian hostages in the crisis.",
        "The command of the central forces and the army guards the revolution.",
    ],
)  # fmt: skip
def mangled_organisation(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag the name of a body translated word by word, where English has a name for it.

    ## Why is this bad?

    CENTCOM went into Turkish as *Merkez Kuvvetler Komutanlığı* and came back as *Central Forces
    Command*. Bodies have one name in English; another sends readers looking for another body.
    """
    for mention in mentions:
        match = mention.match
        if match is None or match.entity.kind == "person" or match.spelling.status != "mistaken":
            continue
        entity = match.entity
        name = _behind(mention, as_the_house_writes(entity.name, mention.text))
        yield Flag(
            mention.span,
            f"“{mention.text}” is {entity.glossed}, translated back word by word.",
            (Suggestion(name, "its English name"),),
            evidence={entity.language: 2.5} if entity.language not in ("", "en") else {},
        )


def _behind(mention: Mention, name: str) -> str:
    """The name without the words of it that stand before the mention: *Revolutionary* …"""
    words, before = name.split(), mention.lead.split()
    at = words[:-1].index(before[-1]) + 1 if before and before[-1] in words[:-1] else 0
    return " ".join(words[at:])

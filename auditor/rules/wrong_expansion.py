"""An acronym beside an expansion that is not its own."""

from collections.abc import Iterator, Sequence

from auditor.finding import Flag, Severity, Suggestion
from auditor.names.mentions import Mention
from auditor.rule import entity_rule
from auditor.rules._names import as_the_house_writes


@entity_rule(
    category="organisations",
    severity=Severity.MAJOR,
    bad={
        "The [[International Atomic Control Office]] (IAEA) said so.":
            "The International Atomic Energy Agency (IAEA) said so.",
        "The commander of the [[Central Forces and Headquarters Command]] (CENTCOM) said so.":
            "The commander of the U.S. Central Command (CENTCOM) said so.",
    },
    good=[
        "The International Atomic Energy Agency (IAEA) said so.",
        "US Central Command (CENTCOM) said so.",
        "The Indian Amateur Eating Association (IAEA) said so.",
        "The Multinational Security Support Mission (MSS) said so.",
        "The Ministry of Defence (MOD) and the Office of the Prosecutor (XYZQ) said so.",
    ],
)  # fmt: skip
def wrong_expansion(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag an acronym beside an expansion that is not its own.

    ## Why is this bad?

    An engine keeps the acronym and translates the words beside it: *International Nuclear Agency
    (IAEA)*. The acronym says which body is meant, and the body has one name in English. Words
    whose own initials give the acronym are left alone: another body may bear it.
    """
    for mention in mentions:
        match = mention.match
        if match is None or match.spelling.status != "acronym" or _spells(mention.text, match.spelling.text):
            continue
        entity = match.entity
        yield Flag(
            mention.span,
            f"{match.spelling.text} is {entity.glossed}, not “{mention.text}”.",
            (Suggestion(as_the_house_writes(entity.name, mention.text), "what the acronym stands for"),),
        )


def _spells(words: str, acronym: str) -> bool:
    """Whether the words with a capital begin with the letters of the acronym: one more says what it is.

    The Multinational Security Support Mission is MSS.
    """
    letters = "".join(word[0] for word in words.split() if word[0].isupper())
    return letters[:-1] == acronym

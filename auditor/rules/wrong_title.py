"""Someone who held an office as acting, called its deputy."""

import re
from collections.abc import Iterator, Sequence

from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.names.entity import Office
from auditor.names.mentions import Mention
from auditor.rule import entity_rule

# Turkish *vekili*, Russian *и.о.*, Arabic *qāʾim bi-aʿmāl* and Persian *sarparast* come back as one
# of these, where English says Acting.
_DEPUTY = expression(
    r"(?P<word>Deputy|Vice|Undersecretary|Under|Proxy|Substitute|Caretaker|Representative)"
    r"[ -](?P<office>(?:[A-Z][\w’'-]*|of|for)(?: (?:[A-Z][\w’'-]*|of|for)){0,4})"
)


@entity_rule(
    category="organisations",
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    bad={
        "The group, with [[Deputy Defense Secretary]] Chris Miller, met at noon.": (
            "The group, with Acting Defense Secretary Chris Miller, met at noon."
        ),
    },
    good=[
        "The group, with Acting Defense Secretary Chris Miller, met at noon.",
        "Deputy Defense Secretary Kathleen Hicks met reporters.",
        "The deputy of Chris Miller spoke.",
    ],
)
def wrong_title(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag someone who held an office as acting, called its deputy.

    ## Why is this bad?

    One word of the source (Turkish *vekili*, Russian *исполняющий обязанности*) covers who stands
    in for a minister who is there and who acts in place of one who is not. The gazetteer knows
    that the bearer held the office himself, for the time being, and never was deputy to it.
    """
    for mention in mentions:
        match = _DEPUTY.fullmatch(mention.title.text) if mention.title else None
        if match is None or mention.entity is None or mention.title is None:
            continue
        acting = _acting(match["office"], mention.entity.offices)
        if acting and not any(_is_deputy(office) for office in mention.entity.offices):
            yield Flag(
                mention.title,
                f"{mention.entity.name} was {acting.title}"
                + (f", {acting.start or '…'} to {acting.end or '…'}" if acting.start or acting.end else "")
                + f", not “{match['word']} {match['office']}”.",
                (Suggestion(f"Acting {match['office']}"),),
            )


def _acting(words: str, offices: Sequence[Office]) -> Office | None:
    """The office held as acting that has the words of a title."""
    wanted = {word.lower() for word in words.split() if word[0].isupper()}
    for office in offices:
        held = set(re.findall(r"[a-z]+", office.title.lower().replace("defence", "defense")))
        if "acting" in held and {w.replace("defence", "defense") for w in wanted} <= held:
            return office
    return None


def _is_deputy(office: Office) -> bool:
    return bool(re.search(r"\b(?:deputy|vice|under)", office.title, re.IGNORECASE))

"""Uncountable nouns counted."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Noun → what English counts instead. Only nouns that no news English counts in any sense.
_NOUNS = {
    "personnel": "member of staff", "information": "piece of information",
    "advice": "piece of advice", "equipment": "piece of equipment",
    "furniture": "piece of furniture",
    "luggage": "bag", "ammunition": "round of ammunition", "weaponry": "weapon",
    "machinery": "machine", "legislation": "law", "homework": "piece of homework",
    "baggage": "bag", "evidence": "piece of evidence", "footage": "video", "jewelry": "jewel",
    "jewellery": "jewel", "rubbish": "piece of rubbish", "staff": "member of staff",
}  # fmt: skip

# Plurals that do not exist, and what stands for them.
_PLURALS = {
    "informations": "information", "advices": "advice", "equipments": "equipment",
    "furnitures": "furniture", "luggages": "luggage", "personnels": "personnel",
    "evidences": "evidence", "ammunitions": "ammunition", "feedbacks": "feedback",
    "homeworks": "homework", "staffs": "staff", "legislations": "laws",
    "infrastructures": "infrastructure", "aircrafts": "aircraft", "spacecrafts": "spacecraft",
    "machineries": "machinery", "weaponries": "weapons", "offsprings": "offspring",
    "knowledges": "knowledge", "baggages": "baggage", "footages": "footage",
    "trainings": "training",
    "softwares": "software", "hardwares": "hardware", "vandalisms": "vandalism",
    "terrorisms": "terrorism", "traffics": "traffic", "percents": "percent",
}  # fmt: skip
_SINGULAR = expression(
    r"\b(?P<det>an?|one|another|each|every) (?P<adj>(?!lot|bit|little|great|good|deal|piece|wealth)"
    rf"(?:[a-z-]+ )??)(?P<noun>{'|'.join(_NOUNS)})\b(?![-’'])(?! [a-z]+)",
    re.IGNORECASE,
)
_SINGULAR_VERB = expression(
    r"\b(?P<det>an?|one|another) (?P<adj>(?!lot|bit|little|great|good|deal|piece|wealth)"
    rf"(?:[a-z-]+ )??)(?P<noun>{'|'.join(_NOUNS)}) "
    r"(?=(?:was|is|has|had|who|from|of the|working|died|for|in the|at the|were|that|which|by)"
    r"\b)",
    re.IGNORECASE,
)
# A word of number before one that has none; what follows shows that no noun does (*these news sites*).
_MANY = expression(
    r"\b(?:[Tt]hese|[Tt]hose|[Mm]any|[Ss]everal|[Ff]ewer|[Nn]umerous)(?: other)? (?P<noun>news|advice|"
    r"information|evidence|equipment|furniture|luggage|knowledge|homework|ammunition|machinery)"
    r"(?=[.,;:)](?!\w)|$|\n| (?:was|were|is|are|has|have|had|that|which|who|in|on|from|about|will|would|"
    r"can|do|did)\b)"
)
_PLURAL = expression(rf"\b(?P<noun>{'|'.join(_PLURALS)})\b(?! of (?:the )?(?:head|chief))")


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "Two men and [[a contracted personnel]] died.":
            "Two men and a contracted member of staff died.",
        "The [[informations]] came late.": "The information came late.",
        "He bought [[an equipment]] for the farm.": "He bought a piece of equipment for the farm.",
        "They heard [[these news]] in May and saw [[many other equipment]] on board.": "",
        "The army lost two [[aircrafts]] on Monday.": "The army lost two aircraft on Monday.",
    },
    good=[
        "A personnel carrier and an information desk stood there.",
        "A former staff sergeant gave a staff of ten evidence.",
        "He had a lot of equipment, a little information and a great deal of advice.",
        "An information and learning channel began.",
        "It is an evidence-based, one equipment-maker's view.",
        "One information technology firm closed.",
        "They joined the chiefs of staff, as many news sites and several evidence bags show.",
    ],
    evidence=("tr", "ru", "fr", "es", "de", "zh"),
)  # fmt: skip
def counted_uncountable(document: Document) -> Iterator[Flag]:
    """Flag a noun that English does not count, counted.

    ## Why is this bad?

    *Personnel*, *information* and *equipment* have plurals in most languages (Turkish *bir
    personel*, French *des informations*); in English they are counted by the piece, or another
    noun is.
    """
    for pattern in (_SINGULAR, _SINGULAR_VERB):
        for match in document.find(pattern):
            yield _singular(document, match)
    for match in document.find(_MANY):
        yield Flag(document.span(*match.span()), f"English does not count “{match['noun']}”.")
    for match in document.find(_PLURAL):
        yield Flag(
            document.span(*match.span()),
            f"English has no plural “{match[0]}”.",
            (Suggestion(_PLURALS[match["noun"].lower()]),),
        )


def _singular(document: Document, match: re.Match[str]) -> Flag:
    counted = _NOUNS[match["noun"].lower()]
    adjective, determiner = match["adj"], match["det"]
    if determiner.lower() in ("a", "an"):
        article = "an" if (adjective or counted)[0] in "aeiou" else "a"
        determiner = article if determiner[0].islower() else article.capitalize()
    return Flag(
        document.span(match.start(), match.end("noun")),
        f"English does not count “{match['noun']}”.",
        (Suggestion(f"{determiner} {adjective}{counted}"),),
    )

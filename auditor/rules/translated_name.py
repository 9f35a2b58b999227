"""A name whose parts were taken for words."""

from collections.abc import Iterator, Sequence

from auditor.finding import Flag, Severity, Suggestion
from auditor.names.mentions import Mention
from auditor.names.unlisted import WORDS
from auditor.rule import entity_rule
from auditor.rules._names import printed_form


@entity_rule(
    category="names",
    severity=Severity.MAJOR,
    bad={
        "The militia leader [[Abu Mahdi Al-Engineer]] was killed.":
            "The militia leader Abu Mahdi al-Muhandis was killed.",
        "The party's leader, [[State Bahçeli]], spoke.": "The party's leader, Devlet Bahceli, spoke.",
        "Devlet Bahceli is ill. [[The gardener]] will rest today.":
            "Devlet Bahceli is ill. Bahceli will rest today.",
        "Turkey's Ali Korkmaz fled to Iraq. [[Fearless, he]] was caught.":
            "Turkey's Ali Korkmaz fled to Iraq. Korkmaz was caught.",
    },
    good=[
        "The engineer Abu Mahdi al-Muhandis was killed.",
        "The state prosecutor spoke of Devlet Bahçeli.",
        "Devlet Bahçeli spoke to a gardener. The gardener said nothing.",
        "Turkey's Ali Korkmaz is fearless. He was caught.",
    ],
)  # fmt: skip
def translated_name(mentions: Sequence[Mention]) -> Iterator[Flag]:
    """Flag a person's name whose parts were translated as if they were words.

    ## Why is this bad?

    *Muhandis* is “engineer”, *Devlet* “state”, *Özel* “special”: an engine that does not know the
    man translates his name. Readers meet a stranger, or nonsense.
    """
    for mention in mentions:
        match = mention.match
        if mention.usual and mention.usual.convention == WORDS:
            yield Flag(
                mention.span,
                f"“{mention.text}” is the surname {mention.usual.text}, translated as words.",
                (Suggestion(mention.usual.text, "a name is not translated"),),
                evidence={"tr": 3.4},
            )
        if match is None or match.entity.kind != "person" or match.spelling.status != "mistaken":
            continue
        entity = match.entity
        meanings = "; ".join(f"{part}: “{', '.join(m)}”" for part, m in entity.meanings.items())
        yield Flag(
            mention.span,
            f"“{mention.text}” is the name of {entity.described}, translated as words"
            + (f" ({meanings})." if meanings else "."),
            (Suggestion(printed_form(mention, mentions), "a name is not translated"),),
            evidence={entity.language: 3.4} if entity.language else {},
        )

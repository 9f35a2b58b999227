"""A verb or adjective built as its counterpart in the source language is."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

_PERSON = r"(?:him|her|them|us|me)"
_DET = r"(?:the|a|an|this|that|these|those|his|her|its|their|our)"
# Nouns that share a verb's form ("a discussion about", "his demand for") are kept out by naming
# forms that are verbs only, or by what must stand before.
_SUBJECT = r"(?P<who>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|who|and|to|not|also|have|has|had|will|would|can))"

_FAULTS = (
    fault(
        r"\b(?P<verb>discuss(?:ed|ing)) about\b",
        "English discusses a thing, without “about”.",
        r"\g<verb>",
),
    fault(
        rf"{_SUBJECT} (?P<at>(?P<verb>discuss|mention|mentioned|emphasi[sz]ed?|stressed|criticized) "
        rf"(?:about|on|to) (?P<det>{_DET}))\b",
        "“{text}”: the verb takes its object without a preposition.",
        r"\g<verb> \g<det>",
),
    fault(
        rf"\b(?P<verb>explain(?:ed|s|ing)?|announc(?:ed|es|ing)|declar(?:ed|es|ing)|"
        rf"mention(?:ed|s|ing)|suggest(?:ed|s|ing)?|propos(?:ed|es|ing)) (?P<who>{_PERSON}) "
        r"(?P<what>that|how|why|about)\b",
        "“{text}”: one explains or announces *to* someone.",
        r"\g<verb> to \g<who> \g<what>",
),
    fault(
        rf"\b(?P<said>[Ss]aid|says?) (?P<who>{_PERSON}) (?P<that>that)\b",
        "“{text}”: one says to someone, or tells someone.",
        r"told \g<who> \g<that>",
),
    fault(
        r"\b(?P<who>he|she|He|She|official|spokesman|spokeswoman|minister|president|police) "
        r"(?P<at>(?P<has>has |had |have )?(?:told|informed) that)"
        r"(?= (?:the|he|she|it|they|there|an?|his|her|their|[A-Z]\w+)\b)",
        "“{text}”: *tell* and *inform* need the person told.",
        r"\g<has>said that",
),
    # Of one with a name; *residents told that …* may be those who were told.
    fault(
        r"(?<=[a-z,’'] )(?P<who>[A-Z][\w’-]*[a-z](?<!s)) (?P<at>told that)"
        r"(?= (?:the|he|she|it|they|there|an?|his|her|their|[A-Z]\w+) )",
        "“{text}”: *tell* needs the person told.",
        "said that",
),
    fault(
        rf"\b(?P<verb>made|makes|making|let|lets) (?P<who>him|her|them|us|me) to "
        rf"(?P<act>(?!order\b|{_DET}\b)[a-z]{{2,}})\b",
        "“{text}”: after *make* and *let* the verb stands without “to”.",
        r"\g<verb> \g<who> \g<act>",
),
    fault(
        rf"\b(?P<verb>prevent(?:ed|s|ing)?) (?P<who>{_PERSON}|people|it|civilians|journalists) to"
        r"(?= [a-z]+\b)",
        "“{text}”: one prevents someone *from doing* something.",
),
    fault(
        rf"\b(?P<verb>suggest(?:ed|s)|propos(?:ed|es)) (?P<who>{_PERSON}) to (?P<act>[a-z]+)\b",
        "“{text}”: one suggests *that someone do* something.",
),
    fault(
        r"(?<=[,.!?][”\"’] )(?P<at>(?P<verb>said|testified|explained|stated|declared|told|affirmed|"
        r"warned|complained|added|stressed|claimed|announced) by) (?=an? |the |one |[A-Z])",
        "“{text}”: behind a quotation the speaker is the subject.",
        r"\g<verb>",
),
    fault(r"\b[Dd]espite of\b", "*Despite* takes no “of”.", "despite",
),
    fault(r"\b[Ii]n spite (?P<det>the|his|her|their|all)\b", "*In spite* takes “of”.",
          r"in spite of \g<det>",
),
    fault(
        r"\b[Ss]ince (?P<n>two|three|four|five|six|seven|eight|nine|ten|many|several|\d+) "
        r"(?P<unit>years|months|days|weeks|decades|hours)\b(?! (?:ago|before|earlier|prior|and))",
        "“{text}”: a length of time takes *for*; *since* takes its beginning.",
        r"for \g<n> \g<unit>",
),
    fault(r"\b(?P<adj>interested) (?:on|for|about) (?P<x>the|a|his|her|their|this)\b",
          "One is interested *in* something.", r"\g<adj> in \g<x>",
),
    fault(r"\b(?P<adj>[Rr]esponsible) of\b", "One is responsible *for* something.", r"\g<adj> for",
),
    fault(r"\b(?P<adj>[Cc]apable) to (?P<v>[a-z]+)\b", "One is capable *of doing* something.",
),
    fault(r"\b(?P<v>consist(?:s|ed|ing)?) from\b", "A thing consists *of* others.", r"\g<v> of",
),
    fault(r"\b(?P<v>depend(?:s|ed|ing)?) (?:from|of) (?P<x>the|a|how|whether|what|his|their)\b",
          "A thing depends *on* another.", r"\g<v> on \g<x>",
),
    fault(r"\b(?P<v>participat(?:e|es|ed|ing)) (?:to|at) (?P<x>the|a|this)\b",
          "One participates *in* something.", r"\g<v> in \g<x>",
),
    fault(r"\b(?P<v>accus(?:ed|es|ing)) (?P<who>him|her|them|it|[A-Z]\w+) for (?P<act>[a-z]+ing)\b",
          "One is accused *of* something.", r"\g<v> \g<who> of \g<act>",
),
    fault(r"\b(?P<v>married) with (?P<x>an?|the|[A-Z]\w+|his|her)\b(?! (?:two|three|four|children|kids))",
          "One is married *to* someone.", r"\g<v> to \g<x>",
),
    fault(r"\b(?P<v>look(?:s|ed|ing)? forward to) (?P<at>meet|see|visit|hear|welcome|continue|work)\b",
          "*Look forward to* takes the form in *-ing*.",
),
    fault(r"\b(?P<v>[Cc]ongratulat(?:ed|es|ing)) (?P<who>him|her|them|you|[A-Z]\w+) for "
          r"(?P<x>the|his|her|their)\b",
          "One congratulates someone *on* something.", r"\g<v> \g<who> on \g<x>",
),
)  # fmt: skip


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "They [[discussed about]] the crisis.": "They discussed the crisis.",
        "On Monday Orlukov [[told that]] the road is shut.": "On Monday Orlukov said that the road is shut.",
        "He [[explained them that]] it was late.": "He explained to them that it was late.",
        "The mayor [[said them that]] it was late.": "The mayor told them that it was late.",
        "[[Despite of]] the rain, they [[made him to go]].": "Despite the rain, they made him go.",
        "He has lived there [[since three years]].": "He has lived there for three years.",
        "The army [[prevented them to]] return.": "",
    },
    good=[
        "They had a discussion about it, mentioned her to us and made it to the gate.",
        "He was accompanied to prison and addressed to no one his demand for help.",
        "He told reporters that it was late, as he was told that day.",
        "Since three years ago, nothing; since three months before the war.",
        "The story he told that day made them to order from then on.",
    ],
    evidence=("tr", "ar", "fa", "ru", "fr", "es", "de", "it"),
)  # fmt: skip
def wrong_complement(document: Document) -> Iterator[Flag]:
    """Flag a verb or adjective with another language's preposition or construction.

    ## Why is this bad?

    What a verb governs is part of the verb, and differs from language to language: Turkish says
    *hakkında görüştü*, "discussed about", Russian *объяснил им*, "explained them", German
    *seit drei Jahren*, "since three years".
    """
    yield from flags(document, _FAULTS)

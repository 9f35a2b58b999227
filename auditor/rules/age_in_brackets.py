"""A person's age in brackets behind the name."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_WHO = (
    r"(?:[A-ZÀ-ÖØ-ÞĞİŞČŠŽŁĐŚ][\w’'-]+ [A-ZÀ-ÖØ-ÞĞİŞČŠŽŁĐŚ][\w’'-]+|"
    r"man|woman|wife|husband|girl|boy|driver|son|daughter|mother|father|pensioner|student|suspect|passenger|"
    r"cyclist|pedestrian|motorist|sister|brother|neighbou?r|partner|friend|teenager|colleague)"
)
_AGE = expression(rf"\b(?P<who>{_WHO})(?P<at> \((?P<age>1[4-9]|[2-9]\d)\))(?=[,.;:!?”\" ])(?! ?[-–=])")
# A number behind a player’s name is the minute of a goal; behind a town’s, a party’s or a member’s
# it counts something.
_COUNTED = re.compile(
    r"\b(?:goals?|scor(?:ed|er|ers|ing)|minutes?|warnings?|cards?|penalt\w+|votes?|seats?|points?|substitut\w+|"
    r"cases|deaths|inning\w*|assists?|match(?:es)?|league|distinguished|ranked|ranking|laps?|degrees?|medals?|"
    r"wickets?|pupils)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\d+\+?\d*\)")


@document_rule(
    category="style",
    severity=Severity.MINOR,
    confidence=Confidence.LOW,
    bad={
        "Actress Jana Ledvová[[ (62)]] appeared in it.": "Actress Jana Ledvová, 62, appeared in it.",
        "His wife[[ (47)]] was hurt, said Jan Orel[[ (51)]].": "His wife, 47, was hurt, said Jan Orel, 51.",
    },
    good=[
        "Actress Jana Ledvová, 62, appeared in it.",
        "Jan Orel (36) scored the first goal.",
        "The towns are Novy Most (14), Stary Most (16) and Dlouhy Most (18).",
        "Jan Orel (1962) and Route Nine (2) are old.",
    ],
    evidence=("ja", "de", "cs", "lv", "et", "nb", "da", "sk"),
)
def age_in_brackets(document: Document) -> Iterator[Flag]:
    """Flag an age in brackets.

    ## Why is this bad?

    Papers in Japanese, German, Czech, Latvian and Norwegian print *Jan Novák (47)*. Most English
    ones set the age off by commas: *Jan Novak, 47, said*. Some British and Irish papers have
    brackets, so it speaks only where the text was translated.
    """
    for match in document.find(_AGE):
        first, last = document.sentence_at(match.start())
        sentence = document.text[first:last]
        if _COUNTED.search(sentence) or len(_BRACKETED.findall(sentence)) > 2:
            continue
        after = document.text[match.end() : match.end() + 1]
        yield Flag(
            document.span(*match.span("at")),
            f"English news sets an age off by commas: “{match['who']}{match['at']}”.",
            (Suggestion(f", {match['age']}{'' if after in ',.;:!?' else ','}"),),
        )

"""*A* before a vowel, *an* before a consonant."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.articles import CONSONANT_SOUND, VOWEL_SOUND
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# A capital A may name something (vitamin A) and is left alone unless it opens the sentence.
_A = expression(rf"[aA] (?:(?<![\w.'’-]a )(?<=a )|(?<=[.!?] A )|(?<=\nA ))(?P<word>{VOWEL_SOUND})\b(?!['’])")
_A_PROPER = expression(
    r"a (?<![\w.'’-]a )(?P<word>Afghan|African|Albanian|Algerian|American|Arab|Argentine|"
    r"Armenian|Asian|Australian|Austrian|Azerbaijani|Egyptian|English|Estonian|Ethiopian|Indian|"
    r"Indonesian|Iranian|Iraqi|Irish|Islamic|Islamist|Israeli|Italian|Olympic|Ottoman|FBI|MP|NGO|"
    r"MRI|NBA|NFL|HIV|SMS|IDF|IED|ISIS)\b"
)
_AN = expression(
    rf"n (?:(?<![\w.'’-]an )(?<=an )|(?<=[.!?] An )|(?<=\nAn ))(?P<word>{CONSONANT_SOUND})\b(?!['’])"
)
_AN_PROPER = expression(
    r"n (?<![\w.'’-]an )(?<=an )(?P<word>UN|U\.N\.|US|U\.S\.|UK|European|Ukrainian|Uruguayan|"
    r"Ugandan|German|French|British|Russian|Turkish|Chinese|Japanese|Syrian|"
    r"Polish|Spanish|Greek|Lebanese|Saudi|Jordanian|Kurdish|Palestinian|Pakistani|Korean)(?!\w)"
)
# A word in quotation marks has a sound too: “a “idiot””, “an “beneficial””.
_A_QUOTED = expression(
    r"a (?<![\w.'’-]a )(?<=a )(?P<mark>[“\"‘])"
    r"(?P<word>(?:[ai]|e(?!u|w)|o(?!ne|nce|ui)|u(?:n(?!i|an|eth)|p|l[tc]|mb|rg))[a-z]{2,})\b"
)
_AN_QUOTED = expression(
    r"n (?<![\w.'’-]an )(?<=an )(?P<mark>[“\"‘])"
    r"(?P<word>[bcdfgjklmnpqrstvwz][a-z]{3,}|un(?:ique|ited|iversal)|us(?:eful|er))\b"
)


@document_rule(
    category="grammar",
    severity=Severity.MINOR,
    bad={
        "It took [[a hour]] to reach [[an university]].": "It took an hour to reach a university.",
        "He met [[a Israeli]] minister at [[an UN]] base.": "He met an Israeli minister at a UN base.",
        "He made [[a “unusual]] offer” and [[an “friendly]] gesture.":
            "He made an “unusual offer” and a “friendly gesture.",
        "It rained.\n\n[[A hour]] later [[an large]] boat left.":
            "It rained.\n\nAn hour later a large boat left.",
        "It was [[a unarmed]] drone of [[an foreign]] army.":
            "It was an unarmed drone of a foreign army.",
    },
    good=[
        "A one-day, a once in a lifetime, a unanimous vote of a European unit.",
        "Vitamin A is found in an hour; an honest heir; an historic day at an F-16 base.",
        "Hepatitis A infection; grade A eggs; an SMS to an MP from an NGO.",
        "He left Xi’an by train at 5 a.m. on Monday.",
        "They gave it a U-turn, a ewe, a uniform and an underused, an unimportant one.",
    ],
)  # fmt: skip
def wrong_article(document: Document) -> Iterator[Flag]:
    """Flag *a* before a vowel's sound and *an* before a consonant's.

    ## Why is this bad?

    An engine, or an editor who exchanged the word behind it, left the article as it was. What
    counts is the sound: *an hour*, *a university*, *an FBI agent*, *a UN base*.
    """
    for pattern, right in ((_A, "an"), (_AN, "a"), (_A_PROPER, "an"), (_AN_PROPER, "a")):
        for match in pattern.finditer(document.text):
            if match["word"][0].isupper() or match["word"] in english_words():
                yield _flag(document, match, right)
    for pattern, right in ((_A_QUOTED, "an"), (_AN_QUOTED, "a")):
        for match in document.find(pattern):
            if match["word"] in english_words():
                yield _flag(document, match, right, match["mark"])


def _flag(document: Document, match: re.Match[str], right: str, mark: str = "") -> Flag:
    start = match.start() if right == "an" else match.start() - 1
    article = right.capitalize() if document.text[start].isupper() else right
    return Flag(
        document.span(start, match.end()),
        f"English says “{right} {match['word']}”: the sound behind the article decides.",
        (Suggestion(f"{article} {mark}{match['word']}", safe=True),),
    )

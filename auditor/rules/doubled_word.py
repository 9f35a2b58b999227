"""A small word, or a phrase, that stands twice."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule

# Function words that English never doubles: "had had", "that that", "in in" (verb particle and
# preposition) and "is is" can be right. Doubled content words were names or refrains in half of
# the cases of good news; these were slips in seven of seven.
_FUNCTION = re.compile(
    r"\b(?P<word>the|a|an|and|of|to|for|from|with|by|at|or|as|was|were|are|be|been|has|have|will|"
    r"would|he|she|they|we|it|its|their|this|than|but|not)\s(?P<second>(?P=word))\b(?![-’'])(?!\s(?P=word)\b)",
    re.IGNORECASE,
)
_TWO_ARTICLES = re.compile(
    r"\b(?P<a>the (?:a|an)|(?:a|an) the|(?:a|an) (?:a|an)) (?P<w>[a-z]{3,})\b"
)
_COORDINATED = re.compile(r"\b(?P<word>[a-z]{5,})(?: and|,) (?P=word)\b(?! (?:again|more|and))")
_PHRASE = re.compile(
    r"\b(?P<phrase>(?P<first>[a-zA-Z][\w’'-]*)(?: [\w’'-]+){1,7}) (?P=phrase)\b"
)


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    bad={
        "They met at [[the the]] gate.": "They met at the gate.",
        "It killed ten men [[in the country in the country]].":
            "It killed ten men in the country.",
        "It is [[the a]] problem of our time.": "It is the problem of our time.",
        "They see a [[stable and stable]] link.": "They see a stable link.",
    },
    good=[
        "He had had enough, and that that was so he knew.",
        "They walked on on Monday. He said he he-men were gone.",
        "It rose more and more, again and again, over and over.",
        "“Never again, never again,” they chanted.",
        "Vitamin A the nurses gave; hepatitis A a year ago.",
        "They talk and talk, for years and years.",
    ],
)
def doubled_word(document: Document) -> Iterator[Flag]:
    """Flag a small word or a phrase that stands twice in a row.

    ## Why is this bad?

    Engines repeat a phrase when they lose their place in the source, and give one English word
    for two of the source that mean nearly the same (*stable and stable*).
    """
    for match in document.find(_FUNCTION):
        if "\n" not in match[0] and match["second"].islower() and match["word"] != "A":
            yield _flag(document, match, match["word"])
    for match in document.find(_TWO_ARTICLES):
        if document.text[max(match.start() - 1, 0)] != "-" and match["w"] != "few":
            yield _flag(document, match, match["a"].split()[0], match.end("a"))
    for match in document.find(_PHRASE):
        if not document.in_quotation(match.start()) and _is_slip(match["phrase"]):
            yield _flag(document, match, match["phrase"])
    for match in document.find(_COORDINATED):
        if match["word"] not in _MEANT and not document.in_quotation(match.start()):
            yield _flag(document, match, match["word"])


# Doubled for weight in good English.
_MEANT = frozenset(
    "again years months weeks hours miles thousands hundreds millions dozens scores louder higher "
    "lower bigger fewer never other round through there people women child worse better harder "
    "further longer deeper about after great layers pages rolling growing really".split()
)


def _is_slip(phrase: str) -> bool:
    """Whether a repeated phrase is no chant or score: it has a small word and no capitals."""
    words = phrase.split()
    small = {"the", "of", "in", "and", "to", "a", "on", "for", "with", "by", "that", "is", "was"}
    return len(words) > 1 and phrase == phrase.lower() and not small.isdisjoint(words)


def _flag(document: Document, match: re.Match[str], mended: str, end: int = 0) -> Flag:
    end = end or match.end()
    seen = document.text[match.start() : end]
    return Flag(
        document.span(match.start(), end),
        f"“{' '.join(seen.split())}” repeats itself.",
        (Suggestion(mended),),
    )

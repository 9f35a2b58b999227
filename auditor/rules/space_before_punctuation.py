"""A space before a comma, full stop, colon or apostrophe."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule

_SPACED = re.compile(r"(?P<word>\w+)(?P<gap>[ \u00a0\u202f]+)(?P<mark>[,;:!?]|\.(?!\w|\s?\.))(?=\s|$)")
_GENITIVE = re.compile(r"\b(?P<word>[^\W\d_]+)(?: ['’] ?| ?['’] )(?P<s>s)\b(?!['’])")
_PLURAL = re.compile(r"\b(?P<word>[a-z]{3,}) \(s\)")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "He left [[Ankara ,]] she stayed.": "He left Ankara, she stayed.",
        "Who [[fired ?]] Nobody knows.": "Who fired? Nobody knows.",
        "They guard [[Iraq ' s]] borders.": "They guard Iraq's borders.",
        "They guard [[Iraq’ s]] borders.": "They guard Iraq’s borders.",
        "It took 4 [[hour (s)]] in all.": "It took 4 hours in all.",
    },
    good=[
        "He left Ankara, she stayed.",
        "The rules of 5 . 6 are here ...",
        "the boys' school and the girls' sports day",
        "She called it ‘a day’ s'il vous plaît",
        "Prices rose 3 .5 percent",
        "She said :) and left :-( at once.",
        "Tram(s) run daily.",
    ],
    evidence=("fr", "ar", "fa", "ru"),
)
def space_before_punctuation(document: Document) -> Iterator[Flag]:
    """Flag a space before a mark that belongs to the word before it.

    ## Why is this bad?

    French puts a space before some marks, and engines that cut text into tokens do not always
    join it again: *Iraq ' s*, *Ankara ,*.
    """
    for match in document.find(_SPACED):
        if _is_meant(document, match):
            continue
        yield _flag(document, match, f"{match['word']}{match['mark']}")
    for match in document.find(_GENITIVE):
        mark = "’" if "’" in match[0] else "'"
        yield _flag(document, match, f"{match['word']}{mark}s")
    for match in document.find(_PLURAL):
        yield _flag(document, match, f"{match['word']}s")


def _is_meant(document: Document, match: re.Match[str]) -> bool:
    """Whether the space is that of a line's end, a smiley, a file's extension or an ellipsis."""
    if "\n" in match["gap"]:
        return True
    after = document.text[match.end() : match.end() + 3]
    return match["mark"] == "." and bool(re.match(r" ?(\.|\d)", after))


def _flag(document: Document, match: re.Match[str], mended: str) -> Flag:
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: a space stands where none belongs.",
        (Suggestion(mended, safe=True),),
    )

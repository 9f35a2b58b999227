"""A space before a comma, full stop, colon or apostrophe, or inside brackets."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Each begins with the mark, of which there are fewer than of spaces and words.
_SPACED = expression(r"[,;:!?.](?<=[ \u00a0\u202f].)(?=[”\"’']?(?:\s|$)|(?<=:)[“\"]\w)")
# The space on the wrong side altogether: “town ,and”.
_BEFORE_WORD = expression(r"[,;.](?<=[a-z]{2} .)(?=[a-z]{2}|[A-Z][a-z])(?!net\b|NET\b|com\b|[a-z]{2,3}\b/)")
# Behind a closing quotation mark; a straight one by how many stand before it.
_BEHIND_MARK = expression(r"[”\"](?<=[\w.,!?].) [,;:](?=\s|$)")
_ELLIPSIS = expression(r" ?(?:\.|\d)")
_GENITIVE = expression(r"['’](?: |(?<= .))s\b(?!['’])")
_BEFORE = expression(r"(?P<word>[^\W_]+)(?P<gap>[ \u00a0\u202f]*)\Z")
_PLURAL = expression(r" \(s\)")
_OPENED = expression(r"\((?<![:;=-].)[ \u00a0](?P<word>[^\W\d_]\w*)")
_CLOSED = expression(r"\)(?<=[\w.][ \u00a0].)")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "He left [[Ankara ,]] she stayed.": "He left Ankara, she stayed.",
        "Who [[fired ?]] Nobody knows. He [[said :]]“No.”": "Who fired? Nobody knows. He said:“No.”",
        "They guard [[Iraq ' s]] borders.": "They guard Iraq's borders.",
        "They guard [[Iraq’ s]] borders.": "They guard Iraq’s borders.",
        "It took 4 [[hour (s)]] in all.": "It took 4 hours in all.",
        "“We left[[” ,]] he said, but left the [[door ,]]unlocked.":
            "“We left”, he said, but left the door, unlocked.",
        "“We left the [[house .]]”": "“We left the house.”",
        "The trade [[( imports]] and exports [[alike )]] fell.":
            "The trade (imports and exports alike) fell.",
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
)  # fmt: skip
def space_before_punctuation(document: Document) -> Iterator[Flag]:
    """Flag a space between a word and the mark that belongs to it.

    ## Why is this bad?

    French puts a space before some marks, and engines that cut text into tokens do not always
    join it again: *Iraq ' s*, *Ankara ,*.
    """
    yield from _before_stops(document)
    yield from _behind_quotation_marks(document)
    yield from _before_endings(document)
    yield from _in_brackets(document)


def _before_stops(document: Document) -> Iterator[Flag]:
    """Spaces before commas, stops and their like."""
    text = document.text
    for match in _SPACED.finditer(text):
        before = _word_before(text, match.start())
        if before and not (match[0] == "." and _ELLIPSIS.match(text, match.end())):
            yield _flag(document, before, match.end(), f"{before['word']}{match[0]}")
    for match in _BEFORE_WORD.finditer(text):
        before = _word_before(text, match.start())
        if before:
            yield _flag(document, before, match.end(), f"{before['word']}{match[0]} ")


def _behind_quotation_marks(document: Document) -> Iterator[Flag]:
    """Spaces between a closing quotation mark and a comma."""
    text = document.text
    for match in document.find(_BEHIND_MARK):
        at = match.start()
        first, _ = document.paragraph_at(at)
        if text[at] == "”" or text.count('"', first, at) % 2:
            yield Flag(
                document.span(at, match.end()),
                f"“{text[at : match.end()]}”: a space stands where none belongs.",
                (Suggestion(match[0].replace(" ", ""), safe=True),),
            )


def _before_endings(document: Document) -> Iterator[Flag]:
    """Spaces before a genitive's or a plural's s."""
    text = document.text
    for match in _GENITIVE.finditer(text):
        before = _word_before(text, match.start())
        if before and before["word"].isalpha():
            yield _flag(document, before, match.end(), f"{before['word']}{match[0][0]}s")
    for match in document.find(_PLURAL):
        before = _word_before(text, match.start())
        if before and before["word"].islower() and len(before["word"]) > 2:
            yield _flag(document, before, match.end(), f"{before['word']}s")


def _in_brackets(document: Document) -> Iterator[Flag]:
    """Spaces inside brackets."""
    text = document.text
    for match in _OPENED.finditer(text):
        yield _flag(document, match, match.end(), f"({match['word']}")
    for match in _CLOSED.finditer(text):
        before = _word_before(text, match.start())
        if before and "(" in text[max(match.start() - 200, 0) : before.start()]:
            yield _flag(document, before, match.end(), f"{before['word']})")


def _word_before(text: str, at: int) -> re.Match[str] | None:
    """The word before a mark, and the space between; nothing where its line begins there."""
    return _BEFORE.search(text, max(at - 40, 0), at)


def _flag(document: Document, first: re.Match[str], end: int, mended: str) -> Flag:
    start = first.start()
    return Flag(
        document.span(start, end),
        f"“{document.text[start:end]}”: a space stands where none belongs.",
        (Suggestion(mended, safe=True),),
    )

"""A space on the wrong side of a quotation mark."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule

# `[,.?!] ”\w` does not occur in a megabyte of good news; a straight mark may open a quotation, so
# it needs a word of attribution behind it.
_CLOSING = re.compile(
    r"(?<=\w)(?P<stop>[,.?!…])(?P<gap>[ \u00a0]+)(?P<mark>”)(?P<after>\w+)"
    r"|(?<=\w)(?P<stop2>[,?!])(?P<gap2>[ \u00a0]+)(?P<mark2>\")"
    r"(?P<after2>(?:he|she|they|it|who|said|says|added|adding|stated|noted)\b)"
)
_OPENING = re.compile(r"(?P<before>\b\w+ )(?P<mark>“)(?P<gap>[ \u00a0]+)(?P<after>\w+)")
_BEFORE_CLOSING = re.compile(r"(?P<word>\b\w+[,.?!]?)(?P<gap>[ \u00a0]+)(?P<mark>”)(?=[\s,.;:]|$)")
_STRAIGHT_OPENING = re.compile(r'(?P<before>\b\w+ )(?P<mark>")(?P<gap>[ \u00a0]+)(?P<after>[a-z]\w*)')


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "“We are ready[[, ”he]] said.": "“We are ready,” he said.",
        "“Who fired first[[? ”asked]] the judge.": "“Who fired first?” asked the judge.",
        '"We are ready[[, "he]] said.': '"We are ready," he said.',
        "The envoy spoke of [[a “ threat]] to the region”.":
            "The envoy spoke of a “threat to the region”.",
        "They called it “a [[mistake ”]] yesterday.": "They called it “a mistake” yesterday.",
        'It was [[a " threat]] to the region."': 'It was a "threat to the region."',
    },
    good=[
        "“We are ready,” he said.",
        "He said: “Yes.” She said: “No.”",
        'The film, "he told us, "is long.',
        "The sign read “Closed” and “Open”.",
        'They read "War and Peace" , "Emma" and "Ulysses".',
        'The screen is 6" wide and 3" high.',
    ],
    evidence=("tr", "ar", "fa", "ru"),
)  # fmt: skip
def misplaced_quotation_space(document: Document) -> Iterator[Flag]:
    """Flag a quotation mark with its space on the wrong side.

    ## Why is this bad?

    Translation engines cut a text at its quotation marks and put it together again; the space
    that belongs behind a closing mark ends up before it, or inside an opening one. Readers
    stumble, and a search for the quotation fails. Which of comma and mark comes first is house
    style, and left alone.
    """
    for match in document.find(_CLOSING):
        stop, mark = match["stop"] or match["stop2"], match["mark"] or match["mark2"]
        word = match["after"] or match["after2"]
        if mark == '"' and not _is_closing(document, match.start("mark2")):
            continue
        yield _flag(document, match, f"{stop}{mark} {word}")
    for match in document.find(_OPENING):
        yield _flag(document, match, f"{match['before']}{match['mark']}{match['after']}")
    for match in document.find(_BEFORE_CLOSING):
        yield _flag(document, match, f"{match['word']}{match['mark']}")
    for match in document.find(_STRAIGHT_OPENING):
        if not _is_closing(document, match.start("mark")):
            yield _flag(document, match, f"{match['before']}{match['mark']}{match['after']}")


def _is_closing(document: Document, at: int) -> bool:
    """Whether the straight mark at a place closes a quotation: an odd number stands before it."""
    start, _ = document.paragraph_at(at)
    return document.text.count('"', start, at) % 2 == 1


def _flag(document: Document, match: re.Match[str], mended: str) -> Flag:
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: the space stands on the wrong side of the quotation mark.",
        (Suggestion(mended, safe=True),),
    )

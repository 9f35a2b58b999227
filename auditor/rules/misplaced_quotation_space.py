"""A space on the wrong side of a quotation mark."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# `[,.?!] ”\w` does not occur in a megabyte of good news; a straight mark may open a quotation, so
# it needs a word of attribution behind it. All begin with the mark: articles hold few.
_MARK = expression(
    r"[“”\"](?:"
    r"(?P<closing>(?<=\w[,.?!…][ \u00a0]”)\w+)"
    r"|(?P<straight>(?<=\w[,?!][ \u00a0]\")(?:he|she|they|it|who|said|says|added|adding|stated|noted)\b)"
    r"|(?P<opening>(?<=\w [“\"])[ \u00a0]+(?P<after>\w+))"
    r"|(?P<late>(?<=[\w,.?!][ \u00a0]”)(?=[\s,.;:]|$)|(?<=[\w,.?!] \")(?=\n|$))"
    r"|(?P<first>(?:(?<=\n.)|(?<=\A.))[ \u00a0](?=\w)))"
)
_WORD = expression(r"\w+[,.?!]?[ \u00a0]+\Z")


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
        'He said: "It was a [[mistake. "]]\n\n[[“ ]]It was,” she said.':
            'He said: "It was a mistake."\n\n“It was,” she said.',
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
    text = document.text
    for match in document.find(_MARK):
        at, mark = match.start(), match[0][0]
        closes = bool(match["straight"] or match["late"] is not None)
        if mark == '"' and _is_closing(document, at) != closes:
            continue
        if match["closing"] or match["straight"]:
            yield _flag(document, at - 2, match.end(), f"{text[at - 2]}{mark} {match[0][1:]}")
        elif match["after"]:
            start = _word_start(text, at)
            if mark == "“" or match["after"][0].islower():
                yield _flag(document, start, match.end(), f"{text[start:at]}{mark}{match['after']}")
        elif match["first"]:
            yield _flag(document, at, match.end(), mark)
        elif text[at - 2 : at].strip():
            start = _word_start(text, at)
            yield _flag(document, start, match.end(), f"{text[start:at].rstrip()}{mark}")


def _word_start(text: str, at: int) -> int:
    """Where the word begins that stands before a mark."""
    word = _WORD.search(text, max(at - 60, 0), at)
    return word.start() if word else at


def _is_closing(document: Document, at: int) -> bool:
    """Whether the straight mark at a place closes a quotation: an odd number stands before it."""
    start, _ = document.paragraph_at(at)
    return document.text.count('"', start, at) % 2 == 1


def _flag(document: Document, start: int, end: int, mended: str) -> Flag:
    return Flag(
        document.span(start, end),
        f"“{document.text[start:end]}”: the space stands on the wrong side of the quotation mark.",
        (Suggestion(mended, safe=True),),
    )

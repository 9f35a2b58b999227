"""A space on the wrong side of a quotation mark."""

import re
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
    r"|(?P<late>(?<=[\w,.?!][ \u00a0]”)(?=[\s,.;:]|$)|(?<=[\w,.?!] \")(?=[,.;:]?(?:[\s]|$)))"
    r"|(?P<first>(?:(?<=\n.)|(?<=\A.))[ \u00a0](?=\w))"
    # The comma moved over with the space: `ready” ,he`.
    r"|(?P<comma>(?<=[\w.?!…][”\"])[ \u00a0],(?=[a-z]{2})))"
)
# No space at all where a word or a mark meets a quotation mark on its outer side: `said:"We`,
# `ready,"he`, `a“fear`.
_TOUCHING = expression(
    r"[“”\"](?:(?<=\w[,.?!…]”)(?=[A-Za-z]{2})|(?<=[a-z]{2}”)(?=[a-z]{2})|(?<=[a-z]“)(?=\w)"
    r"|(?<=[a-z][,:;]“)(?=\w)"
    r"|(?P<straight>(?<=[a-z][,:;.?!]\")(?=[A-Za-z]{2})|(?<=[a-z]{2}\")(?=[A-Za-z]{2})))"
)
# A plural of a letter or sign between marks (the "o"s), or an inch or apostrophe typed so.
_SHORT = expression(r"\w\Z")
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
        '"We are ready[[" ,]]said the mayor.': '"We are ready", said the mayor.',
        'It was [[a " threat]] to the region."': 'It was a "threat to the region."',
        'It was a "threat to the [[region "]], he wrote.': 'It was a "threat to the region", he wrote.',
        '"We are ready[[,"he]] said. She said[[:"We]] wait."':
            '"We are ready," he said. She said: "We wait."',
        "He spoke of [[a“threat]]” and of “hope[[”again]].": "He spoke of a “threat” and of “hope” again.",
    },
    good=[
        "“We are ready,” he said.",
        "He said: “Yes.” She said: “No.”",
        'The film, "he told us, "is long.',
        "The sign read “Closed” and “Open”.",
        'They read "War and Peace" , "Emma" and "Ulysses".',
        'The screen is 6" wide and 3" high.',
        'The "o"s in "robot"; India"s neck; the (“new”) road; a "post-"war" plan.',
        "It is “new”-fashioned, “so-called”.",
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
        closes = bool(match["straight"] or match["comma"] or match["late"] is not None)
        if mark == '"' and _is_closing(document, at) != closes:
            continue
        if match["comma"]:
            yield _flag(document, at, match.end(), f"{mark}, ")
        elif match["closing"] or match["straight"]:
            yield _flag(document, at - 2, match.end(), f"{text[at - 2]}{mark} {match[0][1:]}")
        elif match["after"]:
            start = _word_start(text, at)
            if mark == "“" or match["after"][0].islower():
                yield _flag(document, start, match.end(), f"{text[start:at]}{mark}{match['after']}")
        elif match["first"]:
            yield _flag(document, at, match.end(), mark)
        elif text[at - 2 : at].strip():
            start = _word_start(text, at)
            mended = f"{text[start:at].rstrip()}{mark}{text[at + 1 : match.end()]}"
            yield _flag(document, start, match.end(), mended)
    for match in document.find(_TOUCHING):
        yield from _touching(document, match)


def _touching(document: Document, match: re.Match[str]) -> Iterator[Flag]:
    """A mark that touches words on both sides; a straight one by how many stand before it."""
    text, at, mark = document.text, match.start(), match[0]
    behind = _BEHIND.match(text, at + 1)
    word = behind[0] if behind else ""
    start, end = document.paragraph_at(at)
    if match["straight"] is not None and (text.count('"', start, end) % 2 or _SHORT.fullmatch(word)):
        return
    closes = mark == "”" or (mark == '"' and _is_closing(document, at))
    if not closes and text[at - 1] in ".?!":
        return  # “.” ends what stands before; who opens behind it is told by no space alone
    first = _LEAD.search(text, max(at - 40, start), at)
    lead = first[0] if first else ""
    if closes:
        lead = lead if lead[:1] in ",.?!…" else ""
        yield _flag(document, at - len(lead), at + 1 + len(word), f"{lead}{mark} {word}")
    else:
        lead = lead if lead[:1] not in ",:;" else lead[:1]
        yield _flag(document, at - len(lead), at + 1 + len(word), f"{lead} {mark}{word}")


_BEHIND = expression(r"[\w’'-]+")
_LEAD = expression(r"(?:[,.?!…:;]|\w+)\Z")


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

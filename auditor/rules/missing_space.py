"""No space behind a stop, a comma, a bracket or an apostrophe."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# Each begins with the mark. Words of two letters and more on both sides: “e.g.”, “p.m”, “T.Rex”
# and file names have fewer, or stand in an address.
_STOP = expression(r"[.?!](?<=[a-z]{3}.)(?P<word>(?!(?:Ru|Net|Com|Org|By|Ua)\b)[A-Z][a-z]+)(?=[ ,’'])")
_COMMA = expression(r"[,;](?<=[a-z]{2}.)(?P<word>[a-z]{2,})\b(?![.,@/]\w)")
# “Germany,France”: a name behind the comma; no initials, no word with capitals inside it.
_NAME_BEHIND = expression(r",(?<=[a-z]{3}.)(?P<word>[A-Z][a-z]{2,})\b(?=[ ,.;)]|$)(?!\.\w)")
_COLON = expression(r":(?<=[a-z]{3}.)(?P<word>[a-z]{2,})\b(?=[ ,]|\.(?!\w)|$)")
_OPENING = expression(r"\((?<=[a-z]{3}.)(?P<word>[A-Za-z]{3,})\b(?!\))")
# “The mayor(60)”, “(60)said” is seen by its letters.
_FIGURE = expression(r"\((?<=[a-z]{3}.)(?P<word>\d{1,4})(?=[),;])")
# Behind the figure in brackets behind a name: an age; *Lytoceras(12)* is a thing with its number.
_AGED = expression(r"\) (?:said|was|is|has|had|who|from|and)\b")
_CLOSING = expression(r"\)(?P<word>[A-Za-z]{3,})\b")
_TITLE = expression(
    r"\b(?P<title>St|Fr|fr|Mr|Mrs|Ms|Dr|Gen|Prof|Col|Lt|Sen|Rep|Sgt|Capt|Maj)\.(?P<word>[A-Z][a-z]+)\b(?!\.\w)"
)
_BEFORE = expression(r"[^\s(]+\Z")
# “15 days'imprisonment”: behind the apostrophe of a plural.
_APOSTROPHE = expression(r"['’](?<=[a-z]{3}s.)(?P<word>[a-z]{3,})\b")
# A web address, a handle or a name written as one stands around the mark.
_ADDRESS = expression(r"www|https?:|[@/#_\\<>=&]|\d")
# Each, and whether the space is missing behind its mark.
_PATTERNS = (
    (_STOP, True), (_COMMA, True), (_NAME_BEHIND, True), (_COLON, True), (_OPENING, False), (_FIGURE, False),
    (_CLOSING, True), (_APOSTROPHE, True),
)  # fmt: skip


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "They gave back the [[toys.Then]] they left.": "They gave back the toys. Then they left.",
        "It was said by [[Gen.Orlukov]].": "It was said by Gen. Orlukov.",
        "The case is [[strong,but]] it is late.": "The case is strong, but it is late.",
        "The [[mayor(60]]) is [[blunt:we]] are late.": "The mayor (60) is blunt: we are late.",
        "He got 15 [[days'imprisonment]].": "He got 15 days' imprisonment.",
        "The [[ministry(which]] is new[[)agreed]].": "The ministry (which is new) agreed.",
        "[[Orlu,Demir]] and [[Wang(70]]) and Li met, as in 2019 (or 2020[[)both]] did.":
            "Orlu, Demir and Wang (70) and Li met, as in 2019 (or 2020) both did.",
    },
    good=[
        "Call a(b) and Lytoceras(12), see Smith,J. and Li,Wei@post.org.",
        "The sites ASP.Net and Amazon.com, Sports.Ru reports, Yahoo!News and U.S.Steel.",
        "See index.php, or write to a,b@c.org; the tram(s) ran. Call f(x).",
        "He said it. Then he left, but not (as he said) for long.",
    ],
    evidence=("zh", "ja", "ko"),
)  # fmt: skip
def missing_space(document: Document) -> Iterator[Flag]:
    """Flag a stop, comma, bracket or apostrophe with no space between it and the next word.

    ## Why is this bad?

    Chinese and Japanese set no spaces, and engines join sentences that they translated apart
    without one: *toys.Then*.
    """
    for match in document.find(_TITLE):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” lacks a space.",
            (Suggestion(f"{match['title']}. {match['word']}"),),
        )
    for pattern, after in _PATTERNS:
        for match in pattern.finditer(document.text):
            before = _BEFORE.search(document.text, max(match.start() - 40, 0), match.start())
            lead = before[0] if before else ""
            if _is_prose(document, pattern, match, lead):
                start, mark = match.start() - len(lead), match[0][0]
                if pattern is _CLOSING:
                    start, lead = match.start(), ""
                mended = f"{lead}{mark} {match['word']}" if after else f"{lead} {mark}{match['word']}"
                yield Flag(
                    document.span(start, match.end()),
                    f"“{document.text[start : match.end()]}” lacks a space.",
                    (Suggestion(mended),),
                )


def _is_prose(document: Document, pattern: re.Pattern[str], match: re.Match[str], lead: str) -> bool:
    """Whether words stand on both sides, and no address or name of a site around them."""
    around = lead + document.text[match.end() : match.end() + 2]
    if pattern is _NAME_BEHIND:
        return lead.isalpha() and not _ADDRESS.search(around)
    if match["word"].isdecimal():
        aged = len(match["word"]) == 2 and lead.istitle() and _AGED.match(document.text, match.end())
        return bool(aged) or (lead.islower() and lead in english_words())
    if pattern is _CLOSING:
        lead = around = ""
    if _ADDRESS.search(around) or match["word"].lower() not in english_words():
        return False
    if match[0][0] == "!" and not lead.islower():
        return False  # Yahoo!News
    return match[0][0] == ")" or re.sub(r"\W", "", lead).lower() in english_words()

"""A capital in the middle of a sentence."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.countries import DEMONYMS
from auditor.language.expressions import expression
from auditor.rule import document_rule

_SMALL = (
    "The|This|It|He|She|They|But|And|In|On|As|There|We|If|At|For|Because|However|While|That|These|"
    "An|Some|All|Now|So|When|His|Her|Its|Their|Which|Who|Where|Things|After|Before|From|With|To|By"
)
# Titles and names are listed so too (“Soul; So Long; The Post”): a small letter must follow, or a name
# and two small words (“; The Iranian revolution that”).
_SEMICOLON = expression(
    rf"; (?P<word>{_SMALL}|Such|Although|According|Also)"
    r"(?= [a-z]| [A-Z]\w+ (?!of|the|and)[a-z]+ [a-z]{2,})"
)
# Behind a comma a title may begin (“the hit, The Wall”): a small word must follow.
_COMMA = expression(
    rf", (?<=[a-z]{{2}}, )(?P<word>{_SMALL})"
    r"(?= (?:is|was|are|were|has|have|had|will|would|the|a|of|to|said|he|she|it|they|we|not|no|"
    r"also|can|could|this|that|his|her|their|its|been)\b)"
)
# What no house capitalises, whoever is meant: none stood so in 13,000 sentences of good news.
_NOUNS = (
    "soldier soldiers policeman policemen singer singers diva actor actors actress actresses artist "
    "artists footballer footballers player players poet poets writer writers authorities regions "
    "provinces countries civilians terrorist terrorists militants protesters supporters residents "
    "tourists politician politicians businessman businessmen voters rebels migrants prisoners "
    "violence emirate combatants fighters coronavirus scientist scientists inhabitants"
).split()
_NOUN = expression(rf"\b(?P<word>{'|'.join(map(str.capitalize, _NOUNS))})(?= [a-z]|[.,;] )")
_FREE = expression(r"(?:\b[a-z]{2,}|\bThe|\bA) \Z")
# “Union of Journalists”, “Actors for Peace”: small words inside a name.
_IN_NAME = expression(
    r"\b(?:of|for|and|without|with|film|song|novel|book|show|series|play|by|called|"
    r"des|de|du|les|la|le|der|die|das|und|el|los|las|del) \Z"
)
_ROLES = (
    "singer diva actor actress writer poet player footballer artist businessman businesswoman "
    "politician citizen citizens soldier soldiers officer journalist journalists scientist official "
    "activist lawyer pilot"
).split()
_ROLE = expression(
    rf"\b(?P<word>{'|'.join(map(str.capitalize, _ROLES))})(?= [A-Z][\w’-]+ [A-Z][\w’-]+ [a-z])"
)
# A body named by its kind with an adjective of time before it; of 14,000 sentences of good news none.
_BODY = expression(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his) (?:new|current|previous|former|interim|"
    r"incumbent|coalition|newly elected|transitional|provisional|present|outgoing|next|future) "
    r"(?P<word>Governments?|Parliaments?|Cabinets?|"
    r"Constitution|Ministry|Army|Police|Court|Party|Ministers?|Ambassador|Governor|Mayor|Elections?|Law|Capital)"
    r"(?= [a-z]|[.,;]\s|$)(?! (?:of|for) [A-Z])"
)
_OWN = expression(
    r"\b[Tt]he (?P<word>Government|Parliament|Cabinet|Constitution|Army|Court|Party|Minister)(?= [a-z])"
)
# “Ahmed Bin Jassim”: *son of* is small in English news; houses of the Gulf that write *Bin* do so always.
# *Bin* is also a Chinese given name.
_SON = expression(
    r"\b(?<=[a-z] )(?<!\b(?:Chen|Wang|Yang|Zhou|Zhao|Feng|Tang|Song) )"
    r"(?<!\b(?:Jiang|Zhang|Huang|Zheng) )(?P<word>Bin|Ibn|Bint)(?= [A-Z][a-z])"
)
_HOUSE = 3
_DEMONYM = expression(r"\b(?P<who>[A-Z][a-z]+) \Z")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "It was late; [[The]] guests had left.": "It was late; the guests had left.",
        "It was late; [[The]] Danish guests had left.": "It was late; the Danish guests had left.",
        "He came back, [[But]] the door was shut.": "He came back, but the door was shut.",
        "The [[Emirate]] is rich, and its [[Provinces]] are poor.":
            "The emirate is rich, and its provinces are poor.",
        "Turkish [[Singer]] Ayla Demirok performed there.": "Turkish singer Ayla Demirok performed there.",
        "The new [[Government]] met Karim [[Bin]] Orlan.": "The new government met Karim bin Orlan.",
    },
    good=[
        "He saw Soul; The Lord of the Rings; The Post.",
        "He sang the hit, The Wall, and read The Times; I did not.",
        "In Osaka, Who’s Who, The Hague, In Touch. She saw Soul; So Long; The Post.",
        "Four Hurt After Police Fire at Protesters in Town\n\nFour were hurt.",
        "He said, “The door is shut.” He added: The end.",
        "The Union of Writers met the United Arab Emirates; in the film Soldiers they sang.",
        "Soldiers marched. British Actors Association members met.",
        "The Government fell, the Government said, and the new Government met. Bin Laden was dead.",
        "The new Government of National Unity met the new Cabinet Office minister.",
    ],
    evidence=("ar", "fa", "zh", "ja", "hi", "he"),
)  # fmt: skip
def misplaced_capital(document: Document) -> Iterator[Flag]:
    """Flag a capital that a word has no claim to in the middle of a sentence.

    ## Why is this bad?

    Arabic, Persian, Chinese and Hindi have no capitals, and their commas part whole sentences; an
    engine that ends its sentence there begins the next with a capital. It also guesses at capitals
    within the sentence: *the Emirate*, *Turkish Singer*.
    """
    yield from _behind_marks(document)
    yield from _nouns(document)
    yield from _against_the_house(document)
    yield from _roles(document)


def _behind_marks(document: Document) -> Iterator[Flag]:
    """Small words behind a semicolon or a comma."""
    for pattern in (_SEMICOLON, _COMMA):
        for match in pattern.finditer(document.text):
            at = match.start("word")
            if not (_is_code(document.text, at) if pattern is _SEMICOLON else _begins_words(document, at)):
                yield _flag(document, match)


def _nouns(document: Document) -> Iterator[Flag]:
    """Common nouns within a sentence that are no part of a name."""
    text = document.text
    for match in document.find(_NOUN):
        around = max(match.start() - 12, 0), match.start()
        _, end = document.paragraph_at(match.start())
        is_heading = text[end - 1].isalnum()
        if not is_heading and _FREE.search(text, *around) and not _IN_NAME.search(text, *around):
            yield _flag(document, match)


def _against_the_house(document: Document) -> Iterator[Flag]:
    """*Government* and *Bin*, which some houses capitalise: those do so everywhere."""
    for match in document.find(_BODY):
        own = sum(each["word"] == match["word"] for each in document.find(_OWN))
        if own < _HOUSE - 1:
            yield _flag(document, match)
    sons = list(document.find(_SON))
    if len(sons) < _HOUSE:
        for match in sons:
            if document.text[: match.start()].rstrip().rpartition(" ")[2][:1].isupper():
                yield _flag(document, match)


def _roles(document: Document) -> Iterator[Flag]:
    """What somebody is, behind his people's name."""
    for match in document.find(_ROLE):
        before = _DEMONYM.search(document.text, max(match.start() - 16, 0), match.start())
        if before and before["who"].lower() in DEMONYMS:
            yield _flag(document, match)


def _is_code(text: str, at: int) -> bool:
    """Whether the semicolon before a word ends a character in code (&quot;)."""
    return bool(re.search(r"&#?\w+; \Z", text[max(at - 10, 0) : at]))


def _begins_words(document: Document, start: int) -> bool:
    """Whether behind a comma a quotation without marks, or a title within marks, begins."""
    text = document.text
    said = text[max(start - 9, 0) : start].rstrip(", ").endswith(("said", "says", "asked", "added"))
    return said or document.in_quotation(start)


def _flag(document: Document, match: re.Match[str]) -> Flag:
    return Flag(
        document.span(*match.span("word")),
        f"“{match['word']}” has a capital in the middle of a sentence.",
        (Suggestion(match["word"].lower()),),
    )

"""One thing under two terms, or one word in two spellings, in an article."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.words import words_of
from auditor.rule import document_rule

# Spellings of one word: the commoner in the article decides, at equal counts the first.
_SPELLINGS = (
    ("airstrike", "air strike", "air-strike"),
    ("adviser", "advisor"),
    ("website", "web site", "web-site"),
    ("email", "e-mail"),
    ("ceasefire", "cease-fire", "cease fire"),
    ("coronavirus", "corona virus", "corona-virus"),
    ("COVID-19", "Covid-19"),
    ("counterterrorism", "counter-terrorism", "counter terrorism"),
    ("cybersecurity", "cyber security", "cyber-security"),
    ("policymaker", "policy-maker", "policy maker"),
    ("lawmaker", "law-maker", "law maker"),
    ("peacekeeper", "peace-keeper"),
    ("warplane", "war plane"),
    ("gunfire", "gun fire"),
    ("bystander", "by-stander"),
    ("checkpoint", "check-point", "check point"),
    ("multilateral", "multi-lateral"),
    ("anti-aircraft", "antiaircraft"),
    ("nonprofit", "non-profit"),
    ("paramilitary", "para-military"),
    ("ISIS", "ISIL", "Daesh", "DAESH", "Isis"),
    ("Taliban", "Taleban"),
    ("Hezbollah", "Hizbullah", "Hizballah", "Hezbullah"),
    ("Quran", "Koran", "Qur'an"),
)


class _Rivals(NamedTuple):
    """Usual terms of English news, and other words for the thing that a translator gives it.

    Good writing varies the usual ones; another word is flagged where a usual one stands beside it.
    """

    usual: tuple[str, ...]
    other: tuple[str, ...]


_RIVALS = (
    _Rivals(("show of force",), ("show of strength", "display of strength", "demonstration of force")),
    _Rivals(("nuclear deal", "nuclear agreement", "nuclear accord"), ("nuclear treaty", "nuclear contract")),
    _Rivals(("state of emergency",), ("emergency state", "extraordinary state", "exceptional state")),
    _Rivals(("coup attempt", "attempted coup"), ("coup initiative", "coup enterprise")),
    _Rivals(("no-fly zone",), ("flight ban zone", "closed air zone", "no-flight zone")),
    _Rivals(("suicide bomber",), ("live bomb", "suicide activist")),
    _Rivals(("runoff", "run-off", "second round"), ("return round", "second tour", "replay round")),
    _Rivals(("arrest warrant",), ("catch decision", "capture decision", "detention decision")),
    _Rivals(("cabinet reshuffle",), ("cabinet revision",)),
    _Rivals(("drone", "unmanned aerial vehicle"), ("unmanned air vehicle", "unmanned plane")),
    _Rivals(("missile defense", "missile defence"), ("rocket shield",)),
    _Rivals(("early election", "snap election"), ("premature election", "anticipated election")),
    _Rivals(("interim government", "caretaker government"), ("temporary government",)),
    _Rivals(("law enforcement",), ("forces of order", "order forces")),
)
# Behind these a second name is given on purpose: "ISIS, also known as Daesh".
_GLOSS = expression(r"(?:\(|known as|called|acronym|or|formerly|as|named|abbreviated)\s?[“\"(]?\Z")


def _term(term: str) -> re.Pattern[str]:
    body = re.escape(term).replace(r"\-", "[-‑]").replace("'", "['’]")
    small = term.islower()
    plural = "(?P<s>s?)" if small else "(?P<s>)"
    return expression(rf"(?<![\w.@/#-]){body}{plural}(?![\w@/-]|\.\w)", re.IGNORECASE if small else 0)


_PATTERNS = {
    term: _term(term)
    for terms in (*_SPELLINGS, *(usual + other for usual, other in _RIVALS))
    for term in terms
}


# The words of a term, each in the singular and plural, and the terms that begin with a word.
_CLUES = {term: [frozenset({word, f"{word}s"}) for word in words_of(term)] for term in _PATTERNS}
_BEGINNING: dict[str, list[str]] = {}
for _each, _forms in _CLUES.items():
    for _form in _forms[0]:
        _BEGINNING.setdefault(_form, []).append(_each)


@document_rule(
    category="consistency",
    severity=Severity.MINOR,
    bad={
        "The air strikes went on. Two air strikes hit the port, and an [[airstrike]] the town.":
            "The air strikes went on. Two air strikes hit the port, and an air strike the town.",
        "It was a show of force. Such a [[show of strength]] is rare.":
            "It was a show of force. Such a show of force is rare.",
        "Daesh held the town. The Daesh men fled, and [[ISIS]] lost.":
            "Daesh held the town. The Daesh men fled, and Daesh lost.",
    },
    good=[
        "The group, known as ISIS, or Daesh, held it; “ISIS is gone,” she said of Daesh.",
        "An airstrike, a strike and an attack from the air.",
        "Write to news@e-mail.com by email.",
        "The nuclear deal is a nuclear agreement.",
    ],
)  # fmt: skip
def inconsistent_term(document: Document) -> Iterator[Flag]:
    """Flag a term or a spelling that differs from the rest of the article.

    ## Why is this bad?

    An engine translates each sentence by itself: *show of force* becomes *show of strength* two
    lines on, *airstrike* becomes *air strike*. A reader takes two words for two things. The
    commoner one in the article decides; quotations and second names given on purpose are left
    alone.
    """
    held = _held(document)
    if not held:
        return
    for spellings in _SPELLINGS:
        if len(held.intersection(spellings)) < 2:
            continue
        uses = _uses(document, spellings)
        order = list(dict.fromkeys(term for term, _ in uses))
        if len(order) > 1:
            usual = max(order, key=lambda term: sum(each == term for each, _ in uses))
            if "coronavirus" in spellings:  # two words are no choice of a house, however many
                usual = spellings[0]
            yield from _flags(document, uses, usual, spellings)
    for usuals, others in _RIVALS:
        if held.isdisjoint(others):
            continue
        right = _uses(document, usuals)
        if right:
            yield from _flags(document, [*right, *_uses(document, others)], right[0][0], others)


def _held(document: Document) -> set[str]:
    """The terms all of whose words stand in the article, in the singular or plural."""
    words = document.words
    return {
        term
        for word in words & _BEGINNING.keys()
        for term in _BEGINNING[word]
        if not any(map(words.isdisjoint, _CLUES[term])) and (term.islower() or term in document.text)
    }


def _uses(document: Document, terms: tuple[str, ...]) -> list[tuple[str, re.Match[str]]]:
    found = [
        (term, match)
        for term in terms
        for match in document.find(_PATTERNS[term])
        if not document.in_quotation(match.start()) and not _is_gloss(document, match)
    ]
    return sorted(found, key=lambda use: use[1].start())


def _is_gloss(document: Document, match: re.Match[str]) -> bool:
    start, _ = document.paragraph_at(match.start())
    return bool(_GLOSS.search(document.text, max(start, match.start() - 20), match.start()))


def _flags(
    document: Document,
    uses: list[tuple[str, re.Match[str]]],
    usual: str,
    judged: tuple[str, ...],
) -> Iterator[Flag]:
    example = next(match for term, match in uses if term == usual)
    for term, match in uses:
        if term == usual or term not in judged:
            continue
        capital = match[0][0].isupper() and usual.islower()
        mended = (usual.capitalize() if capital else usual) + match["s"]
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” is “{example[0]}” elsewhere in this article.",
            (Suggestion(mended),),
            (document.span(*example.span()),),
        )

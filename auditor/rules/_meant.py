"""Whether a phrase of another language is meant to stand: quoted, in brackets, in italics, explained."""

import re

from auditor.document import Document
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rules._strange import SMALL, WORD

_MEANING = expression(
    r"[”\"’']?,?\s*(?:\(|or\s[“\"‘']|meaning|literally|which means|which translates|is (?:a|an|the) |"
    # “zvigananda, a Shona term for …”; “using the Hokkien word for …”; “… , which is Filipino for”
    r"(?:(?:a|an|the|using (?:a|an|the)|which is) )?"
    r"(?:[A-Z][a-z]+ (?:(?:slang|word|term|phrase|expression|name|saying) )?|"
    r"(?:slang|word|term|phrase|expression|name|saying) )for [“\"‘']?[a-z])"
)
# As long as a name of a language and what stands before it.
_MEANING_LENGTH = 50
_CALLED = expression(
    r"(?:(?:called|known as|dubbed|termed|named|so-called|word|term|phrase)|(?:saying|proverb|motto|slogan):)"
    r"\s[“\"‘']?$"
)
# What a speaker adds in his own words, to the end: “The people have spoken, tiri tese,” he said.
_ADDED = expression(r"[,.;!?][”\"]")


_OPENING = expression(r"[“\"‘](?P<word>(?:[A-ZÀ-Ž][\w’']*[ ,!?.]{1,2}){1,3})\Z")


def is_meant(document: Document, start: int, end: int) -> bool:
    """Whether a foreign phrase is meant: quoted whole, in brackets, in italics, or explained."""
    text = document.text
    # The capital that opens a quotation or a title is part of it: “Mahiya naman kayo”.
    opening = _OPENING.search(text, max(start - 40, 0), start)
    start = opening.start("word") if opening else start
    before, after = text[max(start - 12, 0) : start], text[end : end + _MEANING_LENGTH]
    short = text.count(" ", start, end) < 5
    if short and _is_enclosed(before, after):
        return True
    # Two words and more that open a quotation, and stop: “Yeh Sadan aapka hai, this House is yours”.
    if short and opening and " " in text[opening.end() : end] and after[:1] in tuple(",.;:!?"):
        return True
    if _is_in_foreign_quotation(text, start, end):
        return True
    if short and before.endswith((", ", "… ")) and _ADDED.match(after):
        return True
    if short and before.endswith((", or ", " or the ")) and after[:1] in (",", "."):
        return True  # “money changers, or osiphatheleni, do …”
    if short and (_MEANING.match(after) or _CALLED.search(before)):
        return True
    return _is_italic(document, start, end)


_QUOTED = expression(r"[“\"‘]([^“”\"\n]{3,70}?)[”\"]")
# Its own words of another language are three in five; a longer quotation was to be translated.
_OWN, _LONGEST_QUOTATION = 0.6, 8


def _is_in_foreign_quotation(text: str, start: int, end: int) -> bool:
    """Whether a place is in a short quotation that is not English throughout: a proverb, a song."""
    low = max(start - 70, 0)
    for match in _QUOTED.finditer(text, low, end + 70):
        if match.start() < start and end < match.end():
            words = WORD.findall(match[1])
            small = [word.lower() for word in words]
            own = sum(len(word) == 1 or word in SMALL or word not in english_words() for word in small)
            return len(words) <= _LONGEST_QUOTATION and own >= _OWN * len(words)
    return False


def _is_enclosed(before: str, after: str) -> bool:
    opened, closed = before[-1:], after.lstrip(",.;:!?")[:1]
    return (opened, closed) in {
        ("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("(", ")"), ("«", "»"), ("„", "“"), ("[", "]"),
    } or (closed == ")" and bool(re.search(r"\((?:[A-Z][a-z]+: ?|in [A-Z][a-z]+,? )$", before)))  # fmt: skip


_ITALIC = expression(
    r"(?<!\w)([*_]{1,3})(?=\S)(?:(?!\n\n).)+?(?<=\S)\1(?!\w)|<(i|em|cite|dfn|q)\b[^>]*>.*?</\2>",
    re.DOTALL,
)


def _is_italic(document: Document, start: int, end: int) -> bool:
    span = document.span(start, end)
    low, high = max(span.start - 200, 0), span.end + 200
    return any(
        low + m.start() <= span.start and span.end <= low + m.end()
        for m in _ITALIC.finditer(document.source[low:high])
    )

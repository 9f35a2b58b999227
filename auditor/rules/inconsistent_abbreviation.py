"""One abbreviation in two forms in an article."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule


class _Style(NamedTuple):
    """Forms of one thing, each a pattern with its text; the commonest form in the article wins."""

    thing: str
    forms: tuple[tuple[str, str], ...]


# *USA* is not listed beside *US*: names (Team USA, USA Today) and quotations keep it, and news
# that writes "US officials" may write "in the USA" on purpose.
_STYLES = (
    _Style("the United States", ((r"U\.S\.(?!A)", "U.S."), (r"US(?!A|\$)", "US"))),
    _Style("the United Kingdom", ((r"U\.K\.", "U.K."), (r"UK", "UK"))),
    _Style("the United Nations", ((r"U\.N\.", "U.N."), (r"UN", "UN"))),
    _Style("the European Union", ((r"E\.U\.", "E.U."), (r"EU", "EU"))),
)
_PERCENT = _Style("per cent", ((r"\d\s?%", "%"), (r"\d percent", "percent"), (r"\d per cent", "per cent")))
# “%” and “percent” meet in good articles too, where a table or an agency's figures were taken over:
# one must be this many times as common as the others together.
_CLEARLY = 3
# Bounded by what is no part of a word, a web address or a longer abbreviation (US Open is a name).
_BOUNDS = r"(?<![\w.$/@-])(?P<form>{})(?![\w/@]|-[A-Z])(?! (?:Open|Airways|Steel|Weekly|Soccer)\b)"
_PATTERNS = {
    style: [(expression(_BOUNDS.format(pattern)), text) for pattern, text in style.forms] for style in _STYLES
}
_PERCENTS = [(expression(rf"(?<=\d)(?P<form>{p[2:]})(?!\w)"), text) for p, text in _PERCENT.forms]


@document_rule(
    category="consistency",
    severity=Severity.MINOR,
    bad={
        "The U.S. said so. A [[US]] envoy left; the U.S. army stayed.":
            "The U.S. said so. A U.S. envoy left; the U.S. army stayed.",
        "UN envoys met. The [[U.N.]] had asked for it. UN aid arrived.":
            "UN envoys met. The UN had asked for it. UN aid arrived.",
        "It rose by 5 percent, then 6 percent, fell by 2 percent, then rose by [[7%]].":
            "It rose by 5 percent, then 6 percent, fell by 2 percent, then rose by 7 percent.",
    },
    good=[
        "The U.S. army and the UN met USA Today at the US Open.",
        "A US envoy said: “The U.S. will stay.” It cost US$5.",
        "It rose by 5 percent. (5%: last year; 6%: this year)",
        "It rose by 5 percent in May, by 6 percent in June and by 7% in July.",
        "Percent and per cent are both right.",
    ],
)  # fmt: skip
def inconsistent_abbreviation(document: Document) -> Iterator[Flag]:
    """Flag an abbreviation that the article writes in another form elsewhere.

    ## Why is this bad?

    *U.S.* and *US*, *percent* and *per cent* are houses' styles; one article keeps to one. An
    engine takes whichever it has seen most beside the words at hand. The commoner form in the
    article decides, at equal counts the first. Quotations are left alone, and so are headlines.
    """
    for style, patterns in (*_PATTERNS.items(), (_PERCENT, _PERCENTS)):
        if sum(text in document.text for _, text in style.forms) > 1:
            yield from _mixed(document, style, patterns)


def _mixed(document: Document, style: _Style, patterns: list[tuple[re.Pattern[str], str]]) -> Iterator[Flag]:
    uses = [
        (match, text)
        for pattern, text in patterns
        for match in document.find(pattern)
        if _counts(document, match)
    ]
    uses.sort(key=lambda use: use[0].start())
    order = list(dict.fromkeys(text for _, text in uses))
    if len(order) < 2:
        return
    counts = {form: sum(text == form for _, text in uses) for form in order}
    usual = max(order, key=lambda form: counts[form])
    others = len(uses) - counts[usual]
    if style is _PERCENT and counts[usual] < _CLEARLY * others:
        return
    example = next(match for match, text in uses if text == usual)
    for match, text in uses:
        if text != usual:
            yield _flag(document, style, match, usual, example)


def _counts(document: Document, match: re.Match[str]) -> bool:
    """Whether the house chose the form: in prose, outside quotations, brackets and capitals."""
    start, end = document.paragraph_at(match.start())
    around = document.text[start:end]
    prose = around.rstrip('”"’)» ').endswith((".", "?", "!")) and not around.isupper()
    before = document.text[start : match.start()]
    in_brackets = before.rfind("(") > before.rfind(")")
    return prose and not in_brackets and not document.in_quotation(match.start())


def _flag(
    document: Document, style: _Style, match: re.Match[str], usual: str, example: re.Match[str]
) -> Flag:
    start, end = match.span("form")
    if style is _PERCENT:
        start = _number_start(document.text, start)
    seen = document.text[start:end]
    number = re.match(r"[\d.,]+", seen)
    mended = usual if not number else number[0] + (usual if usual == "%" else f" {usual}")
    return Flag(
        document.span(start, end),
        f"“{seen}” is “{mended}” elsewhere in this article.",
        (Suggestion(_with_stop(document, seen, mended, end)),),
        (document.span(*example.span("form")),),
    )


def _with_stop(document: Document, seen: str, mended: str, end: int) -> str:
    """The suggestion, keeping the full stop that ended a sentence with the abbreviation."""
    _, last = document.sentence_at(end - 1)
    ends = seen.endswith(".") and not mended.endswith(".") and last == end
    return f"{mended}." if ends else mended


def _number_start(text: str, end: int) -> int:
    while end and (text[end - 1].isdigit() or text[end - 1] in ".,"):
        end -= 1
    return end

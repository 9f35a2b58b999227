"""Entities, tags and placeholders that were meant for a machine."""

import html
import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_ENTITY = expression(r"&\s?(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5}|#x[0-9a-f]{2,4})\s?;", re.I)
_PLACEHOLDER = expression(
    r"[{%\[<▁@⟦_](?:(?<=\{)\{?\s?[\w.]+\s?\}\}?|(?<=%)\d?\$[sd]|(?<!\w%)(?<=%)s(?!\w)"
    r"|(?<=\[)(?:MASK|UNK|PAD|SEP|CLS|BR|LINK|IMAGE)\]"
    r"|(?<=<)(?:(?:unk|s|pad|br|p|div|span|b|i)\s?/?>|/(?:s|p|div|span|b|i|a)>)|(?<=▁)\w+"
    r"|(?<=@)(?:-@|@ )|(?<=⟦)\w+⟧|(?<!\w_)(?<=_)_+[A-Z]+_{2,}\b)"
)


@document_rule(
    category="typography",
    severity=Severity.MAJOR,
    bad={
        "The minister[[&#39;]]s car and Smith [[&amp;]] Sons.": "The minister's car and Smith & Sons.",
        "He spoke of [[& quot;]]peace[[& quot;]].": 'He spoke of "peace".',
    },
    good=[
        "AT&T and R&D; Marks & Spencer.",
        "Call 100%s or {maybe} not, he said; a < b > c.",
    ],
)
def leftover_markup(document: Document) -> Iterator[Flag]:
    """Flag entities, tags and placeholders that were meant for a machine.

    ## Why is this bad?

    Engines translate the text between tags, and leave behind what they cannot read: *&quot;*,
    *&#39;*, *@-@*, *<unk>*. A reader sees rubbish.
    """
    # Markdown and HTML are read with their entities resolved: one that is left is meant.
    for match in document.find(_ENTITY) if document.format == "plain" else ():
        mended = html.unescape(re.sub(r"\s", "", match[0]))
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” is code for the character {mended.strip() or 'no-break space'}.",
            (Suggestion(" " if mended == "\xa0" else mended),),
        )
    for match in document.find(_PLACEHOLDER):
        if not re.fullmatch(r"\{[a-z]+\}", match[0]):
            yield Flag(
                document.span(*match.span()),
                f"“{match[0]}” is a mark of the machine, not of the text.",
            )

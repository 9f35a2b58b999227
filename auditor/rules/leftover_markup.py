"""Entities, tags and placeholders that were meant for a machine."""

import html
import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_ENTITY = expression(r"&\s?(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5}|#x[0-9a-f]{2,4})\s?;", re.IGNORECASE)
_PLACEHOLDER = expression(
    r"[{%\[<▁@⟦_](?:(?<=\{)\{?\s?[\w.]+\s?\}\}?|(?<=%)\d?\$[sd]|(?<!\w%)(?<=%)s(?!\w)"
    r"|(?<=\[)(?:MASK|UNK|PAD|SEP|CLS|BR|LINK|IMAGE)\]"
    r"|(?<=<)(?:(?:unk|url|link|s|pad|br|p|div|span|b|i)\s?/?>|/(?:s|p|div|span|b|i|a)>)|(?<=▁)\w+"
    r"|(?<=@)(?:-@|@(?=[ a-z]))|(?<=⟦)\w+⟧|(?<!\w_)(?<=_)_+[A-Z]+_{2,}\b)"
)
# Tags and codes of content systems, escapes of programs.
_CODE = expression(
    r"\[/?(?:embed|caption|gallery|video|audio|url|img|quote|vc_\w+|shortcode)"
    r"(?:=[^\]\n]{0,120}| \w+=[^\]\n]{0,120})?\]"
    r"|\\u[0-9a-fA-F]{4}|\\[nt](?=\s|$|[A-Z])|\[object Object\]"
)
_TAG = expression(
    r"</?(?:strong|em|a|h[1-6]|ul|ol|li|table|tr|td|img|iframe|script|style|font|center|blockquote|figure|"
    r"figcaption|sup|sub|section|article|p|div|span|br|b|i|u|hr)(?:\s[^<>\n]{0,200})?/?>"
)
# Letters read in another encoding than they were written in: “mayorâ€™s”, “cafÃ©”.
_MISREAD = expression(
    r"(?:\w*(?:â€.|Ã[\u00a0-\u00bf]|Å[\u00a0-\u00bf¡-¿]|Ä[\u00b0-\u00bf±-¿])\w*)|Â(?=[\s\u00a0»«°£€]|$)|ï¿½|\ufffd|\u2047"
)
_MISREAD_LETTER = re.compile("[âÃÅÄÂï\ufffd\u2047]")  # quick to find: one of them is in each
# A teaser, cut where the page had “more”.
_CUT = expression(r"[ \u00a0]?\[(?:\.\.\.|…|&hellip;)\](?=\s*(?:\n|\Z))")


@document_rule(
    category="typography",
    severity=Severity.MAJOR,
    bad={
        "The minister[[&#39;]]s car and Smith [[&amp;]] Sons.": "The minister's car and Smith & Sons.",
        "He spoke of [[& quot;]]peace[[& quot;]].": 'He spoke of "peace".',
        "The mayor left.[[<br/>]] She [[<strong>]]stayed[[</strong>]][[\\n]] for days.": "",
        "The [[cafÃ©]] burned.": "The café burned.",
        "The mayor re[[@@]] signed[[\u2047]].": "",
        "The mayor[[\ufffd]]s house burned.": "",
    },
    good=[
        "AT&T and R&D; Marks & Spencer.",
        "Call 100%s or {maybe} not, he said; a < b > c.",
        "“He […] left,” she said [video replays show]. Âge and Ålesund, São Paulo and Łódź.",
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
    taken: set[int] = set()
    for pattern in (_TAG, _CODE, _PLACEHOLDER, _CUT) if document.format == "plain" else (_CODE, _PLACEHOLDER):
        for match in document.find(pattern):
            meant = re.fullmatch(r"\{[a-z]+\}", match[0]) or (
                pattern is _CUT and document.in_quotation(match.start())
            )
            if not meant and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield Flag(
                    document.span(*match.span()),
                    f"“{match[0].strip()}” is a mark of the machine, not of the text.",
                )
    for match in document.find(_MISREAD) if _MISREAD_LETTER.search(document.text) else ():
        mended = _reread(match[0])
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}” was read in another encoding than it was written in.",
            (Suggestion(mended),) if mended else (),
        )


def _reread(text: str) -> str:
    """The letters as they were written, if they can be had back; empty otherwise."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""

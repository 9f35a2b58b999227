"""Quotation marks and stops of another language."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_WIDE = {
    "，": ",", "。": ".", "、": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")",
    "「": "“", "」": "”", "『": "‘", "』": "’", "《": "“", "》": "”", "％": "%", "،": ",", "؛": ";",
    "؟": "?", "۔": ".", "।": ".", "\u3000": " ",
}  # fmt: skip
_WIDE_MARK = expression("[" + "".join(_WIDE) + "]")
_ANY = expression("[«»„‹›‚" + "".join(_WIDE) + "]")
_GUILLEMETS = expression(
    r"(?P<open>[«„»])[ \u00a0\u202f]?(?P<words>[^«»„“”\n]{1,300}?)[ \u00a0\u202f]?(?P<close>[»“”«])"
)
# A low mark typed as two commas: ,,freedom''.
_COMMAS = expression(r",,(?=\w)(?P<words>[^,\n“”\"]{1,200}(?:, [^,\n“”\"]{1,100})?)(?:''|’’|[”“\"])")
_SINGLE = expression(r"(?P<open>[‹›‚])(?P<words>[^‹›‚‘\n]{1,200})(?P<close>[›‹‘’])(?!\w)")
# Signs of “less” and “more” for quotation marks, in files where they are no markup.
_ANGLES = expression(r"<<\s?(?P<words>[^<>\n]{2,200}?)\s?>>|<(?P<more>[A-Z][\w’' -]{3,80}[\w!?])>")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "He spoke of [[« freedom »]] and left.": "He spoke of “freedom” and left.",
        "He spoke of [[„freedom“]] and left.": "He spoke of “freedom” and left.",
        "He left[[，]] she stayed[[。]]": "He left, she stayed.",
        "He spoke of [[‚freedom‘]], [[›peace‹]] and [[,,a new start”]].":
            "He spoke of ‘freedom’, ‘peace’ and “a new start”.",
        "He spoke of [[<<a new start>>]] in [[<The Daily Orlu>]].":
            "He spoke of “a new start” in “The Daily Orlu”.",
    },
    good=[
        "He spoke of “freedom” and ‘peace’, then left.",
        "The word 「平和」 means peace.",
        "If a < b and c > d, write to <ada@example.org> or see <https://example.org>.",
        "He paid 5,,6 in all.",
    ],
    evidence=("ru", "fr", "de", "zh", "ja", "fa", "ar", "uk"),
)  # fmt: skip
def foreign_punctuation(document: Document) -> Iterator[Flag]:
    """Flag quotation marks and stops of another language.

    ## Why is this bad?

    Russian, French and Persian quote in « », German and Czech in „ “, Chinese and Japanese in
    「 」, with full-width stops, Swiss in ‹ ›, Polish typists in ,, ”; Arabic and Persian have a comma of
    their own. In English text they are left over.
    """
    if ",," in document.text:
        for match in document.find(_COMMAS):
            yield _flag(document, match, f"“{match['words']}”")
    if document.format == "plain" and "<" in document.text:
        for match in document.find(_ANGLES):
            yield _flag(document, match, f"“{match['words'] or match['more']}”")
    if document.text.isascii() or not _ANY.search(document.text):
        return
    for match in document.find(_SINGLE):
        yield _flag(document, match, f"‘{match['words']}’")
    taken: set[int] = set()
    for match in document.find(_GUILLEMETS):
        taken |= {match.start(), match.end() - 1}
        yield _flag(document, match, f"“{match['words']}”")
    for match in document.find(expression(r"[«»„]")):
        if match.start() not in taken:
            yield _flag(document, match, "“" if match[0] in "«„" else "”")
    for match in document.find(_WIDE_MARK):
        if not _among_foreign_letters(document.text, match.start()):
            yield _flag(document, match, _WIDE[match[0]])


def _among_foreign_letters(text: str, at: int) -> bool:
    """Whether the mark stands in a passage of its own script, which is another rule's."""
    around = text[max(at - 2, 0) : at] + text[at + 1 : at + 3]
    return any(ord(letter) > 0x590 and letter.isalpha() for letter in around)


def _flag(document: Document, match: re.Match[str], mended: str) -> Flag:
    return Flag(
        document.span(*match.span()),
        f"“{match[0]}”: punctuation of another language.",
        (Suggestion(mended),),
    )

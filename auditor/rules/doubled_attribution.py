"""A quotation attributed before and after."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERBS = (
    r"said|says|saying|told|tells|stated|states|stating|added|adding|noted|noting|wrote|tweeted|"
    r"replied|declared|announced|explained|stressed|emphasi[sz]ed|underlined|pointed out|"
    r"commented|remarked|reiterated|reminded|continued|concluded|warned|asked|claimed|argued"
)
# Before: a verb of saying, at most ten words (“told ABC television on December 22”), a comma or
# colon, the opening mark. Behind: the closing mark, then pronoun and verb.
_BEFORE = expression(
    rf"\b(?P<verb>{_VERBS})\b(?P<gap>(?:\s+[^\s“”\".!?]+){{0,10}}?)\s*[:,]\s*(?P<mark>[“\"])"
)
# So many characters hold the verb and ten words: a paragraph of quotations is read once, not for each.
_FURTHEST = 400
_BEHIND = expression(rf"[,.!?]?\s*[”\"]\s*,?\s*(?:he|she|they)\s+(?:also\s+)?(?:{_VERBS})\b")


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    bad={
        "The mayor [[said: “]]The road will open in May,” he said.": "",
        "General Kaya, who commands the brigade, [[told reporters in Ankara on Monday, “]]We will"
        " not withdraw,” he said.": "",
        "She [[stated, “]]It is over. We lost,” she added.": "",
    },
    good=[
        "The mayor said: “The road will open in May.” He added: “I hope.”",
        "“The road will open,” he said. “In May,” he added.",
        "Asked whether he would resign, he said, “No.”",
        "He told the court: “I was not there.” “You were,” she said.",
        "The minister said it was over. “We lost,” she added.",
        "“I told him: ‘Go home,’” she said.",
    ],
    evidence=("tr", "az"),
)
def doubled_attribution(document: Document) -> Iterator[Flag]:
    """Flag a quotation that is attributed twice, before it and behind it.

    ## Why is this bad?

    Turkish and its neighbours close a quotation with a verb of saying (*dedi*, *diye konuştu*)
    even where one stood before it. In English one attribution is enough: keep the first, or
    the second.
    """
    for quotation in document.quotations:
        if not quotation.closed:
            continue
        start = max(document.paragraph_at(quotation.start)[0], quotation.start - _FURTHEST)
        sentence = max(start, document.text.rfind(". ", start, quotation.start) + 1)
        before = _last(_BEFORE, document.text, sentence, quotation.start)
        behind = _BEHIND.match(document.text, quotation.end - _stop(document.text, quotation.end))
        if before and behind:
            yield Flag(
                document.span(before.start("verb"), before.end()),
                f"The quotation is attributed twice: “{before['verb']}” before it and "
                f"“{_words(behind[0])}” behind it. Keep one.",
                related=(document.span(quotation.end, behind.end()),),
            )


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The match that ends at `end`, if any."""
    return next((m for m in pattern.finditer(text, start, end) if m.end() == end), None)


def _stop(text: str, end: int) -> int:
    """How many characters of the stop before a closing mark to take along."""
    return 1 if text[end - 1 : end] in (",", ".", "!", "?") else 0


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))

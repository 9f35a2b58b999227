"""Advertising links pasted into an article."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

# What link farms sell, in the spellings they use in many languages. None of these is proof
# alone: a line is spam if they make up a good part of it or recur.
_SOLD = frozenset(
    "escort escorts eskort bayan casino kazino casinos slot slots rulet roulette bahis betting bet "
    "iddaa poker jackpot viagra cialis levitra pharmacy porn porno sex xxx dating webcam hookup forex "
    "bitcoin crypto loan loans payday replica rolex seo backlink backlinks followers takipçi hacklink "
    "bonus bonusu deneme freebet 1xbet mostbet togel judi gacor ставки казино интим проститутки "
    "taktikleri siteleri".split()
)
_WORD = expression(r"\w+")
# Search words stand bare; prose has these between them.
_SMALL = expression(r"\b(?:the|an?|of|and|in|to|was|were|is|are|said|has|had|that)\b", re.IGNORECASE)

# Of a line's words; an article on gambling names casinos once or twice a sentence.
_SHARE = 0.2
# Spam sells several things at once; a line that repeats one word is about it.
_KINDS = 2


@document_rule(
    category="structure",
    severity=Severity.MAJOR,
    bad={
        "The vote is on Monday.\n\n[[izmir bayan escort ankara escort bodrum escort casino"
        " siteleri rulet]]": "",
        "The vote is on Monday.\n\n[[best online casino free slots poker bonus betting]]": "",
    },
    good=[
        "The casino opened a poker room with slots and roulette tables, the mayor said.",
        "Police closed an escort agency, a casino and a betting shop. Bonus payments stopped.",
        "Bitcoin\n\nForex trading",
    ],
)
def link_spam(document: Document) -> Iterator[Flag]:
    """Flag a block of search words for gambling, escorts, pills and the like.

    ## Why is this bad?

    Sites that were broken into, or that sell links, carry such blocks in their pages; whoever
    copies a page copies them too. They harm readers and the site's standing.
    """
    for (start, end), words in zip(document.paragraphs, document.paragraph_words, strict=True):
        if len(words & _SOLD) < _KINDS:
            continue
        text = document.text[start:end]
        for match in re.finditer(r"[^\n]+", text):
            if _is_spam(match[0]):
                yield Flag(
                    document.span(start + match.start(), start + match.end()),
                    "This line is advertising for search engines, not part of the article.",
                )


def _is_spam(line: str) -> bool:
    words = _WORD.findall(line.lower())
    hits = sum(word in _SOLD for word in words)
    if hits < 4:
        return False
    return hits / len(words) >= _SHARE and len(_SMALL.findall(line)) / len(words) < 0.1

"""A sum with its currency spelt out behind it."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Euros and pounds are often spelt out in good news ("60 million euros"), dollars were in one of
# 19,000 sentences; a sum of a few dollars in speech is left alone.
_SUM = expression(
    r"(?<![\w$€£.,/–-])(?<!\d[ \u00a0\u202f])(?P<n>\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale> (?:thousand|million|billion|trillion))? "
    r"(?P<who>US |U\.S\. |American )?(?:dollars\b(?!-)|"
    # In the singular where no noun follows that it describes (*a 5 billion dollar project*).
    r"(?<=[mb]illion )dollar(?=[.,;)](?!\w)|$|"
    r" (?:was|were|is|are|and|in|for|to|from|by|on|as|will|has|have)\b))"
)
_TWICE = expression(
    r"(?P<at>(?P<sign>[$€£])\s?(?P<n>\d[\d.,]*(?: (?:thousand|million|billion|trillion))?)) "
    r"(?P<name>dollars|euros|pounds)\b"
)
# Letters of banks for a currency that English news writes with its sign; before the sum or behind it.
_CODE = expression(
    r"\b(?:(?P<before>USD|EUR|GBP) ?(?P<a>\d[\d.,]{0,12}\d|\d)(?P<more> [mb]illion)?"
    r"|(?<![\w.,])(?P<b>\d[\d.,]{0,12}\d|\d)(?P<other> [mb]illion)? (?P<behind>USD|EUR|GBP))\b(?![/-])"
)
# A school district of Kansas has its number behind its town: Orlu USD 412.
_DISTRICT = expression(r"[A-Z][a-z]+ USD [1-5]\d\d\Z")
_CODES = {"USD": "$", "EUR": "€", "GBP": "£"}
_SIGNS = {"dollars": "$", "euros": "€", "pounds": "£"}


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "Exports reached [[856 million dollars]] in May.": "Exports reached $856 million in May.",
        "Trade reached [[5 billion dollar]] in May.": "Trade reached $5 billion in May.",
        "He paid [[20 thousand dollars]] for it.": "He paid $20,000 for it.",
        "It costs [[$3 million dollars]].": "It costs $3 million.",
        "It costs [[EUR 3.5 million]], or [[400 USD]] each.": "It costs €3.5 million, or $400 each.",
    },
    good=[
        "Exports reached $856 million, or 800 million euros, in May.",
        "“I lent him 20 dollars,” he said. Millions of dollars were lost.",
        "The EUR/USD rate rose to 1.08; they paid 400 RON.",
        "The board of Elk Ridge USD 412 met.",
        "A 5 billion dollar plan.",
        "A 100 dollars-a-day job; 250 000 dollars; 300 Canadian dollars; a few dollars.",
    ],
    evidence=("tr", "zh", "ru", "fa", "ar", "de", "cs", "hi", "ko"),
)
def currency_in_words(document: Document) -> Iterator[Flag]:
    """Flag a sum in figures with *dollars* spelt out behind it, or with a bank's letters for a sign.

    ## Why is this bad?

    Most languages name the currency behind the sum (*856 milyon dolar*), or give it in the letters
    of banks (*EUR 3,5 Mio.*); English news puts the sign before it: *$856 million*.
    """
    for match in document.find(_SUM):
        rate = "." in match["n"] and not match["scale"]  # 1.31 US dollars to the pound
        if not rate and not document.in_quotation(match.start()):
            yield _flag(document, match, _sum(match), "has the currency behind it, spelt out")
    for match in document.find(_TWICE):
        if _SIGNS[match["name"]] == match["sign"]:
            yield _flag(document, match, match["at"], "names its currency twice")
    for match in document.find(_CODE):
        if _DISTRICT.search(document.text, max(match.start() - 30, 0), match.end()):
            continue
        code, number = match["before"] or match["behind"], match["a"] or match["b"]
        mended = f"{_CODES[code]}{number}{match['more'] or match['other'] or ''}"
        yield _flag(document, match, mended, "gives the currency in letters")


def _sum(match: re.Match[str]) -> str:
    number, scale = match["n"], (match["scale"] or "").strip()
    sign = "$" if not match["who"] else "US$"
    if scale != "thousand":
        return f"{sign}{number} {scale}".rstrip()
    return f"{sign}{round(float(number.replace(',', '')) * 1000):,}"


def _flag(document: Document, match: re.Match[str], mended: str, fault: str) -> Flag:
    return Flag(document.span(*match.span()), f"“{match[0]}” {fault}.", (Suggestion(mended),))

"""Numbers written after another language's manner."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule

_UNIT = (
    r"(?:per ?cent|percent|%|million|billion|trillion|km|kilomet(?:re|er)s?|metres?|meters?|kg|"
    r"kilograms?|tonnes?|tons|degrees|°C|points?|hectares?|lit(?:re|er)s?|miles|euros?|dollars?|"
    r"lira|rubles|roubles|magnitude)"
)
_CURRENCY = r"[$€£¥₺₽₴₹₪]"


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    what: str
    mend: Callable[[re.Match[str]], str]


_FORMS = (
    _Form(
        # A comma with one or two digits behind it is no separator of thousands.
        re.compile(rf"(?<![\d,.])(?P<a>\d{{1,3}}),(?P<b>\d{{1,2}})(?=\s?(?:{_UNIT})\b|\s?%)"),
        "has a comma for the decimal point",
        lambda m: f"{m['a']}.{m['b']}",
    ),
    _Form(
        re.compile(r"(?<![\d.,])(?P<a>\d{1,3}(?:\.\d{3}){2,})(?![\d.]*\d)"),
        "has full stops for the commas of thousands",
        lambda m: m["a"].replace(".", ","),
    ),
    _Form(
        re.compile(
            rf"(?:(?P<currency>{_CURRENCY})\s?)?(?<![\d.,])(?P<a>[1-9]\d{{0,2}}\.000)(?![\d.,%])"
            r"(?=(?(currency)|\s(?!seconds|met)[a-z]{3}))"
        ),
        "has a full stop for the comma of thousands",
        lambda m: (m["currency"] or "") + m["a"].replace(".", ","),
    ),
    _Form(
        re.compile(r"(?<![\w%])%\s?(?P<a>\d+(?:[.,]\d+)?)(?!\w)"),
        "has the percent sign before the number",
        lambda m: f"{m['a'].replace(',', '.')}%",
    ),
    _Form(
        re.compile(r"(?<![\w.,])(?P<a>\d+(?:[.,]\d+)?)[ \u00a0\u202f]%(?![\w])"),
        "has a space before the percent sign",
        lambda m: f"{m['a']}%",
    ),
    _Form(
        re.compile(rf"(?<![\w.,])(?P<a>\d[\d.,]*\d|\d)\s?(?P<c>{_CURRENCY})(?![\w\d])"),
        "has the currency sign behind the number",
        lambda m: f"{m['c']}{m['a']}",
    ),
    _Form(
        re.compile(r"(?<![\d,.])(?<!\d[ \u00a0])(?P<a>\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3})"
                   r"(?![\d,]|[ \u00a0]\d)"
                   r"(?=\s[a-z]{3})"),
        "has spaces between thousands",
        lambda m: re.sub(r"[ \u00a0\u202f]", ",", m["a"]),
    ),
    _Form(
        # A year is no count: 1,000 to 1,899 and from 2,101 on.
        re.compile(
            r"(?<![\w.,/-])(?P<a>(?:1[0-8]|2[1-9]|[3-9]\d)\d{2})(?= (?:people|civilians|soldiers|men|"
            r"women|children|refugees|migrants|students|workers|homes|houses|buildings|cases|deaths|"
            r"prisoners|police|officers|troops|votes|voters|dollars|euros|tons|tonnes|companies|"
            r"families|residents|citizens|patients|schools|vehicles|cars)\b)"
        ),
        "has no comma for thousands",
        lambda m: f"{m['a'][0]},{m['a'][1:]}",
    ),
)  # fmt: skip


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "Prices rose by [[3,5]] percent.": "Prices rose by 3.5 percent.",
        "The town has [[1.250.000]] people.": "The town has 1,250,000 people.",
        "It cost [[$12.000]] a year.": "It cost $12,000 a year.",
        "Some [[40.000]] soldiers marched.": "Some 40,000 soldiers marched.",
        "Turnout was [[%62]] on Sunday.": "Turnout was 62% on Sunday.",
        "Turnout was [[62 %]] on Sunday.": "Turnout was 62% on Sunday.",
        "They paid [[300€]] each.": "They paid €300 each.",
        "About [[25 000]] people came.": "About 25,000 people came.",
        "At least [[1662]] civilians fled.": "At least 1,662 civilians fled.",
    },
    good=[
        "Prices rose by 3.5 percent to 1,250 dollars.",
        "Rooms 3,5 and 7 are closed; 3,500 percent is a lot.",
        "Version 1.250.3 came out. The rate was 1.000 on Monday, 12.000 seconds on the clock",
        "He ran 800 metres in 1:45 and scored 3 000-metre wins.",
        "The score was 6-2 %s and 100% right.",
        "In 2020 300 people came; call 555 123 4567.",
    ],
    evidence=("tr", "de", "ru", "fr", "es", "it", "pl", "cs", "pt", "uk"),
)
def foreign_number_format(document: Document) -> Iterator[Flag]:
    """Flag numbers written after another language's manner.

    ## Why is this bad?

    Most of Europe and Turkey put a comma where English has the decimal point, and a full stop or
    a space between thousands; Turkish has the percent sign in front. A reader of English takes
    *1.250 tonnes* for little more than one.
    """
    for form in _FORMS:
        for match in document.find(form.pattern):
            yield Flag(
                document.span(*match.span()),
                f"“{match[0]}” {form.what}.",
                (Suggestion(form.mend(match)),),
            )

"""Numbers written after another language's manner."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_UNIT = (
    r"(?:per ?cent|percent|%|million|billion|trillion|thousand|km|kilomet(?:re|er)s?|metres?|meters?|kg|"
    r"kilograms?|grams?|tonnes?|tons|degrees|°C|points?|hectares?|lit(?:re|er)s?|miles|euros?|dollars?|"
    r"pounds|lira|rubles|roubles|zlotys?|hryvnias?|yuan|yen|rials?|rupees|dinars?|pesos|reais|francs|"
    r"crowns|kronor|kroner|forints?|magnitude|times|hours?|minutes?|seconds?|years?|months|days|"
    r"cm|mm|centimet(?:re|er)s?|inches|feet|[MG]Wh?|kWh|[kM]Pa|knots|carats?|barrels|cents)"
)
# What is counted one by one, so that no decimal can stand before it.
_COUNTED = (
    r"(?:people|persons|inhabitants|residents|citizens|civilians|soldiers|troops|men|women|children|"
    r"students|pupils|workers|employees|jobs|refugees|migrants|voters|votes|families|houses|homes|"
    r"apartments|buildings|cars|vehicles|companies|cases|deaths|deputies|police|policemen|prisoners|"
    r"patients|doctors|teachers|volunteers|visitors|tourists|passengers|participants|members|farmers|"
    r"euros?|dollars|lira|liras|rubles|roubles|zlotys|pesos|reais|crowns|francs|hectares|animals|trees|"
    r"elements|followers|subscribers|agents|officers|fighters|guests|delegates|candidates|"
    r"copies|books|tickets|signatures|schools|villages|tents|demonstrators|protesters|fans|spectators)"
)
# A thousand in Portuguese and Spanish, Turkish, French, Italian, Polish, Czech, South Slavic, Nordic
# languages, Dutch, Albanian, Romanian, Hungarian.
_THOUSAND = (
    r"(?:mil|bin|mille|mila|tys\.?|tysięcy|tysiące|tis\.?|tisíc|tisíce|tisoč|tisuća|hiljada|tusen|tusind|"
    r"tuhatta|duizend|mijë|mii|ezer)"
)
_CURRENCY = "[$€£¥₺₽₴₹₪]"
_SPACE = "[ \u00a0\u202f]"

# Most articles hold no number of a foreign form: this one look at their figures says so.
_ANY = expression(
    rf"[\d%$€£¥₺₽₴₹₪Nn№º](?:(?<=\d)(?:,\d\d?(?!\d)|\.\d{{3}}(?!\d)|{_SPACE}?{_CURRENCY}(?!\d)|"
    rf"{_SPACE}(?:[%°º]|\d{{3}}\b|thousand|{_THOUSAND} |[mb]ln|(?:b|m)illion,? (?:and )?\d|"
    rf"[mb]illion{_SPACE}{_CURRENCY})|[mb]ln|º)|(?<=%)\s?\d|(?<=[$€£¥₺₽₴₹₪]){_SPACE}\d|"
    rf"(?<=№)|(?<=[Nn])(?:[°º]|r\.?|\.|um\.){_SPACE}?\d)"
)


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    what: str
    mend: Callable[[re.Match[str]], str]


def _thousands(match: re.Match[str]) -> str:
    """*1.5 thousand* → *1,500*."""
    return f"{match['currency'] or ''}{round(float(match['a']) * 1000):,}"


def _whole(match: re.Match[str]) -> str:
    """*2 thousand 370* → *2,370*; *30 mil* → *30,000*."""
    rest = match.groupdict().get("b")
    return f"{round(float(_english(match['a'])) * 1000) + int(rest or 0):,}"


def _english(number: str) -> str:
    """A number with the decimal point for the comma: *12,5* → *12.5*, *1.250,50* → *1,250.50*."""
    if _DECIMAL_COMMA.fullmatch(number):
        return number.translate(_SWAPPED)
    return number


_DECIMAL_COMMA = expression(r"\d{1,3}(?:\.\d{3})*,\d{1,2}")
_SWAPPED = str.maketrans(",.", ".,")


def _in_one(match: re.Match[str]) -> str:
    """*1 billion 400 million* → *1.4 billion*."""
    total = float(match["a"]) + float(match["b"] or match["b2"]) / 1000
    return f"{match['currency'] or ''}{total:.10g} {match['more'] or match['more2']}"


_LONG = {"m": "million", "b": "billion"}

_FORMS = (
    _Form(
        # A comma with one or two digits behind it is no separator of thousands.
        expression(rf"(?<![\d,.])(?<!{_CURRENCY}{_SPACE})(?P<a>\d{{1,3}},\d{{1,2}})(?=\s?(?:{_UNIT})\b|%)"),
        "has a comma for the decimal point",
        lambda m: _english(m["a"]),
    ),
    _Form(
        expression(rf"(?<![\d,.])(?P<a>\d{{1,3}},\d{{1,2}}){_SPACE}%(?!\w)"),
        "has a comma for the decimal point, and a space before the percent sign",
        lambda m: f"{_english(m['a'])}%",
    ),
    _Form(
        # One figure behind the comma and no unit: lists of numbers have a space.
        expression(
            r"(?P<a>(?:(?<=\b(?:of|by|to|is|at) )|(?<=\bwas )|(?<=\bthan ))\d{1,2},\d(?![\d,]|\.\d|\s?%)|"
            r"\d(?<![\d,.:/-]\d)\d?,\d(?!\d)(?= (?:on the Richter|against|compared)\b|[.;]\s))"
        ),
        "has a comma for the decimal point",
        lambda m: _english(m["a"]),
    ),
    _Form(
        expression(r"(?<![\d.,])(?P<a>\d{1,3}(?:\.\d{3}){2,})(?![\d.]*\d)"),
        "has full stops for the commas of thousands",
        lambda m: m["a"].replace(".", ","),
    ),
    _Form(
        expression(
            rf"(?:(?P<currency>{_CURRENCY})\s?)?(?<![\d.,])(?P<a>[1-9]\d{{0,2}}\.000)(?![\d.,%])"
            r"(?=(?(currency)|\s(?!seconds|met)[a-z]{3}))"
        ),
        "has a full stop for the comma of thousands",
        lambda m: (m["currency"] or "") + m["a"].replace(".", ","),
    ),
    _Form(
        expression(
            rf"(?<![\d.,$€£])(?P<a>[1-9]\d{{0,2}}\.(?!000)\d{{3}})(?= (?:[a-z]+ )?{_COUNTED}\b)"
            # A rate: *1.125 dollars to the euro*.
            r"(?! (?:dollars|euros?|lira|roubles|rubles|pesos|francs) (?:to|per|against|for|a)\b)"
        ),
        "has a full stop for the comma of thousands",
        lambda m: m["a"].replace(".", ","),
    ),
    _Form(
        expression(r"(?<![\w%])%\s?(?P<a>\d+(?:[.,]\d+)?)(?!\w)"),
        "has the percent sign before the number",
        lambda m: f"{_english(m['a'])}%",
    ),
    _Form(
        expression(rf"(?<![\w.,])(?P<a>\d+(?:,\d{{3}})*(?:\.\d+)?){_SPACE}%(?!\w)"),
        "has a space before the percent sign",
        lambda m: f"{m['a']}%",
    ),
    _Form(
        expression(rf"(?<![\w.,])(?P<a>\d[\d.,]*\d|\d)\s?(?P<c>{_CURRENCY})(?![\w\d])"),
        "has the currency sign behind the number",
        lambda m: f"{m['c']}{_english(m['a'])}",
    ),
    _Form(
        expression(rf"(?<!\bR)(?P<c>{_CURRENCY}){_SPACE}(?P<a>\d[\d.,]*\d|\d)(?![\w%])"),
        "has a space behind the currency sign",
        lambda m: f"{m['c']}{_english(m['a'])}",
    ),
    _Form(
        expression(
            rf"(?<![\w.,$€£])(?P<a>\d[\d.,]*) (?P<scale>[mb]illion){_SPACE}(?P<c>{_CURRENCY})(?![\w\d])"
        ),
        "has the currency sign behind the number",
        lambda m: f"{m['c']}{_english(m['a'])} {m['scale']}",
    ),
    _Form(
        # “°” stands close to its figure in print; only books of physics have a space.
        expression(
            rf"(?<![\w.,])(?P<a>\d+(?:[.,]\d+)?)(?:{_SPACE}[°º]{_SPACE}?|{_SPACE}?º{_SPACE}?|°{_SPACE})"
            r"(?P<c>[CF])\b"
        ),
        "has its degree sign written after another manner",
        lambda m: f"{_english(m['a'])}°{m['c']}",
    ),
    _Form(
        # What follows is in the plural: “mil” and “bin” are English words too.
        expression(rf"(?<![\w.,$€£])(?P<a>\d{{1,3}}(?:[.,]\d)?) {_THOUSAND}(?= (?:[a-z]+ )?{_COUNTED}\b)"),
        "has another language's word for a thousand",
        _whole,
    ),
    _Form(
        expression(
            r"(?<![\w.,$€£/–-])(?P<a>\d{1,3}) thousand(?:,? and)? (?P<b>\d{1,3})\b"
            r"(?![.,]\d| (?:thousand|million|to))"
        ),
        "is cut in two; English writes it in figures",
        _whole,
    ),
    _Form(
        # The sign of a number: № in Cyrillic, N° in Romance languages, Nr. in German, n. in Italian.
        expression(
            rf"(?<![\w.])(?:№|N[°º]|[Nn]r\.?(?={_SPACE}?\d)|n[°º]|(?<=[a-z]{{3}} )n\.(?={_SPACE}?\d)"
            rf"|[Nn]um\.(?={_SPACE}?\d)){_SPACE}?(?P<a>\d[\d/-]*)"
        ),
        "has another language's sign for “number”",
        lambda m: f"No. {m['a']}",
    ),
    _Form(
        expression(
            rf"(?<![\d,.])(?<!\d[ \u00a0])(?P<a>\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,3}})"
            r"(?![\d,]|[ \u00a0]\d)(?=\s[a-z]{3})"
        ),
        "has spaces between thousands",
        lambda m: re.sub(_SPACE, ",", m["a"]),
    ),
    _Form(
        # None in 13,000 sentences of good news, one in 400 of human translations.
        expression(
            r"(?<![\w.,/–-])(?<!\d to )(?<!\d or )(?<!\d and )(?<!illion )(?<!illion and )"
            rf"(?P<currency>{_CURRENCY})?"
            r"(?P<a>\d{1,3}(?:\.\d{1,3})?) thousand\b"
            r"(?![-’']| (?:of|or|and|to|\d|million|billion))"
        ),
        "has “thousand” spelt out behind figures",
        _thousands,
    ),
    _Form(
        expression(
            rf"(?<![\w.,/–-])(?P<currency>{_CURRENCY})?(?P<a>\d+(?:\.\d+)?) "
            r"(?:(?P<more>billion),? (?:and )?(?P<b>\d{1,3}) million|"
            r"(?P<more2>million),? (?:and )?(?P<b2>\d{1,3}) thousand)\b(?! and)"
        ),
        "is cut in two; English gives the larger unit with a decimal",
        _in_one,
    ),
    _Form(
        # British papers write 5bn and $5.3tn, with no space and two letters.
        expression(rf"(?P<currency>{_CURRENCY})?(?<![\w.,])(?P<a>\d[\d.,]*) ?(?P<c>[mb])ln\b\.?(?= [a-z])"),
        "has a foreign short form",
        lambda m: f"{m['currency'] or ''}{m['a']} {_LONG[m['c']]}",
    ),
)


# In an article with decimal commas a full stop before three figures stands for a comma, whatever is
# counted: *the index rose 1,02% to 128.340 points*.
_DECIMAL = "has a comma for the decimal point"
_DOTTED = _Form(
    expression(r"(?<![\w.,$€£])(?P<a>[1-9]\d{0,2}\.\d{3})(?![\d.,%])(?= [a-z]{3})"),
    "has a full stop for the comma of thousands",
    lambda m: m["a"].replace(".", ","),
)

# Papers of South Africa write sums as “R14,3bn” and “R1 200”, which its law on measures asks for.
_RAND = expression(r"(?<!\w)R ?\d")
_SOUTH_AFRICA = expression(
    r"\b(?:South Africa|Johannesburg|Cape Town|Pretoria|Durban|Soweto|Gauteng|KwaZulu-Natal|JSE|Eskom)"
)
_OF_SOUTH_AFRICA = (_DECIMAL, "has spaces between thousands")


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
        "It rose by [[12,5 %]] and [[%7,5]].": "It rose by 12.5% and 7.5%.",
        "They paid [[300€]] each, then [[12,5 €]] and [[1.250,50 €]].":
            "They paid €300 each, then €12.5 and €1,250.50.",
        "About [[25 000]] people came.": "About 25,000 people came.",
        "Some [[1.5 thousand]] men and [[$20 thousand]] were lost.":
            "Some 1,500 men and $20,000 were lost.",
        "The land has [[1 billion 400 million]] people.": "The land has 1.4 billion people.",
        "It cost [[50 bln.]] yuan.": "It cost 50 billion yuan.",
        "It cost [[$ 5]] or [[€ 12,5]] million, not [[5 million €]].":
            "It cost $5 or €12.5 million, not €5 million.",
        "It was [[35 °C]] in Orlu and [[3º C]] in Arna.": "It was 35°C in Orlu and 3°C in Arna.",
        "Some [[30 mil]] people and [[2 thousand 370]] cars came.": "Some 30,000 people and 2,370 cars came.",
        "Some [[3 bin]] persons and [[12,5 tys.]] cars came.": "Some 3,000 persons and 12,500 cars came.",
        "School [[№ 5]] and [[N° 12]] are in flat [[nr. 3]].": "School No. 5 and No. 12 are in flat No. 3.",
        "Some [[1.250]] people came for [[2,5]] hours; the quake was of [[6,1]].":
            "Some 1,250 people came for 2.5 hours; the quake was of 6.1.",
        "The index rose [[1,02]]% to [[128.340]] points.": "The index rose 1.02% to 128,340 points.",
    },
    good=[
        "Prices rose by 3.5 percent to 1,250 dollars.",
        "The rate was 1.125 dollars to the euro.",
        "Rooms 3,5 and 7 are closed; 3,500 percent is a lot.",
        "Version 1.250.3 came out. The rate was 1.000 on Monday, 12.000 seconds on the clock",
        "He ran 800 metres in 1:45 and scored 3 000-metre wins.",
        "The score was 6-2 %s and 100% right.",
        "In 2020 300 people came; call 555 123 4567.",
        "A few thousand came, 10 to 20 thousand at most; 50 thousand-strong; $5.3tn changed hands.",
        "Between 110 million and 112 million years ago.",
        "A 3 mil plastic sheet and 3 bin bags.",
        "The index rose 1.02% to 128.340 points.",
        "US$5m; it was 35°C; he came in 1.250 seconds; 1.250 tonnes per year.",
        "Eskom of South Africa spent R14,3bn on 1 200 managers, or 3,5% more.",
        "Rooms 3,5 and 7 are shut; ask Nr Smith; plan n. B.",
    ],
    evidence=("tr", "de", "ru", "fr", "es", "it", "pl", "cs", "pt", "uk"),
)  # fmt: skip
def foreign_number_format(document: Document) -> Iterator[Flag]:
    """Flag numbers written after another language's manner.

    ## Why is this bad?

    Most of Europe and Turkey put a comma where English has the decimal point, and a full stop or
    a space between thousands; Turkish has the percent sign in front; Russian and Turkish say
    *1.5 thousand*, Chinese *1 billion 400 million*. A reader of English takes *1.250 tonnes* for
    little more than one.
    """
    if not _ANY.search(document.text):
        return
    rand = bool(_RAND.search(document.text) and _SOUTH_AFRICA.search(document.text))
    found: dict[int, _Form] = {}
    for form in _FORMS:
        if rand and form.what in _OF_SOUTH_AFRICA:
            continue
        for match in document.find(form.pattern):
            found[match.start("a")] = form
            yield _flag(document, form, match)
    if any(form.what.startswith(_DECIMAL) for form in found.values()):
        for match in document.find(_DOTTED.pattern):
            if match.start("a") not in found:
                yield _flag(document, _DOTTED, match)


def _flag(document: Document, form: _Form, match: re.Match[str]) -> Flag:
    span = document.span(*match.span())
    return Flag(span, f"“{match[0]}” {form.what}.", (Suggestion(form.mend(match)),))

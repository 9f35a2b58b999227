"""A date with words or marks between day, month and year that English does not have."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.months import MONTH
from auditor.rule import document_rule
from auditor.rules._ordinals import ordinal

# “5 of May”, “the 5th of May of 2023”, “May 5 of 2023”, “the day 5 of May”, “5-May”, “May, 5”. English
# has an ordinal before *of May*, and no *of* before the year; *of May's* may be of a woman.
_OF_MONTH = expression(
    r"\b(?P<the>[Tt]he )?(?P<day>(?:[Dd]ay|[Dd]ate) )?"
    r"(?<![:.,/-])(?P<d>[12]\d|3[01]|0?[1-9])"
    rf"(?P<st>st|nd|rd|th)? (?P<of>of )?(?P<month>{MONTH}|(?<=of ){MONTH.lower()})\b(?!['’-])"
    r"(?:,? (?P<y>(?:of (?:the )?(?:year )?)(?P<year>(?:19|20)\d\d)\b))?(?! [A-Z]| \d{1,2}\b(?!:))"
)
_MONTH_OF = expression(
    rf"\b(?P<day>the day )?(?P<month>{MONTH}) (?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?:,? (?:of (?:the )?(?:year )?)(?P<year>(?:19|20)\d\d)\b)?(?![\w,.]\d)"
)
_IN_MONTH_OF = expression(
    rf"\b(?P<in>[Ii]n|[Ss]ince|[Uu]ntil|of|[Ff]rom|[Bb]y) (?P<month>{MONTH}) of the (?:year )?"
    r"(?P<year>(?:19|20)\d\d)\b"
)
_JOINED = expression(
    rf"\b(?P<on>[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom) (?:(?P<d>[12]\d|3[01]|[1-9])[-,] ?(?P<month>{MONTH})"
    rf"|(?P<other>{MONTH}), (?P<e>[12]\d|3[01]|[1-9])(?=[.,;]? [a-z(]|[.,;](?:\n|$)|[.;] ))\b(?![-’'])"
)
# “on the 5 May”: the article wants an ordinal behind it.
_THE_DAY = expression(
    rf"\b(?P<on>[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom) the (?P<d>[12]\d|3[01]|[1-9]) (?P<month>{MONTH})\b"
    # Not *on the 9 March agreement*, *the 7 October attacks*.
    r"(?=[.,;:)]|$| (?:20|19)\d\d|\n| (?:in|at|by|and|with|the|he|she|they|a|an|of|for|to|on|when|after)\b)"
)
# “on the day 5”, “in the day 20”, with no month.
_BARE_DAY = expression(
    r"\b(?P<on>[Oo]n|[Ii]n|[Aa]t) the day (?P<d>[12]\d|3[01]|[1-9])"
    r"(?=[.,;)]|$| (?:he|she|it|they|at|in|the)\b)"
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "They met on [[the 5th of May of 2020]].": "They met on 5 May 2020.",
        "They met on [[5 of May]], on [[May 7 of 2020]] and [[in May of the 2021]].":
            "They met on 5 May, on May 7, 2020 and in May 2021.",
        "It shut on [[the day 5 of May]], and [[on 7-May]] and [[on May, 9]] it was open.":
            "It shut on 5 May, and on 7 May and on May 9 it was open.",
        "They came [[on the day 20]].": "They came on the 20th.",
        "They left on [[12 of may]] and came [[on the 20 May]].": "They left on 12 May and came on 20 May.",
    },
    good=[
        "On the 5th of May 2020 he met 5 of May's men; on 5 May 2020 and May 5, 2020 they met.",
        "On day 5 of the siege they fled; on the day 5 people died it rained.",
        "In June, 11 men came; he met her in May of 2020. On 14 July, 85 people died.",
        "Since the 7 October attacks and the 9 March deal little has changed.",
        "He finished 3 of March Madness's 5 games.",
    ],
    evidence=("es", "pt", "it", "fr", "de", "ar", "fa"),
)  # fmt: skip
def date_with_of(document: Document) -> Iterator[Flag]:
    """Flag *5 of May*, *May 5 of 2023*, *the day 5 of May*, *on 5-May* and their like.

    ## Why is this bad?

    Spanish and Portuguese join day, month and year with *de* (*el día 5 de mayo de 2023*); English
    joins them with nothing (*5 May 2023*, *May 5, 2023*), or says *the 5th of May*.
    """
    for match in document.find(_OF_MONTH):
        ordinal_of = match["st"] and match["of"] and not match["y"] and not match["day"]
        if ordinal_of or not (match["of"] or match["day"] or match["y"]):
            continue
        if match["st"] and not match["of"] and not match["y"]:
            continue  # “the day 5th May”: told nowhere yet
        if document.text[match.start("d") - 1 : match.start("d")] in ":.,/-":
            continue
        start = match.start("day") if match["day"] else match.start("d")
        start = match.start() if match["the"] else start
        month = match["month"].capitalize()
        mended = f"{int(match['d'])} {month}{' ' + match['year'] if match['y'] else ''}"
        yield _flag(document, start, match.end(), mended)
    for match in document.find(_MONTH_OF):
        if match["year"] or match["day"]:
            year = f", {match['year']}" if match["year"] else ""
            yield _flag(document, *match.span(), f"{match['month']} {int(match['d'])}{year}")
    for match in document.find(_IN_MONTH_OF):
        yield _flag(document, *match.span(), f"{match['in']} {match['month']} {match['year']}")
    for match in document.find(_JOINED):
        mended = f"{match['d']} {match['month']}" if match["d"] else f"{match['other']} {match['e']}"
        yield _flag(document, *match.span(), f"{match['on']} {mended}")
    for match in document.find(_THE_DAY):
        yield _flag(document, *match.span(), f"{match['on']} {match['d']} {match['month']}")
    for match in document.find(_BARE_DAY):
        on = "On" if match["on"][0].isupper() else "on"
        yield _flag(document, *match.span(), f"{on} the {ordinal(int(match['d']))}")


def _flag(document: Document, start: int, end: int, mended: str) -> Flag:
    seen = document.text[start:end]
    return Flag(
        document.span(start, end),
        f"“{seen}” is put together as in another language.",
        (Suggestion(mended),),
    )

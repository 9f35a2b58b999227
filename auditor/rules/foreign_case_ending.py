"""The ending of another language left on a name."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# After a consonant the genitive is *-in*, after a vowel *-nin*: Mada’in and Sana’a are no Turkish.
# Four letters before the mark: Qur’an, Sa’da and Ka’ba have fewer.
_ENDING = expression(
    r"['’](?<=\w{3}[\w].)(?P<ending>(?<=[^\W\d_aeıioöuü]['’])[iıuü]n|n[iıuü]n|n?[dt][ae]n?|y[aeiıuü]|[dt][ae]ki|"
    r"l[iıuü])\b(?!['’-])"
)
_NAME = expression(r"\b(?P<name>[A-ZÇĞİÖŞÜ]\w{3,})\Z")
# The adjective that Russian makes of a city's name for its region: Khersonskaya oblast. Both may stand:
# *Zaporozhskaya and Khersonskaya regions*.
_ADJECTIVE = expression(
    r"\b(?P<name>[A-Z][a-z]{2,}sk(?:aya|aia|aja|oy|oi|ogo|oe))"
    r"(?: and (?P<other>[A-Z][a-z]{2,}sk(?:aya|aia|aja|oy|oi)))?"
    r" (?:oblasts?|regions?|provinces?|republic|region’s|region's)\b"
)
_GENITIVE = expression(r"n?[iıuü]n")


@document_rule(
    category="untranslated",
    severity=Severity.MINOR,
    bad={
        "He met [[Kaplan'ın]] lawyer in Bursa.": "He met Kaplan's lawyer in Bursa.",
        "She lives in [[Bursa’da]] now.": "She lives in Bursa now.",
        "He led the [[Khersonskaya]] oblast, then [[Rostovskaya]] and [[Tverskaya]] regions.": "",
    },
    good=[
        "Kaplan's lawyer, the O'Neills and the Joneses' house.",
        "The Kherson oblast, the Primorsky region, Tverskaya Street and the Novaya Gazeta newsroom.",
        "The Qur'an, Sana'a, Mada'in Saleh, Xi'an and Ba'athists; they'd gone, he'll come.",
    ],
    evidence=("tr", "az", "ru"),
)
def foreign_case_ending(document: Document) -> Iterator[Flag]:
    """Flag a Turkish case ending, or that of a Russian adjective, that was left on a name.

    ## Why is this bad?

    Turkish sets its endings behind a name with an apostrophe: *Kaplan'ın* is “of Kaplan”,
    *Bursa'da* “in Bursa”. Russian calls a region by an adjective of its city: *Херсонская область* is
    the Kherson region. An engine that takes the word for a name copies it with its ending.
    """
    for match in document.find(_ADJECTIVE):
        for name in ("name", "other") if match["other"] else ("name",):
            yield Flag(
                document.span(*match.span(name)),
                f"“{match[name]}” is a Russian adjective: English calls a region by the name of its city.",
                evidence={"ru": 3.0},
            )
    for match in _ENDING.finditer(document.text):
        before = _NAME.search(document.text, max(match.start() - 30, 0), match.start())
        if before:
            mark = match[0][0]
            own = f"{mark}s" if _GENITIVE.fullmatch(match["ending"]) else ""
            yield Flag(
                document.span(before.start(), match.end()),
                f"“{before['name']}{match[0]}” bears a Turkish ending.",
                (Suggestion(f"{before['name']}{own}"),),
                evidence={"tr": 3.0},
            )

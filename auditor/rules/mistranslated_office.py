"""An office or rank put together anew from the words of another language."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.rule import document_rule
from auditor.rules._renderings import renderings


@document_rule(
    category="terminology",
    severity=Severity.MAJOR,
    bad={
        "Turkey's main opposition leader, [[General President]] Ozel, spoke.":
            "Turkey's main opposition leader, party leader Ozel, spoke.",
        "The Iranian city's [[Imam of Friday]] attacked the film.":
            "The Iranian city's Friday prayer leader attacked the film.",
        "Ukraine's [[head of the Ministry of Internal Affairs]] resigned.":
            "Ukraine's interior minister resigned.",
        "The [[Foreign Ministry Speaker]] said so.": "The spokesperson said so.",
        "Syria's army sent [[Brigadier Staff]] Suheil to Homs.":
            "Syria's army sent brigadier general Suheil to Homs.",
    },
    good=[
        "The General President of the union in Peru spoke.",
        "Turkey's general, President Erdogan's adviser, left.",
        "An imam of Friday mosques in Iran spoke, and the friday imam too.",
        "Ukraine's head of the Ministry of Internal Affairs press service resigned.",
        "Iran's supreme leader met the speaker of parliament.",
    ],
    evidence=(),
)  # fmt: skip
def mistranslated_office(document: Document) -> Iterator[Flag]:
    """Flag an office or rank translated by its parts, where English has a word for it.

    ## Why is this bad?

    A Turkish *Genel Başkan* leads a party; *General President* is nobody's office in English. An
    *imam-e jome* leads Friday prayers, a *Korgeneral* is a lieutenant general, and the *Deputy
    General* of an Egyptian story is the attorney general. Readers who do not know the language
    take such a title for another office, or for none.

    A phrase counts only in an article that speaks of a country of that office: what is wrong of
    Turkey may be right of Peru.
    """
    for start, end, (name, native, language, *_) in renderings(document, "offices"):
        opens = start == document.sentence_at(start)[0]
        title = name[0].upper() + name[1:] if opens else name
        seen = document.text[start:end]
        rendered = f"is *{native}* translated by its parts" if native else "is another language’s way"
        yield Flag(
            document.span(start, end),
            f"“{seen}” {rendered}; English says {name}.",
            (Suggestion(title, "its English name"),),
            evidence={language: 2.0} if language else {},
        )

"""A ministry or minister whose field is put as another language puts it."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.countries import COUNTRY_WORDS
from auditor.language.expressions import expression
from auditor.rule import document_rule
from auditor.rules._faults import fault, flags

# Fields that stand without an article; the Interior, the Environment, the Economy, the Armed Forces,
# the Navy, the Family and the Presidency have one in some countries.
_BARE = (
    r"(?:(?:Public |National |Higher |Primary |Secondary |General |Social |Foreign |External |Internal |"
    r"Cultural |Religious |Economic |Digital |Rural |Water |Mineral |Natural )?"
    r"(?:Health|Education|Defen[cs]e|Justice|Agriculture|Trade|Commerce|Culture|Tourism|Energy|Labou?r|"
    r"Industry|Foreign Affairs|Internal Affairs|Information|Communications?|Science|Technology|Oil|"
    r"Petroleum|Planning|Transport(?:ation)?|Finance|Sports?|Affairs|Housing|Electricity|Works|Security|"
    r"Resources|Development|Welfare|Investment|Intelligence|Immigration|Migration|Innovation|Relations))"
)
_FIELD_NOUN = (
    r"(?P<field>Health|Education|Defen[cs]e|Justice|Agriculture|Trade|Commerce|Culture|Tourism|Energy|"
    r"Labou?r|Industry|Information|Transport|Finance|Oil|Interior|Environment|Economy)"
)
_FAULTS = (
    fault(
        rf"\b(?P<head>(?:Ministry|Minister|Secretariat) (?:of|for)) (?P<at>the (?P<field>{_BARE}))"
        r"(?! (?:of|System|Service|Insurance|Fund|Bank|Council|Committee|Industry)\b)",
        "“{text}”: what a ministry is for stands here without an article.",
        r"\g<field>",
    ),
    fault(
        r"\b(?P<at>(?P<head>Minist(?:ry|er)) of (?:the )?(?:Foreign|External))"
        r"(?=[.,;:)]|$| (?:said|says|told|has|had|is|was|will|on|in|at|confirmed|announced|spokes\w+)\b)",
        "“{text}” lacks its noun.",
        r"\g<head> of Foreign Affairs",
    ),
    fault(
        r"\b(?P<head>Minist(?:ry|er) (?:of|for)) (?P<at>Finances|finances)\b",
        "“{text}”: the field is called finance.",
        "Finance",
    ),
    fault(
        r"\b(?P<at>Finances) (?=Minist(?:ry|er)\b)",
        "“{text}”: the field is called finance.",
        "Finance",
    ),
    fault(
        rf"\b(?P<at>{_FIELD_NOUN}[’']s) (?=Minist(?:ry|er)\b)",
        "“{text}”: the field stands before *ministry* without a genitive.",
        r"\g<field>",
    ),
    *(
        fault(
            rf"\b(?P<at>{adjective})(?= Minist(?:ry|er)\b)",
            "“{text}”: a ministry is named for its field by a noun.",
            noun,
        )
        for adjective, noun in (
            ("Cultural", "Culture"),
            ("Financial", "Finance"),
            ("Agricultural", "Agriculture"),
            ("Educational", "Education"),
        )
    ),
    fault(
        r"\bEnergetics(?= Minist(?:ry|er)\b)|(?:(?<=\bMinistry of )|(?<=\bMinister of ))Energetics\b",
        "“{text}”: the field is called energy.",
        "Energy",
    ),
)  # fmt: skip

# The head of a ministry is its minister; what belongs to the ministry (its press service, a department)
# has another head, so nothing may follow that it could belong to.
_HEADED = (
    r"(?P<field>Foreign|Defen[cs]e|Interior|Finance|Health|Energy|Justice|Education|Economy|Agriculture|"
    r"Transport|Culture|Labou?r|Environment|Industry)"
)
_HEAD = expression(
    rf"\b(?P<head>[Hh]ead|[Cc]hief|[Bb]oss) of (?:the )?(?P<who>(?:{COUNTRY_WORDS}(?:['’]s?)? )?)(?:"
    rf"{_HEADED} Ministry|Ministry of (?:the )?(?P<of>Foreign Affairs|Internal Affairs|"
    rf"(?:National )?Defen[cs]e|Finance|Health|Energy|Justice|Education|Agriculture|Transport|Culture|"
    rf"Interior)(?P<where> of (?:the )?{COUNTRY_WORDS}(?: Republic| Federation)?)?)"
    r"(?=[,.;:)”]|$| (?:[A-Z][a-z]+ [A-Z]|(?:said|told|added|stressed|noted|announced|has|was|met)\b))"
)
_MINISTER = {"Foreign Affairs": "foreign", "Internal Affairs": "interior"}


@document_rule(
    category="terminology",
    severity=Severity.MINOR,
    bad={
        "The [[head of the Polish Foreign Ministry]] said so.": "The Polish foreign minister said so.",
        "Brazil's Ministry of [[the Health]] agreed.": "Brazil's Ministry of Health agreed.",
        "The [[Minister of Foreign]] said so.": "The Minister of Foreign Affairs said so.",
        "The Minister of [[Finances]] resigned.": "The Minister of Finance resigned.",
        "Sudan's [[Defence's]] Ministry denied it.": "Sudan's Defence Ministry denied it.",
        "The [[Cultural]] Minister spoke.": "The Culture Minister spoke.",
    },
    good=[
        "The Ministry of the Interior, the Ministry of the Environment and the Ministry of the Armed Forces.",
        "The Minister of Foreign and European Affairs met the Minister of Foreign Trade.",
        "The head of the Foreign Ministry’s press service and the head of the ministry met.",
        "The Department of the Treasury and the ministry of the health system.",
    ],
    evidence=("ar", "fa", "es", "pt", "fr", "it", "ro", "ru"),
)  # fmt: skip
def misnamed_ministry(document: Document) -> Iterator[Flag]:
    """Flag a ministry or minister named as another language does: of the Health, of Foreign, head of.

    ## Why is this bad?

    Arabic, Spanish, French and Romanian say *ministry of the health*, French and Romanian *of
    finances*, and engines make *Defence's Ministry* and *Minister of Foreign* of such names.
    English has *Ministry of Health* or *Health Ministry*, whatever the country. Russian and Polish
    vary *minister* with *head of the Foreign Ministry*; in English that is a minister.
    """
    yield from flags(document, _FAULTS)
    for match in document.find(_HEAD):
        field = match["field"] or match["of"]
        minister = f"{_MINISTER.get(field, field.lower())} minister{match['where'] or ''}"
        text = f"{match['who']}{minister}"
        opens = match.start() == document.sentence_at(match.start())[0]
        yield Flag(
            document.span(*match.span()),
            f"The {match['head'].lower()} of a ministry is its minister.",
            (Suggestion(text[0].upper() + text[1:] if opens else text),),
            evidence={"ru": 1.0, "uk": 1.0, "pl": 1.0, "es": 0.5},
        )

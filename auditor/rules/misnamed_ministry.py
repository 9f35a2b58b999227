"""A ministry or minister whose field is put as another language puts it."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
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
    fault(
        r"\b(?P<at>Cultural)(?= Minist(?:ry|er)\b)",
        "“{text}”: a ministry is named for its field by a noun.",
        "Culture",
    ),
    fault(
        r"\b(?P<at>Financial)(?= Minist(?:ry|er)\b)",
        "“{text}”: a ministry is named for its field by a noun.",
        "Finance",
    ),
    fault(
        r"\b(?P<at>Agricultural)(?= Minist(?:ry|er)\b)",
        "“{text}”: a ministry is named for its field by a noun.",
        "Agriculture",
    ),
    fault(
        r"\b(?P<at>Educational)(?= Minist(?:ry|er)\b)",
        "“{text}”: a ministry is named for its field by a noun.",
        "Education",
    ),
    fault(
        r"\bEnergetics(?= Minist(?:ry|er)\b)|(?:(?<=\bMinistry of )|(?<=\bMinister of ))Energetics\b",
        "“{text}”: the field is called energy.",
        "Energy",
    ),
)  # fmt: skip


@document_rule(
    category="terminology",
    severity=Severity.MINOR,
    bad={
        "Brazil's Ministry of [[the Health]] agreed.": "Brazil's Ministry of Health agreed.",
        "The [[Minister of Foreign]] said so.": "The Minister of Foreign Affairs said so.",
        "The Minister of [[Finances]] resigned.": "The Minister of Finance resigned.",
        "Sudan's [[Defence's]] Ministry denied it.": "Sudan's Defence Ministry denied it.",
        "The [[Cultural]] Minister spoke.": "The Culture Minister spoke.",
    },
    good=[
        "The Ministry of the Interior, the Ministry of the Environment and the Ministry of the Armed Forces.",
        "The Minister of Foreign and European Affairs met the Minister of Foreign Trade.",
        "The Department of the Treasury and the ministry of the health system.",
    ],
    evidence=("ar", "fa", "es", "pt", "fr", "it", "ro", "ru"),
)  # fmt: skip
def misnamed_ministry(document: Document) -> Iterator[Flag]:
    """Flag a ministry's field with an article, a genitive, in the plural or without its noun.

    ## Why is this bad?

    Arabic, Spanish, French and Romanian say *ministry of the health*, French and Romanian *of
    finances*, and engines make *Defence's Ministry* and *Minister of Foreign* of such names.
    English has *Ministry of Health* or *Health Ministry*, whatever the country.
    """
    yield from flags(document, _FAULTS)

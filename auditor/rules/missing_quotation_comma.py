"""No comma between a quotation and who says it."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERB = (
    r"(?:said|says|told|added|adds|stated|noted|wrote|stressed|explained|continued|declared|"
    r"announced|emphasi[sz]ed|claimed|replied|warned|argued|insisted|concluded|recalled|underlined)"
)
# Before its subject; not *warned Russia*, *told the court*, whose object follows.
_INVERTED = (
    r"(?:said|says|added|adds|stated|wrote|stressed|explained|continued|replied|concluded|recalled|"
    r"affirmed|affirms|assured|declared|underlined|emphasi[sz]ed|highlighted)"
)
_WHO = rf"(?:(?:he|she|they) {_VERB}|{_INVERTED} (?:the|[A-Z][\w’-]+))\b"
# Bare words, or a full stop, where the comma belongs: inside the mark or behind it.
_BARE = expression(rf"[”\"](?<=[a-z]{{2}}.)(?P<stop>\.?)(?= {_WHO})")
_STOP = expression(rf"[”\"](?<=[a-z]\..)(?= {_WHO})")
# “We will pay,” – said the mayor: the dash of another language between a quotation and its speaker,
# who stands behind a comma also where the marks were lost.
_REPORTS = (
    r"(?:said|says|told|tells|added|adds|stated|states|noted|notes|wrote|writes|stressed|stresses|explained|"
    r"explains|emphasi[sz]ed|emphasi[sz]es|recalled|recalls|concluded|concludes|reported|reports|believes|"
    r"admitted|admits|complained|complains|assures|assured|clarified|quotes)"
)
_SPEAKER = (
    rf"(?:(?:he|she|they|the (?:[\w-]+ ){{1,4}}?|[A-Z][\w’-]+ (?:[A-Z][\w’-]+ )?){_REPORTS}|"
    rf"{_REPORTS} (?:the|he|she|[A-Z][\w’-]+)|"
    r"(?:said|told|noted|stressed) (?:in|at|on|reporters|journalists))\b"
)
_DASH = expression(
    rf"[,”\"](?:(?:(?<=,)[”\"]|(?<=[”\"]),?)(?P<dash> ?[–—-]) (?={_SPEAKER})|"
    # Irish papers open a letter so: “Sir, – I read …”
    rf"(?<=[\w)],)(?<!\bSir,)(?<!\bMadam,)(?P<bare> [–—-]) (?={_SPEAKER}|[A-ZÀ-Ž]|the [a-z]))"
)


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "“We will pay the whole [[sum”]] he said.": "“We will pay the whole sum,” he said.",
        "“We will pay the whole [[sum.”]] said the mayor.": "“We will pay the whole sum,” said the mayor.",
        '"We will pay the whole [[sum".]] she added.': '"We will pay the whole sum," she added.',
        '"We will pay the whole [[sum"]] affirmed Orlu.': '"We will pay the whole sum," affirmed Orlu.',
        "“We will pay the whole sum,”[[ –]] said the mayor.": "“We will pay the whole sum,” said the mayor.",
        "We will pay it all,[[ -]] the minister emphasized.": "We will pay it all, the minister emphasized.",
    },
    good=[
        "“We will pay,” he said. “We will pay”, he said. “Will we pay?” she said.",
        "“Group of Seven” warned Russia.",
        "Sir, – I read your report. – Yours, etc.,",
        "He called it a “hoax.” He said it was late.",
        "The report “Our Land” says the mayor was absent, and the “front” told a story.",
        "What he called a “sum” he said was small.",
    ],
)
def missing_quotation_comma(document: Document) -> Iterator[Flag]:
    """Flag a quotation that runs into its attribution, or ends in a full stop before it.

    ## Why is this bad?

    Turkish and Persian set nothing, Czech and Russian a dash between a quotation and its speaker.
    In English a comma stands there, and a full stop would end the sentence.
    """
    text = document.text
    for match in document.find(_DASH):
        yield Flag(
            document.span(*match.span("dash" if match["dash"] else "bare")),
            "A dash parts the quotation from who says it: English has the comma alone.",
            (Suggestion("" if "," in match[0] or text[: match.start()].rstrip()[-1:] in ",.?!…" else ","),),
        )
    for pattern in (_BARE, _STOP):
        for match in document.find(pattern):
            mark, at = match[0][0], match.start()
            if not _is_whole(document, at):
                continue
            word = re.search(r"\w+\.?\Z", text[max(at - 40, 0) : at])
            lead = word[0] if word else ""
            start = at - len(lead)
            yield Flag(
                document.span(start, match.end()),
                "A comma parts the quotation from who says it.",
                (Suggestion(f"{lead.rstrip('.')},{mark}"),),
            )


def _is_whole(document: Document, at: int) -> bool:
    """Whether the mark closes a quotation of a whole sentence: one that its sentence opens with."""
    start, _ = document.paragraph_at(at)
    text = document.text
    opening = max(text.rfind("“", start, at), text.rfind('"', start, at))
    if opening < start or not text[opening + 1 : opening + 2].isupper() or " " not in text[opening:at]:
        return False
    before = text[start:opening].rstrip()
    return not before or before[-1] in '.!?:”"'

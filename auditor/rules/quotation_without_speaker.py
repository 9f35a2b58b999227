"""A verb of saying behind a quotation, and nobody who says it."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERB = (
    r"(?:said|pointed out|added|explained|emphasi[sz]ed|stressed|revealed|announced|claimed|stated|"
    r"noted|concluded|declared|wrote|replied|testified|told)"
)
_ALONE = expression(rf"[”\"] (?<=[.,!?][”\"] )(?P<verb>{_VERB})\.(?=\s|$)")


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "Kim said on the phone, “It is regrettable.” [[pointed out]].": "",
        "“We will win the game,” [[said]].": "",
    },
    good=[
        "“We will win,” she said. “We will win,” said the coach. He left.",
        "The book is called “What They Said.” Said is its author.",
    ],
    evidence=("ko", "ja", "tr", "es"),
)
def quotation_without_speaker(document: Document) -> Iterator[Flag]:
    """Flag a verb of saying that closes a sentence behind a quotation, without a subject.

    ## Why is this bad?

    Korean, Japanese and Turkish end the sentence with the verb (*…고 지적했다*, *… dedi*) and leave
    its subject out, or named it before the quotation. English wants the speaker beside the verb.
    """
    for match in _ALONE.finditer(document.text):
        yield Flag(
            document.span(*match.span("verb")),
            f"“{match['verb']}” behind the quotation has no subject: name the speaker.",
        )

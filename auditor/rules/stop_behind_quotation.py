"""The full stop of a quoted sentence behind its closing mark."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERB = (
    r"\b(?:said|says|added|adds|stated|noted|declared|stressed|emphasi[sz]ed|concluded|replied|warned|"
    r"explained|wrote|announced|continued|assures|told (?:[A-Z]\w+|them|him|her|reporters|us))"
)
# A whole sentence: a capital behind the verb of saying, and some words. Of 169 such in good news 3 have
# the stop outside, of engines' one in five.
_OUTSIDE = expression(
    rf"{_VERB}[,:]? (?:“[A-Z][^“”\"\n]{{15,600}}(?P<at>[a-z]”\.)|"
    rf"\"[A-Z][^“”\"\n]{{15,600}}(?P<straight>[a-z]\"\.))"
    r"(?=\s|$)"
)
_INSIDE = expression(r"[a-z]\.[”\"](?=\s|$)")
# A house that sets it outside does so every time.
_HOUSE = 3


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    bad={
        "The mayor said, “The road will not be open before May[[”.]]":
            "The mayor said, “The road will not be open before May.”",
        'The mayor added: "The road will not be open before Sunday[[".]] He left.':
            'The mayor added: "The road will not be open before Sunday." He left.',
    },
    good=[
        "The mayor said, “The road will not be open before May.” He called it “a shame”.",
        "He said the road was “not open before the end of May”.",
        "The mayor said, “We are late and sorry”. He said, “It will not be so again”. She said, “It is"
        " what it is here”.",
    ],
    evidence=("ru", "pl", "cs", "es", "de", "tr", "it", "uk"),
)  # fmt: skip
def stop_behind_quotation(document: Document) -> Iterator[Flag]:
    """Flag the full stop of a whole quoted sentence that stands behind the closing mark.

    ## Why is this bad?

    Russian, Polish, Spanish and Italian set the stop outside the marks. English, British English
    too, has it inside where the words quoted are a whole sentence. Where the article sets it outside
    each time, that is its house style; single words in marks are another matter.
    """
    found = list(document.find(_OUTSIDE))
    if len(found) >= _HOUSE and not any(document.find(_INSIDE)):
        return
    for match in found:
        end = match.end("at") if match["at"] else match.end("straight")
        mark = document.text[end - 2]
        yield Flag(
            document.span(end - 2, end),
            f"The sentence ends inside the quotation: .{mark}",
            (Suggestion(f".{mark}"),),
        )

"""A closing quotation mark with no opening one."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERB = (
    r"(?:said|says|told|tells|added|adds|stated|noted|wrote|stressed|explained|continued|declared|"
    r"announced|emphasi[sz]ed|claimed|replied|asked|warned|argued|insisted|concluded|"
    r"recalled|complained|admitted|promised|testified|remarked|affirmed|underlined|commented|"
    r"pointed out|confirmed|assured|reported|revealed|joked|reiterated|highlighted|summed up|"
    r"recalls|notes|believes|believed|explains|writes|thinks|emphasi[sz]es|confirms|admits|laughs|"
    r"concludes|insists|argues|warns|asks|claims|stresses|points out|continues|assures|comments|"
    r"reveals|remembers|recounts|states|sums up|sighs|remarks|affirms|declares|announces|complains)"
)
_CLOSING = expression(
    # The comma stands on either side: “injured,” it added; “injured”, it added.
    rf"(?:[,.!?](?P<mark>[”\"])(?=,?\s+)|[^\W\d_](?P<late>[”\"])(?=,\s+))"
    rf"(?=,?\s+(?:(?:he|she|it|they)\s+(?:also\s+)?{_VERB}\b"
    rf"|{_VERB}\s+(?:he|she|the|an?|[A-Z]\w+)\b|(?:[Tt]he|[A-Z]\w+)(?:\s[\w-]+){{0,3}}\s{_VERB}\b))"
)
_OPENING = expression(r"[“„«\"‘]|(?<!\w)'")


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "A bus burned.\n\nThe men were not injured[[,”]] it added.": "",
        'A bus burned.\n\nThe men were not injured[[,"]] it added.': "",
        "A bus burned.\n\nThen we can talk to them[[,\"]] declared the minister.": "",
        "A bus burned.\n\nThen we can talk to them[[,”]] the new minister warned.": "",
        "A bus burned.\n\nI was woken at night and ran[[,\"]] she recalls.": "",
        'It said: “A bus burned.\n\nThe men were not injured[[,"]] it added.': "",
    },
    good=[
        "“The men were not injured,” it added.",
        'The speaker paused. "The men were not injured," it added.',
        "“First I left.\n\n“Then I came back,” he said.",
        "“First I left.\n\nThen I came back,” he said.",
        '"First I left.\n\n"Then I came back," he said.',
        "'It's not over,\" he said.",
        "A bus burned.\n\nThe bus, 12\", the mayor said, burned.",
    ],
)  # fmt: skip
def unopened_quotation(document: Document) -> Iterator[Flag]:
    """Flag a quotation that is closed and attributed but never opened.

    ## Why is this bad?

    Readers cannot tell where the speaker's words begin. Engines lose an opening mark where the
    source used another kind (a dash, „ or «). A quotation of several paragraphs, opened anew or
    left open in the one before, is no fault.
    """
    kind = ""
    for index, (start, end) in enumerate(document.paragraphs):
        text = document.text[start:end]
        # The first paragraph may be cut out of a longer text.
        is_marked = index and ("”" in text or '"' in text)
        for match in _CLOSING.finditer(text) if is_marked else ():
            at = match.end()
            if kind != _OPENS[text[at - 1]] and not _OPENING.search(text, 0, at - 1):
                first = match.start() + (match["late"] is not None)
                yield Flag(
                    document.span(start + first, start + at),
                    "The quotation ends here, but no mark says where it begins.",
                )
        kind = _left_open(text, kind)


_OPENS = {"”": "“", '"': '"'}


def _left_open(text: str, kind: str) -> str:
    """The kind of mark that is open at a paragraph's end; empty where none is."""
    if text.count('"') % 2:
        return '"' if not kind or text.startswith('"') else ""
    opened, closed = text.rfind("“"), text.rfind("”")
    if opened > closed:
        return "“"
    return kind if closed < 0 else ""

"""A heading with the words of its kicker, and of the kicker's kicker, before it."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

# “International: Mosque: Opening a missed chance”: two labels of at most five words, and the heading.
_LABEL = r"[A-ZÀ-ÖØ-Þ][^\s:.!?]*(?: [^\s:.!?]+){0,4}"
_KICKERS = expression(rf"(?P<kickers>{_LABEL}: (?P<last>{_LABEL}):) (?P<rest>[A-ZÀ-ÖØ-Þ“\"‘'][^:\n]{{8,}})")
# English desks set these before a heading that has a colon of its own; what stands last may be the
# paper's name.
_ENGLISH = expression(
    r"(?:live|watch|listen|breaking|just in|video|photos?|pictures|opinion|analysis|comment|review|explainer|"
    r"explained|exclusive|interview|obituary|podcast|letters?|editorial|reports?|timeline|updated?|recap|"
    r"fact ?check|factbox|profile|preview|spoiler|quiz|poll|revealed|column|book review|film review|q&a|"
    r"live updates|in pictures|the guardian view|part \w+|episode \d+|chapter \d+|season \d+)\b.*"
)
_PAPER = expression(r"(?:The )?(?:[A-Z][\w’&-]*\s?){1,4}")


@document_rule(
    category="structure",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "[[International: Orlu community:]] Opening of the school a missed chance\n\nIt rained.": "",
        "[[Football: Orlu coach:]] No rush in talks with the keeper\n\nIt rained.": "",
    },
    good=[
        "Live: Orlu vote: Count goes on through the night\n\nIt rained.",
        "Orlu coach: No rush in talks with the keeper\n\nIt rained.",
        "Ada Demir: The Tenth Year of the Orlu Festival: The Orlu Times\n\nIt rained.",
        "Time: 10:30: The match in Orlu begins\n\nIt rained.",
        "The mayor said: it is late: He left the town before the vote.\n\nIt rained.",
    ],
    evidence=("de", "ru", "cs"),
)  # fmt: skip
def kicker_in_heading(document: Document) -> Iterator[Flag]:
    """Flag a heading that has two labels with colons before it.

    ## Why is this bad?

    German pages set a department and a subject above the heading in lines of their own. Taken for
    one line they come out as *International: Orlu: Opening a missed chance*; English has one colon.
    """
    start, end = document.paragraphs[0] if document.paragraphs else (0, 0)
    match = _KICKERS.fullmatch(document.text[start:end].rstrip())
    if not match or match["rest"].endswith((".", ",")) or _PAPER.fullmatch(match["rest"]):
        return
    labels = match["kickers"].rstrip(":").split(": ")
    if any(_ENGLISH.fullmatch(label.lower()) for label in labels):
        return
    yield Flag(
        document.span(start, start + len(match["kickers"])),
        f"“{match['kickers']}”: labels of the page run into the heading.",
    )

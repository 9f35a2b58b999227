"""A quotation that was translated away and back."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.quotes import Quotation
from auditor.language.sentences import split_sentences
from auditor.quotations.archive import Archive, Match
from auditor.quotations.similarity import edits
from auditor.rule import archive_rule


@archive_rule(
    category="quotations",
    severity=Severity.MAJOR,
    bad={
        "He said: “[[We counted the fishing boats two times, and two times the ministry lost "
        "the list]].”":
            "He said: “We have counted the fishing boats twice, and twice the ministry has lost "
            "the list.”",
        "“[[The opera house burnt on a Tuesday and until Friday was sold as a parking lot]],” he "
        "said.":
            "“The opera house burned down on a Tuesday, and by Friday it had been sold as a car "
            "park,” he said.",
    },
    good=[
        "“We have counted the fishing boats twice, and twice the ministry has lost the list,” he said.",
        "“Twice the ministry has lost the list,” she said.",
        "The opera house burnt on a Tuesday and until Friday was sold as a parking lot.",
        "“The ministry published its list of boats on Friday, and no fisherman was on it.”",
    ],
)  # fmt: skip
def retranslated_quotation(document: Document, archive: Archive) -> Iterator[Flag]:
    """Flag a quotation that is near an original on file, but not the words that were said.

    ## Why is this bad?

    Words between quotation marks are someone's own. Said in English, translated for a foreign
    paper and translated back, they are no longer: *Think it over* returns as *Think well*. The
    archive of originals (`auditor quotations learn`) holds what was said; chrF, the rare words that
    both have, and how far the nearest original is ahead of the next tell another rendering of it
    from another sentence. The suggestion is the original.

    Quotations are compared only where the settings name an archive: `quotations = "said.db"`.
    """
    for quotation in document.quotations:
        start, end = _bare(document.text, quotation.start, quotation.end)
        if start < end:
            yield from _flags(document, archive, quotation._replace(start=start, end=end))


def _flags(document: Document, archive: Archive, quotation: Quotation) -> Iterator[Flag]:
    """A flag for the whole quotation, or for those of its sentences that are on file."""
    text = document.text[quotation.start : quotation.end]
    match = archive.retranslated(text)
    if match:
        yield _flag(document, quotation.start, quotation.end, match)
        return
    sentences = split_sentences(text)
    if len(sentences) < 2:
        return
    for a, b in sentences:
        start, end = _bare(document.text, quotation.start + a, quotation.start + b)
        match = archive.retranslated(document.text[start:end]) if start < end else None
        if match:
            yield _flag(document, start, end, match)


# The marks that end a quotation belong to the sentence around it as much as to the quotation.
_ENDS = " ,.;:…"


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    seen = text[start:end]
    return start + len(seen) - len(seen.lstrip()), start + len(seen.rstrip(_ENDS))


def _flag(document: Document, start: int, end: int, match: Match) -> Flag:
    original = match.original
    said = " ".join(filter(None, [original.speaker, original.place, original.date]))
    known = f" ({said})" if said else ""
    if original.source:
        known += f", from {original.source}"
    return Flag(
        document.span(start, end),
        f"These are not the words that were said; the original is on file{known}.",
        (Suggestion(match.wording.strip(_ENDS), reason=_measure(document.text[start:end], match)),),
    )


def _measure(text: str, match: Match) -> str:
    return f"chrF {match.likeness.chrf:.0f}, TER {edits(text, match.wording):.0f}"

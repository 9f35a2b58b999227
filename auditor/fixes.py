"""From findings to corrected source."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Finding
from auditor.formats import escape_at, read

# Fixes may uncover others (a name made consistent, then respelt); more rounds than this would
# mean that two rules undo each other.
ROUNDS = 10


class Edit(NamedTuple):
    """A replacement of `source[start:end]`."""

    start: int
    end: int
    text: str


class Fixed(NamedTuple):
    """Corrected source, and how many findings were mended."""

    source: str
    mended: int


def edits(findings: Iterable[Finding], document: Document, *, unsafe: bool = False) -> list[Edit]:
    """The edits that findings ask for, in order, none overlapping another.

    Only a solid span whose text still stands in the source is edited, and only where the format
    can hold the new text, which is escaped as its place needs; of findings that overlap the surer
    goes first, then the longer.
    """
    chosen: list[Edit] = []
    for finding in sorted(findings, key=_urgency):
        edit = _edit(finding, document, unsafe)
        if edit and not any(e.start < edit.end and edit.start < e.end for e in chosen):
            chosen.append(edit)
    return sorted(chosen)


def _urgency(finding: Finding) -> tuple[int, int, int, int]:
    length = finding.span.end - finding.span.start
    return (-finding.confidence, -finding.severity, -length, finding.span.start)


def _edit(finding: Finding, document: Document, unsafe: bool) -> Edit | None:
    span = finding.span
    if not finding.suggestions or not span.solid:
        return None
    suggestion = finding.suggestions[0]
    if not (suggestion.safe or unsafe) or document.source[span.start : span.end] != span.text:
        return None
    text = escape_at(document, span.start, suggestion.text)
    return None if text is None or text == span.text else Edit(span.start, span.end, text)


def apply_edits(source: str, changes: Sequence[Edit]) -> str:
    """The source with edits made."""
    parts, position = [], 0
    for edit in changes:
        parts += [source[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, source[position:]])


def fix(
    document: Document,
    audit: Callable[[Document], Sequence[Finding]],
    *,
    unsafe: bool = False,
) -> Fixed:
    """Apply suggestions until none is left to apply; `audit` gives the findings of a document."""
    count, seen = 0, {document.source}
    for _ in range(ROUNDS):
        changes = edits(audit(document), document, unsafe=unsafe)
        changed = apply_edits(document.source, changes)
        if changed in seen:
            break
        seen.add(changed)
        count += len(changes)
        document = read(document.path, changed, document.format)
    return Fixed(document.source, count)

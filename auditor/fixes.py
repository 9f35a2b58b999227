"""From findings to corrected source."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from auditor.finding import Finding

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


def edits(findings: Iterable[Finding], source: str, *, unsafe: bool = False) -> list[Edit]:
    """The edits that findings ask for, in order, none overlapping another.

    Only a solid span whose text still stands in the source is edited; of findings that overlap
    the surer goes first, then the longer.
    """
    chosen: list[Edit] = []
    for finding in sorted(findings, key=_urgency):
        edit = _edit(finding, source, unsafe)
        if edit and not any(e.start < edit.end and edit.start < e.end for e in chosen):
            chosen.append(edit)
    return sorted(chosen)


def _urgency(finding: Finding) -> tuple[int, int, int, int]:
    length = finding.span.end - finding.span.start
    return (-finding.confidence, -finding.severity, -length, finding.span.start)


def _edit(finding: Finding, source: str, unsafe: bool) -> Edit | None:
    span = finding.span
    if not finding.suggestions or not span.solid:
        return None
    suggestion = finding.suggestions[0]
    if not (suggestion.safe or unsafe) or source[span.start : span.end] != span.text:
        return None
    return Edit(span.start, span.end, suggestion.text)


def apply_edits(source: str, changes: Sequence[Edit]) -> str:
    """The source with edits made."""
    parts, position = [], 0
    for edit in changes:
        parts += [source[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, source[position:]])


def fix(
    source: str,
    audit: Callable[[str], Sequence[Finding]],
    *,
    unsafe: bool = False,
    escape: Callable[[str], str] = str,
) -> Fixed:
    """Apply suggestions until none is left to apply.

    `audit` gives the findings of a source; `escape` writes a suggestion as its format needs it.
    """
    count, seen = 0, {source}
    for _ in range(ROUNDS):
        changes = edits(audit(source), source, unsafe=unsafe)
        changed = apply_edits(source, [edit._replace(text=escape(edit.text)) for edit in changes])
        if changed in seen:
            break
        seen.add(changed)
        source, count = changed, count + len(changes)
    return Fixed(source, count)

"""Findings an author has silenced in the file itself, with a reason.

`<!-- auditor: ignore foreign-spelling: his own spelling -->` silences the rules or categories
named (all of them if none is) on the line it stands on, or, alone on its line, on the next;
`ignore-file` silences them in the whole file. The reason follows a colon or a dash.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.document import Document
from auditor.finding import Finding

_DIRECTIVE = re.compile(
    r"^\s*auditor:\s*(?P<verb>ignore(?:-file)?)\b\s*(?P<names>[\w/,\s-]*?)\s*"
    r"(?:(?::|--|—)\s*(?P<reason>.*))?$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """What one comment silences: `first` to `last` line, all rules if `names` is empty."""

    names: frozenset[str]
    first: int
    last: int
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is silenced."""
        if not self.first <= finding.span.line <= self.last:
            return False
        return not self.names or not self.names.isdisjoint((finding.rule, finding.category))


def suppressions(document: Document) -> list[Suppression]:
    """The suppressions that a file's comments ask for."""
    found = []
    for comment in document.comments:
        match = _DIRECTIVE.match(comment.text)
        if match:
            names = frozenset(re.findall(r"[\w/-]+", match["names"]))
            first, last = _lines(document, comment.start, comment.end, match["verb"])
            found.append(Suppression(names, first, last, (match["reason"] or "").strip()))
    return found


def _lines(document: Document, start: int, end: int, verb: str) -> tuple[int, int]:
    if verb == "ignore-file":
        return 1, 10**9
    line, _ = document.position(start)
    last, _ = document.position(end)
    source = document.source
    before = source[max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1 : start]
    after = re.match(r"[^\r\n]*", source[end:])
    alone = not before.strip() and not (after and after[0].strip())
    return line, last + 1 if alone else last


def unsuppressed(document: Document, findings: Iterable[Finding]) -> Sequence[Finding]:
    """The findings that no comment silences."""
    silenced = suppressions(document)
    return [f for f in findings if not any(s.covers(f) for s in silenced)]

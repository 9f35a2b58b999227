"""What an editor offers at a finding: its suggestions, silence, a place in the gazetteer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from auditor.document import Document
from auditor.engine import Audit
from auditor.finding import Finding
from auditor.fixes import Edit, edits
from auditor.formats import escape_at, read
from auditor.lsp.buffer import Buffer
from auditor.lsp.diagnostics import diagnostics, range_of
from auditor.suppress import suppressions

ADD_NAME = "auditor.addToGazetteer"
FIX_ALL = types.CodeActionKind.SourceFixAll

_LINE_END = re.compile(r"[\r\n]")

# More alternatives than this are a menu nobody reads.
_MOST_OFFERED = 5


class Audited(NamedTuple):
    """An open file as it was audited."""

    uri: str
    version: int
    buffer: Buffer
    document: Document
    audit: Audit

    @property
    def findings(self) -> Sequence[Finding]:
        """What was found, in order of reading."""
        return self.audit.findings


def actions(audited: Audited, start: int, end: int) -> Iterator[types.CodeAction | types.Command]:
    """What can be done about the findings that touch `source[start:end]`."""
    for finding in audited.findings:
        if finding.span.start <= end and start <= finding.span.end:
            yield from _replacements(audited, finding)
            yield from _silence(audited, finding)
            yield from _addition(audited, finding)


def fix_all(audited: Audited) -> types.CodeAction | None:
    """All safe suggestions in one action; None where there is none."""
    changes = edits(audited.findings, audited.document)
    if not changes:
        return None
    return types.CodeAction("Apply all safe suggestions", FIX_ALL, edit=_workspace_edit(audited, changes))


def _replacements(audited: Audited, finding: Finding) -> Iterator[types.CodeAction]:
    span = finding.span
    if not span.solid:
        return
    for number, suggestion in enumerate(finding.suggestions[:_MOST_OFFERED]):
        text = escape_at(audited.document, span.start, suggestion.text)
        if text is None:
            continue
        title = f"Replace with “{suggestion.text}”" if suggestion.text else "Delete"
        edit = _workspace_edit(audited, [Edit(span.start, span.end, text)])
        yield _quick_fix(audited, finding, title, edit, preferred=number == 0)


def _silence(audited: Audited, finding: Finding) -> Iterator[types.CodeAction]:
    edit = silencing(audited.document, finding)
    if edit:
        title = f"Ignore {finding.rule} here"
        yield _quick_fix(audited, finding, title, _workspace_edit(audited, [edit]))


def _addition(audited: Audited, finding: Finding) -> Iterator[types.Command]:
    """A surname alone is not offered: accepted forms are whole names."""
    mention = next((m for m in audited.audit.mentions if m.span == finding.span), None)
    if finding.category != "names" or mention is None:
        return
    entity = mention.entity
    if mention.partial and (entity is None or entity.kind == "person"):
        return
    title = f"Add “{mention.text}” to the house gazetteer"
    known = entity.id if entity else ""
    yield types.Command(title, ADD_NAME, arguments=[audited.uri, mention.text, known])


def _quick_fix(
    audited: Audited,
    finding: Finding,
    title: str,
    edit: types.WorkspaceEdit,
    *,
    preferred: bool = False,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        types.CodeActionKind.QuickFix,
        diagnostics=diagnostics([finding], audited.buffer, audited.uri),
        is_preferred=preferred or None,
        edit=edit,
    )


def _workspace_edit(audited: Audited, changes: Iterable[Edit]) -> types.WorkspaceEdit:
    texts: list[types.TextEdit] = [
        types.TextEdit(range_of(audited.buffer, edit.start, edit.end), edit.text) for edit in changes
    ]
    return types.WorkspaceEdit(changes={audited.uri: texts})


def silencing(document: Document, finding: Finding) -> Edit | None:
    """The comment that silences a finding where it stands; None if the format has no room for it.

    A comment may stand behind the finding, at the end of its line or on a line before it,
    according to format and place; each is tried, and one is taken only if the file then reads the
    same and the finding is silenced.
    """
    for edit in _comments(document, finding):
        if _silences(document, finding, edit):
            return edit
    return None


def _comments(document: Document, finding: Finding) -> Iterator[Edit]:
    source, end = document.source, finding.span.end
    line_end = _LINE_END.search(source, end)
    text_end = end + len(source[end : line_end and line_end.start()].rstrip(" \t\\"))
    line_start = finding.span.start - finding.span.column + 1
    newline = "\r\n" if "\r\n" in source else "\n"
    words = f"auditor: ignore {finding.rule}"
    for comment in (f"<!-- {words} -->", f"{{/* {words} */}}"):
        yield Edit(text_end, text_end, f" {comment}")
        yield Edit(end, end, comment)
        yield Edit(line_start, line_start, f"{comment}{newline}")
    yield Edit(line_start, line_start, f"# {words}{newline}")


def _silences(document: Document, finding: Finding, edit: Edit) -> bool:
    source = document.source[: edit.start] + edit.text + document.source[edit.end :]
    changed = read(document.path, source, document.format)
    if changed.text != document.text:
        return False
    before = edit.start <= finding.span.start
    start = finding.span.start + (len(edit.text) if before else 0)
    line, _ = changed.position(start)
    return any(s.first <= line <= s.last and finding.rule in s.names for s in suppressions(changed))

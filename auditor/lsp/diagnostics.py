"""Findings as the protocol's diagnostics."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from lsprotocol import types

from auditor.finding import Finding, Severity, Span
from auditor.lsp.buffer import Buffer
from auditor.report.wording import advised

NAME = "auditor"

_LEVELS = {
    Severity.CRITICAL: types.DiagnosticSeverity.Error,
    Severity.MAJOR: types.DiagnosticSeverity.Warning,
    Severity.MINOR: types.DiagnosticSeverity.Information,
    Severity.NEUTRAL: types.DiagnosticSeverity.Hint,
}


def range_of(buffer: Buffer, start: int, end: int) -> types.Range:
    """The range of `source[start:end]`."""
    return types.Range(types.Position(*buffer.position(start)), types.Position(*buffer.position(end)))


def diagnostics(
    findings: Iterable[Finding], buffer: Buffer, uri: str, pages: str = ""
) -> list[types.Diagnostic]:
    """Each finding as a diagnostic; `pages` is where rule pages stand on the web, if they do."""
    return [_diagnostic(finding, buffer, uri, pages) for finding in findings]


def _diagnostic(finding: Finding, buffer: Buffer, uri: str, pages: str) -> types.Diagnostic:
    return types.Diagnostic(
        range=range_of(buffer, finding.span.start, finding.span.end),
        message=advised(finding),
        severity=_LEVELS[finding.severity],
        code=finding.rule,
        code_description=_link(finding.rule, pages),
        source=NAME,
        related_information=[_related(span, buffer, uri) for span in finding.related] or None,
        data={
            "category": finding.category,
            "confidence": finding.confidence.label,
            "start": finding.span.start,
            "end": finding.span.end,
        },
    )


def _link(rule: str, pages: str) -> types.CodeDescription | None:
    return types.CodeDescription(pages.rstrip("/") + "/" + quote(rule)) if pages else None


def _related(span: Span, buffer: Buffer, uri: str) -> types.DiagnosticRelatedInformation:
    place = range_of(buffer, span.start, span.end)
    return types.DiagnosticRelatedInformation(types.Location(uri, place), f"“{span.text}”")


def page_of(rule: str) -> str:
    """A rule's page; of the packs, only the one that holds the rule is read."""
    from auditor.explain import page
    from auditor.rules import code_rules, pack

    language = Path(rule).parent.name
    rules = pack(language).rules if language else code_rules()
    return page(next(known for known in rules if known.name == rule))

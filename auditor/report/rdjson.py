"""The report as the Reviewdog Diagnostic Format, whose columns count bytes of UTF-8."""

import json
from collections.abc import Mapping

from auditor.engine import Report
from auditor.finding import Finding, Severity, Span
from auditor.fingerprint import relative_to_here
from auditor.report.wording import markdown

_LEVELS = {
    Severity.CRITICAL: "ERROR", Severity.MAJOR: "ERROR", Severity.MINOR: "WARNING",
    Severity.NEUTRAL: "INFO",
}  # fmt: skip


def write(report: Report, sources: Mapping[str, str]) -> str:
    """One diagnostic a finding, in order of reading."""
    diagnostics = [
        _diagnostic(finding, sources.get(audit.path, ""))
        for audit in report.audits
        for finding in audit.findings
    ]
    result = {"source": {"name": "auditor"}, "diagnostics": diagnostics}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, text: str) -> dict[str, object]:
    placed = _range(finding.span, text)
    diagnostic: dict[str, object] = {
        "message": markdown(finding.message),  # shown as a comment on a review
        "location": {"path": relative_to_here(finding.span.path), "range": placed},
        "severity": _LEVELS[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.suggestions and finding.span.solid:
        diagnostic["suggestions"] = [{"range": placed, "text": s.text} for s in finding.suggestions]
    return diagnostic


def _range(span: Span, text: str) -> dict[str, object]:
    return {
        "start": {"line": span.line, "column": _bytes(text, span.start, span.column)},
        "end": {"line": span.end_line, "column": _bytes(text, span.end, span.end_column)},
    }


def _bytes(text: str, offset: int, column: int) -> int:
    """The column, in bytes, of an offset whose column in characters is known."""
    return len(text[offset - column + 1 : offset].encode(errors="replace")) + 1

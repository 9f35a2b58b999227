"""The report as one JSON object; `docs/report.schema.json` describes it."""

import json
from collections.abc import Mapping

from auditor import __version__
from auditor.engine import Audit, Report
from auditor.finding import Finding, Span
from auditor.report import severity_counts
from auditor.signature import signature

_ENCODER = json.JSONEncoder(ensure_ascii=False)
# Report, its files, a file, its findings: below these a value stands on one line. The library's own
# indentation is written in Python and takes five times as long as its compact form.
_LEVELS = 4


def write(report: Report, sources: Mapping[str, str]) -> str:
    """The report as JSON, indented, a finding a line."""
    return _laid_out(as_object(report), _LEVELS, "") + "\n"


def _laid_out(value: object, levels: int, indent: str) -> str:
    """A value as JSON: the levels asked for on lines of their own, what is below them on one."""
    inner = f"{indent}  "
    if levels and value and isinstance(value, dict):
        parts = [f"{_ENCODER.encode(k)}: {_laid_out(v, levels - 1, inner)}" for k, v in value.items()]
        opening, closing = "{}"
    elif levels and value and isinstance(value, list):
        parts = [_laid_out(each, levels - 1, inner) for each in value]
        opening, closing = "[]"
    else:
        return _ENCODER.encode(value)
    return f"{opening}\n{inner}{f',{chr(10)}{inner}'.join(parts)}\n{indent}{closing}"


def as_object(report: Report) -> dict[str, object]:
    """The report as the object that becomes JSON."""
    return {
        "version": __version__,
        "signature": signature(),
        "files": [_file(audit) for audit in report.audits],
        "summary": {
            "files": len(report.audits),
            "words": sum(audit.words for audit in report.audits),
            "findings": len(report.findings),
            "severities": severity_counts(report),
            "warnings": list(report.warnings),
        },
    }


def _file(audit: Audit) -> dict[str, object]:
    return {
        "path": audit.path,
        "pivot": {
            "language": audit.pivot.language,
            "probability": round(audit.pivot.probability, 4),
            "posterior": {k: round(v, 4) for k, v in audit.pivot.posterior.items() if v >= 0.0001},
            "reasons": list(audit.pivot.reasons),
        },
        "findings": [finding_object(finding) for finding in audit.findings],
    }


def finding_object(finding: Finding) -> dict[str, object]:
    """A finding as the object that becomes JSON."""
    span = finding.span
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "start": span.start,
        "end": span.end,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "text": span.text,
        "message": finding.message,
        "suggestions": [{"text": s.text, "reason": s.reason, "safe": s.safe} for s in finding.suggestions],
        "related": [_related(other) for other in finding.related],
        "evidence": {k: round(v, 3) for k, v in finding.evidence.items()},
    }


def _related(span: Span) -> dict[str, object]:
    return {"path": span.path, "start": span.start, "end": span.end, "text": span.text}

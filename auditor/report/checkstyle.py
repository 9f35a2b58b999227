"""The report as Checkstyle XML, which many services and editors read."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Finding, Severity
from auditor.fingerprint import relative_to_here
from auditor.report._xml import document, element
from auditor.report.wording import advised

_LEVELS = {
    Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning",
    Severity.NEUTRAL: "info",
}  # fmt: skip


def write(report: Report, sources: Mapping[str, str]) -> str:
    """Errors by file, in order of reading."""
    root = element("checkstyle", {"version": f"auditor-{__version__}"})
    for audit in report.audits:
        file = element("file", {"name": relative_to_here(audit.path)})
        file.extend(_error(finding) for finding in audit.findings)
        root.append(file)
    return document(root)


def _error(finding: Finding) -> Element:
    return element(
        "error",
        {
            "line": finding.span.line,
            "column": finding.span.column,
            "severity": _LEVELS[finding.severity],
            "message": advised(finding),
            "source": f"auditor.{finding.rule.replace('/', '.')}",
        },
    )

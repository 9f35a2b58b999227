"""The report as GitHub workflow commands, which become annotations."""

from collections.abc import Mapping

from auditor.engine import Report
from auditor.finding import Finding, Severity
from auditor.fingerprint import relative_to_here
from auditor.report.wording import advised

_LEVELS = {
    Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}  # fmt: skip


def write(report: Report, sources: Mapping[str, str]) -> str:
    """One command a finding, the gravest first: GitHub shows ten of a kind a step."""
    ordered = sorted(report.findings, key=lambda f: (-f.severity, -f.confidence, *f.sort_key))
    return "".join(f"{_command(finding)}\n" for finding in ordered)


def _command(finding: Finding) -> str:
    span = finding.span
    properties = {
        "file": relative_to_here(span.path),
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.end_line),
        "endColumn": str(span.end_column),
        "title": finding.rule,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(advised(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

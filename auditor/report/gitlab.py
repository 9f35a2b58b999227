"""The report as GitLab's Code Quality JSON, shown in merge requests."""

import json
from collections.abc import Mapping

from auditor.engine import Report
from auditor.finding import Finding, Severity
from auditor.fingerprint import fingerprints, relative_to_here
from auditor.report.wording import advised

_LEVELS = {
    Severity.CRITICAL: "critical", Severity.MAJOR: "major", Severity.MINOR: "minor",
    Severity.NEUTRAL: "info",
}  # fmt: skip


def write(report: Report, sources: Mapping[str, str]) -> str:
    """One issue a finding. The fingerprints are what GitLab tells new from old by."""
    names = fingerprints(report.findings)
    issues = [_issue(f, name) for f, name in zip(report.findings, names, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, name: str) -> dict[str, object]:
    return {
        "description": advised(finding),
        "check_name": finding.rule,
        "fingerprint": name,
        "severity": _LEVELS[finding.severity],
        "location": {
            "path": relative_to_here(finding.span.path),
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }

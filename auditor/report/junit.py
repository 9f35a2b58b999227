"""The report as JUnit XML, which every CI service shows: one test case a file."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from auditor.engine import Audit, Report
from auditor.finding import Finding
from auditor.fingerprint import relative_to_here
from auditor.report._xml import document, element
from auditor.report.wording import advised, plain


def write(report: Report, sources: Mapping[str, str]) -> str:
    """A suite with a case for each file, which fails once for each finding in it."""
    counts = {
        "tests": len(report.audits),
        "failures": len(report.findings),
        "errors": 0,
    }
    suites = element("testsuites", {"name": "auditor", **counts})
    suite = element("testsuite", {"name": "auditor", **counts, "skipped": 0})
    suite.extend(_case(audit) for audit in report.audits)
    if report.warnings:
        suite.append(element("system-err", {}, "\n".join(report.warnings)))
    suites.append(suite)
    return document(suites)


def _case(audit: Audit) -> Element:
    path = relative_to_here(audit.path)
    case = element("testcase", {"name": path, "classname": "auditor", "time": "0"})
    case.extend(_failure(path, finding) for finding in audit.findings)
    return case


def _failure(path: str, finding: Finding) -> Element:
    span = finding.span
    text = f"{path}:{span.line}:{span.column}: {finding.severity.label} {advised(finding)}"
    message = f"line {span.line}: {plain(finding.message)}"
    return element("failure", {"type": finding.rule, "message": message}, text)

"""The report as SARIF 2.1.0, which code-scanning services read."""

import json
from collections.abc import Mapping
from urllib.parse import quote

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Finding, Severity, Span
from auditor.fingerprint import fingerprints, relative_to_here
from auditor.rules import load_rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}  # fmt: skip


def write(report: Report, sources: Mapping[str, str]) -> str:
    """The report as SARIF, the gravest findings first: services show some thousands of them."""
    ordered = sorted(report.findings, key=lambda f: (-f.severity, -f.confidence, *f.sort_key))
    used = sorted({finding.rule for finding in ordered})
    names = fingerprints(ordered)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(used)},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, used, name)
                    for finding, name in zip(ordered, names, strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(used: list[str]) -> dict[str, object]:
    rules = {rule.name: rule for rule in load_rules()}
    return {
        "name": "auditor",
        "version": __version__,
        "rules": [
            {
                "id": name,
                "shortDescription": {"text": rules[name].summary},
                "fullDescription": {"text": rules[name].doc},
                "defaultConfiguration": {"level": _LEVELS[rules[name].severity]},
                "properties": {"category": rules[name].category},
            }
            for name in used
            if name in rules
        ],
    }


def _result(finding: Finding, used: list[str], name: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(finding.span)}],
        "partialFingerprints": {"auditor/v1": name},
        "properties": {
            "category": finding.category,
            "severity": finding.severity.label,
            "confidence": finding.confidence.label,
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {"physicalLocation": _location(span)} for span in finding.related
        ]
    if finding.suggestions and finding.span.solid:
        result["fixes"] = [_fix(finding, s.text, s.reason) for s in finding.suggestions]
    return result


def _location(span: Span) -> dict[str, object]:
    return {"artifactLocation": {"uri": _uri(span.path)}, "region": _region(span)}


def _region(span: Span) -> dict[str, object]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }


def _uri(path: str) -> str:
    return quote(relative_to_here(path))


def _fix(finding: Finding, text: str, reason: str) -> dict[str, object]:
    region = {k: v for k, v in _region(finding.span).items() if k != "snippet"}
    return {
        "description": {"text": reason or f"Print “{text}”."},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(finding.span.path)},
                "replacements": [{"deletedRegion": region, "insertedContent": {"text": text}}],
            }
        ],
    }

"""The report as SARIF 2.1.0, which code-scanning services read."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Finding, Severity, Span
from auditor.fingerprint import fingerprints, relative_to_here
from auditor.report.wording import markdown, plain
from auditor.rule import Rule
from auditor.rules import code_rules, pack, pack_paths

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}  # fmt: skip

# In a plain message `[a](b)` is a link and braces hold places for arguments (3.11.5 and 3.11.6).
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


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
                "invocations": [_invocation(report)],
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, used, name) for finding, name in zip(ordered, names, strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(used: list[str]) -> dict[str, object]:
    rules = {rule.name: rule for rule in _documented(used)}
    return {
        "name": "auditor",
        "version": __version__,
        "rules": [_descriptor(rules[name]) for name in used if name in rules],
    }


def _documented(names: Iterable[str]) -> Iterator[Rule]:
    """All rules with their pages, but of the packs only those that hold some of these."""
    languages = {name.rpartition("/")[0] for name in names}
    yield from code_rules()
    for path in pack_paths():
        if path.stem in languages:
            yield from pack(path.stem).rules


def _descriptor(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": _message(rule.summary),
        "fullDescription": _message(rule.summary),
        "help": {"text": _message(rule.doc)["text"], "markdown": rule.doc},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "tags": [rule.category],
            "precision": rule.confidence.label,  # `tags` and `precision` as GitHub reads them
        },
    }


def _invocation(report: Report) -> dict[str, object]:
    """That the run came to its end, and what it passed over."""
    told = [{"level": "warning", "message": _message(warning)} for warning in report.warnings]
    return {"executionSuccessful": True, "toolExecutionNotifications": told}


def _message(text: str) -> dict[str, str]:
    """Bare text as a plain message, whose every character stands for itself."""
    unlinked = _LINK.sub(r"\\[", text)
    return {"text": unlinked.replace("{", "{{").replace("}", "}}")}


def _result(finding: Finding, used: list[str], name: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": _message(plain(finding.message)) | {"markdown": _marked_up(finding.message)},
        "locations": [{"physicalLocation": _location(finding.span)}],
        "partialFingerprints": {"auditor/v1": name},
        "properties": {
            "category": finding.category,
            "severity": finding.severity.label,
            "confidence": finding.confidence.label,
        },
    }
    if finding.related:
        result["relatedLocations"] = [{"physicalLocation": _location(span)} for span in finding.related]
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


def _marked_up(message: str) -> str:
    return markdown(message).replace("{", "{{").replace("}", "}}")


def _uri(path: str) -> str:
    """A path as a reference: relative, or with its scheme where it stands outside this folder."""
    found = relative_to_here(path)
    return f"file://{quote(found)}" if found.startswith("/") else quote(found)


def _fix(finding: Finding, text: str, reason: str) -> dict[str, object]:
    region = {k: v for k, v in _region(finding.span).items() if k != "snippet"}
    return {
        "description": _message(plain(reason) or f"Print “{plain(text)}”."),
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(finding.span.path)},
                "replacements": [{"deletedRegion": region, "insertedContent": {"text": text}}],
            }
        ],
    }

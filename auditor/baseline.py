"""Findings that are known and borne with: old ones pass, new ones fail.

A baseline file holds one line a finding, sorted by file and place of reading, so that its
changes read well in a diff; only the fingerprint counts, the rest is for people.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from auditor.engine import Report
from auditor.finding import Finding
from auditor.fingerprint import fingerprints, relative

VERSION = 1
NAME = "auditor-baseline.json"


class BaselineError(ValueError):
    """A file that is no baseline; the message says why."""


def baseline_text(findings: Sequence[Finding], root: Path) -> str:
    """The content of a baseline file that stands in `root`."""
    names = fingerprints(findings, root)
    rows = [
        json.dumps(
            {"path": relative(f.span.path, root), "rule": f.rule, "text": f.span.text, "id": name},
            ensure_ascii=False,
        )
        for f, name in zip(findings, names, strict=True)
    ]
    listed = ",\n".join(f"  {row}" for row in rows)
    return f'{{"version": {VERSION}, "findings": [\n{listed}\n]}}\n'


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file. Raises BaselineError."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        if table["version"] != VERSION:
            raise BaselineError(f"{path}: baseline of another version ({table['version']})")
        return frozenset(str(row["id"]) for row in table["findings"])
    except OSError as error:
        raise BaselineError(f"{path}: {error.strerror}; write it with `auditor baseline`") from error
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, BaselineError):
            raise
        raise BaselineError(f"{path}: no baseline file; write it with `auditor baseline`") from error


def new_findings(report: Report, known: frozenset[str], root: Path) -> Report:
    """The report without the findings that a baseline standing in `root` knows."""
    names = iter(fingerprints(report.findings, root))
    audits = tuple(
        replace(audit, findings=tuple(f for f in audit.findings if next(names) not in known))
        for audit in report.audits
    )
    return replace(report, audits=audits)

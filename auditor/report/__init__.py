"""Reports: what was found, for people and for machines; one output a file."""

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from auditor.engine import Report


class Writer(Protocol):
    """A form of report."""

    def write(self, report: Report, sources: Mapping[str, str]) -> str:
        """The report as text; `sources` holds each file's text by path."""
        ...


FORMATS = (
    "text", "json", "sarif", "github", "rdjson", "junit", "checkstyle", "gitlab", "markdown", "html",
)  # fmt: skip


def write(format: str, report: Report, sources: Mapping[str, str]) -> str:
    """A report in one of `FORMATS`."""
    writer = cast(Writer, import_module(f"auditor.report.{format}"))
    return writer.write(report, sources)


def severity_counts(report: Report) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first."""
    from auditor.finding import Severity

    counts = {severity.label: 0 for severity in reversed(Severity)}
    for finding in report.findings:
        counts[finding.severity.label] += 1
    return {label: count for label, count in counts.items() if count}

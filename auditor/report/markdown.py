"""The report as a summary in Markdown, for a pull request or a job's page."""

from collections import Counter
from collections.abc import Mapping, Sequence

from auditor.engine import Audit, Report
from auditor.finding import Finding
from auditor.fingerprint import relative_to_here
from auditor.report import severity_counts
from auditor.report.text import is_told
from auditor.report.wording import counted, markdown, markdown_text

# A job's summary holds a megabyte; nobody reads more rows than this there.
_ROWS = 100
_RULES = 15


def write(report: Report, sources: Mapping[str, str]) -> str:
    """Totals, the commonest rules, where texts came from, and the gravest findings."""
    parts = [_headline(report)]
    if report.findings:
        parts += [_rules(report.findings), _findings(report.findings)]
    if told := [audit for audit in report.audits if is_told(audit)]:
        parts.append(_origins(told))
    if report.warnings:
        parts.append("\n".join(f"- {markdown_text(warning)}" for warning in report.warnings[:_ROWS]))
    return "\n\n".join(parts) + "\n"


def _headline(report: Report) -> str:
    files = counted(len(report.audits), "file")
    total = len(report.findings)
    if not total:
        return f"## auditor\n\nNothing found in {files}."
    counts = ", ".join(f"{count} {label}" for label, count in severity_counts(report).items())
    return f"## auditor\n\n**{counted(total, 'finding')}** in {files}: {counts}."


def _rules(findings: Sequence[Finding]) -> str:
    counts = Counter((finding.rule, finding.category) for finding in findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [f"| `{rule}` | {category} | {n} |" for (rule, category), n in ordered[:_RULES]]
    return "\n".join(["| rule | category | findings |", "|---|---|--:|", *rows])


def _findings(findings: Sequence[Finding]) -> str:
    ordered = sorted(findings, key=lambda f: (-f.severity, -f.confidence, *f.sort_key))
    head = ["### The gravest" if len(ordered) > _ROWS else "### All of them", ""]
    rows = [_row(finding) for finding in ordered[:_ROWS]]
    table = ["| where | what | instead |", "|---|---|---|", *rows]
    more = [f"\n… and {len(ordered) - _ROWS} more."] if len(ordered) > _ROWS else []
    return "\n".join([*head, *table, *more])


def _row(finding: Finding) -> str:
    place = f"{markdown_text(relative_to_here(finding.span.path))}:{finding.span.line}"
    instead = markdown_text(finding.suggestions[0].text) if finding.suggestions else ""
    return f"| {place} | **{finding.severity.label}** {markdown(finding.message)} | {instead} |"


def _origins(audits: Sequence[Audit]) -> str:
    counts = Counter(audit.pivot.name for audit in audits)
    listed = ", ".join(f"{name} ({n})" for name, n in counts.most_common())
    return f"Reads as translated, most likely from: {listed}."

"""The report as a table: how often each rule spoke, and where the texts came from."""

from collections import Counter
from collections.abc import Mapping

from auditor.engine import Audit, Report
from auditor.report.text import is_told
from auditor.report.wording import counted, plural


def write(report: Report, sources: Mapping[str, str]) -> str:
    """Counts of findings by rule, the commonest first, then of texts by origin."""
    counts = Counter(finding.rule for finding in report.findings)
    files = Counter(rule for audit in report.audits for rule in {f.rule for f in audit.findings})
    categories = {finding.rule: finding.category for finding in report.findings}
    lines = [
        f"{count:>7}  {rule}  [{categories[rule]}]  in {counted(files[rule], 'file')}"
        for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    total, read = len(report.findings), len(report.audits)
    words = sum(audit.words for audit in report.audits)
    lines.append(f"{total:>7}  {plural(total, 'finding')} in {counted(read, 'file')}, {words} words")
    lines += [f"{n:>7}  {origin}" for origin, n in origins(report).most_common()]
    return "\n".join(lines) + "\n"


def origins(report: Report) -> Counter[str]:
    """How many texts most likely came from where."""
    return Counter(map(_origin, report.audits))


def _origin(audit: Audit) -> str:
    if audit.pivot.language == "en":
        return "written in English"
    return f"through {audit.pivot.name}" if is_told(audit) else "origin not sure"

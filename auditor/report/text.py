"""The report for a terminal: the line, the span under it, what is wrong, what to print."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from auditor.engine import Audit, Report
from auditor.finding import Finding, Severity
from auditor.report import severity_counts

_COLOURS = {
    Severity.CRITICAL: "1;31", Severity.MAJOR: "31", Severity.MINOR: "33", Severity.NEUTRAL: "36",
}  # fmt: skip
_BOLD, _GREEN, _DIM = "1", "32", "2"

# How much of a long line is shown, and how much of it before the span.
_WIDTH, _BEFORE = 100, 40

# A verdict is told from here on; below it the text may come from anywhere.
_TOLD = 0.6


def write(report: Report, sources: Mapping[str, str], colour: bool = False) -> str:
    """The report as text; `colour` adds a terminal's colour codes."""
    paint = _Paint(colour)
    blocks = [
        _finding(finding, sources.get(finding.span.path, ""), paint)
        for audit in report.audits
        for finding in audit.findings
    ]
    closing = [_closing(report, paint), *_verdicts(report, paint)]
    return "\n".join([*blocks, *closing]) + "\n"


class _Paint:
    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on else text


def visible(text: str) -> str:
    """Text with its control characters shown, not obeyed: files are hostile to terminals."""
    if text.isprintable():  # nearly all is, and a look at each character would take most of a run
        return text
    return "".join(
        f"\\x{ord(c):02x}" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\u200d" else c
        for c in text.replace("\t", " ")
    )


def _finding(finding: Finding, source: str, paint: _Paint) -> str:
    span = finding.span
    colour = _COLOURS[finding.severity]
    place = paint(f"{visible(span.path)}:{span.line}:{span.column}", _BOLD)
    head = f"{place}: {paint(finding.severity.label, colour)} {paint(finding.rule, _DIM)}"
    lines = [head, *_excerpt(finding, source, paint), f"  {visible(finding.message)}"]
    if finding.suggestions:
        texts = " / ".join(visible(s.text) or "(nothing)" for s in finding.suggestions[:3])
        lines.append(f"  {paint('suggestion:', _DIM)} {paint(texts, _GREEN)}")
    lines += [
        f"  {paint('see also:', _DIM)} line {other.line}: {visible(_short(other.text))}"
        for other in finding.related[:3]
    ]
    return "\n".join([*lines, ""])


def _short(text: str) -> str:
    line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    return line if len(line) <= 60 else line[:59] + "…"


def _excerpt(finding: Finding, source: str, paint: _Paint) -> Sequence[str]:
    span = finding.span
    start = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
    end = re.compile(r"[\r\n]|\Z").search(source, span.start)
    line = source[start : end.start() if end else None]
    first = span.start - start
    last = min(first + max(span.end - span.start, 1), len(line))
    cut = max(0, first - _BEFORE) if len(line) > _WIDTH else 0
    shown = line[cut : cut + _WIDTH]
    before = visible(shown[: first - cut])
    marked = visible(shown[first - cut : last - cut])
    after = visible(shown[last - cut :])
    lead, tail = ("…" if cut else ""), ("…" if cut + _WIDTH < len(line) else "")
    carets = " " * (_columns(before) + len(lead)) + "^" * max(_columns(marked), 1)
    return (
        f"  | {lead}{before}{marked}{after}{tail}",
        f"  | {paint(carets, _COLOURS[finding.severity])}",
    )


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _closing(report: Report, paint: _Paint) -> str:
    files = f"{len(report.audits)} file{'s' if len(report.audits) != 1 else ''}"
    total = len(report.findings)
    if not total:
        return paint(f"Nothing found in {files}.", _GREEN)
    counts = ", ".join(f"{count} {label}" for label, count in severity_counts(report).items())
    fixable = sum(bool(finding.suggestions) for finding in report.findings)
    some = f"{total} finding{'s' if total != 1 else ''} in {files} ({counts})"
    return f"{paint(some, _BOLD)}; {fixable} with a suggestion."


def _verdicts(report: Report, paint: _Paint) -> list[str]:
    told = [audit for audit in report.audits if _is_told(audit)]
    if len(report.audits) == 1:
        return [verdict(audit) for audit in told]
    return [f"{visible(audit.path)}: {verdict(audit)}" for audit in told[:20]]


def _is_told(audit: Audit) -> bool:
    return audit.pivot.language != "en" and audit.pivot.probability >= _TOLD


def verdict(audit: Audit) -> str:
    """One line on where a text came from."""
    pivot = audit.pivot
    if pivot.language == "en":
        return f"Reads as written in English ({pivot.probability:.0%})."
    translated = 1 - pivot.posterior.get("en", 0.0)
    return (
        f"Reads as translated ({translated:.0%}), "
        f"most likely from {pivot.name} ({pivot.probability:.0%})."
    )

"""The report for a terminal: the line, the span under it, what is wrong, what to print."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from auditor.engine import Audit, Report
from auditor.finding import Finding, Severity, Span
from auditor.report import severity_counts
from auditor.report.wording import counted, emphasised, visible

_COLOURS = {
    Severity.CRITICAL: "1;31", Severity.MAJOR: "31", Severity.MINOR: "33", Severity.NEUTRAL: "36",
}  # fmt: skip
_BOLD, _GREEN, _DIM, _ITALIC = "1", "32", "2", "3"

_LINE_END = re.compile(r"[\r\n]|\Z")

# Letters of the Latin alphabet and the usual punctuation take one column each.
_UNEVEN = re.compile("[^\0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")

# How much of a long line is shown, and how much of it before the span.
_WIDTH, _BEFORE = 100, 40

# A verdict is told from here on; below it the text may come from anywhere.
_TOLD = 0.6

# With more findings than this a reader wants to know of what kind most are.
_MANY = 20
_KINDS = 5

# Places of a repeated finding that are named; in the text they are easily found.
_PLACES = 8


def write(report: Report, sources: Mapping[str, str], colour: bool = False) -> str:
    """The report as text; `colour` adds a terminal's colour codes.

    What stands several times in a file is shown once, with all its places.
    """
    paint = _Paint(colour)
    blocks = [
        _block(group, sources.get(audit.path, ""), paint)
        for audit in report.audits
        for group in _alike(audit.findings)
    ]
    closing = [*_closing(report, paint), *_verdicts(report)]
    return "\n".join([*blocks, *closing]) + "\n"


def _alike(findings: Sequence[Finding]) -> Iterable[list[Finding]]:
    """Findings of a file that say the same of the same words, together where the first stands."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        texts = tuple(s.text for s in finding.suggestions)
        key = (finding.rule, finding.span.text, finding.message, finding.severity, texts)
        groups.setdefault(key, []).append(finding)
    return groups.values()


class _Paint:
    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on else text


def _block(group: Sequence[Finding], source: str, paint: _Paint) -> str:
    finding, *others = group
    span = finding.span
    colour = _COLOURS[finding.severity]
    place = paint(f"{visible(span.path)}:{span.line}:{span.column}", _BOLD)
    head = f"{place}: {paint(finding.severity.label, colour)} {paint(finding.rule, _DIM)}"
    message = emphasised(visible(finding.message), lambda text: paint(text, _ITALIC))
    lines = [head, *_excerpt(finding, source, paint), f"  {message}"]
    if finding.suggestions:
        texts = " / ".join(visible(s.text) or "(nothing)" for s in finding.suggestions[:3])
        lines.append(f"  {paint('suggestion:', _DIM)} {paint(texts, _GREEN)}")
    lines += [
        f"  {paint('see also:', _DIM)} line {other.line}: {visible(_short(other.text))}"
        for other in finding.related[:3]
    ]
    if others:
        lines.append(f"  {paint('again:', _DIM)} {_places([other.span for other in others])}")
    return "\n".join([*lines, ""])


def _places(spans: Sequence[Span]) -> str:
    named = [f"{span.line}:{span.column}" for span in spans[:_PLACES]]
    more = len(spans) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _short(text: str) -> str:
    line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    return line if len(line) <= 60 else line[:59] + "…"


def _excerpt(finding: Finding, source: str, paint: _Paint) -> Sequence[str]:
    span = finding.span
    start = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
    end = _LINE_END.search(source, span.start)
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
    if not _UNEVEN.search(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _closing(report: Report, paint: _Paint) -> list[str]:
    files = counted(len(report.audits), "file")
    total = len(report.findings)
    if not report.audits:
        return ["No file was checked."]
    if not total:
        return [paint(f"Nothing found in {files}.", _GREEN)]
    counts = ", ".join(f"{count} {label}" for label, count in severity_counts(report).items())
    some = f"{counted(total, 'finding')} in {files} ({counts})"
    lines = [f"{paint(some, _BOLD)}; {_fixable(report)}"]
    if total > _MANY:
        kinds = Counter(finding.rule for finding in report.findings).most_common(_KINDS)
        lines.append("Most are " + ", ".join(f"{rule} ({count})" for rule, count in kinds) + ".")
    return lines


def _fixable(report: Report) -> str:
    """How many have a suggestion, and which option applies it."""
    some = [f for f in report.findings if f.suggestions and f.span.solid]
    safe = sum(f.suggestions[0].safe for f in some)
    if not some:
        return "none with a suggestion."
    told = f"{len(some)} with a suggestion"
    if safe == len(some):
        return f"{told} (apply with --fix)."
    some_safe = f"{safe} with --fix, " if safe else ""
    return f"{told} (apply {some_safe}all with --fix --unsafe-fixes)."


def _verdicts(report: Report) -> list[str]:
    told = [audit for audit in report.audits if is_told(audit)]
    if len(report.audits) == 1:
        return [verdict(audit) for audit in told]
    return [f"{visible(audit.path)}: {verdict(audit)}" for audit in told[:20]]


def is_told(audit: Audit) -> bool:
    """Whether it is sure enough to tell that a text was translated, and from what."""
    return audit.pivot.language != "en" and audit.pivot.probability >= _TOLD


def verdict(audit: Audit) -> str:
    """One line on where a text came from."""
    pivot = audit.pivot
    if pivot.language == "en":
        return f"Reads as written in English ({pivot.probability:.0%})."
    translated = 1 - pivot.posterior.get("en", 0.0)
    return f"Reads as translated ({translated:.0%}), most likely from {pivot.name} ({pivot.probability:.0%})."

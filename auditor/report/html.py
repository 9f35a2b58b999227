"""The report as one page that needs nothing else: it opens from disk and prints."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from auditor import __version__
from auditor.engine import Audit, Report
from auditor.finding import Finding, Severity
from auditor.fingerprint import relative_to_here
from auditor.report import severity_counts, wording
from auditor.report._charts import Bar, bars
from auditor.report._marks import marked
from auditor.report.statistics import origins
from auditor.report.text import verdict

_STYLE = Path(__file__).with_name("html.css")

# Bars of a chart: more say nothing at a glance.
_BARS = 12

# No script at all, no font, no picture, no other host: whatever an article holds stays text.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(report: Report, sources: Mapping[str, str]) -> str:
    """Summary, charts, then every article that has findings, with its marks."""
    flagged = [audit for audit in report.audits if audit.findings]
    articles = "".join(
        _article(f"a{n}", audit, sources.get(audit.path, "")) for n, audit in enumerate(flagged, 1)
    )
    return (
        "<!doctype html>\n<!-- auditor: ignore-file: a report, not an article -->\n"
        '<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>auditor: {_count(report)}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style></head>\n"
        f"<body>\n<header>{_summary(report)}</header>\n<main>\n"
        f'<section class="charts" aria-label="Charts">{_charts(report, flagged)}</section>\n'
        f"{_filters(report)}{_contents(flagged)}{_clean(report)}{articles}</main>\n</body></html>\n"
    )


def _count(report: Report) -> str:
    total, files = len(report.findings), len(report.audits)
    return f"{wording.counted(total, 'finding')} in {wording.counted(files, 'file')}"


def _summary(report: Report) -> str:
    counts = ", ".join(f"{n} {label}" for label, n in severity_counts(report).items())
    words = sum(audit.words for audit in report.audits)
    warnings = "".join(f"<p>{escape(warning)}</p>" for warning in report.warnings)
    return (
        f"<h1>{_count(report)}</h1><p>{counts or 'Nothing found.'}</p>"
        f'<p class="quiet">{words:,} words read by auditor {__version__}.</p>{warnings}'
    )


def _charts(report: Report, flagged: Sequence[Audit]) -> str:
    categories = Counter(finding.category for finding in report.findings)
    found = [Bar(name, len(a.findings), f"a{n}") for n, (name, a) in enumerate(_named(flagged), 1)]
    worst = sorted(found, key=lambda bar: (-bar.number, bar.label))[:_BARS]
    return (
        bars("Findings by category", _ordered(categories))
        + bars("Articles by likeliest origin", _ordered(origins(report)))
        + bars("Articles with most findings", worst)
    )


def _ordered(counts: Counter[str]) -> list[Bar]:
    return [Bar(*item) for item in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_BARS]]


def _named(audits: Sequence[Audit]) -> Iterator[tuple[str, Audit]]:
    """Articles by what tells them apart: their paths without the folder that all share."""
    names = [relative_to_here(audit.path) for audit in audits]
    shared = os.path.commonpath([os.path.dirname(name) for name in names]) if names else ""  # noqa: PTH120
    for name, audit in zip(names, audits, strict=True):
        yield name.removeprefix(shared).lstrip("/"), audit


def _contents(flagged: Sequence[Audit]) -> str:
    """A list of all articles, where there are more than a reader sees at once."""
    if len(flagged) <= _BARS:
        return ""
    rows = "".join(
        f'<li><a href="#a{n}">{escape(name)}</a> <span class="quiet">{len(audit.findings)}</span></li>'
        for n, (name, audit) in enumerate(_named(flagged), 1)
    )
    return (
        f'<details class="contents"><summary>All {len(flagged)} articles with findings</summary>'
        f"<ol>{rows}</ol></details>\n"
    )


def _filters(report: Report) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{label}" checked> {label} ({count})</label>'
        for label, count in severity_counts(report).items()
    )
    return f"<fieldset><legend>Show</legend>{boxes}</fieldset>\n" if boxes else ""


def _clean(report: Report) -> str:
    count = sum(not audit.findings for audit in report.audits)
    return f'<p class="quiet">Nothing found in {count} of the files.</p>\n' if count else ""


def _article(prefix: str, audit: Audit, text: str) -> str:
    listed = "".join(_item(prefix, number, finding) for number, finding in enumerate(audit.findings, 1))
    name = escape(relative_to_here(audit.path))
    return (
        f'<article id="{prefix}" aria-labelledby="{prefix}t"><h2 id="{prefix}t">{name}</h2>'
        f'<p class="quiet">{escape(verdict(audit))}</p>{_reasons(audit.pivot.reasons)}'
        f'<div class="columns"><div class="text">{marked(text, audit.findings, prefix)}</div>'
        f"<ol>{listed}</ol></div></article>\n"
    )


def _reasons(reasons: Sequence[str]) -> str:
    return f'<p class="quiet reasons">Because of {escape(", ".join(reasons))}.</p>' if reasons else ""


def _item(prefix: str, number: int, finding: Finding) -> str:
    label = Severity(finding.severity).label
    instead = ""
    if finding.suggestions:
        texts = escape(" / ".join(s.text or "nothing" for s in finding.suggestions[:3]))
        instead = f'<p>Print <span class="instead">{texts}</span></p>'
    return (
        f'<li id="{prefix}f{number}" class="{label}"><a href="#{prefix}m{number}">{number}</a> '
        f'<span class="tag {label}">{label}</span> <span class="quiet">{escape(finding.rule)}, '
        f"line {finding.span.line}</span><p>{wording.html(finding.message)}</p>{instead}</li>"
    )

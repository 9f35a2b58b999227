"""An article's text with its findings marked, for the HTML report."""

from collections.abc import Iterator, Sequence
from html import escape

from auditor.finding import Finding
from auditor.report.wording import plain


def marked(text: str, findings: Sequence[Finding], prefix: str) -> str:
    """The text as HTML, each finding's span in a mark that leads to its entry in the list.

    Findings that overlap share a mark, which shows the gravest and leads to each.
    """
    parts, position = [], 0
    for group in _overlapping(findings):
        start = group[0][1].span.start
        end = max(finding.span.end for _, finding in group)
        parts += [escape(text[position:start]), _mark(text[start:end], group, prefix)]
        position = end
    return "".join([*parts, escape(text[position:])])


def _overlapping(findings: Sequence[Finding]) -> Iterator[list[tuple[int, Finding]]]:
    """Findings with their numbers, those together whose spans touch each other."""
    group: list[tuple[int, Finding]] = []
    end = -1
    for number, finding in sorted(enumerate(findings, 1), key=lambda pair: pair[1].sort_key):
        if group and finding.span.start >= end:
            yield group
            group = []
        group.append((number, finding))
        end = max(end, finding.span.end)
    if group:
        yield group


def _mark(text: str, group: Sequence[tuple[int, Finding]], prefix: str) -> str:
    gravest = max(finding.severity for _, finding in group).label
    title = escape(" · ".join(plain(finding.message) for _, finding in group))
    links = "".join(
        f'<sup id="{prefix}m{number}"><a href="#{prefix}f{number}">{number}</a></sup>' for number, _ in group
    )
    return f'<mark class="{gravest}" title="{title}">{escape(text)}{links}</mark>'

"""Bars drawn as SVG, for the HTML report."""

from collections.abc import Sequence
from html import escape

_WIDTH, _ROW, _LABEL, _NUMBER = 420, 22, 170, 44
_LETTERS = 23  # of a label; more would run into the bars


def bars(title: str, rows: Sequence[tuple[str, int]]) -> str:
    """A figure of horizontal bars, each with its label and number; empty where there are none."""
    if not rows:
        return ""
    most = max(count for _, count in rows)
    drawn = "".join(_bar(index, label, count, most) for index, (label, count) in enumerate(rows))
    listed = escape(", ".join(f"{label}: {count}" for label, count in rows))
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {len(rows) * _ROW}" role="img" aria-label="{listed}">'
        f"{drawn}</svg></figure>"
    )


def _bar(index: int, label: str, count: int, most: int) -> str:
    top = index * _ROW
    length = max(2, round((_WIDTH - _LABEL - _NUMBER) * count / most))
    return (
        f'<text x="0" y="{top + 15}">{escape(_short(label))}<title>{escape(label)}</title></text>'
        f'<rect x="{_LABEL}" y="{top + 3}" width="{length}" height="{_ROW - 6}" rx="2"/>'
        f'<text x="{_LABEL + length + 6}" y="{top + 15}">{count}</text>'
    )


def _short(label: str) -> str:
    """The end of a long label: of a path it is the end that tells files apart."""
    return label if len(label) <= _LETTERS else f"…{label[1 - _LETTERS :]}"

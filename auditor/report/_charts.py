"""Bars drawn as SVG, for the HTML report."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _ROW, _LABEL, _NUMBER = 360, 22, 170, 40
_LETTERS = 24  # of a label; more would run into the bars


class Bar(NamedTuple):
    """What a bar stands for, its number, and the place in the page it leads to, if there is one."""

    label: str
    number: int
    target: str = ""


def bars(title: str, rows: Sequence[Bar]) -> str:
    """A figure of horizontal bars, each with its label and number; empty where there are none."""
    if not rows:
        return ""
    most = max(row.number for row in rows)
    drawn = "".join(_bar(index, row, most) for index, row in enumerate(rows))
    listed = escape(", ".join(f"{row.label}: {row.number}" for row in rows))
    # A picture hides the links in it from those who cannot see it; a group does not.
    role = "group" if any(row.target for row in rows) else "img"
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {len(rows) * _ROW}" role="{role}" aria-label="{listed}">'
        f"{drawn}</svg></figure>"
    )


def _bar(index: int, row: Bar, most: int) -> str:
    top = index * _ROW
    length = max(2, round((_WIDTH - _LABEL - _NUMBER) * row.number / most))
    drawn = (
        f'<text x="0" y="{top + 15}">{escape(_short(row.label))}<title>{escape(row.label)}</title></text>'
        f'<rect x="{_LABEL}" y="{top + 3}" width="{length}" height="{_ROW - 6}" rx="2"/>'
        f'<text x="{_LABEL + length + 6}" y="{top + 15}">{row.number}</text>'
    )
    return f'<a href="#{row.target}">{drawn}</a>' if row.target else drawn


def _short(label: str) -> str:
    """The end of a long label: of a path it is the end that tells files apart."""
    return label if len(label) <= _LETTERS else f"…{label[1 - _LETTERS :]}"

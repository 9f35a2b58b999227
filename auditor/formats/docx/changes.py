"""Fixes put into a Word file as tracked changes that keep the formatting of what they replace."""

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from auditor.formats.docx.paragraphs import Paragraph, Stretch, W, text_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Who made the changes, as Word tells it.
_AUTHOR = "auditor"


class Tracker:
    """Writes tracked changes; edits come last first, so that earlier places stay true."""

    def __init__(self, roots: Iterable[Any]) -> None:
        """Take the parts that will change: the numbers of changes go on from those in them."""
        self._id = _last_id(roots)

    def replace(self, paragraph: Paragraph, start: int, end: int, text: str) -> None:
        """Mark `start:end` as deleted and `text` as inserted behind it."""
        covered = [s for s in paragraph.stretches if s.start < end and start < s.end]
        if not covered:
            self._insert_at(paragraph, start, text)
            return
        first: Any = None
        for stretch in reversed(covered):
            run = _isolate(stretch, max(start, stretch.start), min(end, stretch.end))
            first = self._deleted(run)
        if text:
            first.addnext(self._inserted(text, first[0]))

    def _insert_at(self, paragraph: Paragraph, at: int, text: str) -> None:
        """Insert behind the character before `at`, or before the paragraph's first."""
        if not text or not paragraph.stretches:
            return
        before = next((s for s in paragraph.stretches if s.start < at <= s.end), None)
        if before:
            run = _cut_behind(before, at)
            run.addnext(self._inserted(text, run))
            return
        run = paragraph.stretches[0].node.getparent()
        place = run.getparent() if run.getparent().tag == f"{W}del" else run
        place.addprevious(self._inserted(text, run))

    def _deleted(self, run: Any) -> Any:
        mark = self._mark("del")
        run.addprevious(mark)
        mark.append(run)
        for node in run.iter(f"{W}t"):
            node.tag = f"{W}delText"
        return mark

    def _inserted(self, text: str, model: Any) -> Any:
        mark = self._mark("ins")
        run = etree.SubElement(mark, f"{W}r")
        if (formatting := model.find(f"{W}rPr")) is not None:
            run.append(deepcopy(formatting))
        for part in re.findall(r"[\n\t]|[^\n\t]+", text):
            if part in "\n\t":
                etree.SubElement(run, f"{W}br" if part == "\n" else f"{W}tab")
            else:
                _set_text(etree.SubElement(run, f"{W}t"), part)
        return mark

    def _mark(self, name: str) -> Any:
        self._id += 1
        mark = etree.Element(f"{W}{name}", nsmap={"w": W[1:-1]})
        mark.set(f"{W}id", str(self._id))
        mark.set(f"{W}author", _AUTHOR)
        return mark


def _cut_behind(stretch: Stretch, at: int) -> Any:
    """The run of a stretch, cut so that it ends at `at`; what follows goes to a run of its own.

    What stands before stays in the element it was in, so earlier edits still find their places.
    """
    node, run = stretch.node, stretch.node.getparent()
    behind = _like(run)
    if node.tag == f"{W}t":
        text, kept = text_of(node), at - stretch.start
        if text[kept:]:
            _set_text(etree.SubElement(behind, node.tag), text[kept:])
            _set_text(node, text[:kept])
    behind.extend(run[run.index(node) + 1 :])
    if len(behind) > _has_formatting(behind):
        run.addnext(behind)
    return run


def _isolate(stretch: Stretch, start: int, end: int) -> Any:
    """The run that holds `start:end` of a stretch and nothing else."""
    node, run = stretch.node, _cut_behind(stretch, end)
    middle = _like(run)
    run.addnext(middle)
    if start > stretch.start:
        text, kept = text_of(node), start - stretch.start
        _set_text(etree.SubElement(middle, node.tag), text[kept:])
        _set_text(node, text[:kept])
    else:
        middle.append(node)
    if len(run) == _has_formatting(run):
        run.getparent().remove(run)
    return middle


def _like(run: Any) -> Any:
    """An empty run with the formatting of another."""
    twin = etree.Element(run.tag, run.attrib, nsmap=run.nsmap)
    if _has_formatting(run):
        twin.append(deepcopy(run[0]))
    return twin


def _has_formatting(run: Any) -> bool:
    return len(run) > 0 and run[0].tag == f"{W}rPr"


def _set_text(node: Any, text: str) -> None:
    node.text = text
    if text != text.strip():
        node.set(_SPACE, "preserve")


def _last_id(roots: Iterable[Any]) -> int:
    found = (node.get(f"{W}id", "") for root in roots for node in root.iter())
    return max((int(number) for number in found if number.isdecimal()), default=0)

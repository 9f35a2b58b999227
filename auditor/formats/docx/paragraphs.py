"""The paragraphs of a Word file as text, and which elements of the file hold it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.document import SEPARATOR

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Text that was taken out or moved away, and what is drawn a second time for old programs.
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", _FALLBACK})
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_STYLES = (
    (re.compile(r"heading|^title|berschrift|^titre|^ttulo", re.IGNORECASE), "heading"),
    (re.compile(r"caption|beschriftung", re.IGNORECASE), "caption"),
    (re.compile(r"quote|zitat", re.IGNORECASE), "block-quote"),
    (re.compile(r"^list|^aufz", re.IGNORECASE), "list-item"),
    (re.compile(r"footnote|endnote", re.IGNORECASE), "footnote"),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the source, and the element of the file that holds them."""

    start: int
    end: int
    node: Any


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text, place in the source and kind, with the stretches it is made of."""

    start: int
    text: str
    kind: str
    stretches: tuple[Stretch, ...]


def _paragraphs(root: Any) -> Iterator[Paragraph]:
    """Paragraphs in the order of the file, each counted from its own start."""
    for element in root.iter(f"{W}p"):
        if any(ancestor.tag in _GONE for ancestor in element.iterancestors()):
            continue
        texts: list[str] = []
        stretches: list[Stretch] = []
        position = 0
        for node in _text_nodes(element):
            text = _SIGNS.get(node.tag) or text_of(node)
            if not text:
                continue
            texts.append(text)
            stretches.append(Stretch(position, position + len(text), node))
            position += len(text)
        yield Paragraph(0, "".join(texts), _kind(element), tuple(stretches))


def text_of(node: Any) -> str:
    """Text of a node; a line end in it is a space, as in Word."""
    return (node.text or "").replace("\n", " ").replace("\r", " ")


def _text_nodes(paragraph: Any) -> Iterator[Any]:
    """Elements of a paragraph that show text, those of paragraphs inside it left out."""
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{W}t" or node.tag in _SIGNS:
            if node.getparent().tag == f"{W}r" and not _is_page_break(node):
                yield node
        elif node.tag != f"{W}p" and node.tag not in _GONE:
            waiting.extend(reversed(node))


def _is_page_break(node: Any) -> bool:
    return node.get(f"{W}type") in ("page", "column")


def _kind(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val", "") if style is not None else ""
    for pattern, kind in _STYLES:
        if pattern.search(name):
            return kind
    if paragraph.find(f"{W}pPr/{W}numPr") is not None:
        return "list-item"
    around = {ancestor.tag for ancestor in paragraph.iterancestors(f"{W}tc", f"{W}footnote")}
    if f"{W}tc" in around:
        return "table-cell"
    return "footnote" if around else "paragraph"


def paragraphs(roots: Iterable[Any]) -> list[Paragraph]:
    """The paragraphs with text of a file's parts, placed with an empty line between them."""
    placed: list[Paragraph] = []
    position = 0
    for part in (part for root in roots for whole in _paragraphs(root) for part in _split(whole)):
        moved = tuple(Stretch(position + s.start, position + s.end, s.node) for s in part.stretches)
        placed.append(Paragraph(position, part.text, part.kind, moved))
        position += len(part.text) + len(SEPARATOR)
    return placed


def _split(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, parted where two line breaks stand in a row: a line break never makes an empty line."""
    stretches: list[Stretch] = []
    breaks = 0
    for stretch in (*paragraph.stretches, None):
        is_break = stretch is not None and paragraph.text[stretch.start : stretch.end] == "\n"
        breaks = breaks + 1 if is_break else 0
        if stretch is not None and breaks < 2:
            stretches.append(stretch)
            continue
        if stretches:
            start, end = stretches[0].start, stretches[-1].end
            moved = tuple(Stretch(s.start - start, s.end - start, s.node) for s in stretches)
            if text := paragraph.text[start:end]:
                yield Paragraph(0, text, paragraph.kind, moved)
        stretches = []


def paragraph_of(paragraphs: list[Paragraph], start: int, end: int) -> Paragraph:
    """The paragraph that holds `start:end` of the source. Raises ValueError where none does."""
    for paragraph in paragraphs:
        if paragraph.start <= start and end <= paragraph.start + len(paragraph.text):
            return paragraph
    raise ValueError(f"not inside one paragraph: {start}:{end}")

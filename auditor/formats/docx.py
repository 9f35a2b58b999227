"""Word documents: their paragraphs as text, and fixes put in as tracked changes.

The file is an archive, so `Document.source` is the text of its paragraphs, parted by empty lines;
`apply` reads the file again to find the runs that an edit touches. Needs the extra `docx`.
"""

import datetime as dt
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from auditor.document import SEPARATOR, Chunk, Document, Piece

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Parts with prose, in reading order.
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")

# No article comes near these sizes unpacked; an archive made to fill the memory does.
_LARGEST_PART = 64 << 20
_LARGEST_FILE = 512 << 20

# Text that was taken out or moved away, and what is drawn a second time for old programs.
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}rPr", f"{_W}pPr", _FALLBACK})
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_STYLES = (
    (re.compile(r"heading|^title|berschrift|^titre|^ttulo", re.IGNORECASE), "heading"),
    (re.compile(r"caption|beschriftung", re.IGNORECASE), "caption"),
    (re.compile(r"quote|zitat", re.IGNORECASE), "block-quote"),
    (re.compile(r"^list|^aufz", re.IGNORECASE), "list-item"),
    (re.compile(r"footnote|endnote", re.IGNORECASE), "footnote"),
)


class NotDocx(ValueError):  # noqa: N818
    """The bytes are no Word document, or one made to do harm."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of the source, and the element of the file that holds them."""

    start: int
    end: int
    node: Any


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph's text, place in the source and kind, with the stretches it is made of."""

    start: int
    text: str
    kind: str
    stretches: tuple[_Stretch, ...]


def read(path: str, source: str) -> Document:
    """A document from text already taken out of a file: paragraphs parted by empty lines."""
    chunks = []
    position = 0
    for text in source.split(SEPARATOR):
        if chunk := _chunk(position, text, "paragraph"):
            chunks.append(chunk)
        position += len(text) + len(SEPARATOR)
    return Document(path, source, tuple(chunks), "docx")


def escape(text: str) -> str:
    """The text itself: it is escaped when it is written."""
    return text


def read_bytes(path: str, data: bytes) -> Document:
    """The prose of a Word file; raises NotDocx.

    Tracked insertions count as text, deletions do not.
    """
    paragraphs = [p for root in _parts(data).values() for p in _paragraphs(root)]
    paragraphs = _placed(paragraphs)
    source = SEPARATOR.join(paragraph.text for paragraph in paragraphs)
    chunks = (_chunk(p.start, p.text, p.kind) for p in paragraphs)
    return Document(path, source, tuple(chunk for chunk in chunks if chunk), "docx")


def apply(
    data: bytes,
    edits: Iterable[tuple[int, int, str]],
    author: str = "auditor",
    date: dt.datetime | None = None,
) -> bytes:
    """The file with each edit as a tracked change that keeps the formatting of what it replaces.

    An edit is start and end in the source of `read_bytes`, and the new text. Edits must not
    overlap, and each must lie in one paragraph; raises ValueError otherwise.
    """
    roots = _parts(data)
    paragraphs = _placed([p for root in roots.values() for p in _paragraphs(root)])
    tracker = _Tracker(author, date, _last_id(roots.values()))
    reached = len(SEPARATOR.join(p.text for p in paragraphs))
    for start, end, text in sorted(edits, reverse=True):
        if not 0 <= start <= end <= reached:
            raise ValueError(f"edits overlap or lie outside the text: {start}:{end}")
        reached = start
        tracker.replace(_paragraph_of(paragraphs, start, end), start, end, text)
    return _packed(data, {name: _written(root) for name, root in roots.items()})


def _chunk(start: int, text: str, kind: str) -> Chunk | None:
    stripped = text.strip()
    if not stripped:
        return None
    lead = len(text) - len(text.lstrip())
    return Chunk(stripped, (Piece(0, start + lead, len(stripped), len(stripped)),), kind)


# Reading


def _parts(data: bytes) -> dict[str, Any]:
    """Root elements of the parts that hold prose."""
    with _archive(data) as archive:
        _refuse_bomb(archive)
        names = set(archive.namelist())
        if _PARTS[0] not in names:
            raise NotDocx("no Word document inside")
        return {name: _parsed(_unpacked(archive, name)) for name in _PARTS if name in names}


@contextmanager
def _archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive opened, its many kinds of damage made one kind of error."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except NotDocx:
        raise
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error) as error:
        raise NotDocx(f"a damaged archive: {error}") from error
    except (OSError, EOFError, RuntimeError, ValueError, OverflowError) as error:
        raise NotDocx(f"not a readable archive: {error}") from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in archive.infolist()) > _LARGEST_FILE:
        raise NotDocx("too large when unpacked")


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Contents of a part; the size an archive states may be a lie, so reading is bounded."""
    with archive.open(name) as part:
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise NotDocx(f"{name} is too large")
    return data


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotDocx(f"not well-formed: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise NotDocx("a document type declaration, which Word never writes")
    return root


def _paragraphs(root: Any) -> Iterator[_Paragraph]:
    """Paragraphs in the order of the file, each counted from its own start."""
    for element in root.iter(f"{_W}p"):
        if any(ancestor.tag in _GONE for ancestor in element.iterancestors()):
            continue
        texts: list[str] = []
        stretches: list[_Stretch] = []
        position = 0
        for node in _text_nodes(element):
            text = _SIGNS.get(node.tag) or _text(node)
            if not text:
                continue
            texts.append(text)
            stretches.append(_Stretch(position, position + len(text), node))
            position += len(text)
        yield _Paragraph(0, "".join(texts), _kind(element), tuple(stretches))


def _text(node: Any) -> str:
    """Text of a node; a line end in it is a space, as in Word."""
    return (node.text or "").replace("\n", " ").replace("\r", " ")


def _text_nodes(paragraph: Any) -> Iterator[Any]:
    """Elements of a paragraph that show text, those of paragraphs inside it left out."""
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}t" or node.tag in _SIGNS:
            if node.getparent().tag == f"{_W}r" and not _is_page_break(node):
                yield node
        elif node.tag != f"{_W}p" and node.tag not in _GONE:
            waiting.extend(reversed(node))


def _is_page_break(node: Any) -> bool:
    return node.get(f"{_W}type") in ("page", "column")


def _kind(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    for pattern, kind in _STYLES:
        if pattern.search(name):
            return kind
    if paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return "list-item"
    around = {ancestor.tag for ancestor in paragraph.iterancestors(f"{_W}tc", f"{_W}footnote")}
    if f"{_W}tc" in around:
        return "table-cell"
    return "footnote" if around else "paragraph"


def _placed(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """Paragraphs with text, an empty line between them; line breaks never make another."""
    placed: list[_Paragraph] = []
    position = 0
    for paragraph in paragraphs:
        for part in _split(paragraph):
            moved = tuple(_Stretch(position + s.start, position + s.end, s.node) for s in part.stretches)
            placed.append(_Paragraph(position, part.text, part.kind, moved))
            position += len(part.text) + len(SEPARATOR)
    return placed


def _split(paragraph: _Paragraph) -> Iterator[_Paragraph]:
    """The paragraph, parted where two line breaks stand in a row."""
    stretches: list[_Stretch] = []
    breaks = 0
    for stretch in (*paragraph.stretches, None):
        is_break = stretch is not None and paragraph.text[stretch.start : stretch.end] == "\n"
        breaks = breaks + 1 if is_break else 0
        if stretch is not None and breaks < 2:
            stretches.append(stretch)
            continue
        if stretches:
            start, end = stretches[0].start, stretches[-1].end
            moved = tuple(_Stretch(s.start - start, s.end - start, s.node) for s in stretches)
            if text := paragraph.text[start:end]:
                yield _Paragraph(0, text, paragraph.kind, moved)
        stretches = []


# Writing


def _paragraph_of(paragraphs: list[_Paragraph], start: int, end: int) -> _Paragraph:
    for paragraph in paragraphs:
        if paragraph.start <= start and end <= paragraph.start + len(paragraph.text):
            return paragraph
    raise ValueError(f"not inside one paragraph: {start}:{end}")


def _last_id(roots: Iterable[Any]) -> int:
    found = (node.get(f"{_W}id", "") for root in roots for node in root.iter())
    return max((int(number) for number in found if number.isdecimal()), default=0)


class _Tracker:
    """Writes tracked changes; edits come last first, so that earlier places stay true."""

    def __init__(self, author: str, date: dt.datetime | None, last_id: int) -> None:
        self._author = author
        self._date = date
        self._id = last_id

    def replace(self, paragraph: _Paragraph, start: int, end: int, text: str) -> None:
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

    def _insert_at(self, paragraph: _Paragraph, at: int, text: str) -> None:
        """Insert behind the character before `at`, or before the paragraph's first."""
        if not text or not paragraph.stretches:
            return
        before = next((s for s in paragraph.stretches if s.start < at <= s.end), None)
        if before:
            run = _cut_behind(before, at)
            run.addnext(self._inserted(text, run))
            return
        run = paragraph.stretches[0].node.getparent()
        place = run.getparent() if run.getparent().tag == f"{_W}del" else run
        place.addprevious(self._inserted(text, run))

    def _deleted(self, run: Any) -> Any:
        mark = self._mark("del")
        run.addprevious(mark)
        mark.append(run)
        for node in run.iter(f"{_W}t"):
            node.tag = f"{_W}delText"
        return mark

    def _inserted(self, text: str, model: Any) -> Any:
        mark = self._mark("ins")
        run = etree.SubElement(mark, f"{_W}r")
        if (formatting := model.find(f"{_W}rPr")) is not None:
            run.append(deepcopy(formatting))
        for part in re.findall(r"[\n\t]|[^\n\t]+", text):
            if part in "\n\t":
                etree.SubElement(run, f"{_W}br" if part == "\n" else f"{_W}tab")
            else:
                _set_text(etree.SubElement(run, f"{_W}t"), part)
        return mark

    def _mark(self, name: str) -> Any:
        self._id += 1
        mark = etree.Element(f"{_W}{name}", nsmap={"w": _W[1:-1]})
        mark.set(f"{_W}id", str(self._id))
        mark.set(f"{_W}author", self._author)
        if self._date:
            mark.set(f"{_W}date", self._date.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return mark


def _cut_behind(stretch: _Stretch, at: int) -> Any:
    """The run of a stretch, cut so that it ends at `at`; what follows goes to a run of its own.

    What stands before stays in the element it was in, so earlier edits still find their places.
    """
    node, run = stretch.node, stretch.node.getparent()
    behind = _like(run)
    if node.tag == f"{_W}t":
        text, kept = _text(node), at - stretch.start
        if text[kept:]:
            _set_text(etree.SubElement(behind, node.tag), text[kept:])
            _set_text(node, text[:kept])
    behind.extend(run[run.index(node) + 1 :])
    if len(behind) > _has_formatting(behind):
        run.addnext(behind)
    return run


def _isolate(stretch: _Stretch, start: int, end: int) -> Any:
    """The run that holds `start:end` of a stretch and nothing else."""
    node, run = stretch.node, _cut_behind(stretch, end)
    middle = _like(run)
    run.addnext(middle)
    if start > stretch.start:
        text, kept = _text(node), start - stretch.start
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
    return len(run) > 0 and run[0].tag == f"{_W}rPr"


def _set_text(node: Any, text: str) -> None:
    node.text = text
    if text != text.strip():
        node.set(_SPACE, "preserve")


def _written(root: Any) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The archive with some parts changed; all others byte for byte."""
    packed = io.BytesIO()
    with _archive(data) as old, zipfile.ZipFile(packed, "w") as new:
        for info in old.infolist():
            contents = changed.get(info.filename)
            new.writestr(info, _unpacked(old, info.filename) if contents is None else contents)
    return packed.getvalue()

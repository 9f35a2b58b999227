"""Markdown: CommonMark with GitHub's tables, footnotes and strikethrough, and front matter.

pyromark says where in the file each text stands. Code, addresses, shortcodes and comments are
no prose; what a page shows in their place is one sign in the text (`building.OBJECT`).
"""

import html
import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

import pyromark

from auditor.document import Chunk, Comment, Document
from auditor.formats import front_matter
from auditor.formats import html as page
from auditor.formats.building import ChunkBuilder
from auditor.formats.captions import is_caption
from auditor.formats.front_matter import read_front_matter
from auditor.formats.masking import blot, blot_addresses, blot_fragments, blot_templates
from auditor.formats.mdx import blot_mdx

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
)

_KINDS = {
    "Heading": "heading",
    "Item": "list-item",
    "DefinitionListTitle": "list-item",
    "DefinitionListDefinition": "list-item",
    "TableCell": "table-cell",
    "BlockQuote": "block-quote",
    "FootnoteDefinition": "footnote",
}
_BLOCKS = frozenset(_KINDS) | {
    "Paragraph", "List", "CodeBlock", "HtmlBlock", "Table", "TableHead", "TableRow",
    "DefinitionList", "MetadataBlock",
}  # fmt: skip

# kramdown's attribute lists, Docusaurus's admonition fences, a table of contents' place.
_ATTRIBUTES = re.compile(
    r"\{:[^{}\n]{0,300}\}|\{[.#][\w-][^{}\n]{0,300}\}|^:{3,}[ \t]*[\w-]*|^\[\[?_?toc_?\]?\]",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_END = re.compile(r"(?:\r\n|\n|\r)[ \t]*")
_QUOTED = r"""("(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\))"""
_DESTINATION = r"\s*+(?:<[^<>\n]*+>|[^\s<][^\s]*+)\s++"
_TITLE = re.compile(rf"\]\({_DESTINATION}{_QUOTED}\s*\)\Z", re.DOTALL)
_DEFINITION_TITLE = re.compile(rf"\]:{_DESTINATION}{_QUOTED}\s*\Z", re.DOTALL)
_INLINE_CODE = re.compile(r"<(/?)(code|kbd|samp|var|tt|script|style|pre)\b", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w{1,40};")
_WIDE = re.compile(r"[^\x00-\x7f]{1,64}")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read(path: str, source: str) -> Document:
    """The prose of a Markdown file: front matter's titles and descriptions, then the text."""
    front = read_front_matter(source)
    start = max(front.end, int(source.startswith("\ufeff")))
    comments: list[Comment] = []
    shown = _shown(source, start, path.lower().endswith(".mdx"), comments)
    reader = _Reader(source, shown, start)
    reader.read()
    return Document(
        path,
        source,
        page.in_order([*front.chunks, *reader.chunks]),
        "markdown",
        front.date,
        front.language,
        tuple(sorted([*comments, *reader.comments])),
    )


def escape(text: str) -> str:
    """The text itself: what an editor writes in Markdown is read as Markdown."""
    return text


def escape_at(document: Document, offset: int, text: str) -> str | None:
    """The text as it must be written at a place; None where it cannot be."""
    source = document.source
    if offset < read_front_matter(source).end:
        return front_matter.escape_at(source, offset, text)
    kind = page.kind_at(document, offset)
    if kind in ("alt", "title"):
        if _is_attribute(document, offset):
            return page.escape_at(document, offset, text)
        return re.sub(r"""([\\"'()\[\]])""", r"\\\1", text)
    return text.replace("|", "\\|") if kind == "table-cell" else text


def _is_attribute(document: Document, offset: int) -> bool:
    """Whether a text is the value of an HTML attribute, not the title or alt text of Markdown."""
    place = document.prose_at(offset)
    start = document.chunk_at(place or 0).pieces[0].source
    before = document.source[max(0, start - 40) : start]
    return bool(re.search(r"""\b(?:alt|title)\s*=\s*["']?\s*\Z""", before, re.IGNORECASE))


def _shown(source: str, start: int, is_mdx: bool, comments: list[Comment]) -> str:
    """The source with what is no prose blotted out, each character in its place."""
    shown = _SURROGATE.sub("\ufffd", source)
    shown = _LONE_RETURN.sub("\n", shown)  # ends no heading for the parser
    if "{" in shown or ":::" in shown or "[" in shown:
        shown = blot(shown, (match.span() for match in _ATTRIBUTES.finditer(shown, start)))
    shown = blot_mdx(shown, start, comments) if is_mdx else blot_templates(shown)
    return blot_fragments(blot_addresses(shown))


class _Places:
    """Turns offsets in UTF-8 into offsets in characters."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        runs = [] if text.isascii() else list(_WIDE.finditer(text))
        widths = [len(run[0].encode()) for run in runs]
        extra = [0, *accumulate(w - len(r[0]) for w, r in zip(widths, runs, strict=True))]
        self._starts = [run.start() + before for run, before in zip(runs, extra, strict=False)]
        self._ends = [start + width for start, width in zip(self._starts, widths, strict=True)]
        self._extra = extra

    def __getitem__(self, offset: int) -> int:
        if not self._starts:
            return offset
        index = bisect_right(self._starts, offset)
        if not index or offset >= self._ends[index - 1]:
            return offset - self._extra[index]
        start = self._starts[index - 1]  # inside a run of wide characters
        inside = len(self.data[start:offset].decode("utf-8", "ignore"))
        return start - self._extra[index - 1] + inside


class _Reader:
    """Follows the parser's events; results are in the public fields."""

    def __init__(self, source: str, shown: str, start: int) -> None:
        self.chunks: list[Chunk] = []
        self.comments: list[Comment] = []
        self._source = source
        self._shown = shown
        self._body = shown[start:]
        self._offset = start
        self._builder = ChunkBuilder(source)
        self._outer: list[ChunkBuilder] = []  # of the texts around an image
        self._kinds: list[str] = ["paragraph"]
        self._links: list[tuple[str, str]] = []  # title and way of writing of open links
        self._reached = start  # end of the last thing inside a link
        self._html: list[tuple[int, int]] = []
        self._is_code = 0  # depth of code elements written in HTML
        self._in_block = ""

    def read(self) -> None:
        """Read the text from the start given at creation."""
        places = _Places(self._body)
        offset = self._offset
        for event, where in pyromark.events_with_range(self._body, options=_OPTIONS):
            start, end = offset + places[where["start"]], offset + places[where["end"]]
            if isinstance(event, str):
                self._break(start, end)
            else:
                ((name, data),) = event.items()
                self._event(name, data, start, end)
        self._flush()
        if "]:" in self._body:
            self._definitions(places)

    def _definitions(self, places: _Places) -> None:
        """Titles of link definitions, which stand apart from their links."""
        for definition in pyromark.reference_definitions(self._body, options=_OPTIONS).values():
            end = self._offset + places[definition["span"]["end"]]
            start = self._offset + places[definition["span"]["start"]]
            if match := _DEFINITION_TITLE.search(self._shown, start, end):
                self._title(match.start(1) + 1, match.end(1) - 1)

    def _event(self, name: str, data: Any, start: int, end: int) -> None:
        if name == "Text":
            self._text(data, start, end)
        elif name == "Start":
            self._start(data, start, end)
        elif name == "End":
            self._end(data, start, end)
        elif name == "Code":
            self._builder.add_object(start, end)
        elif name == "InlineHtml":
            self._inline_html(start, end)
        elif name == "Html":
            self._html.append((start, end))
        self._reached = end

    def _text(self, text: str, start: int, end: int) -> None:
        if self._in_block == "HtmlBlock":
            self._html.append((start, end))
        elif self._in_block or self._is_code or not text:
            return
        elif len(text) != end - start:
            entity = _ENTITY.match(self._shown, start, end)  # white space may trail in its range
            if entity and (read := html.unescape(entity[0])):  # as browsers do: &#150; is a dash
                self._builder.add(read, *entity.span())
        elif text == self._shown[start:end]:
            if self._source[start - 1 : start] == "\\" and self._reached < start:
                self._builder.add(text[0], start - 1, start + 1)
                start += 1
            self._builder.copy_shown(self._shown[start:end], start)

    def _break(self, start: int, end: int) -> None:
        """A line end inside a paragraph; what makes it a hard break is left out."""
        match = _LINE_END.search(self._shown, start)
        if match and not self._is_code and match.start() < end:
            self._builder.add_fold(*match.span())
        elif self._shown.startswith(("-", "*", "_", " "), start):
            self._flush()  # a rule

    def _start(self, data: Any, start: int, end: int) -> None:
        name, value = _named(data)
        if name in _BLOCKS:
            self._flush()
            self._is_code = 0
            if name in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
                self._in_block = name
            elif name in _KINDS:
                self._kinds.append(_KINDS[name])
        elif name == "Image":
            self._builder.add_object(start, end)
            self._outer.append(self._builder)
            self._builder = ChunkBuilder(self._source)
            self._links.append((value["title"], value["link_type"]))
        elif name == "Link":
            if value["link_type"] in ("Autolink", "Email"):
                self._builder.add_object(start, end)
                self._is_code += 1
            self._links.append((value["title"], value["link_type"]))

    def _end(self, data: Any, start: int, end: int) -> None:
        name, _ = _named(data)
        if name in _BLOCKS:
            self._end_block(name)
        elif name == "Image":
            self._keep(self._builder.finish("alt"))
            self._builder = self._outer.pop()
            self._end_link(start, end)
        elif name == "Link":
            self._end_link(start, end)

    def _end_block(self, name: str) -> None:
        if name == "HtmlBlock":
            self._html_block()
        if name == self._in_block:
            self._in_block = ""
        self._flush()
        if name in _KINDS:
            self._kinds.pop()

    def _end_link(self, start: int, end: int) -> None:
        title, written = self._links.pop()
        if written in ("Autolink", "Email"):
            self._is_code -= 1
        if not title or written != "Inline":
            return
        match = _TITLE.search(self._shown, max(self._reached, start), end)
        if match:
            self._title(match.start(1) + 1, match.end(1) - 1)

    def _title(self, start: int, end: int) -> None:
        builder = ChunkBuilder(self._source)
        builder.copy_marked(self._shown[start:end], start, escapes=True)
        self._keep(builder.finish("title"))

    def _inline_html(self, start: int, end: int) -> None:
        tag = self._shown[start:end]
        if match := _INLINE_CODE.match(tag):
            if not match[1]:
                self._builder.add_object(start, end)
            self._is_code = max(0, self._is_code + (-1 if match[1] else 1))
        elif _LINE_BREAK.match(tag):
            self._builder.add_break(start, end)
        elif tag.startswith("<!--"):
            self._page(start, tag)
        elif "alt" in tag or "title" in tag:
            if tag[1:4].lower() == "img":
                self._builder.add_object(start, end)
            self._page(start, tag)

    def _html_block(self) -> None:
        """Read a block of HTML; marks of the quotation or list around it are blotted out."""
        if not self._html:
            return
        gaps = [(a[1], b[0]) for a, b in zip(self._html, self._html[1:], strict=False)]
        start, end = self._html[0][0], self._html[-1][1]
        self._html = []
        gaps = [(a - start, b - start) for a, b in gaps if a < b]
        self._page(start, blot(self._shown[start:end], gaps, " "))

    def _page(self, start: int, shown: str) -> None:
        part = page.PageReader(self._source, shown, start, self._kinds[-1])
        part.read()
        self.chunks += part.chunks
        self.comments += part.comments

    def _flush(self) -> None:
        if self._builder:
            self._keep(self._builder.finish(self._kinds[-1]))

    def _keep(self, chunk: Chunk | None) -> None:
        if chunk and chunk.kind == "paragraph" and is_caption(chunk.text):
            chunk = Chunk(chunk.text, chunk.pieces, "caption")
        if chunk:
            self.chunks.append(chunk)


def _named(data: Any) -> tuple[str, Any]:
    """Name and value of a tag, which is a word or a table of one entry."""
    if isinstance(data, str):
        return data, None
    ((name, value),) = data.items()
    return name, value

"""HTML: the text a reader of the page sees, with entities and mark-up counted.

turbohtml's tokenizer says what each stretch of the file is. Where it cannot be matched with the
file, character for character, the stretch is passed over.
"""

import datetime as dt
import html
import re
from collections.abc import Iterator

from turbohtml import Token, TokenType, tokenize

from auditor.document import Chunk, Comment, Document
from auditor.formats.building import ChunkBuilder
from auditor.formats.dates import read_date, read_language
from auditor.formats.masking import blot_addresses, blot_fragments, blot_templates


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("td", "th"), "table-cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "block-quote",
    "title": "title",
}
# Elements that are followed from start to end tag: those with a kind, and those that close them.
_FOLLOWED = frozenset(_KINDS) | {"ul", "ol", "dl", "table", "figure"}
# A start tag that ends an open element of the same row, whose end tag may be left out.
_IMPLIED_END = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "td": ("td", "th"), "th": ("td", "th"),
}  # fmt: skip

_BLOCKS = _FOLLOWED | _names(
    """address article aside body center details dialog dir div fieldset footer form header
    hgroup hr html legend main menu nav noscript p pre search section summary tbody tfoot
    thead tr"""
)
# Not prose, or furniture of the page and its controls.
_SKIPPED_BLOCKS = _names(
    """script style template noscript iframe object svg math canvas audio video pre listing xmp
    plaintext textarea select datalist nav button"""
)
# Not prose, inside a sentence.
_SKIPPED_INLINE = _names("code kbd samp var tt")
_IN_HEAD = _names("head meta link base title script style template noscript")

_DATED = re.compile(
    r"""article:published_time|og:published_time|datepublished|pubdate|publish-?date|date
      |dc(?:terms)?\.(?:date|created|issued)(?:\.issued)?|parsely-pub-date|sailthru\.date""",
    re.VERBOSE | re.IGNORECASE,
)
_LINKED_DATA_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')

_SPACES = re.compile(r"[ \t\n\r\f]{2,}")
_ATTRIBUTE = re.compile(r"""[\s"'/]([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE)
_READ_ATTRIBUTES = {"alt": "alt", "title": "title"}


def read(path: str, source: str) -> Document:
    """The prose of a page: text, its title, and the alt and title texts of its elements."""
    page = PageReader(source, blot_fragments(blot_addresses(blot_templates(source))))
    page.read()
    return Document(
        path,
        source,
        in_order(page.chunks),
        "html",
        page.date,
        page.language,
        tuple(page.comments),
    )


def escape(text: str) -> str:
    """The text with the characters that would be mark-up as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_at(document: Document, offset: int, text: str) -> str:
    """The text as it must be written at a place: in an attribute without quotation marks."""
    if kind_at(document, offset) in ("alt", "title"):
        return escape(text).replace('"', "&quot;").replace("'", "&#39;")
    return escape(text)


def kind_at(document: Document, offset: int) -> str:
    """Kind of the chunk that holds a place in the file; empty where no prose stands."""
    place = document.prose_at(offset)
    return "" if place is None else document.chunk_at(place).kind


def in_order(chunks: list[Chunk]) -> tuple[Chunk, ...]:
    """Chunks by where they begin in the file."""
    return tuple(sorted(chunks, key=lambda chunk: chunk.pieces[0].source))


def tokens(shown: str) -> Iterator[tuple[Token, int]]:
    """Tokens that stand in the text just as they were read, with their places."""
    text = shown.replace("\r", " ")  # so that the tokenizer changes no length
    lines: list[int] | None = None
    at = 0
    for token in tokenize(text, resolve_references=False, capture_source=True):
        written = token.source or token.data or ""
        if not text.startswith(written, at):
            lines = lines or _line_starts(text)
            at = lines[min(token.line, len(lines)) - 1] + token.col
            if not text.startswith(written, at):
                continue
        if written:
            yield token, at
        at += len(written)


class PageReader:
    """Reads a page or a part of one; results are in the public fields.

    `shown` is the part that begins at `offset` in the source, with what is no prose blotted out.
    Offsets in the methods below count from there.
    """

    def __init__(self, source: str, shown: str, offset: int = 0, kind: str = "paragraph") -> None:
        self.chunks: list[Chunk] = []
        self.comments: list[Comment] = []
        self.language: str | None = None
        self._source = source
        self._shown = shown
        self._offset = offset
        self._builder = ChunkBuilder(source)
        self._outer_kind = kind
        self._open: list[tuple[str, str]] = []  # followed elements and the kind of what is in them
        self._open_count: dict[str, int] = {}
        self._skipping = ""
        self._skip_depth = 0
        self._in_head = False
        self._dates: dict[str, dt.date] = {}

    @property
    def date(self) -> dt.date | None:
        """When the article was published: of a meta element, linked data, or the first time."""
        return next((self._dates[k] for k in ("meta", "script", "time") if k in self._dates), None)

    def read(self) -> None:
        """Read it all, and end the chunk it leaves open."""
        for token, at in tokens(self._shown):
            kind = token.type
            if kind is TokenType.TEXT:
                self._text(at, at + len(token.data or ""))
            elif kind is TokenType.CHARACTER_REFERENCE:
                self._reference(token, at)
            elif kind is TokenType.START_TAG:
                self._start_tag(token, at)
            elif kind is TokenType.END_TAG:
                self._end_tag(token.tag or "")
            elif kind is TokenType.COMMENT:
                self._comment(token, at)
        self._flush()

    @property
    def _is_hidden(self) -> bool:
        """In the head of the page, outside its title."""
        return self._in_head and not self._open_count.get("title")

    def _text(self, start: int, end: int) -> None:
        if self._skipping:
            if self._skipping == "script" and "datePublished" in self._shown[start:end]:
                self._linked_data(start, end)
            return
        if self._is_hidden:
            return
        reached = start
        for match in _SPACES.finditer(self._shown, start, end):
            self._copy(reached, match.start())
            self._add(" ", *match.span())
            reached = match.end()
        self._copy(reached, end)

    def _copy(self, start: int, end: int) -> None:
        self._builder.copy_shown(self._shown[start:end], self._offset + start)

    def _add(self, text: str, start: int, end: int) -> None:
        self._builder.add(text, self._offset + start, self._offset + end)

    def _add_object(self, start: int, end: int) -> None:
        self._builder.add_object(self._offset + start, self._offset + end)

    def _reference(self, token: Token, at: int) -> None:
        if not self._skipping and not self._is_hidden:
            self._add(token.data or "", at, at + len(token.source or ""))

    def _start_tag(self, token: Token, at: int) -> None:
        tag = token.tag or ""
        if self._skipping:
            if tag == self._skipping:
                self._skip_depth += not token.self_closing
            elif self._skipping in _SKIPPED_INLINE and tag in _BLOCKS:
                self._skipping = ""  # left open; the block around it has ended
        if self._skipping:
            return
        self._facts(token, tag)
        written = token.source or ""
        if tag in _BLOCKS or tag in _SKIPPED_BLOCKS:
            self._flush()
        if tag == "br":
            self._line_break(at, at + len(written))
        elif tag in _SKIPPED_BLOCKS or tag in _SKIPPED_INLINE:
            self._skip(token, tag, at)
        elif tag in _FOLLOWED:
            self._enter(tag)
        if not self._in_head:
            self._attributes(token, at)
        if tag == "img":
            self._add_object(at, at + len(written))

    def _facts(self, token: Token, tag: str) -> None:
        """What the page says of itself."""
        if tag == "head":
            self._in_head = True
        elif tag not in _IN_HEAD:
            self._in_head = False
        if tag == "html":
            self.language = read_language(token.attr("lang") or token.attr("xml:lang") or "")
        elif tag == "meta":
            name = token.attr("property") or token.attr("name") or token.attr("itemprop") or ""
            if _DATED.fullmatch(name):
                self._dated("meta", token.attr("content"))
        elif tag == "time":
            self._dated("time", token.attr("datetime"))

    def _dated(self, kind: str, text: str | None) -> None:
        date = read_date(text or "")
        if date:
            self._dates.setdefault(kind, date)

    def _linked_data(self, start: int, end: int) -> None:
        match = _LINKED_DATA_DATE.search(self._shown, start, end)
        self._dated("script", match and match[1])

    def _skip(self, token: Token, tag: str, at: int) -> None:
        if tag in _SKIPPED_INLINE:
            self._add_object(at, at + len(token.source or ""))
        if not token.self_closing or tag not in ("svg", "math"):
            self._skipping, self._skip_depth = tag, 1

    def _enter(self, tag: str) -> None:
        if self._open and self._open[-1][0] in _IMPLIED_END.get(tag, ()):
            self._leave(self._open[-1][0])
        self._open.append((tag, _KINDS.get(tag) or self._kind))
        self._open_count[tag] = self._open_count.get(tag, 0) + 1

    @property
    def _kind(self) -> str:
        """Kind of the text here."""
        return self._open[-1][1] if self._open else self._outer_kind

    def _leave(self, tag: str) -> None:
        """End the innermost element of that name and all inside it."""
        if not self._open_count.get(tag):
            return
        while self._open:
            left, _ = self._open.pop()
            self._open_count[left] -= 1
            if left == tag:
                return

    def _end_tag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping:
                self._skip_depth -= 1
                if not self._skip_depth:
                    self._skipping = ""
                return
            if self._skipping in _SKIPPED_INLINE and tag in _BLOCKS:
                self._skipping = ""
            else:
                return
        if tag in _BLOCKS:
            self._flush()
        if tag == "head":
            self._in_head = False
        if tag in _FOLLOWED:
            self._leave(tag)

    def _line_break(self, start: int, end: int) -> None:
        """A line break; two in a row part paragraphs."""
        if self._builder.ends_line:
            self._flush()
        else:
            self._builder.add_break(self._offset + start, self._offset + end)

    def _comment(self, token: Token, at: int) -> None:
        written = token.source or ""
        if written.startswith("<!--"):
            start = self._offset + at
            end = start + len(written)
            text = self._source[start + 4 : end].removesuffix("-->")
            self.comments.append(Comment(start, end, text))

    def _attributes(self, token: Token, at: int) -> None:
        """Alt and title texts, each a chunk of its own."""
        written = token.source or ""
        if "alt" not in written and "title" not in written:
            return
        for match in _ATTRIBUTE.finditer(written):
            kind = _READ_ATTRIBUTES.get(match[1].lower())
            value = match.lastindex or 0
            if kind and html.unescape(match[value]) == token.attr(match[1].lower()):
                builder = ChunkBuilder(self._source)
                start = self._offset + at + match.start(value)
                builder.copy_marked(match[value], start, escapes=False)
                self._keep(builder.finish(kind))

    def _flush(self) -> None:
        if self._builder:
            self._keep(self._builder.finish(self._kind))

    def _keep(self, chunk: Chunk | None) -> None:
        if chunk:
            self.chunks.append(chunk)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]

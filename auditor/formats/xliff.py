"""XLIFF 1.2 and 2: the targets, each with its source beside it."""

import re

from turbohtml import Token, TokenType

from auditor.document import Chunk, Comment, Document
from auditor.formats.building import OBJECT, ChunkBuilder
from auditor.formats.dates import read_language
from auditor.formats.html import tokens
from auditor.formats.pairs import PairCollector

_UNITS = frozenset({"trans-unit", "segment"})
# Not the translation of this unit: proposals, notes, the reviewers' history, foreign matter.
_ASIDE = frozenset({"alt-trans", "note", "notes", "matches", "glossary", "metadata", "header"})
# Codes whose content is mark-up of another format; the first three show something.
_CODES = frozenset({"x", "ph", "it", "bpt", "ept"})
_SHOWN_CODES = frozenset({"x", "ph", "it", "cp"})
_LANGUAGES = ("target-language", "trglang")
_SPACES = re.compile(r"[ \t\n\r\f]{2,}")


def read(path: str, source: str) -> Document:
    """The targets of a file of translations."""
    reader = _Reader(source)
    reader.read()
    return Document(
        path,
        source,
        tuple(reader.collector.chunks),
        "xliff",
        language=reader.language,
        comments=tuple(reader.comments),
        pairs=tuple(reader.collector.pairs),
    )


def escape(text: str) -> str:
    """The text with the characters that would be mark-up as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Reader:
    def __init__(self, source: str) -> None:
        self.collector = PairCollector()
        self.comments: list[Comment] = []
        self.language: str | None = None
        self._source = source
        self._builder = ChunkBuilder(source)
        self._original: list[str] = []
        self._target: list[Chunk] = []
        self._place = ""  # source or target, where text is read
        self._aside = ""  # the element being passed over
        self._depth = 0

    def read(self) -> None:
        """Read the whole file; results are in the public fields."""
        for token, at in tokens(self._source):
            written = token.source or token.data or ""
            if token.type is TokenType.START_TAG:
                self._start(token, at, at + len(written))
            elif token.type is TokenType.END_TAG:
                self._end(token.tag or "")
            elif token.type is TokenType.COMMENT:
                self._comment(written, at)
            elif not self._aside:
                self._text(token.data or "", at, at + len(written))
        self._end_unit()

    def _start(self, token: Token, start: int, end: int) -> None:
        tag = token.tag or ""
        if tag in ("file", "xliff"):
            self._set_language(token)
        if self._aside:
            self._depth += tag == self._aside and not token.self_closing
            return
        if tag in _UNITS:
            self._end_unit()
        elif tag in ("source", "target"):
            self._place = "" if token.self_closing else tag
        elif self._place and tag in _SHOWN_CODES:
            self._object(start, end)
        if tag in (_ASIDE | _CODES) and not token.self_closing:
            self._aside, self._depth = tag, 1

    def _set_language(self, token: Token) -> None:
        for name in _LANGUAGES:
            self.language = self.language or read_language(token.attr(name) or "")

    def _end(self, tag: str) -> None:
        if self._aside:
            self._depth -= tag == self._aside
            if not self._depth:
                self._aside = ""
        elif tag in ("source", "target"):
            if self._place == "target" and (chunk := self._builder.finish("paragraph")):
                self._target.append(chunk)
            self._place = ""
        elif tag in _UNITS:
            self._end_unit()

    def _end_unit(self) -> None:
        if chunk := self._builder.finish("paragraph"):
            self._target.append(chunk)
        self.collector.add("".join(self._original).strip(), self._target)
        self._original, self._target, self._place = [], [], ""

    def _object(self, start: int, end: int) -> None:
        if self._place == "target":
            self._builder.add_object(start, end)
        else:
            self._original.append(OBJECT)

    def _text(self, text: str, start: int, end: int) -> None:
        """Text, or the character an entity stands for."""
        if self._place == "source":
            self._original.append(text)
        elif self._place == "target" and len(text) != end - start:
            self._builder.add(text, start, end)
        elif self._place == "target":
            reached = start
            for match in _SPACES.finditer(self._source, start, end):
                self._builder.copy(reached, match.start())
                self._builder.add(" ", *match.span())
                reached = match.end()
            self._builder.copy(reached, end)

    def _comment(self, written: str, at: int) -> None:
        if written.startswith("<!--"):
            end = at + len(written)
            text = self._source[at + 4 : end].removesuffix("-->")
            self.comments.append(Comment(at, end, text))

"""Prose with the way back to the file it was read from.

A reader hands over chunks: runs of prose, each a list of pieces that say where in the file its
characters stand. Rules see `Document.text` and ask for spans; prose offsets never leave here.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from auditor.finding import Span
from auditor.language.clues import ClueIndex, Key, clue_words
from auditor.language.countries import countries_of
from auditor.language.expressions import EXPRESSIONS
from auditor.language.quotes import Quotation, find_quotations
from auditor.language.sentences import split_sentences
from auditor.language.vocabulary import english_words
from auditor.language.words import cased_words_of, words_of

# Stands between two chunks in `Document.text`; no rule's pattern may cross it.
SEPARATOR = "\n\n"

_LINE_END = re.compile(r"\r\n|\n|\r")


class Piece(NamedTuple):
    """`length` characters of prose at `prose`, read from `width` characters of file at `source`.

    Where length equals width the characters are the same, one for one; otherwise (an entity, an
    escape, a line break in markup) the piece is one unit and cannot be cut.
    """

    prose: int
    source: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of prose: a paragraph, a heading, a caption, a title.

    `pieces` are in order of `prose`, cover `text` without gaps, and count from the chunk's start.
    """

    text: str
    pieces: tuple[Piece, ...]
    kind: str = "paragraph"


class Comment(NamedTuple):
    """A comment of the file's format that a reader of the page never sees.

    `start` and `end` count characters of the file; `text` is what stands between its marks.
    """

    start: int
    end: int
    text: str


class Pair(NamedTuple):
    """A text in its first language, and the chunks from `first` up to `last` that translate it."""

    original: str
    first: int
    last: int


@dataclass(frozen=True)
class Document:
    """A file's prose.

    `chunks` are in the order of the file. `source` is the whole file as decoded, its line ends
    kept. `date` is the article's own date where the file states one. `comments` may hold
    suppressions. `language` is what the file says of itself, an ISO 639-1 code. `pairs` are there
    where the file has the original beside the translation.
    """

    path: str
    source: str
    chunks: tuple[Chunk, ...]
    format: str = "plain"
    date: dt.date | None = None
    language: str | None = None
    comments: tuple[Comment, ...] = ()
    pairs: tuple[Pair, ...] = ()

    @cached_property
    def text(self) -> str:
        """All prose, chunks parted by an empty line."""
        return SEPARATOR.join(chunk.text for chunk in self.chunks)

    @cached_property
    def lower(self) -> str:
        """The prose in lower case, to see whether a word occurs at all; places in it do not count."""
        return self.text.lower()

    @cached_property
    def chunk_starts(self) -> list[int]:
        """Where each chunk starts in `text`."""
        starts, position = [], 0
        for chunk in self.chunks:
            starts.append(position)
            position += len(chunk.text) + len(SEPARATOR)
        return starts

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Start and end of each chunk in `text`."""
        return [
            (start, start + len(chunk.text))
            for start, chunk in zip(self.chunk_starts, self.chunks, strict=True)
        ]

    @cached_property
    def _cased_words(self) -> list[list[str]]:
        return [cased_words_of(chunk.text) for chunk in self.chunks]

    @cached_property
    def paragraph_words(self) -> list[frozenset[str]]:
        """The words of each paragraph in lower case, to see which of them a search is worth in."""
        return [frozenset(words) for words in self._words]

    @cached_property
    def _words(self) -> list[list[str]]:
        return [words_of(chunk.text) for chunk in self.chunks]

    @cached_property
    def _clue_words(self) -> list[set[str]]:
        return [clue_words(chunk.text, words) for chunk, words in zip(self.chunks, self._words, strict=True)]

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the prose writes in lower case somewhere."""
        return frozenset(filter(str.islower, frozenset().union(*self._cased_words)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case words of the prose."""
        return frozenset().union(*self.paragraph_words)

    @cached_property
    def strange_words(self) -> frozenset[str]:
        """Those of the words that English does not have."""
        return self.words - english_words()

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO 3166 codes of the countries that the prose speaks of."""
        return countries_of(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of each sentence in `text`."""
        return [
            (start + a, start + b)
            for start, chunk in zip(self.chunk_starts, self.chunks, strict=True)
            for a, b in split_sentences(chunk.text)
        ]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Passages between quotation marks, marks excluded, by place in `text`."""
        return [
            quotation.moved(start)
            for start, chunk in zip(self.chunk_starts, self.chunks, strict=True)
            for quotation in find_quotations(chunk.text)
        ]

    @cached_property
    def _pieces(self) -> list[Piece]:
        return [
            Piece(start + piece.prose, piece.source, piece.length, piece.width)
            for start, chunk in zip(self.chunk_starts, self.chunks, strict=True)
            for piece in chunk.pieces
        ]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.prose for piece in self._pieces]

    @cached_property
    def _by_source(self) -> tuple[list[int], list[Piece]]:
        """The pieces in the order in which they stand in the file, and where they start there."""
        pieces = sorted((p for p in self._pieces if p.width), key=lambda piece: piece.source)
        return [piece.source for piece in pieces], pieces

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.source))]

    def find(self, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """Matches of a pattern in the prose. Patterns must not match across an empty line."""
        met, woken = self._expressions
        key = id(pattern)
        where = woken.get(key)
        if where:
            return self._matches(pattern, where)
        return () if key in met else self._find_first(pattern)

    def _find_first(self, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """The same of a pattern that may match without any word, or was not known until now."""
        alone = EXPRESSIONS.alone(pattern)
        if alone is None:
            return pattern.finditer(self.text)
        return self._matches(pattern, self.woken(alone).get(id(pattern), ()))

    def _matches(self, pattern: re.Pattern[str], where: Iterable[int]) -> Iterator[re.Match[str]]:
        for index in where:
            start, end = self.paragraphs[index]
            # Up to the empty line, which a pattern may look at.
            yield from pattern.finditer(self.text, start, end + len(SEPARATOR))

    @cached_property
    def _expressions(self) -> tuple[AbstractSet[int], dict[int, list[int]]]:
        """The expressions known when this was first searched, and where they may match."""
        return EXPRESSIONS.known, self.woken(EXPRESSIONS.index)

    def woken(self, index: ClueIndex[Key]) -> dict[Key, list[int]]:
        """Who of an index may find something in which paragraphs, by their numbers in order."""
        return index.woken(self._clue_words)

    def in_quotation(self, offset: int) -> bool:
        """Whether the prose at `offset` stands between quotation marks."""
        index = bisect_right(self._quotation_starts, offset) - 1
        return index >= 0 and offset < self.quotations[index].end

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the paragraph that holds `offset`."""
        return self.paragraphs[max(bisect_right(self.chunk_starts, offset) - 1, 0)]

    def chunk_at(self, offset: int) -> Chunk:
        """The chunk that holds `offset`."""
        return self.chunks[max(bisect_right(self.chunk_starts, offset) - 1, 0)]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that holds `offset`."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(index, 0)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the file that reads `text[start:end]`.

        Raises ValueError for an empty stretch or one outside the prose.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no prose at {start}:{end}")
        source_start = self._source_start(start)
        source_end = self._source_end(end)
        line, column = self.position(source_start)
        end_line, end_column = self.position(source_end)
        return Span(
            self.path,
            source_start,
            source_end,
            line,
            column,
            end_line,
            end_column,
            self.source[source_start:source_end],
            self._is_solid(start, end),
        )

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from one, of an offset in the file."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def prose_at(self, offset: int) -> int | None:
        """The place in `text` of the file's character at `offset`; None if it is not prose."""
        starts, pieces = self._by_source
        index = bisect_right(starts, offset) - 1
        if index < 0 or offset >= pieces[index].source + pieces[index].width:
            return None
        return pieces[index].prose + min(offset - pieces[index].source, pieces[index].length - 1)

    def _piece_index(self, offset: int) -> int:
        return max(bisect_right(self._piece_starts, offset) - 1, 0)

    def _source_start(self, offset: int) -> int:
        index = self._piece_index(offset)
        piece = self._pieces[index]
        if offset >= piece.prose + piece.length and index + 1 < len(self._pieces):
            return self._pieces[index + 1].source  # the gap between two chunks
        if piece.length == piece.width:
            return piece.source + offset - piece.prose
        return piece.source

    def _source_end(self, offset: int) -> int:
        piece = self._pieces[self._piece_index(offset - 1)]
        if piece.length == piece.width:
            return piece.source + min(offset - piece.prose, piece.length)
        return piece.source + piece.width

    def _is_solid(self, start: int, end: int) -> bool:
        first, last = self._piece_index(start), self._piece_index(end - 1)
        pieces = self._pieces[first : last + 1]
        return all(
            before.source + before.width == after.source and before.prose + before.length == after.prose
            for before, after in pairwise(pieces)
        )

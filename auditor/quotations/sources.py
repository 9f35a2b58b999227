"""Quotations and articles from files of other programs: JSON lines, CSV, RSS and Atom."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from io import StringIO
from xml.parsers import expat

from auditor.quotations.archive import Original

# What a field may be called, best first.
_FIELDS = {
    "text": ("text", "quotation", "quote", "original", "body"),
    "speaker": ("speaker", "author", "who", "name"),
    "date": ("date", "published", "said", "when"),
    "place": ("place", "location", "where"),
    "source": ("source", "url", "link", "origin"),
}


class SourceError(ValueError):
    """A file that cannot be read as what it claims to be; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of a feed: HTML, and what the feed says of it."""

    html: str
    title: str = ""
    author: str = ""
    date: str = ""
    link: str = ""


def from_json_lines(text: str, where: str) -> Iterator[Original]:
    """One object a line, with `text` and, if known, `speaker`, `date`, `place`, `source`."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:  # also a number of too many digits
            raise SourceError(f"{where}:{number}: no JSON: {error}") from error
        if not isinstance(row, dict):
            raise SourceError(f"{where}:{number}: an object is wanted, with `text`")
        yield _original(row, f"{where}:{number}")


def from_csv(text: str, where: str) -> Iterator[Original]:
    """A table with a header; commas, semicolons or tabs part its columns."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        for number, row in enumerate(csv.DictReader(StringIO(text), delimiter=delimiter), 2):
            named = {str(key).strip().lower(): value for key, value in row.items() if key}
            yield _original(named, f"{where}:{number}")
    except csv.Error as error:
        raise SourceError(f"{where}: no CSV: {error}") from error


def _original(row: dict[str, object], where: str) -> Original:
    values = {
        field: next((str(row[name]).strip() for name in names if row.get(name)), "")
        for field, names in _FIELDS.items()
    }
    if not values["text"]:
        raise SourceError(f"{where}: no `text`; its fields are {', '.join(map(repr, row))}")
    return Original(**values)


def from_feed(data: bytes, where: str) -> list[Entry]:
    """The articles of an RSS or Atom feed.

    A feed comes from outside: a document type that declares entities is refused, so that none can
    grow without bound or name a file.
    """
    reader = _FeedReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(_decoded(data), True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # also an encoding unknown here
        raise SourceError(f"{where}: no feed: {error}") from error
    if not reader.is_feed:
        raise SourceError(f"{where}: neither RSS nor Atom")
    return reader.entries


# The encodings of several bytes a letter that feeds declare and the parser does not know.
_ENCODING = re.compile(
    rb"""^<\?xml[^>]{0,99}encoding=["']"""
    rb"""(gb\w+|big5[\w-]*|shift[_-]jis|sjis|euc[_-]\w+|cp9\d\d|ks_c[\w-]+)["']""",
    re.IGNORECASE,
)


def _decoded(data: bytes) -> bytes | str:
    """A feed as text where its encoding is none that the parser reads itself."""
    declared = _ENCODING.match(data)
    return data.decode(declared[1].decode("ascii")) if declared else data


class _RefusedError(ValueError):
    pass


def _refuse(*_: object) -> None:
    raise _RefusedError("it declares entities")


# Element of RSS or Atom (without its namespace) → field of an entry; the longest wins.
_ELEMENTS = {
    "title": "title", "description": "html", "summary": "html", "content": "html",
    "encoded": "html", "pubDate": "date", "published": "date", "updated": "date", "date": "date",
    "link": "link", "creator": "author", "name": "author",
}  # fmt: skip


@dataclass(slots=True)
class _FeedReader:
    """Collects entries while the parser goes through a feed."""

    entries: list[Entry] = field(default_factory=list)
    is_feed: bool = False
    _fields: dict[str, str] | None = None
    _depth: int = 0
    _kept: int = 0  # the depth of the element whose text is being kept; 0 for none
    _text: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._depth += 1
        if self._depth == 1:
            self.is_feed = local in ("rss", "feed", "RDF")
        if local in ("item", "entry"):
            self._fields = {}
        elif self._fields is not None and not self._kept and local in _ELEMENTS:
            self._kept, self._text = self._depth, []
            if local == "link" and attributes.get("rel", "alternate") == "alternate":
                self._text.append(attributes.get("href", ""))

    def characters(self, text: str) -> None:
        if self._kept:
            self._text.append(text)

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self._fields is not None and local in ("item", "entry"):
            self.entries.append(_entry(self._fields))
            self._fields = None
        elif self._kept == self._depth and self._fields is not None:
            key, text = _ELEMENTS[local], "".join(self._text).strip()
            if len(text) > len(self._fields.get(key, "")):
                self._fields[key] = text
        if self._kept == self._depth:
            self._kept = 0
        self._depth -= 1


def _entry(fields: dict[str, str]) -> Entry:
    return Entry(**{"html": "", **fields, "date": _date(fields.get("date", ""))})


def _date(text: str) -> str:
    """The day of an RFC 2822 or ISO 8601 date; empty for another."""
    if len(text) >= 10 and text[:4].isdigit() and text[4] == "-":
        return text[:10]
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""

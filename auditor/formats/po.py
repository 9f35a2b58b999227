"""Gettext catalogues: the translations, each with its original beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.document import Chunk, Comment, Document
from auditor.formats.building import ChunkBuilder
from auditor.formats.dates import read_language
from auditor.formats.pairs import PairCollector

# One line: a keyword with a string, a string that goes on, or a comment. What is obsolete (#~)
# and what tools write about the original (#. #: #| #,) is passed over.
_LINE = re.compile(
    r"""[ \t]*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?
        "(?P<text>(?:[^"\\\r\n]|\\.)*+)"
      |(?P<comment>\#(?![.:|,~])[^\r\n]*)
      |[^\r\n]*""",
    re.VERBOSE,
)
_NEXT = re.compile(r"\r\n|\n|\r|\Z")
_MARK = re.compile(
    r"""\\(?P<escape>.)
      |(?P<value>%(?:\([\w.]+\))?[-+0\#]*\d*(?:\.\d+)?(?:l{0,2}|h|z)[sdifgxXucr](?![^\W\d_])
        |%\d+\$?[sd]?(?!\w)|\{[\w.!:]*\}|\$\{\w+\})
      |(?P<tag></?[A-Za-z][^<>"\\]{0,200}>)""",
    re.VERBOSE,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": " ", "a": "", "b": "", "f": " ", "v": " "}
_LANGUAGE = re.compile(r"^Language:\s*(\S+)", re.MULTILINE)


@dataclass(slots=True)
class _Entry:
    """A message: strings of its original, and of each of its translations, by place in the file."""

    original: list[tuple[int, int]] = field(default_factory=list)
    translations: list[list[tuple[int, int]]] = field(default_factory=list)


def read(path: str, source: str) -> Document:
    """The translations of a catalogue; values to be filled in are objects, tags are left out."""
    collector = PairCollector()
    comments: list[Comment] = []
    language = None
    for entry in _entries(source, comments):
        original = _plain(source, entry.original)
        if entry.original and not original:
            language = language or _header_language(source, entry)
            continue
        for strings in entry.translations:
            collector.add(original, list(_chunks(source, strings)))
    return Document(
        path,
        source,
        tuple(collector.chunks),
        "po",
        language=language,
        comments=tuple(comments),
        pairs=tuple(collector.pairs),
    )


def escape(text: str) -> str:
    """The text as it stands between the quotation marks of a catalogue."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def _entries(source: str, comments: list[Comment]) -> Iterator[_Entry]:
    entry = _Entry()
    strings: list[tuple[int, int]] = []  # of the keyword last seen
    at = int(source.startswith("\ufeff"))
    while at < len(source):
        match = _LINE.match(source, at)
        end = match.end() if match else at
        if match and match["comment"]:
            comments.append(Comment(match.start("comment"), end, match["comment"][1:]))
        elif match and match["text"] is not None:
            keyword = match["keyword"] or ""
            if keyword in ("msgctxt", "msgid") and entry.translations:
                yield entry
                entry = _Entry()
            if keyword:
                strings = _strings_of(entry, keyword)
            strings.append(match.span("text"))
        line_end = _NEXT.search(source, end)
        at = max(line_end.end() if line_end else len(source), at + 1)
    yield entry


def _strings_of(entry: _Entry, keyword: str) -> list[tuple[int, int]]:
    """The list that strings of a keyword go to."""
    if keyword == "msgid":
        entry.original = []
        return entry.original
    if keyword.startswith("msgstr"):
        entry.translations.append([])
        return entry.translations[-1]
    return []


def _plain(source: str, strings: list[tuple[int, int]]) -> str:
    text = "".join(source[start:end] for start, end in strings)
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), text)


def _header_language(source: str, entry: _Entry) -> str | None:
    header = "".join(_plain(source, strings) for strings in entry.translations)
    match = _LANGUAGE.search(header)
    return read_language(match[1]) if match else None


def _chunks(source: str, strings: list[tuple[int, int]]) -> Iterator[Chunk]:
    """The paragraphs of a translation: two line ends in a row part them."""
    builder = ChunkBuilder(source)
    for start, end in strings:
        reached = start
        for match in _MARK.finditer(source, start, end):
            builder.copy(reached, match.start())
            reached = match.end()
            if match["value"]:
                builder.add_object(*match.span())
            elif match["escape"] == "n" and builder.ends_line:
                if chunk := builder.finish("paragraph"):
                    yield chunk
            elif (escape := match["escape"]) and (text := _ESCAPES.get(escape, escape)):
                builder.add(text, *match.span())
        builder.copy(reached, end)
    if chunk := builder.finish("paragraph"):
        yield chunk

"""Front matter of a Markdown file: the prose in it, its date and its language.

A scanner of our own reads the few fields that matter, since what is needed is not their values
but where in the file each character of them stands, escapes and folded lines included.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.document import Chunk
from auditor.formats.building import ChunkBuilder
from auditor.formats.dates import read_date, read_language

_START = re.compile(r"\ufeff?(?:(---)|(\+\+\+))[ \t]*(?:\r\n|\n|\r)")
_END = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_JSON = re.compile(r"\ufeff?\{[ \t]*(?:\r\n?|\n)")
_JSON_END = re.compile(r"(?<=[\r\n])\}[ \t]*(?=[\r\n]|\Z)")

_KINDS = {
    **dict.fromkeys(
        ("title", "subtitle", "headline", "subheadline", "linktitle", "seotitle", "metatitle"),
        "title",
    ),
    **dict.fromkeys(
        ("description", "summary", "excerpt", "standfirst", "subheading", "metadescription"),
        "description",
    ),
}
_DATES = ("date", "publishdate", "pubdate", "published", "publishedat", "datepublished")
_LANGUAGES = ("lang", "language", "locale")

# A field of either kind, at the start of a line; in YAML it may be the first of a list's item.
_FIELD = re.compile(
    r"""(?P<indent>[ ]*(?:-[ ]+)*)(?P<key>"[\w.-]+"|'[\w.-]+'|[\w.-]+)[ \t]*[:=]"""
    r"""(?:[ \t]+|(?=["'\r\n])|\Z)"""
)
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*+)'")
_LITERAL = re.compile(r"'([^'\r\n]*)'")
_TRIPLE = re.compile(r'"""((?:[^"\\]|\\.|"(?!""))*+)"""' + r"|'''((?:[^']|'(?!''))*+)'''", re.DOTALL)
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
# What makes an unquoted value of YAML something else, inside it and at its start.
_ENDS_PLAIN = re.compile(r":(?:\s|\Z)|\s#")
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\Z")
_LETTER = re.compile(r"[^\W\d_]")
_NO_TEXT = frozenset({"true", "false", "yes", "no", "null", "on", "off"})

_FOLD = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_ESCAPE = re.compile(
    r"""\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})
        |(?P<plain>.))""",
    re.VERBOSE,
)
_QUOTE = re.compile("''")
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": " ", "_": "\u00a0", "N": "\n", "e": "", "b": "",
                  "0": "", "a": "", "v": " ", "f": " ", "L": "\n", "P": "\n"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says; `end` is where the text of the article begins."""

    end: int
    chunks: tuple[Chunk, ...] = ()
    date: dt.date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Value:
    """The value of a field: where it stands, how it is quoted, and where it ends."""

    start: int
    end: int
    style: str
    after: int


def read_front_matter(source: str) -> FrontMatter:
    """The front matter at the start of a file; JSON is passed over unread."""
    start = _START.match(source)
    if not start:
        return FrontMatter(_json_end(source))
    end = _END[start[1] or start[2]].search(source, start.end())
    if not end:
        return FrontMatter(0)
    return _read_fields(source, start.end(), end.start(), end.end(), is_toml=bool(start[2]))


def escape_at(source: str, offset: int, text: str) -> str | None:
    """A text as it must be written at a place in front matter; None where it cannot be."""
    start = _START.match(source)
    if not start or "\n" in text or "\r" in text:
        return None
    for _, _, value in _fields(source, start.end(), len(source), is_toml=bool(start[2])):
        if value.start <= offset <= value.end:
            return _quoted(text, value.style, is_first=offset == value.start)
    return None


def _quoted(text: str, style: str, is_first: bool) -> str | None:
    if style in ("double", "triple"):
        return text.replace("\\", "\\\\").replace('"', '\\"')
    if style == "single":
        return text.replace("'", "''")
    if style == "literal":
        return None if "'" in text else text
    if style == "plain" and (_ENDS_PLAIN.search(text) or (is_first and _NOT_PLAIN.match(text))):
        return None
    return text


def _json_end(source: str) -> int:
    start = _JSON.match(source)
    end = _JSON_END.search(source, start.end()) if start else None
    return end.end() if end else 0


def _read_fields(source: str, start: int, stop: int, end: int, is_toml: bool) -> FrontMatter:
    chunks: list[Chunk] = []
    dates: dict[str, dt.date] = {}
    language = None
    for key, is_nested, value in _fields(source, start, stop, is_toml):
        if kind := _KINDS.get(key):
            chunks += _prose(source, value, kind)
        elif is_nested:
            continue
        elif key in _DATES and (date := read_date(source[value.start : value.end])):
            dates[key] = date
        elif key in _LANGUAGES:
            language = language or read_language(source[value.start : value.end])
    first = next((dates[key] for key in _DATES if key in dates), None)
    return FrontMatter(end, tuple(chunks), first, language)


def _fields(source: str, start: int, stop: int, is_toml: bool) -> Iterator[tuple[str, bool, _Value]]:
    """Name (lower case, without signs), whether it lies in another, and value of each field."""
    at, in_table = start, False
    while at < stop:
        line = _LINE.match(source, at, stop)
        line_end = line.end() if line else stop
        match = _FIELD.match(source, at, stop)
        after = line_end
        if match:
            find = _toml_value if is_toml else _yaml_value
            value = find(source, match.end(), stop, len(match["indent"]))
            name = match["key"].strip("\"'").rpartition(".")[2]
            is_nested = in_table or bool(match["indent"])
            yield name.replace("_", "").replace("-", "").lower(), is_nested, value
            after = max(value.after, match.end())
        elif is_toml and source.startswith("[", at):
            in_table = True
        at = _next_line(source, after, stop)


def _next_line(source: str, at: int, stop: int) -> int:
    """Start of the line after the one that holds `at`."""
    match = _LINE_END.search(source, at, stop)
    return match.end() if match else stop


def _yaml_value(source: str, at: int, stop: int, indent: int) -> _Value:
    if block := _BLOCK.match(source, at, stop):
        start = _next_line(source, block.end(), stop)
        end = _block_end(source, start, stop, indent)
        return _Value(start, end, "block", max(block.end(), end - 1))
    for mark, pattern, style in (('"', _DOUBLE, "double"), ("'", _SINGLE, "single")):
        if source.startswith(mark, at) and (match := pattern.match(source, at, stop)):
            return _Value(match.start(1), match.end(1), style, match.end())
    line = _LINE.match(source, at, stop)
    end = line.end() if line else stop
    if source.startswith(("[", "{", "&", "*", "!", "|", ">", "%", "@", "`", "#"), at) or at == end:
        return _Value(at, at, "other", end)
    end = _plain_end(source, end, stop, indent)
    return _Value(at, end, "plain", end)


def _block_end(source: str, start: int, stop: int, indent: int) -> int:
    """End of the lines that are empty or indented more than their key."""
    at = start
    while at < stop:
        line_end = _LINE.match(source, at, stop)
        text = line_end[0] if line_end else ""
        if text.strip() and len(text) - len(text.lstrip(" ")) <= indent:
            break
        at = _next_line(source, at, stop)
    return at


def _plain_end(source: str, end: int, stop: int, indent: int) -> int:
    """End of an unquoted value: lines indented more than its key, and no fields, go on with it."""
    while True:
        start = _next_line(source, end, stop)
        line = _LINE.match(source, start, stop)
        text = line[0] if line else ""
        deeper = len(text) - len(text.lstrip(" \t")) > indent
        if start >= stop or not text.strip() or not deeper or _FIELD.match(source, start, stop):
            return end
        end = start + len(text)


def _toml_value(source: str, at: int, stop: int, indent: int) -> _Value:
    if match := _TRIPLE.match(source, at, stop):
        group = 1 if match[1] is not None else 2
        style = "triple" if group == 1 else "literal"
        return _Value(match.start(group), match.end(group), style, match.end())
    for pattern, style in ((_DOUBLE, "double"), (_LITERAL, "literal")):
        if match := pattern.match(source, at, stop):
            return _Value(match.start(1), match.end(1), style, match.end())
    line = _LINE.match(source, at, stop)
    end = line.end() if line else stop
    return _Value(at, end, "other", end)


def _prose(source: str, value: _Value, kind: str) -> Iterator[Chunk]:
    """The chunks of a value: one, or the paragraphs of a block of text."""
    text = source[value.start : value.end]
    if value.style == "other" or not _LETTER.search(text) or text.strip().lower() in _NO_TEXT:
        return
    if value.style == "plain":
        text = _without_comment(text)
    builder = ChunkBuilder(source)
    for start, end in _lines(text, value.start):
        if start == end:
            if chunk := builder.finish(kind):
                yield chunk
            continue
        _copy_line(builder, source, start, end, value.style)
        fold = _FOLD.match(source, end, value.end)
        if fold and fold.end() < value.end:
            builder.add_fold(end, fold.end())
    if chunk := builder.finish(kind):
        yield chunk


def _without_comment(text: str) -> str:
    return _COMMENT.sub("", text) if "#" in text and "\n" not in text else text


def _lines(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line, white space around it left out."""
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\n|\r|\Z)", text):
        line = match[0]
        stripped = line.strip()
        if not stripped and match.end() == len(text):
            return
        start = match.start() + len(line) - len(line.lstrip()) if stripped else match.start()
        yield offset + start, offset + start + len(stripped)


def _copy_line(builder: ChunkBuilder, source: str, start: int, end: int, style: str) -> None:
    pattern = {"double": _ESCAPE, "triple": _ESCAPE, "single": _QUOTE}.get(style)
    if pattern is _ESCAPE and _ends_escaped(source[start:end]):
        end -= 1  # the line end is escaped
    reached = start
    for match in pattern.finditer(source, start, end) if pattern else ():
        text = _unescape(match)
        builder.copy(reached, match.start())
        if text:
            builder.add(text, *match.span())
        reached = match.end()
    builder.copy(reached, end)


def _ends_escaped(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _unescape(match: re.Match[str]) -> str:
    """What an escape stands for; a letter without a meaning stands for itself."""
    if match[0] == "''":
        return "'"
    if plain := match["plain"]:
        return _PLAIN_ESCAPES.get(plain, plain)
    number = int(match[1] or match[2] or match[3], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""

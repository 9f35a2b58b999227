"""What MDX adds to Markdown: imports, expressions in braces, and the elements of JSX."""

import re
from collections.abc import Iterator

from auditor.document import Comment
from auditor.formats.masking import FILLER, blot, is_alone

# An import or export stands at the start of a line and ends at an empty line.
_MODULE = re.compile(
    r"^(?:import\s+(?:[\w*{][^'\";]{0,2000}?\sfrom\s*)?['\"]"
    r"|export\s+(?:const|let|var|default|function|class|async|type|interface|\{|\*))",
    re.MULTILINE,
)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_MARK = re.compile(r"`+|[{}]|</?[A-Z][\w.]*(?=[\s/>])")
_IN_TAG = re.compile(r"[{<>\"']")


def blot_mdx(text: str, start: int, comments: list[Comment]) -> str:
    """Blot out modules, expressions and the tags of components; comments are added to the list.

    Text between tags stays, as it is Markdown.
    """
    text = blot(text, list(_modules(text, start)))
    marks = list(_MARK.finditer(text, start))
    braces = _pairs(marks, text)
    tags = list(_outermost(list(_tags(text, marks, braces))))
    hidden = list(_comments(text, braces))
    comments += [Comment(a, b, text[a:b].strip("{} \t\r\n")[2:-2]) for a, b in hidden]
    shown = list(_expressions(text, braces))
    text = blot(blot(text, hidden), tags)
    outside = [span for span in shown if text[span[0]] == "{"]  # of tags, which are gone
    text = blot(text, [span for span in outside if is_alone(text, *span)])
    return blot(text, [span for span in outside if text[span[0]] == "{"], FILLER)


def _modules(text: str, start: int) -> Iterator[tuple[int, int]]:
    reached = start
    for match in _MODULE.finditer(text, start):
        if match.start() < reached:
            continue
        empty = _EMPTY_LINE.search(text, match.end())
        reached = empty.start() if empty else len(text)
        yield match.start(), reached


def _pairs(marks: list[re.Match[str]], text: str) -> dict[int, int]:
    """Place of each opening brace outside code → place behind its closing one."""
    closing = _next_same_ticks(marks)
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    code_end = 0
    for mark in marks:
        if mark.start() < code_end:
            continue
        if mark[0][0] == "`":
            code_end = closing.get(mark.start(), 0)
        elif mark[0] == "{":
            waiting.append(mark.start())
        elif mark[0] == "}" and waiting:
            pairs[waiting.pop()] = mark.end()
    return pairs


def _next_same_ticks(marks: list[re.Match[str]]) -> dict[int, int]:
    """Start of each run of backticks → end of the next run of the same length."""
    following: dict[int, int] = {}
    found: dict[int, int] = {}
    for mark in reversed(marks):
        if mark[0][0] == "`":
            length = len(mark[0])
            if length in following:
                found[mark.start()] = following[length]
            following[length] = mark.end()
    return found


def _expressions(text: str, braces: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Outermost braces; a pair with an empty line inside is no expression."""
    for start, end in _outermost(list(braces.items())):
        if not _EMPTY_LINE.search(text, start, end) and not _is_comment(text, start, end):
            yield start, end


def _comments(text: str, braces: dict[int, int]) -> Iterator[tuple[int, int]]:
    for start, end in _outermost(list(braces.items())):
        if _is_comment(text, start, end):
            yield start, end


def _is_comment(text: str, start: int, end: int) -> bool:
    inside = text[start + 1 : end - 1].strip()
    return len(inside) >= 4 and inside.startswith("/*") and inside.endswith("*/")


def _tags(text: str, marks: list[re.Match[str]], braces: dict[int, int]) -> Iterator[tuple[int, int]]:
    for mark in marks:
        if mark[0][0] == "<" and (end := _tag_end(text, mark.end(), braces)):
            yield mark.start(), end


def _tag_end(text: str, at: int, braces: dict[int, int]) -> int:
    """Where a tag ends, strings and expressions passed over; 0 if it does not."""
    while match := _IN_TAG.search(text, at, at + 2000):
        sign = match[0]
        if sign == ">":
            return match.end()
        if sign == "<":
            return 0
        if sign == "{":
            at = braces.get(match.start(), match.end())
        else:
            at = text.find(sign, match.end(), match.end() + 2000) + 1
            if not at:
                return 0
    return 0


def _outermost(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that begin inside another left out."""
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            yield start, end
            reached = end

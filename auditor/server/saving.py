"""An article back into the file it came from: what was changed in the page, and nothing else."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from auditor.formats.encoding import NotText, Unwritable
from auditor.formats.files import Edit, load, save
from auditor.server.asking import BadRequest

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LINE_END = re.compile(r"\r\n|\n|\r")


def saved(name: str, data: bytes, text: str) -> bytes:
    """A file's bytes with its text changed to `text`, whose lines end with a line feed alone.

    Line ends, encoding, formatting and all that stands outside the text are kept; in a Word file
    the changes are tracked. Raises BadRequest.
    """
    try:
        file = load(name, data)
        return save(file, changes(file.document.source, text))
    except NotText as error:
        raise BadRequest(str(error)) from error
    except Unwritable as error:
        raise BadRequest(f"this cannot be written to {name}: {error}") from error


def shown(source: str) -> str:
    """A file's text as a browser's text field holds it."""
    return _LINE_END.sub("\n", source)


def changes(source: str, text: str) -> list[Edit]:
    """The edits that make of a file's text another, as small as words allow."""
    before = shown(source)
    breaks = [match.start() - number for number, match in enumerate(re.finditer("\r\n", source))]
    ends = _LINE_END.findall(source)
    end = max(ends, key=ends.count) if ends else "\n"

    def place(offset: int) -> int:
        return offset + bisect_left(breaks, offset)

    return [
        (place(a), place(b), put.replace("\n", end))
        for a, b, put in _joined(_differences(before, text), before)
    ]


def _differences(before: str, after: str) -> Iterator[Edit]:
    """Edits by lines, and by words in lines that correspond."""
    old, new = before.split("\n"), after.split("\n")
    starts = _starts(old)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if b - a == d - c:
            for index in range(b - a):
                yield from _words(old[a + index], new[c + index], starts[a + index])
        else:
            yield _block(before, starts, (a, b), new[c:d])


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _block(before: str, starts: Sequence[int], lines: tuple[int, int], new: Sequence[str]) -> Edit:
    """Lines put for others, their line ends with them; the last line of a file has none."""
    start, end = starts[lines[0]], starts[lines[1]]
    text = "".join(f"{line}\n" for line in new)
    if end <= len(before):
        return start, end, text
    if start > 0:
        return start - 1, len(before), f"\n{text}"[:-1]
    return start, len(before), text[:-1]


def _words(before: str, after: str, start: int) -> Iterator[Edit]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    places = [start]
    for word in old:
        places.append(places[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield places[a], places[b], "".join(new[c:d])


def _joined(edits: Iterator[Edit], before: str) -> list[Edit]:
    """Edits with nothing but spaces between them as one: two words of a name are one change."""
    joined: list[Edit] = []
    for start, end, text in edits:
        if joined:
            first, last, put = joined[-1]
            between = before[last:start]
            if between.strip(" ") == "":
                joined[-1] = (first, end, put + between + text)
                continue
        joined.append((start, end, text))
    return joined

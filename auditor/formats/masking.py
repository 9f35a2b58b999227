"""Blotting out what is no prose before a parser sees it, without moving anything else."""

import re
from collections.abc import Iterable

# Characters of the private use area: letters to a parser, so that nothing around them is read as
# markup because of them. What a file has of its own is left out of the prose.
FILLER = "\ue000"  # the page shows something here
SILENT = "\ue001"  # the page shows nothing here

_ADDRESS = re.compile(
    r"""(?<![A-Za-z0-9/@.-])(?:(?:https?|ftp)://|www\.)[^\s<>"'“”‘’«»`*|\[\](){}\\]+""",
    re.IGNORECASE,
)
_CLOSING = ".,;:!?"  # ends the sentence, not the address

_OPENING = re.compile(r"\{\{[<%]?|\{%")
_CLOSERS = {"{{": "}}", "{%": "%}", "{{<": ">}}", "{{%": "%}}"}
# A template tag that is longer, or that spans an empty line, is a stray brace.
_LONGEST_TAG = 2000
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")

# Shortcodes and tags whose content is code; the closing one repeats the name.
_CODE = re.compile(
    r"\{%-?\s*(?P<liquid>(?:end)?(?:highlight|raw|comment))\b"
    r"|\{\{[<%]\s*(?P<hugo>/?(?:highlight|mermaid|katex|math))\b"
)


def blot(text: str, spans: Iterable[tuple[int, int]], filler: str = SILENT) -> str:
    """The text with fillers in place of each span; spans in order, none overlapping."""
    parts: list[str] = []
    reached = 0
    for start, end in spans:
        parts += text[reached:start], filler * (end - start)
        reached = end
    return "".join([*parts, text[reached:]]) if parts else text


def blot_templates(text: str) -> str:
    """Blot out shortcodes and template tags: `{{< … >}}`, `{{% … %}}`, `{% … %}`, `{{ … }}`.

    Inside a line, those with two braces stand for something that the page shows.
    """
    if "{{" not in text and "{%" not in text:
        return text
    text = blot(text, list(_code_blocks(text)))
    tags = [(*span, _is_shown(text, *span)) for span in _tags(text)]
    text = blot(text, [(start, end) for start, end, is_shown in tags if not is_shown])
    return blot(text, [(start, end) for start, end, is_shown in tags if is_shown], FILLER)


def _is_shown(text: str, start: int, end: int) -> bool:
    return text.startswith("{{", start) and not is_alone(text, start, end)


_LINE_START = re.compile(r"(?:\A|[\n\r])[ \t>]{0,40}\Z")
_LINE_REST = re.compile(r"[ \t]*(?:[\n\r]|\Z)")


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line of a tag."""
    before = text[max(0, start - 41) : start]
    if start > len(before) and not re.search(r"[\n\r]", before):
        return False
    return bool(_LINE_START.search(before) and _LINE_REST.match(text, end))


def _code_blocks(text: str) -> Iterable[tuple[int, int]]:
    """From the opening to the closing tag of each block of code."""
    start, closing = 0, ""
    for match in _CODE.finditer(text):
        name = match["liquid"] or match["hugo"]
        if closing and name == closing:
            yield start, match.start()
            closing = ""
        elif not closing and not name.startswith(("end", "/")):
            start, closing = match.start(), ("end" if match["liquid"] else "/") + name


def _tags(text: str) -> Iterable[tuple[int, int]]:
    """Template tags; each closer is looked for once, so the search is linear."""
    nearest: dict[str, int] = {}
    reached = 0
    for match in _OPENING.finditer(text):
        start, closer = match.start(), _CLOSERS[match[0]]
        if start < reached:
            continue
        if nearest.get(closer, -1) < match.end():
            found = text.find(closer, match.end())
            nearest[closer] = found if found >= 0 else len(text)
        end = nearest[closer] + len(closer)
        if end > len(text) or end - start > _LONGEST_TAG or _EMPTY_LINE.search(text, start, end):
            continue
        yield start, end
        reached = end


def blot_fragments(text: str) -> str:
    """Blot out `</>`, which HTML's tokenizer drops in the middle of a text."""
    return text.replace("</>", SILENT * 3)


def blot_addresses(text: str) -> str:
    """Blot out web addresses."""
    if "://" not in text and "www." not in text:
        return text
    return blot(text, (_address(match) for match in _ADDRESS.finditer(text)), FILLER)


def _address(match: re.Match[str]) -> tuple[int, int]:
    """Where an address stands, with the angle brackets that make it a link."""
    text, start = match.string, match.start()
    before = text[start - 1 : start]
    closing = _CLOSING + before if before in ("_", "~") else _CLOSING  # an emphasised address
    end = start + len(match[0].rstrip(closing))
    is_bracketed = before == "<" and text[end : end + 1] == ">"
    return (start - 1, end + 1) if is_bracketed else (start, end)

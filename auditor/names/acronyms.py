"""Where acronyms stand beside words: *Central Command (CENTCOM)*, *CENTCOM (Central Command)*."""

import re
from collections.abc import Iterator

# A body's name with its acronym in brackets behind it, or the other way about.
_BODY = r"[A-Z][\w.’'-]*(?:[ \u00a0](?:of|the|for|and|on|in|to|&|[A-Z][\w.’'-]*)){1,8}"
_BRACKET = re.compile(rf"[ \u00a0]\((?:(?P<acronym>[A-Z][A-Z-]{{2,9}})|(?P<words>{_BODY}))\)")
_BODY_BEFORE = re.compile(rf"(?!(?:The|A|An)[ \u00a0]){_BODY}\Z")
_ACRONYM_BEFORE = re.compile(r"\b[A-Z]{3,9}\Z")
# No body's name is longer, in characters.
_LONGEST_BODY = 150


def acronyms_beside(text: str) -> Iterator[tuple[str, int, int]]:
    """Acronyms that stand beside what they are short for, and its place."""
    for match in _BRACKET.finditer(text):
        before = max(match.start() - _LONGEST_BODY, 0), match.start()
        if match["acronym"]:
            body = _BODY_BEFORE.search(text, *before)
            if body:
                yield match["acronym"], *body.span()
        else:
            acronym = _ACRONYM_BEFORE.search(text, *before)
            if acronym:
                yield acronym[0], *match.span("words")


def tails(words: str) -> Iterator[str]:
    """The words, then without the first, and so on: *according to the* may stand before a name."""
    parts = words.split()
    return (" ".join(parts[start:]) for start in range(len(parts)))


def has_capitals(text: str) -> bool:
    """Whether a phrase is written as a name: two words of it with capitals."""
    return len(re.findall(r"\b[^\W\d_a-z]", text)) > 1

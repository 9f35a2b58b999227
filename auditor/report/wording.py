"""What a finding says, in the manner of each place it is read in.

In messages, words of other languages stand between asterisks: *ifadelerini kullandı*. A message may
also quote anything an article holds, so that all else in it must mean only itself: no markup, no
command of a terminal, no mention of a user.
"""

import re
import unicodedata
from collections.abc import Callable
from html import escape

from auditor.finding import Finding

_EMPHASIS = re.compile(r"(?<![\w*])\*(\S(?:[^*]*[^\s*])?)\*(?![\w*])")

# What CommonMark and its usual extensions read as markup, wherever in a line it stands.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&]")

# What makes of a word a mention of a user or a reference, and what keeps it from that: invisible,
# and services do not look behind it.
_REFERENCE = re.compile(r"(?<=@)(?=\w)|(?<=[#!])(?=\d)")
_JOINER = "\u2060"


def visible(text: str) -> str:
    """Text with its control characters shown, not obeyed: files are hostile to terminals."""
    if text.isprintable():  # nearly all is, and a look at each character would take most of a run
        return text
    return "".join(
        f"\\x{ord(c):02x}" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\u200d" else c
        for c in text.replace("\t", " ")
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: *1 file*, *2 files*."""
    return f"{number} {plural(number, noun)}"


def plural(number: int, noun: str) -> str:
    """The noun as it stands behind a number."""
    return noun if number == 1 else f"{noun}s"


def emphasised(message: str, emphasise: Callable[[str], str]) -> str:
    """A message with its words of other languages as `emphasise` has them."""
    return _EMPHASIS.sub(lambda match: emphasise(match[1]), message)


def plain(message: str) -> str:
    """A message as bare text in one line."""
    return visible(" ".join(_EMPHASIS.sub(r"\1", message).split()))


def advised(finding: Finding) -> str:
    """The message and what to print, as bare text in one line."""
    if not finding.suggestions:
        return plain(finding.message)
    text = finding.suggestions[0].text
    return f"{plain(finding.message)} Suggestion: {f'“{plain(text)}”' if text else '(nothing)'}"


def html(message: str) -> str:
    """A message as HTML."""
    return _EMPHASIS.sub(r"<em>\1</em>", escape(message))


def markdown(message: str) -> str:
    """A message as Markdown in one line, for a cell or a comment."""
    escaped, position = "", 0
    for match in _EMPHASIS.finditer(message := " ".join(message.split())):
        escaped += _escaped(message[position : match.start()]) + f"*{_escaped(match[1])}*"
        position = match.end()
    return escaped + _escaped(message[position:])


def markdown_text(text: str) -> str:
    """Text that means only itself in Markdown: no markup, no mention of a user, one line."""
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _REFERENCE.sub(_JOINER, visible(text)))

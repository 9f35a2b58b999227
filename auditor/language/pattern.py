"""Patterns of words, as packs write them, read into items.

The language (see `auditor/rules/packs/README.md`) has literal words, `word~` for any inflected
form, `(a|b)` and `(a|b)?`, gaps `<3>`, word classes such as `<NUM>`, names `<n=NUM>` and `(a):n`,
and `[[ ]]` around the part that matters.
"""

import re
from dataclasses import dataclass

from auditor.language.countries import COUNTRY_WORDS
from auditor.language.months import DAYS, MONTHS


class PhraseError(ValueError):
    """A pattern that is not well formed; the message says where and why."""


# Patterns are tried in one paragraph at a time, so no white space leaves it.
SPACE = r"\s+"
# Behind a space, a mark or nothing, which is quick to see, and then where a sentence begins.
SENTENCE_START = r"(?<![^\s“\"])(?:\A[“‘\"']?|(?<=[.!?…]\s)|(?<=[.!?…][”\"’]\s)|(?<=[“\"]))"
GAP_WORD = r"[^\s“”\"«»;.!?]+(?:\.[^\s“”\"«»;.!?]+)*"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢİĪĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚƏ][\w’'‑-]*)"
_NAME_WORD = rf"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]t|[Aa]d|[Aa]r|[Aa]z)[-‑])?{_CAPITAL}"
_MONTHS = "|".join((*MONTHS, *(rf"{m}\." for m in "Jan Feb Mar Apr Aug Sept Oct Nov Dec".split())))
_NUMBER = r"\d+(?:[.,]\d+)*"
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundreds?|thousands?|dozens?|several|many"
)
CLASSES = {
    "W": r"[\w][\w’'‑-]*",
    "NUM": _NUMBER,
    "NUMW": f"(?:{_NUMBER}|{_NUMBER_WORDS})",
    "CAP": _CAPITAL,
    "NAME": rf"{_NAME_WORD}(?:{SPACE}(?:(?:bin|ibn|von|van|de|der|da|dos){SPACE})?{_NAME_WORD})"
    r"{0,3}",
    "DET": r"(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your)",
    "PRON": r"(?:he|she|it|they|we|I|you)",
    "DAY": f"(?:{DAYS})",
    "MONTH": f"(?:{_MONTHS})",
    "COUNTRY": COUNTRY_WORDS,
    "ADJ": r"(?-i:[a-z][a-z’'‑-]*)",
}

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<focus>\[\[) | (?P<unfocus>\]\])
      | <(?:(?P<name>[a-z]+)=)?(?:(?P<gap>\d+)|(?P<cls>[A-Z]+))>
      | (?P<open>\() | (?P<bar>\|) | (?P<close>\))(?P<opt>\?)?(?::(?P<gname>[a-z]+))?
      | (?P<word>(?:\\.|[^\s()|<>\[\]~?^$])+)(?P<lemma>~)?(?P<wopt>\?)?
      | (?P<start>\^) | (?P<end>\$)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word, or with `lemma` any of its inflected forms."""

    text: str
    lemma: bool = False


@dataclass(frozen=True, slots=True)
class Class:
    """A word class, as the regular expression it stands for."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind."""

    most: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What takes no room in a text: where the part that matters begins or ends, a sentence start."""

    pattern: str


@dataclass(slots=True)
class Group:
    """One of several sequences, perhaps none; `name` makes it usable in suggestions."""

    branches: list[list["Item"]]
    optional: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """White space between two items."""


Item = Word | Class | Gap | Mark | Group | Blank


def parse(source: str) -> list[Item]:
    """The items of a pattern. Raises PhraseError where it is not well formed."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = self._tokenize()
        self._index = 0

    def parse(self) -> list[Item]:
        branches = self._branches()
        if self._index < len(self._tokens):
            raise PhraseError(f"a bracket too many: {self._source}")
        if len(branches) > 1:
            return [Group(branches)]
        return branches[0]

    def _tokenize(self) -> list[re.Match[str]]:
        tokens, position = [], 0
        while position < len(self._source):
            match = _TOKEN.match(self._source, position)
            if not match:
                raise PhraseError(f"{self._source!r}: cannot read {self._source[position:]!r}")
            tokens.append(match)
            position = match.end()
        return tokens

    def _branches(self) -> list[list[Item]]:
        branches: list[list[Item]] = [[]]
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            if token["close"]:
                break
            self._index += 1
            if token["bar"]:
                branches.append([])
            else:
                branches[-1].append(self._item(token))
        if len(branches) > 1 and any(map(_holds_focus, branches)):
            raise PhraseError(
                f"[[ ]] stands in one of several alternatives: {self._source}; put it around them all"
            )
        return [_trimmed(branch) for branch in branches]

    def _item(self, token: re.Match[str]) -> Item:
        if token["open"]:
            return self._group()
        if token["space"]:
            return Blank()
        if token["word"]:
            word = Word(token["word"], bool(token["lemma"]))
            return Group([[word]], optional=True) if token["wopt"] else word
        if token["gap"]:
            gap = Gap(int(token["gap"]))
            return Group([[gap]], name=token["name"]) if token["name"] else gap
        if token["cls"]:
            return self._class(token)
        if token["focus"]:
            return _FOCUS
        return Mark({"]]": ")", "^": SENTENCE_START, "$": r"\Z"}[token[0]])

    def _class(self, token: re.Match[str]) -> Item:
        if token["cls"] not in CLASSES:
            known = ", ".join(sorted(CLASSES))
            raise PhraseError(f"no word class <{token['cls']}> in {self._source!r}; known: {known}")
        item = Class(CLASSES[token["cls"]])
        return Group([[item]], name=token["name"]) if token["name"] else item

    def _group(self) -> Group:
        branches = self._branches()
        if self._index >= len(self._tokens):
            raise PhraseError(f"a bracket is not closed: {self._source}")
        token = self._tokens[self._index]
        self._index += 1
        optional = bool(token["opt"]) or any(not branch for branch in branches)
        if optional and any(map(_holds_focus, branches)):
            raise PhraseError(f"[[ ]] stands in a part that may be missing: {self._source}")
        return Group([b for b in branches if b], optional, token["gname"])


_FOCUS, _UNFOCUS = Mark("(?P<_f>"), Mark(")")


def _holds_focus(items: list[Item]) -> bool:
    """Whether the part that matters begins and ends in a sequence, or in a group of it."""
    inner = (branch for item in items if isinstance(item, Group) for branch in item.branches)
    return (_FOCUS in items and _UNFOCUS in items) or any(map(_holds_focus, inner))


def _trimmed(items: list[Item]) -> list[Item]:
    """A sequence without the white space around it, which stands there to be read and means nothing."""
    while items and isinstance(items[0], Blank):
        items = items[1:]
    while items and isinstance(items[-1], Blank):
        items = items[:-1]
    return items


def is_optional(item: Item) -> bool:
    """Whether a pattern matches without the item as well."""
    return isinstance(item, Group) and item.optional

"""Patterns of words, as packs write them: compiled to a regular expression and its literal words.

The language (see `auditor/rules/packs/README.md`) has literal words, `word~` for any inflected
form, `(a|b)` and `(a|b)?`, gaps `<3>`, word classes such as `<NUM>`, names `<n=NUM>` and `(a):n`,
and `[[ ]]` around the part that matters. Nothing in it repeats without bound, so no pattern can
explode on hostile text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from auditor.language.countries import COUNTRY_WORDS
from auditor.language.inflection import Forms, all_forms, forms_of


class PhraseError(ValueError):
    """A pattern that is not well formed; the message says where and why."""


# White space within a paragraph: never an empty line, which parts paragraphs.
_SPACE = r"(?:[^\S\r\n]+|[^\S\r\n]*(?:\r\n|[\r\n])(?![\r\n])[^\S\r\n]*)"
_SENTENCE_START = r"(?:\A[“‘\"']?|(?<=[.!?…]\s)|(?<=[.!?…][”\"’]\s)|(?<=[“\"]))"
_GAP_WORD = r"[^\s“”\"«»;.!?]+(?:\.[^\s“”\"«»;.!?]+)*"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢİĪĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚƏ][\w’'‑-]*)"
_NAME_WORD = rf"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]t|[Aa]d|[Aa]r|[Aa]z)[-‑])?{_CAPITAL}"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundreds?|thousands?|dozens?|several|many"
)
_CLASSES = {
    "W": r"[\w][\w’'‑-]*",
    "NUM": _NUMBER,
    "NUMW": f"(?:{_NUMBER}|{_NUMBER_WORDS})",
    "CAP": _CAPITAL,
    "NAME": rf"{_NAME_WORD}(?:{_SPACE}(?:(?:bin|ibn|von|van|de|der|da|dos){_SPACE})?{_NAME_WORD})"
    r"{0,3}",
    "DET": r"(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your)",
    "PRON": r"(?:he|she|it|they|we|I|you)",
    "DAY": f"(?:{_DAYS})",
    "MONTH": f"(?:{_MONTHS})",
    "COUNTRY": COUNTRY_WORDS,
    "ADJ": r"(?-i:[a-z][a-z’'‑-]*)",
}

# Words that stand in most paragraphs: useless for finding a pattern.
_COMMON = frozenset(
    "the a an of in on at to for by with from and or but as that this these those it its he his "
    "him she her they their them we our i is are was were be been being has have had having do "
    "does did not no will would can could may who which what when where there said say says also "
    "after before over into than more one two up out about all new his".split()
)

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
class _Word:
    text: str
    lemma: bool = False


@dataclass(frozen=True, slots=True)
class _Class:
    pattern: str


@dataclass(frozen=True, slots=True)
class _Gap:
    most: int


@dataclass(frozen=True, slots=True)
class _Mark:
    pattern: str


@dataclass(slots=True)
class _Group:
    branches: list[list["_Item"]]
    optional: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class _Blank:
    pass


_Item = _Word | _Class | _Gap | _Mark | _Group | _Blank


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled pattern.

    Every match holds one of `anchors` (lower case, single spaces, straight apostrophes).
    `lemmas` are the base forms behind the groups `_l0`, `_l1`, … of the expression.
    """

    source: str
    regex: re.Pattern[str]
    anchors: frozenset[str]
    lemmas: tuple[str, ...] = field(default=())

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Matches in a paragraph."""
        return self.regex.finditer(text)

    def focus(self, match: re.Match[str]) -> tuple[int, int]:
        """Start and end of the part that matters: between `[[ ]]`, or the whole match."""
        return match.span("_f") if "_f" in self.regex.groupindex else match.span()

    def fill(self, template: str, match: re.Match[str]) -> str:
        """A suggestion or message with `{names}` filled in and `word~` inflected as matched."""
        start, end = self.focus(match)
        matched = match.string[start:end]
        values = {k: v or "" for k, v in match.groupdict().items() if not k.startswith("_")}
        text = re.sub(
            r"\{([a-z]+)\}",
            lambda m: matched if m[1] == "text" else values.get(m[1], m[0]),
            template,
        )
        return re.sub(r"([A-Za-z]+)~", lambda m: self._inflect(m[1], match), text)

    def suggest(self, template: str, match: re.Match[str]) -> str:
        """A filled suggestion, its first letter a capital where the matched text has one."""
        text = re.sub(r"\s+", " ", self.fill(template, match)).strip()
        start, _ = self.focus(match)
        if text and match.string[start].isupper() and not text[0].isupper():
            return text[0].upper() + text[1:]
        return text

    def _inflect(self, word: str, match: re.Match[str]) -> str:
        for number, lemma in enumerate(self.lemmas):
            found = match[f"_l{number}"]
            if found is not None:
                return _same_form(forms_of(word.lower()), forms_of(lemma), found.lower())
        return word


def _same_form(wanted: Forms, given: Forms, found: str) -> str:
    if found in ("are", "am"):
        return wanted.base
    if found == "were":
        return wanted.past
    order = ("past", "participle", "ing", "s", "base")
    return next((getattr(wanted, n) for n in order if getattr(given, n) == found), wanted.base)


@cache
def compile_phrase(source: str, case: bool = False, anchored: bool = True) -> Phrase:
    """Compile a pattern. Raises PhraseError where it is not well formed.

    An `anchored` one must hold a literal word to be found by.
    """
    items = _Parser(source).parse()
    writer = _Writer()
    body = writer.sequence(items)
    before = "" if _edge(items, 0) else r"(?<!\w)"
    after = "" if _edge(items, -1) else r"(?!\w)"
    regex = before + body + after
    anchors = _anchors(items)
    if anchored and not anchors:
        raise PhraseError(f"no literal word to find it by: {source}")
    flags = re.NOFLAG if case else re.IGNORECASE
    try:
        return Phrase(source, re.compile(regex, flags), anchors, tuple(writer.lemmas))
    except re.error as error:
        raise PhraseError(f"{source}: {error}") from error


def _edge(items: list[_Item], index: int) -> bool:
    """Whether the pattern begins or ends with punctuation or a mark, where no word is cut."""
    edges = (_SENTENCE_START, r"\Z")
    solid = [item for item in items if not isinstance(item, _Mark) or item.pattern in edges]
    if not solid:
        return False
    item = solid[index]
    if isinstance(item, _Mark):
        return True
    if isinstance(item, _Word):
        letter = item.text.replace("\\", "")[index]
        return not (letter.isalnum() or letter == "_")
    return False


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = self._tokenize()
        self._index = 0

    def parse(self) -> list[_Item]:
        branches = self._branches()
        if self._index < len(self._tokens):
            raise PhraseError(f"a bracket too many: {self._source}")
        if len(branches) > 1:
            return [_Group(branches)]
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

    def _branches(self) -> list[list[_Item]]:
        branches: list[list[_Item]] = [[]]
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            if token["close"]:
                break
            self._index += 1
            if token["bar"]:
                branches.append([])
            else:
                branches[-1].append(self._item(token))
        return branches

    def _item(self, token: re.Match[str]) -> _Item:
        if token["open"]:
            return self._group()
        if token["space"]:
            return _Blank()
        if token["word"]:
            word = _Word(token["word"], bool(token["lemma"]))
            return _Group([[word]], optional=True) if token["wopt"] else word
        if token["gap"]:
            gap = _Gap(int(token["gap"]))
            return _Group([[gap]], name=token["name"]) if token["name"] else gap
        if token["cls"]:
            return self._class(token)
        if token["focus"]:
            return _Mark("(?P<_f>")
        return _Mark({"]]": ")", "^": _SENTENCE_START, "$": r"\Z"}[token[0]])

    def _class(self, token: re.Match[str]) -> _Item:
        if token["cls"] not in _CLASSES:
            known = ", ".join(sorted(_CLASSES))
            raise PhraseError(f"no word class <{token['cls']}> in {self._source!r}; known: {known}")
        item = _Class(_CLASSES[token["cls"]])
        return _Group([[item]], name=token["name"]) if token["name"] else item

    def _group(self) -> _Group:
        branches = self._branches()
        if self._index >= len(self._tokens):
            raise PhraseError(f"a bracket is not closed: {self._source}")
        token = self._tokens[self._index]
        self._index += 1
        optional = bool(token["opt"]) or any(not branch for branch in branches)
        return _Group([b for b in branches if b], optional, token["gname"])


def _is_optional(item: _Item) -> bool:
    return isinstance(item, _Group) and item.optional


class _Writer:
    """Writes items as a regular expression, numbering the inflected words."""

    def __init__(self) -> None:
        self.lemmas: list[str] = []

    def sequence(self, items: list[_Item]) -> str:
        out: list[str] = []
        space = False  # a space stands before the item and is not yet written
        swallowed = False  # an optional item at the start has taken the space behind it along
        for index, item in enumerate(items):
            if isinstance(item, _Blank):
                space = bool(out) and not swallowed
                continue
            follows = index + 1 < len(items) and isinstance(items[index + 1], _Blank)
            glued = index > 0 and not isinstance(items[index - 1], (_Mark, _Blank))
            swallowed = _is_optional(item) and not space and not glued and follows
            out.append(self._spaced(item, space, swallowed))
            space = False
        return "".join(out)

    def _spaced(self, item: _Item, space: bool, swallows: bool) -> str:
        if isinstance(item, _Gap) and space:
            return f"(?:{_SPACE}{_GAP_WORD}){{0,{item.most}}}?"
        body = self.item(item)
        if _is_optional(item):
            if swallows:
                return f"(?:{body}{_SPACE})?"
            return f"(?:{_SPACE}{body})?" if space else f"{body}?"
        if isinstance(item, _Mark) and item.pattern == ")":
            return body
        return (_SPACE if space else "") + body

    def item(self, item: _Item) -> str:
        if isinstance(item, _Word):
            return self._lemma(item.text) if item.lemma else _literal(item.text)
        if isinstance(item, (_Class, _Mark)):
            return item.pattern
        if isinstance(item, _Gap):
            return f"(?:{_GAP_WORD}(?:{_SPACE}{_GAP_WORD}){{0,{max(item.most - 1, 0)}}}?)"
        assert isinstance(item, _Group)
        body = "|".join(self.sequence(branch) for branch in item.branches)
        return f"(?P<{item.name}>{body})" if item.name else f"(?:{body})"

    def _lemma(self, word: str) -> str:
        number = len(self.lemmas)
        self.lemmas.append(word.lower())
        forms = "|".join(map(_literal, all_forms(word.lower())))
        return f"(?P<_l{number}>{forms})"


def _literal(word: str) -> str:
    plain = re.sub(r"\\(.)", r"\1", word)
    escaped = re.escape(plain).replace("\\-", "-")
    return re.sub("[’'-]", lambda mark: "[-‑]" if mark[0] == "-" else "[’']", escaped)


def _anchors(items: list[_Item]) -> frozenset[str]:
    best: frozenset[str] = frozenset()
    run: list[str] = []
    for item in [*items, _Gap(0)]:
        if isinstance(item, _Word) and not item.lemma:
            run.append(_plain(item.text))
            continue
        if isinstance(item, _Blank):
            if run:
                run.append(" ")
            continue
        if isinstance(item, _Mark):
            continue
        best = max(best, _candidate(frozenset({"".join(run).strip()})), key=_worth)
        run = []
        best = max(best, _candidate(_item_anchors(item)), key=_worth)
    return best


def _item_anchors(item: _Item) -> frozenset[str]:
    if isinstance(item, _Word):
        return frozenset(all_forms(item.text.lower())) if item.lemma else frozenset()
    if not isinstance(item, _Group) or item.optional:
        return frozenset()
    found = [_anchors(branch) for branch in item.branches]
    return frozenset().union(*found) if all(found) else frozenset()


def _candidate(anchors: frozenset[str]) -> frozenset[str]:
    return anchors if all(anchors) else frozenset()


def _worth(anchors: frozenset[str]) -> float:
    """How rarely a set of anchors will be met: the worst of them decides."""
    if not anchors:
        return -1.0
    return min(_rarity(anchor) for anchor in anchors) - 0.05 * len(anchors)


def _rarity(anchor: str) -> float:
    words = anchor.split()
    return sum(1.0 if word in _COMMON else 2.0 + len(word) for word in words)


def _plain(word: str) -> str:
    text = re.sub(r"\\(.)", r"\1", word)
    return anchor_text(text)


_FOLD = str.maketrans({"’": "'", "‑": "-"})


def anchor_text(text: str) -> str:
    """A paragraph as anchors are sought in it."""
    return " ".join(text.lower().translate(_FOLD).split()) if text.strip() else ""

"""Patterns of words compiled to a regular expression and the words to find it by.

Nothing in the language of patterns repeats without bound, so none can explode on hostile text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from auditor.language.clues import SIGNS, Clues, clues_of
from auditor.language.codes import code_key, compile_code, kept_code
from auditor.language.inflection import Forms, all_forms, forms_of
from auditor.language.pattern import (
    GAP_WORD,
    SENTENCE_START,
    SPACE,
    Blank,
    Class,
    Gap,
    Group,
    Item,
    Mark,
    PhraseError,
    Word,
    is_optional,
    parse,
)

# Marks that stand right behind a word.
_MARKS = ",.;:!?%"


# “4,5 billion”: the figures are the text’s, and a suggestion must not print its comma.
_DECIMAL_COMMA = re.compile(
    r"(?<![\d,.])(\d{1,3}),(\d{1,2})(?= (?:thousand|million|billion|trillion|percent|per cent)\b|%)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled pattern.

    `lemmas` are the base forms behind the groups `_l0`, `_l1`, … of the expression.
    """

    source: str
    regex: re.Pattern[str]
    lemmas: tuple[str, ...] = field(default=())

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Matches in a paragraph, from a place in it."""
        return self.regex.finditer(text, start)

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
        text = _DECIMAL_COMMA.sub(r"\1.\2", text)
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
def compile_phrase(source: str, case: bool = False) -> Phrase:
    """Compile a pattern. Raises PhraseError where it is not well formed."""
    kept = kept_code(code_key(source, int(case)))
    if kept:
        return Phrase(source, *kept)
    items = _with_open_end(parse(source))
    writer = _Writer()
    body = writer.sequence(items)
    before = "" if _edge(items, 0) else r"(?<!\w)"
    after = "" if _edge(items, -1) else r"(?!\w)"
    try:
        regex = compile_code(before + body + after, _flags(case))
    except re.error as error:
        raise PhraseError(f"{source}: {error}") from error
    return Phrase(source, regex, tuple(writer.lemmas))


def _with_open_end(items: list[Item]) -> list[Item]:
    """Marks that a last nameless group offers beside words are seen, not taken: they stay in the text."""
    last = items[-1] if items else None
    if not isinstance(last, Group) or last.name or not isinstance(items[-2:][0], Blank):
        return items
    branches = [_seen(branch) for branch in last.branches]
    return [*items[:-1], Group(branches, last.optional)]


def _seen(branch: list[Item]) -> list[Item]:
    first = branch[0]
    if len(branch) == 1 and isinstance(first, Word) and _is_mark(first):
        return [Mark(f"(?={_literal(first.text)})")]
    return branch


def _flags(case: bool) -> int:
    return int(re.NOFLAG if case else re.IGNORECASE)


def phrase_codes(phrases: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, str, int, Sequence[str]]]:
    """Patterns, with whether case counts, as `write_codes` keeps them."""
    for source, case in phrases:
        phrase = compile_phrase(source, case)
        yield code_key(source, int(case)), phrase.regex.pattern, _flags(case), phrase.lemmas


@lru_cache(maxsize=16_384)  # when packs are compiled, asked for an entry's errors and for the index
def phrase_clues(source: str) -> tuple[Clues, ...]:
    """What words a text with a match of a pattern holds: all that one of the clues asks for.

    Raises PhraseError where the pattern is not well formed or some match has no word of its own.
    """
    clues = clues_of(parse(source))
    if not all(clues) or any(word in SIGNS for each in clues for word in each[0]):
        raise PhraseError(f"no literal word to find it by: {source}")
    return clues


def _edge(items: list[Item], index: int) -> bool:
    """Whether the pattern begins or ends with punctuation or a mark, where no word is cut."""
    edges = (SENTENCE_START, r"\Z")
    solid = [item for item in items if not isinstance(item, Mark) or item.pattern in edges]
    if not solid:
        return False
    item = solid[index]
    if isinstance(item, Mark):
        return True
    if isinstance(item, Word):
        letter = item.text.replace("\\", "")[index]
        return not (letter.isalnum() or letter == "_")
    return False


class _Writer:
    """Writes items as a regular expression, numbering the inflected words."""

    def __init__(self) -> None:
        self.lemmas: list[str] = []

    def sequence(self, items: list[Item]) -> str:
        out: list[str] = []
        space = False  # a space stands before the item and is not yet written
        swallowed = False  # an optional item at the start has taken the space behind it along
        for index, item in enumerate(items):
            if isinstance(item, Blank):
                space = bool(out) and not swallowed
                continue
            follows = index + 1 < len(items) and isinstance(items[index + 1], Blank)
            glued = index > 0 and not isinstance(items[index - 1], (Mark, Blank))
            swallowed = is_optional(item) and not space and not glued and follows
            out.append(self._spaced(item, space, swallowed))
            space = False
        return "".join(out)

    def _spaced(self, item: Item, space: bool, swallows: bool) -> str:
        if isinstance(item, Gap) and space:
            return f"(?:{SPACE}{GAP_WORD}){{0,{item.most}}}?"
        body = self.item(item)
        if is_optional(item):
            if swallows:
                return f"(?:{body}{SPACE})?"
            return f"(?:{_lead(item)}{body})?" if space else f"{body}?"
        if isinstance(item, Mark) and item.pattern == ")":
            return body
        return (_lead(item) if space else "") + body

    def item(self, item: Item) -> str:
        if isinstance(item, Word):
            return self._lemma(item.text) if item.lemma else _literal(item.text)
        if isinstance(item, (Class, Mark)):
            return item.pattern
        if isinstance(item, Gap):
            return f"(?:{GAP_WORD}(?:{SPACE}{GAP_WORD}){{0,{max(item.most - 1, 0)}}}?)"
        assert isinstance(item, Group)
        body = "|".join(self.sequence(branch) for branch in item.branches)
        return f"(?P<{item.name}>{body})" if item.name else f"(?:{body})"

    def _lemma(self, word: str) -> str:
        number = len(self.lemmas)
        self.lemmas.append(word.lower())
        forms = "|".join(map(_literal, all_forms(word.lower())))
        return f"(?P<_l{number}>{forms})"


def _lead(item: Item) -> str:
    """The space before an item, not needed where a nameless group offers a mark: *so far (,|and)*.

    A named group is put into suggestions, where a mark would stand behind a space.
    """
    if isinstance(item, Group) and not item.name and any(map(_begins_with_mark, item.branches)):
        return rf"(?:{SPACE}|(?=[{_MARKS}]))"
    return SPACE


def _begins_with_mark(branch: list[Item]) -> bool:
    return _is_mark(branch[0]) or (isinstance(branch[0], Mark) and branch[0].pattern.startswith("(?="))


def _is_mark(item: Item) -> bool:
    return isinstance(item, Word) and item.text.lstrip("\\")[:1] in _MARKS


def _literal(word: str) -> str:
    plain = re.sub(r"\\(.)", r"\1", word)
    escaped = re.escape(plain).replace("\\-", "-")
    return re.sub("[’'-]", lambda mark: "[-‑]" if mark[0] == "-" else "[’']", escaped)

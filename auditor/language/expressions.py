"""What words a regular expression asks for, so that it is tried only where they stand.

Python's regular expressions read some thirty megabytes a second each, and rules have hundreds;
to see whether a paragraph holds a word costs next to nothing.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import product
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser has no public name
from typing import Any, cast

from auditor.language.clues import (
    FIGURE,
    FIGURE_OR_MARK,
    FIGURES,
    MARKS,
    MARKS_BEHIND,
    ClueIndex,
    Clues,
    Sign,
    clues_of,
)
from auditor.language.codes import code_key, compile_code, kept_code
from auditor.language.pattern import Blank, Class, Group, Item, Mark, Word
from auditor.language.words import is_word_character

# A run of letters that may be spelt in more ways than this is cut in two.
_MOST_SPELLINGS = 400

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_LOOKS = (_constants.ASSERT, _constants.ASSERT_NOT)

# Something that may be part of a word, whatever it is.
_UNKNOWN = Class("")


# What of a compiled expression is asked for again and again.
_OFTEN = ("finditer", "findall", "fullmatch", "groupindex", "match", "search", "split", "sub")


class _Lazy:
    """An expression that is compiled when it is first used: most of a rule's are not, on most texts."""

    __slots__ = ("_compiled", "flags", "pattern", *_OFTEN)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            kept = kept_code(code_key(self.pattern, self.flags))
            self._compiled = kept[0] if kept else compile_code(self.pattern, self.flags)
            for each in _OFTEN:  # from now on they are found without this method
                setattr(self, each, getattr(self._compiled, each))
        return getattr(self._compiled, name)


_made: list[_Lazy] = []
_kept: dict[str, tuple[Clues, ...]] = {}


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression as `re.compile` gives it, but compiled when it is first used.

    One that is not well formed raises re.error only then.
    """
    made = _Lazy(pattern, int(flags))
    _made.append(made)
    return cast(re.Pattern[str], made)


def write_clues(path: Path) -> None:
    """Keep the clues of every expression made so far, since to find them takes as long as compiling."""
    clues = {code_key(each.pattern, each.flags): _clues_of(each.pattern, each.flags) for each in _made}
    path.write_text(json.dumps(clues), encoding="utf-8")


def read_clues(path: Path) -> None:
    """Take the clues that `write_clues` kept."""
    kept: dict[str, list[Any]] = json.loads(path.read_bytes())
    _kept.update((key, tuple(clues)) for key, clues in kept.items())


def expression_codes() -> Iterator[tuple[str, str, int, Sequence[str]]]:
    """Every expression made so far, as `write_codes` keeps it."""
    for each in _made:
        yield code_key(each.pattern, each.flags), each.pattern, each.flags, ()


class Expressions:
    """The expressions that documents were searched for, so that one look tells which may match.

    Each is known by its identity, since an expression's own hash reads its whole code.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.index = ClueIndex[int]()
        # Those in the index; made anew with each, so that who has it sees no later ones in it.
        self.known: frozenset[int] = frozenset()
        # All that were met are kept, so that no other takes the identity of one.
        self._met: dict[int, tuple[re.Pattern[str], tuple[Clues, ...]]] = {}

    def alone(self, pattern: re.Pattern[str]) -> ClueIndex[int] | None:
        """An index of one expression; None for one that may match without any word."""
        _, clues = self._met.get(id(pattern)) or self._add(pattern)
        if not clues:
            return None
        index = ClueIndex[int]()
        index.add(id(pattern), clues)
        return index

    def _add(self, pattern: re.Pattern[str]) -> tuple[re.Pattern[str], tuple[Clues, ...]]:
        if len(self._met) == _MOST_EXPRESSIONS:
            return pattern, ()
        clues = clues_in(pattern)
        self._met[id(pattern)] = pattern, clues
        if clues:
            self.index.add(id(pattern), clues)
            self.known |= {id(pattern)}
        return pattern, clues


# Rules hold some hundreds; one who makes expressions as he goes does not fill the memory with them.
_MOST_EXPRESSIONS = 2000

EXPRESSIONS = Expressions()


def clues_in(pattern: re.Pattern[str]) -> tuple[Clues, ...]:
    """The clues of an expression (see `clues_of`); none where some match may do without words."""
    kept = _kept.get(code_key(pattern.pattern, pattern.flags)) if isinstance(pattern, _Lazy) else None
    return _clues_of(pattern.pattern, pattern.flags) if kept is None else kept


def _clues_of(pattern: str, flags: int) -> tuple[Clues, ...]:
    try:
        items = _items(_with_seen(_parser.parse(pattern, flags & ~re.UNICODE)))
    except (re.error, RecursionError, AttributeError):  # ill-formed, or a parser of the future
        return ()
    clues = clues_of(items, whole=False)
    return clues if all(clues) else ()


def _with_seen(sequence: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The nodes of an expression, with what it looks ahead to at its end as if it took it."""
    nodes = list(sequence)
    end = len(nodes)
    while end and (nodes[end - 1][0] is _constants.AT or nodes[end - 1][0] in _LOOKS):
        end -= 1
    for op, value in nodes[end:]:
        if op is _constants.ASSERT and value[0] > 0:
            return nodes[:end] + _with_seen(value[1])
    if end < len(nodes) or not nodes:
        return nodes
    op, value = nodes[-1]
    if op is _constants.BRANCH:
        return [*nodes[:-1], (op, (value[0], [_with_seen(branch) for branch in value[1]]))]
    if op is _constants.SUBPATTERN:
        return [*nodes[:-1], (op, (*value[:3], _with_seen(value[3])))]
    return nodes


def _items(sequence: Iterable[tuple[Any, Any]], behind: bool = False) -> list[Item]:
    """A run of the parser's nodes as items of a pattern of words; `behind` a figure or not."""
    found: list[Item] = []
    spellings = [""]
    figure = behind
    for op, value in sequence:
        behind, figure = figure, _ends_in_figure(op, value, figure)
        more = _spellings(op, value)
        if more is not None and len(more) * len(spellings) <= _MOST_SPELLINGS:
            spellings = [one + other for one, other in product(spellings, more)]
            continue
        found += _spelt(spellings)
        spellings = [""]
        if more is not None:
            spellings = more
        else:
            found.append(_item(op, value, behind))
    return found + _spelt(spellings)


def _ends_in_figure(op: Any, value: Any, behind: bool) -> bool:
    """Whether a figure stands before what follows a node, given whether one stands before it."""
    if op is _constants.LITERAL or op is _constants.IN:
        return _is_figure((op, value)) if op is _constants.LITERAL else all(map(_is_figure, value))
    if op is _constants.SUBPATTERN:
        return reduce(_after, value[3], behind)
    if op is _constants.BRANCH:
        return all(reduce(_after, branch, behind) for branch in value[1])
    if op in _REPEATS:
        return reduce(_after, value[2], behind) and (behind or value[0] > 0)
    return behind and (op is _constants.AT or op in _LOOKS)


def _after(behind: bool, node: tuple[Any, Any]) -> bool:
    return _ends_in_figure(*node, behind)


def _spelt(spellings: Sequence[str]) -> list[Item]:
    """The item for a run of letters that may be spelt in several ways."""
    words: list[list[Item]] = [[Word(each)] for each in dict.fromkeys(spellings) if each]
    return [Group(words, optional="" in spellings)] if words else []


def _spellings(op: Any, value: Any) -> list[str] | None:
    """The texts of a node that stands for word characters alone and for few texts."""
    if op is _constants.LITERAL:
        return [_small(value)] if is_word_character(chr(value)) else None
    if op is _constants.IN and all(each is _constants.LITERAL for each, _ in value):
        letters = [_small(code) for _, code in value]
        return sorted(set(letters)) if all(map(is_word_character, letters)) else None
    if op is _constants.SUBPATTERN:
        return _spellings_of_run(value[3])
    if op is _constants.BRANCH:
        branches = [_spellings_of_run(branch) for branch in value[1]]
        known = [each for each in branches if each is not None]
        return _few([text for each in known for text in each]) if len(known) == len(branches) else None
    if op in _REPEATS and value[1] == 1:
        once = _spellings_of_run(value[2])
        return once if once is None or value[0] else ["", *once]
    return None


def _small(code: int) -> str:
    """A letter in lower case; *İ*, whose small letter is two characters, as it stands until words are cut."""
    small = chr(code).lower()
    return small if len(small) == 1 else chr(code)


def _spellings_of_run(sequence: Iterable[tuple[Any, Any]]) -> list[str] | None:
    spellings: list[str] = [""]
    for op, value in sequence:
        more = _spellings(op, value)
        if more is None or len(more) * len(spellings) > _MOST_SPELLINGS:
            return None
        spellings = [one + other for one, other in product(spellings, more)]
    return spellings


def _few(texts: list[str]) -> list[str] | None:
    return texts if len(texts) <= _MOST_SPELLINGS else None


def _item(op: Any, value: Any, behind: bool) -> Item:
    if op is _constants.SUBPATTERN:
        return Group([_items(value[3], behind)])
    if op is _constants.ATOMIC_GROUP:
        return Group([_items(value)])
    if op is _constants.BRANCH:
        return Group([_items(branch, behind) for branch in value[1]])
    if op in _REPEATS:
        return _repeated(*value)
    if op is _constants.AT:
        return Mark("") if value is _constants.AT_NON_BOUNDARY else Blank()
    if op in _LOOKS:
        return Blank() if _parts(op, *value) else Mark("")
    sign = (_mark_behind(op, value) if behind else None) or _sign(op, value)
    if sign or not _may_be_word(op, value):
        return sign or Blank()
    parts = value if op is _constants.IN else ()
    return FIGURE_OR_MARK if parts and not any(_may_be_letter(each) for each in parts) else _UNKNOWN


def _may_be_letter(each: tuple[Any, Any]) -> bool:
    """Whether a part of a set may stand for a character of a word that is no figure."""
    return not _is_figure(each) and _holds_word(*each)


def _mark_behind(op: Any, value: Any) -> Item | None:
    """The item for a mark right behind a figure."""
    marks = [value] if op is _constants.LITERAL else []
    if op is _constants.IN and all(each is _constants.LITERAL for each, _ in value):
        marks = [code for _, code in value]
    if not marks or any(chr(mark) not in MARKS_BEHIND for mark in marks):
        return None
    return Sign(frozenset(FIGURE + chr(mark) for mark in marks))


def _sign(op: Any, value: Any) -> Item | None:
    """The item for a sign that clues know, for one of several, or for a figure."""
    if op is _constants.LITERAL:
        return Word(chr(value)) if chr(value) in MARKS else None
    if op is not _constants.IN:
        return None
    if all(map(_is_figure, value)):
        return FIGURES
    signs = [_sign(*each) for each in value]
    return Group([[sign] for sign in signs if sign]) if all(signs) else None


def _is_figure(each: tuple[Any, Any]) -> bool:
    op, value = each
    if op is _constants.CATEGORY:
        return bool(value is _constants.CATEGORY_DIGIT)
    codes = value if op is _constants.RANGE else (value, value)
    return op in (_constants.RANGE, _constants.LITERAL) and all(chr(code) in "0123456789" for code in codes)


def _repeated(least: int, most: Any, sequence: Any) -> Item:
    inner = _items(sequence)
    if all(isinstance(item, Blank) for item in inner):
        return Group([inner], optional=not least)
    # Of what is repeated the first time and the last are told.
    return Group([inner if most == 1 else [*inner, _UNKNOWN, *inner]], optional=not least)


def _parts(op: Any, direction: int, sequence: Any) -> bool:
    """Whether a look around sees to it that no word character stands there."""
    nodes = list(sequence)
    if op is _constants.ASSERT:
        return not _may_touch_word(nodes, -1 if direction < 0 else 0)
    runs = nodes[0][1][1] if len(nodes) == 1 and nodes[0][0] is _constants.BRANCH else [nodes]
    return any(len(run) == 1 and _holds_every_word(*run[0]) for run in runs)


def _holds_every_word(op: Any, value: Any) -> bool:
    return op is _constants.IN and (_constants.CATEGORY, _constants.CATEGORY_WORD) in value


def _may_touch_word(nodes: Sequence[tuple[Any, Any]], edge: int) -> bool:
    """Whether the first node of a run, or the last, may stand for a character of a word."""
    if not nodes:
        return True
    op, value = nodes[edge]
    if op is _constants.BRANCH:
        return any(_may_touch_word(list(branch), edge) for branch in value[1])
    return _may_be_word(op, value)


def _may_be_word(op: Any, value: Any) -> bool:
    """Whether a node may stand for a character of a word, or for none."""
    if op is _constants.LITERAL:
        return is_word_character(chr(value))
    if op is not _constants.IN:
        return True
    return any(_holds_word(*each) for each in value)


def _holds_word(op: Any, value: Any) -> bool:
    if op is _constants.LITERAL:
        return is_word_character(chr(value))
    if op is _constants.CATEGORY:
        return value not in (_constants.CATEGORY_SPACE, _constants.CATEGORY_NOT_WORD)
    if op is _constants.RANGE:
        return any(is_word_character(chr(code)) for code in (value[0], value[1])) or value[1] - value[0] > 16
    return True

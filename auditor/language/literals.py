"""Letters that every match of a regular expression must hold: a glance for them saves the search.

Python's regular expressions read some forty megabytes a second each, and rules have hundreds;
looking for a fixed word is a hundred times quicker.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser has no public name
from typing import Any

# A shorter word stands in every text, and more of them than this cost more than the search.
_SHORTEST, _MOST = 3, 40

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


@lru_cache(maxsize=4096)
def required(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Lower-case texts, one of which is in every match; none where nothing can be said."""
    try:
        found = _of_sequence(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    except (re.error, RecursionError, AttributeError):  # pragma: no cover - a parser of the future
        return ()
    return tuple(sorted(found)) if found and len(found) <= _MOST else ()


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best set of texts for a run of items, one after another."""
    best: frozenset[str] = frozenset()
    run = ""
    for op, value in items:
        letter = _letter(op, value)
        if letter is not None:
            run += letter
            continue
        inner = _spelt(op, value)
        if inner is not None:
            run += inner
            continue
        best = max(best, _single(run), _of_item(op, value), key=_worth)
        run = ""
    return max(best, _single(run), key=_worth)


def _letter(op: Any, value: Any) -> str | None:
    """The character an item stands for, whatever its case."""
    if op is _constants.LITERAL:
        return chr(value).lower()
    if op is _constants.IN and all(each is _constants.LITERAL for each, _ in value):
        letters = {chr(code).lower() for _, code in value}
        return letters.pop() if len(letters) == 1 else None
    return None


def _spelt(op: Any, value: Any) -> str | None:
    """The text of a group that is nothing but characters; nothing for an item without width."""
    if op is _constants.AT:
        return ""
    if op is not _constants.SUBPATTERN:
        return None
    letters = [_letter(*item) for item in value[3]]
    return "".join(each for each in letters if each) if all(each is not None for each in letters) else None


def _of_item(op: Any, value: Any) -> frozenset[str]:
    if op is _constants.SUBPATTERN:
        return _of_sequence(value[3])
    if op is _constants.ATOMIC_GROUP:
        return _of_sequence(value)
    if op is _constants.BRANCH:
        return _of_branches(value[1])
    if op in _REPEATS and value[0] > 0:
        return _of_sequence(value[2])
    return frozenset()


def _of_branches(branches: Sequence[Iterable[tuple[Any, Any]]]) -> frozenset[str]:
    found = [_of_sequence(branch) for branch in branches]
    return frozenset().union(*found) if all(found) else frozenset()


def _single(run: str) -> frozenset[str]:
    return frozenset({run}) if len(run) >= _SHORTEST else frozenset()


def _worth(texts: frozenset[str]) -> float:
    """The shortest of them decides how often the glance will find one."""
    return min(map(len, texts)) - 0.05 * len(texts) if texts else -1.0

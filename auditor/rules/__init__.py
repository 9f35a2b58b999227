"""All rules: those in code, one a file of this package, and those of the packs."""

import marshal
import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from auditor.finding import Confidence, Severity
from auditor.language.clues import ClueIndex
from auditor.language.codes import VERSION, read_codes, write_codes
from auditor.language.expressions import expression_codes, read_clues, write_clues
from auditor.language.phrases import phrase_codes
from auditor.rule import Pack, PhraseCheck, Rule, read_pack
from auditor.store import compiled, digest

_PACKS = Path(__file__).parent / "packs"

# What is compiled of a pack follows from these too: a change of theirs makes it anew.
_LANGUAGE = Path(__file__).parents[1] / "language"
_NAMES = ("clues", "codes", "expressions", "inflection", "pattern", "phrases", "words")
_COMPILER = [_LANGUAGE / f"{name}.py" for name in _NAMES]
_COMPILER += [_LANGUAGE.parent / "data" / "vocabulary.common.txt"]
_COMPILER += [Path(__file__), Path(__file__).parents[1] / "rule.py"]


@cache
def code_rules() -> tuple[Rule, ...]:
    """The rules written as functions, by name."""
    modules = (import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = {
        value.name: value for module in modules for value in vars(module).values() if isinstance(value, Rule)
    }
    read_clues(compiled(f"clues-{_code_digest()}.json", write_clues))
    return tuple(found[name] for name in sorted(found))


@cache
def _code_digest() -> str:
    return digest([*sorted(_PACKS.parent.glob("*.py")), *_COMPILER])


@cache
def _packs_digest() -> str:
    return digest([*pack_paths(), *_COMPILER])


def pack_paths() -> list[Path]:
    """The packs that come with the program, by language code."""
    return sorted(_PACKS.glob("*.toml"))


@cache
def packs() -> tuple[Pack, ...]:
    """Every pack whole, pages and examples included: for explaining and proving rules."""
    return tuple(pack(path.stem) for path in pack_paths())


@cache
def pack(language: str) -> Pack:
    """A language's pack whole."""
    _kept_packs()  # whose compiling tells what is not in order
    return read_pack(_PACKS / f"{language}.toml", tried=True)


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, ready to run; those of packs without their pages and examples."""
    rules = (*code_rules(), *_kept_packs().rules)
    name = digest([], f"{_code_digest()} {_packs_digest()} {VERSION}")
    read_codes(compiled(f"codes-{name}.bin", _write_codes))
    return rules


def _write_codes(path: Path) -> None:
    checks = [rule.phrase_check for rule in _kept_packs().rules if rule.phrase_check]
    phrases = {phrase: None for check in checks for phrase in check.phrases}
    write_codes(path, [*expression_codes(), *phrase_codes(phrases)])


@cache
def full_rules() -> tuple[Rule, ...]:
    """Every rule with its page and examples, ready to run."""
    load_rules()  # what their patterns were compiled to is kept
    return (*code_rules(), *(rule for pack in packs() for rule in pack.rules))


def phrases_of(rules: Iterable[Rule]) -> tuple[dict[int, Rule], ClueIndex[int]]:
    """Those of some rules that look for a phrase, each with a number, and an index of these.

    The index may hold further numbers: where most of the rules of packs are given, it is the one
    that was compiled for all.
    """
    phrases = [rule for rule in rules if rule.phrase_check]
    kept = _kept_packs()
    if 2 * len(phrases) > len(kept.rules):
        numbers = {rule.name: number for number, rule in enumerate(kept.rules)}
        found = {numbers.get(rule.name, -1): rule for rule in phrases}
        if all(number >= 0 and kept.rules[number] is rule for number, rule in found.items()):
            return found, kept.by_words
    index = ClueIndex[int]()
    for number, rule in enumerate(phrases):
        assert rule.phrase_check
        index.add(number, rule.phrase_check.clues)
    return dict(enumerate(phrases)), index


class _Kept(NamedTuple):
    """The rules of packs, and where to find them by words: by their place among the rules."""

    rules: tuple[Rule, ...]
    by_words: ClueIndex[int]


@cache
def _kept_packs() -> _Kept:
    # Reading the TOML of all packs takes a second, their digest and this some milliseconds.
    path = compiled(f"packs-{_packs_digest()}.bin", _write_packs)
    rows, owners = marshal.loads(path.read_bytes())
    return _Kept(tuple(map(_rule, rows)), ClueIndex(owners))


class _Row(NamedTuple):
    """What is kept of a pack's entry, in plain values."""

    name: str
    doc: str
    category: str
    severity: int
    confidence: int
    evidence: tuple[str, ...]
    default: bool
    check: tuple[Any, ...]


def _write_packs(path: Path) -> None:
    rules = [rule for source in pack_paths() for rule in read_pack(source).rules]
    index = ClueIndex[int]()
    rows = []
    for number, rule in enumerate(rules):
        assert rule.phrase_check
        index.add(number, rule.phrase_check.clues)
        row = _Row(
            rule.name, rule.summary, rule.category, int(rule.severity), int(rule.confidence),
            rule.evidence, rule.default, tuple(rule.phrase_check),
        )  # fmt: skip
        rows.append(tuple(row))
    path.write_bytes(marshal.dumps((rows, index.owners), _FORMAT))


_FORMAT = 4  # of marshal: read by every Python we run on


def _rule(row: tuple[Any, ...]) -> Rule:
    kept = _Row._make(row)
    return Rule(
        name=kept.name,
        doc=kept.doc,
        category=kept.category,
        severity=Severity(kept.severity),
        confidence=Confidence(kept.confidence),
        bad={},
        good=(),
        phrase_check=PhraseCheck._make(kept.check),
        evidence=kept.evidence,
        default=kept.default,
    )

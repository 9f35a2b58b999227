"""All rules: those in code, one a file of this package, and those of the packs."""

import json
import pkgutil
from dataclasses import asdict
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from auditor.finding import Confidence, Severity
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
    return tuple(read_pack(path) for path in pack_paths())


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, ready to run; those of packs without their pages and examples."""
    rules = (*code_rules(), *_pack_rules())
    name = digest([], f"{_code_digest()} {_packs_digest()} {VERSION}")
    read_codes(compiled(f"codes-{name}.bin", _write_codes))
    return rules


def _write_codes(path: Path) -> None:
    checks = [rule.phrase_check for pack in packs() for rule in pack.rules if rule.phrase_check]
    phrases = {phrase: None for check in checks for phrase in check.phrases}
    write_codes(path, [*expression_codes(), *phrase_codes(phrases)])


@cache
def full_rules() -> tuple[Rule, ...]:
    """Every rule with its page and examples."""
    return (*code_rules(), *(rule for pack in packs() for rule in pack.rules))


def _pack_rules() -> tuple[Rule, ...]:
    # Reading the TOML of all packs takes a second, their digest and this JSON some milliseconds.
    path = compiled(f"packs-{_packs_digest()}.json", _write_packs)
    return tuple(_rule(entry) for entry in json.loads(path.read_bytes()))


def _write_packs(path: Path) -> None:
    entries = [
        {
            "name": rule.name,
            "doc": rule.summary,
            "category": rule.category,
            "severity": int(rule.severity),
            "confidence": int(rule.confidence),
            "evidence": rule.evidence,
            "default": rule.default,
            "check": asdict(rule.phrase_check),
        }
        for pack in packs()
        for rule in pack.rules
        if rule.phrase_check
    ]
    path.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")


def _rule(entry: dict[str, Any]) -> Rule:
    check: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry["check"].items()}
    return Rule(
        name=entry["name"],
        doc=entry["doc"],
        category=entry["category"],
        severity=Severity(entry["severity"]),
        confidence=Confidence(entry["confidence"]),
        evidence=tuple(entry["evidence"]),
        default=entry["default"],
        bad={},
        good=(),
        phrase_check=PhraseCheck(**check),
    )

"""The packs as a whole: how many phrases each holds, in what order, and when a quiet one speaks."""

import tomllib
from pathlib import Path

import pytest

from auditor.engine import Engine, Threshold
from auditor.finding import Confidence
from auditor.formats import read
from auditor.language.identification import LANGUAGE_NAMES
from auditor.language.names import LANGUAGES
from auditor.rule import Rule
from auditor.rules import full_rules, pack_paths

# Languages whose news reaches English desks most often have the fullest packs.
FULL = {"tr", "ar", "fa", "he", "ru", "uk"}
QUIET = [rule for rule in full_rules() if rule.confidence is Confidence.LOW and "/" in rule.name]


@pytest.mark.parametrize("path", pack_paths(), ids=lambda path: path.name)
def test_entries_are_enough_and_sorted(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    names = [name for name, value in table.items() if isinstance(value, dict)]
    assert len(names) >= (120 if table["language"] in FULL else 40)
    assert names == sorted(names)


def is_shown(rule: Rule, source_language: str) -> bool:
    example = next(iter(rule.bad)).replace("[[", "").replace("]]", "")
    engine = Engine([rule], threshold=Threshold(source_language=source_language))
    return bool(engine.audit(read("example.txt", example)).findings)


@pytest.mark.parametrize("rule", QUIET, ids=lambda rule: rule.name)
def test_quiet_entries_need_translation(rule: Rule) -> None:
    assert not is_shown(rule, "en")
    assert is_shown(rule, rule.evidence[0])


def test_what_any_language_leaves_needs_no_certain_language() -> None:
    general = next(r for r in QUIET if r.name.startswith("any/") and "ko" not in r.evidence)
    own = next(r for r in QUIET if r.name.startswith("ru/") and "ko" not in r.evidence)
    assert is_shown(general, "ko")
    assert not is_shown(own, "ko")


def test_evidence_names_languages_by_the_codes_we_use() -> None:
    known = LANGUAGES.keys() | LANGUAGE_NAMES.keys()
    assert [(rule.name, code) for rule in full_rules() for code in rule.evidence if code not in known] == []

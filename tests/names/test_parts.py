"""Unlisted names from their parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.names.parts import Parts, read_parts, suggest_with
from auditor.names.tokens import split

PERSIAN = (
    "english\tkind\tnative\tby_country\tothers\tmeaning\n"
    "Kanaani\tfamily\tکنعانی\t\tKanani\t\n"
    "Khatibi\tfamily\tخطیبی\t\t\t\n"
    "Nasser\tgiven\tناصر\tIR=Naser\tNasir Naser\thelper\n"
)


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    (tmp_path / "fa.tsv").write_text(PERSIAN, encoding="utf-8")
    return Parts(tuple(read_parts(tmp_path)))


def _suggest(parts: Parts, name: str, country: str = "") -> str | None:
    found = suggest_with(parts, name, split(name).content, "", country, None)
    return found.text if found else None


def test_an_unlisted_name_gets_its_usual_spelling(parts: Parts) -> None:
    assert _suggest(parts, "Nasır Kenani") == "Nasser Kanaani"
    assert _suggest(parts, "Nasır Hatibi") == "Nasser Khatibi"


def test_a_country_has_its_own_spelling(parts: Parts) -> None:
    assert _suggest(parts, "Nasır Kenani", "IR") == "Naser Kanaani"


def test_a_name_spelt_right_is_left_alone(parts: Parts) -> None:
    assert _suggest(parts, "Nasser Kanaani") is None
    assert _suggest(parts, "Nasir Kanani") is None


def test_a_name_with_an_unknown_part_is_left_alone(parts: Parts) -> None:
    assert _suggest(parts, "Nasır Blumenthal") is None

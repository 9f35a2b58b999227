"""Expressions kept compiled."""

import re
from pathlib import Path

import pytest

from auditor.language import codes
from auditor.language.codes import code_key, compile_code, kept_code, read_codes, write_codes

EXPRESSIONS = [
    (r"\b(?P<a>colou?r)s?\b", re.IGNORECASE),
    (r"(?m)^(?:İstanbul|[ÀÉ]+)\s{2,}$", 0),
    (r"(?<!x)(a|b)+?\1(?=\d)", 0),
    (r"(?-i:[A-Z])\w*(?P<n>\d+)?", re.IGNORECASE),
]
TEXTS = ["Two COLORS 12", "İstanbul  \nÉÀ   \n", "xab aa1 bb2", "Ali12 ali"]


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "_kept", {})


def _written(path: Path) -> Path:
    rows = [(code_key(pattern, int(flags)), pattern, int(flags), ("note",)) for pattern, flags in EXPRESSIONS]
    write_codes(path, rows)
    return path


@pytest.mark.parametrize(("pattern", "flags"), EXPRESSIONS)
def test_what_is_kept_matches_as_the_expression_does(tmp_path: Path, pattern: str, flags: int) -> None:
    read_codes(_written(tmp_path / "codes"))
    kept = kept_code(code_key(pattern, int(flags)))
    assert kept
    made, note = kept
    assert note == ("note",)
    asked = re.compile(pattern, flags)
    for each in (made, compile_code(pattern, int(flags))):
        assert each == asked
        assert each.groupindex == asked.groupindex
        for text in TEXTS:
            found = [(match.span(), match.groupdict()) for match in each.finditer(text)]
            assert found == [(match.span(), match.groupdict()) for match in asked.finditer(text)]


def test_an_unknown_expression_is_not_kept(tmp_path: Path) -> None:
    read_codes(_written(tmp_path / "codes"))
    assert kept_code(code_key("other", 0)) is None


@pytest.mark.parametrize("cut", [0, 1, 40, 200, -1, -40])
def test_a_file_cut_short_does_no_harm(tmp_path: Path, cut: int) -> None:
    path = _written(tmp_path / "codes")
    path.write_bytes(path.read_bytes()[:cut])
    read_codes(path)
    for pattern, flags in EXPRESSIONS:
        kept = kept_code(code_key(pattern, int(flags)))
        assert kept is None or kept[0] == re.compile(pattern, flags)


def test_no_changed_byte_is_taken_for_an_expression(tmp_path: Path) -> None:
    path = _written(tmp_path / "codes")
    whole = path.read_bytes()
    begin = whole.index(b"\n") + 1
    for place in range(begin, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        read_codes(path)
        for pattern, flags in EXPRESSIONS:
            kept = kept_code(code_key(pattern, int(flags)))
            assert kept is None or kept[0] == re.compile(pattern, flags)


def test_without_the_inner_workings_of_python_expressions_are_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "VERSION", "")
    monkeypatch.setattr(codes, "_fresh", {})
    assert compile_code("a+", 0).fullmatch("aaa")
    read_codes(_written(tmp_path / "codes"))
    assert kept_code(code_key(*EXPRESSIONS[0])) is None

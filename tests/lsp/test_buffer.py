"""The text of an open file follows the editor's changes exactly, in every encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.units import ENCODINGS, Utf16, index_at, units
from auditor.lsp.buffer import Buffer

# Letters of one, two, three and four bytes, every line end, and two that only look like one.
TEXT = st.text(st.sampled_from("aé—😀\n\r\u2028\x0c "), max_size=40)
SIZES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@given(TEXT, st.sampled_from(ENCODINGS))
def test_units_are_those_of_the_codec(text: str, encoding: str) -> None:
    codec, size = SIZES[encoding]
    assert units(text, encoding) == len(text.encode(codec)) // size


@given(TEXT, st.sampled_from(ENCODINGS), st.integers(0, 40))
def test_there_and_back(text: str, encoding: str, index: int) -> None:
    index = min(index, len(text))
    assert index_at(text, units(text[:index], encoding), encoding) == index


@given(TEXT, st.integers(0, 40))
def test_utf16_map_agrees_with_the_codec(text: str, index: int) -> None:
    index = min(index, len(text))
    places = Utf16(text)
    assert places.units(index) == units(text[:index], "utf-16")
    assert places.index(places.units(index)) == index


@given(TEXT, st.sampled_from(ENCODINGS), st.integers(0, 40))
def test_positions_come_back(text: str, encoding: str, offset: int) -> None:
    buffer = Buffer(text, encoding)
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] != "\r\n":  # no position stands inside a line end
        assert buffer.offset(*buffer.position(offset)) == offset


@given(TEXT, TEXT, st.data(), st.sampled_from(ENCODINGS))
def test_changes_as_the_editor_makes_them(old: str, new: str, data: st.DataObject, encoding: str) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    buffer = Buffer(old, encoding)
    a, b = buffer.offset(*buffer.position(start)), buffer.offset(*buffer.position(end))
    assert buffer.changed(a, b, new).source == old[:a] + new + old[b:]


@pytest.mark.parametrize(("line", "unit", "expected"), [(0, 99, 2), (1, 0, 4), (9, 0, 6), (1, 99, 6)])
def test_beyond_the_end_is_the_end(line: int, unit: int, expected: int) -> None:
    assert Buffer("ab\r\ncd").offset(line, unit) == expected


def test_lines_end_only_where_the_protocol_says() -> None:
    assert Buffer("a\u2028b\x0cc\nd").position(6) == (1, 0)

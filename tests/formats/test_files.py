import pytest

from auditor.formats.encoding import NotText, Unwritable
from auditor.formats.files import load, save


def test_text_goes_back_as_it_was_written() -> None:
    data = "\ufeffOne.\r\n\r\nTwo.".encode("utf-16")
    file = load("a.txt", data)
    start = file.document.source.index("Two")
    assert save(file, [(start, start + 3, "Three")]).decode("utf-16") == "\ufeffOne.\r\n\r\nThree."
    assert save(file, []) == data


def test_warning_of_the_encoding() -> None:
    assert load("a.txt", "café".encode("windows-1252")).warning.startswith("not UTF-8")
    assert load("a.txt", "café".encode()).warning == ""


def test_format_by_name() -> None:
    assert load("-", b"<p>x</p>", "html").document.format == "html"


def test_binary_file() -> None:
    with pytest.raises(NotText):
        load("a.txt", b"\0\1")


@pytest.mark.parametrize("edits", [[(0, 2, "x"), (1, 3, "y")], [(3, 9, "x")], [(2, 1, "x")]])
def test_impossible_edits(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(Unwritable):
        save(load("a.txt", b"text"), edits)

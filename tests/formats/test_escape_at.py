"""A replacement is written so that the file still reads as it should."""

import pytest

from auditor.document import Document
from auditor.formats import escape_at, read
from auditor.formats.files import load, save

TEXT = "A \"b\" 'c' & <d> [e] \\ |"

PLACES = {
    "plain text": ("a.txt", "Say WORD now."),
    "HTML text": ("a.html", "<p>Say WORD now.</p>"),
    "alt": ("a.html", '<img alt="Say WORD now.">'),
    "alt in single quotes": ("a.html", "<img alt='Say WORD now.'>"),
    "title": ("a.html", "<title>Say WORD now.</title>"),
    "YAML double": ("a.md", '---\ntitle: "Say WORD now."\n---\n'),
    "YAML single": ("a.md", "---\ntitle: 'Say WORD now.'\n---\n"),
    "YAML plain": ("a.md", "---\ntitle: Say WORD now.\n---\n"),
    "YAML block": ("a.md", "---\nsummary: >\n  Say WORD now.\n---\n"),
    "TOML": ("a.md", '+++\ntitle = "Say WORD now."\n+++\n'),
    "TOML, three marks": ("a.md", '+++\nsummary = """\nSay WORD now."""\n+++\n'),
    "Markdown alt": ("a.md", "![Say WORD now.](x.png)"),
    "Markdown title": ("a.md", '[x](y "Say WORD now.")'),
    "alt in HTML in Markdown": ("a.md", '<img alt="Say WORD now.">'),
    "XLIFF": ("a.xlf", "<trans-unit><target>Say WORD now.</target></trans-unit>"),
    "PO": ("a.po", 'msgid "x"\nmsgstr "Say WORD now."\n'),
}


def replaced(path: str, source: str, text: str) -> Document:
    file = load(path, source.encode())
    start = source.index("WORD")
    written = escape_at(file.document, start, text)
    assert written is not None
    saved = save(file, [(start, start + 4, written)]).decode()
    return read(path, saved)


@pytest.mark.parametrize("place", PLACES)
def test_replacement_is_read_back(place: str) -> None:
    path, source = PLACES[place]
    text = TEXT.replace(" & <d>", "") if path in ("a.md", "a.po") else TEXT  # a tag there
    assert f"Say {text} now." in [chunk.text for chunk in replaced(path, source, text).chunks]


def test_table_cell() -> None:
    source = "| a | WORD |\n|--|--|\n| b | c |"
    texts = [chunk.text for chunk in replaced("a.md", source, "x | y").chunks]
    assert texts == ["a", "x | y", "b", "c"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\ntitle: Say WORD now.\n---\n", "this: that"),
        ("---\ntitle: Say WORD now.\n---\n", "item #1"),
        ("---\ntitle: WORD now.\n---\n", "“Yes”: no"),
        ("---\ntitle: WORD now.\n---\n", '"Yes", he said'),
        ("+++\ntitle = 'Say WORD now.'\n+++\n", "it's"),
        ('---\ntitle: "Say WORD now."\n---\n', "a\nb"),
    ],
)
def test_what_cannot_be_written(source: str, text: str) -> None:
    assert escape_at(read("a.md", source), source.index("WORD"), text) is None

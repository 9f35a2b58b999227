"""Catalogues and exchange files: translations with their originals beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.document import Document
from auditor.formats import escape, read
from auditor.formats.building import OBJECT

from .checks import assert_sound, prose

PO = r"""# Translators
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: en_GB\n"

# auditor: off
#: src/a.c:12
#, c-format
msgctxt "menu"
msgid "Kasım %s ile \"görüştü\""
msgstr "Qasem met "
"%s \"today\"\\"

msgid "%d dosya"
msgid_plural "%d dosya"
msgstr[0] "%d file"
msgstr[1] "%(count)d <b>files</b>"

#~ msgid "eski"
#~ msgstr "old"

msgid "Bir\n\nİki"
msgstr "One\nof\n\nTwo, 50% discount"

msgid "boş"
msgstr ""
"""


def pairs(document: Document) -> list[tuple[str, list[str]]]:
    texts = prose(document)
    return [(pair.original, texts[pair.first : pair.last]) for pair in document.pairs]


def test_po() -> None:
    document = read("a.po", PO)
    assert pairs(document) == [
        ('Kasım %s ile "görüştü"', [f'Qasem met {OBJECT} "today"\\']),
        ("%d dosya", [f"{OBJECT} file"]),
        ("%d dosya", [f"{OBJECT} files"]),
        ("Bir\n\nİki", ["One\nof", "Two, 50% discount"]),
    ]
    assert document.language == "en"
    assert [comment.text for comment in document.comments] == [" Translators", " auditor: off"]
    assert_sound(document)


def test_po_string_over_two_lines_is_not_solid() -> None:
    document = read("a.po", PO)
    start = document.text.index("met")
    assert document.span(start, start + 3).solid
    assert not document.span(start, start + 5).solid


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_po_line_ends(newline: str) -> None:
    assert prose(read("a.po", newline.join(PO.split("\n")))) == prose(read("a.po", PO))


def test_po_escape() -> None:
    assert escape("po", 'a "b" \\ c\n') == 'a \\"b\\" \\\\ c\\n'


XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2"><file source-language="tr" target-language="en-US"><header><note>no</note></header><body>
<!-- auditor: off -->
<trans-unit id="1"><source>Kasım &amp; <g id="1">Said</g></source>
  <target>Qasem &amp; <g id="1">Saeed</g> <x id="2"/> met <bpt id="3">&lt;b></bpt>Xi</target>
  <alt-trans><source>a</source><target>no</target></alt-trans><note>no</note></trans-unit>
<trans-unit id="2"><source>İki</source></trans-unit>
<trans-unit id="3"><source>Üç</source><target/></trans-unit>
<trans-unit id="4"><target>Four,
     at last</target></trans-unit>
</body></file></xliff>"""

XLIFF_2 = """<xliff version="2.0" srcLang="tr" trgLang="en"><file id="f"><unit id="1">
<notes><note>no</note></notes>
<segment><source>Bir.</source><target>One <pc id="1">two</pc>.</target></segment>
<segment><source>İki <ph id="2"/></source><target>Two&#x2019;s <ph id="2"/></target></segment>
</unit></file></xliff>"""


def test_xliff() -> None:
    document = read("a.xlf", XLIFF_1)
    assert pairs(document) == [("Kasım & Said", [f"Qasem & Saeed {OBJECT} met Xi"])]
    assert prose(document)[1:] == ["Four, at last"]
    assert document.language == "en"
    assert [comment.text for comment in document.comments] == [" auditor: off "]
    assert_sound(document)


def test_xliff_with_a_document_type_inside_a_target() -> None:
    source = XLIFF_1.replace("<target>", "<target><!DOCTYPE x>", 1)
    assert read("a.xlf", source).text.split() == read("a.xlf", XLIFF_1).text.split()


def test_xliff_2() -> None:
    document = read("a.xliff", XLIFF_2)
    assert pairs(document) == [("Bir.", ["One two."]), (f"İki {OBJECT}", [f"Two’s {OBJECT}"])]
    assert document.language == "en"
    assert_sound(document)


def test_xliff_escape() -> None:
    assert escape("xliff", "a < b & c") == "a &lt; b &amp; c"


PO_NOISE = st.lists(
    st.sampled_from(
        ["msgid ", "msgstr ", "msgstr[0] ", "msgctxt ", '"', '""\n', '"word"\n', "\\n", "\\", '\\"', "\n",
         "\r\n", "\r", "# ", "#~ ", "%s", "{x}", "<b>", "word", " ", "é𝒳", "\x85", "\0", "\ufeff", "\t"]
    )
).map("".join)  # fmt: skip

XLIFF_NOISE = st.lists(
    st.sampled_from(
        ["<trans-unit>", "</trans-unit>", "<segment>", "<source>", "</source>", "<target>", "</target>",
         "<target/>", "<x/>", "<ph>", "</ph>", "<note>", "</note>", "&amp;", "&", "<", "word", " ",
         "\n\n", "\r\n", "é𝒳", "<!--", "-->"]
    )
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PO_NOISE | st.text())
def test_any_catalogue(source: str) -> None:
    assert_sound(read("a.po", source))


@settings(max_examples=300, deadline=None)
@given(XLIFF_NOISE | st.text())
def test_any_exchange_file(source: str) -> None:
    assert_sound(read("a.xlf", source))


@given(st.lists(st.text(alphabet='ab"\\\n\té𝒳', min_size=1), min_size=1, max_size=4))
def test_what_is_escaped_is_read_back(texts: list[str]) -> None:
    strings = "\n".join(f'"{escape("po", text)}"' for text in texts)
    document = read("a.po", f'msgid "x"\nmsgstr {strings}\n')
    assert "".join("".join(prose(document)).split()) == "".join("".join(texts).split())

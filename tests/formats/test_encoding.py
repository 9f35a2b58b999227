import codecs
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.formats.encoding import Decoded, NotText, Unwritable, decode, encode

ENGLISH = "The minister’s “answer” – given in Ankara – cost £5.\r\nHe left.\r"
TURKISH = "Said Recep Tayyip Erdoğan and Kasım Şahin to İbrahim Gül in Beşiktaş.\n"
RUSSIAN = "Министр иностранных дел России заявил, что переговоры продолжатся в Вене. " * 5

MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]


@pytest.mark.parametrize(("mark", "encoding"), MARKED)
def test_byte_order_mark(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + ENGLISH.encode(encoding))
    assert decoded == Decoded(ENGLISH, encoding, mark)


@pytest.mark.parametrize(("mark", "encoding"), MARKED[1:])
def test_broken_unicode_is_read_but_not_written(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + ENGLISH.encode(encoding) + b"\x00\xd8\x00")
    assert decoded.text.startswith(ENGLISH)
    assert f"not valid {encoding.upper()} at byte" in decoded.warning
    with pytest.raises(Unwritable):
        encode(decoded.text, decoded)


def test_plain_utf8_has_no_warning() -> None:
    assert decode(TURKISH.encode()) == Decoded(TURKISH)
    assert decode(b"") == Decoded("")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    decoded = decode(ENGLISH.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bom) == (ENGLISH, encoding, b"")
    assert encoding.upper() in decoded.warning


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "windows-1252"),
        ("The café in São Paulo, where François Müller lived.", "windows-1252"),
        (TURKISH, "windows-1254"),
    ],
)
def test_windows_encodings_are_named(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warning == f"not UTF-8; read as {encoding} (a guess)"
    assert encode(decoded.text, decoded) == text.encode(encoding)


def test_other_scripts_are_guessed() -> None:
    decoded = decode(RUSSIAN.encode("windows-1251"))
    assert decoded.text == RUSSIAN
    assert "cp1251" in decoded.warning


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<html><meta charset="iso-8859-9">', "windows-1254"),
        (
            "<META http-equiv=content-type content='text/html; charset=windows-1254'>",
            "windows-1254",
        ),
        ('<?xml version="1.0" encoding="iso-8859-3"?>', "iso-8859-3"),
    ],
)
def test_declared_encoding(head: str, encoding: str) -> None:
    text = head + "<p>Gün İstanbul Ğ</p>"
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warning == f"not UTF-8; read as {encoding} (as the file declares)"


@pytest.mark.parametrize("label", ["base64", "rot13", "idna", "undefined", "no-such", "gb-18030"])
def test_declared_nonsense_is_passed_over(label: str) -> None:
    data = f'<meta charset="{label}"><p>£5 – a lot</p>'.encode("windows-1252")
    assert decode(data).text.endswith("£5 – a lot</p>")


def test_one_stray_byte_in_utf8() -> None:
    decoded = decode(TURKISH.encode() + b"caf\xe9 " + TURKISH.encode())
    assert decoded.text.count("\ufffd") == 1
    assert decoded.warning.startswith(f"not valid UTF-8 at byte {len(TURKISH.encode()) + 3}")
    assert not decoded.writable


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%abc",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04 and so on",
        b"text\0text",
        zlib.compress(ENGLISH.encode() * 9),
        bytes(range(1, 32)) * 9,
        codecs.BOM_UTF16_LE + b"a\0\0\0",
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)


def test_a_character_the_encoding_lacks_is_not_written() -> None:
    decoded = decode(ENGLISH.encode("windows-1252"))
    with pytest.raises(Unwritable, match="ş"):
        encode(decoded.text + "ş", decoded)


def _restores(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotText:
        return
    assert "\0" not in decoded.text
    if decoded.writable:
        assert encode(decoded.text, decoded) == data
    else:
        assert decoded.warning


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    _restores(data)


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet=st.characters(codec="windows-1256"), max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "windows-1256"]),
)
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    _restores(text.encode(encoding))

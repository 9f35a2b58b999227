"""Bytes to text and back, without losing either."""

import codecs
import re
from dataclasses import dataclass


class NotText(ValueError):  # noqa: N818
    """The bytes are a picture, a program, an archive: not text in any encoding."""


class Unwritable(ValueError):  # noqa: N818
    """The text cannot go back to bytes of the file's encoding."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and how it was written.

    `text` leaves the byte order mark out and keeps line ends. `warning` says what a reader
    should know, empty if the file is plain UTF-8 or marked Unicode. Only where `writable` do the
    bytes come back exactly.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    warning: str = ""
    writable: bool = True


# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b",
    b"BZh", b"7z\xbc\xaf", b"\x7fELF", b"MZ\x90", b"Rar!", b"{\\rtf", b"\xd0\xcf\x11\xe0",
    b"RIFF", b"OggS", b"ID3", b"SQLite format 3", b"wOFF", b"wOF2",
)  # fmt: skip

# Control characters no text holds: all but tab, line feed, vertical tab, form feed, return,
# the old end-of-file mark and escape (terminal colours).
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Families of encodings a file may declare; Python also knows codecs that are no encodings.
_FAMILY = re.compile(
    r"(?:windows|cp|iso-?8859|iso-2022|latin|koi8|mac|gb|big5|euc|shift|us-ascii|ascii|tis)",
    re.IGNORECASE,
)
# What browsers take these labels to mean.
_LABELS = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
           "ascii": "windows-1252", "iso-8859-9": "windows-1254", "gb2312": "gb18030",
           "gbk": "gb18030"}  # fmt: skip

_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# The six letters in which windows-1254 (Ğ İ Ş ğ ı ş) and windows-1252 (Ð Ý Þ ð ý þ) differ.
_TURKISH = (b"\xd0", b"\xdd", b"\xde", b"\xf0", b"\xfd", b"\xfe")
# English with foreign names and curly quotation marks stays below this share of high bytes;
# Turkish, Czech or Hungarian text does not.
_FOREIGN = 0.06
_FEW = 100  # high bytes, too few to guess from
# Encodings that the web was written in; charset-normalizer also offers those of mainframes.
_PUBLISHED = re.compile(r"cp(?:125\d|866|855|874|932|949|950)|iso8859|koi8|gb|big5|euc|shift|mac_|tis|utf")
# charset-normalizer is slow: 64 KB show an encoding as well as a megabyte does.
_SAMPLE = 1 << 16


def decode(data: bytes) -> Decoded:
    """The text in `data`; raises NotText for what is none.

    Unicode is taken as such where the bytes are valid; otherwise the encoding the file declares
    (HTML, XML), and last the likeliest, with a warning that names it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding, mark)
    if wide := _unmarked_utf16(data):
        return wide
    if data.startswith(_SIGNATURES) or _is_binary(data):
        raise NotText("binary file")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _damaged_utf8(data, error) or _declared(data) or _guessed(data)


def encode(text: str, like: Decoded) -> bytes:
    """The bytes of `text`, written as `like` was; raises Unwritable where that cannot be."""
    if not like.writable:
        raise Unwritable(f"the file is not wholly valid {like.encoding}")
    try:
        return like.bom + text.encode(like.encoding)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise Unwritable(f"{like.encoding} has no {character!r}") from error


def _unicode(data: bytes, encoding: str, mark: bytes) -> Decoded:
    """Text behind a byte order mark; what is invalid becomes U+FFFD and cannot be written back."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        warning = f"not valid {encoding.upper()} at byte {len(mark) + error.start}"
        decoded = Decoded(text, encoding, mark, warning, writable=False)
    else:
        decoded = Decoded(text, encoding, mark)
    if "\0" in text:
        raise NotText("binary file")
    return decoded


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in English nearly every second byte is zero, hardly one of the others."""
    sample = data[:_SAMPLE]
    if len(data) < 4 or len(data) % 2 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    low, high = sample[::2].count(0), sample[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if zeros >= half * 0.6 and others <= half * 0.02:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            name = encoding.upper()
            return None if "\0" in text else Decoded(text, encoding, b"", f"read as {name}")
    return None


def _is_binary(data: bytes) -> bool:
    """A zero byte anywhere, or more than one control character in a hundred at the start."""
    if b"\0" in data:
        return True
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 100 > len(sample)


def _damaged_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with some bytes gone wrong: most of its high bytes are valid sequences."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    if valid <= broken * 2:
        return None
    warning = f"not valid UTF-8 at byte {error.start}: {broken} characters could not be read"
    return Decoded(text, "utf-8", b"", warning, writable=False)


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:2048])
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii", "replace").lower()
    label = _LABELS.get(label, label)
    return _legacy(data, label, "as the file declares") if _FAMILY.match(label) else None


def _guessed(data: bytes) -> Decoded:
    """The likeliest legacy encoding.

    A few high bytes among English letters are the quotation marks and accents of Windows; on
    longer runs, of another script, or on many, of another language, charset-normalizer decides.
    """
    runs = _HIGH_RUN.findall(data[:_SAMPLE]) or _HIGH_RUN.findall(data)
    high = sum(map(len, runs))
    turkish = sum(run.count(letter) for run in runs for letter in _TURKISH)
    is_english = high < max(_FEW, _FOREIGN * len(data[:_SAMPLE]))
    if sum(len(run) <= 2 for run in runs) < 0.9 * len(runs):
        candidates = _normalizer_candidates(data)
    elif turkish > 0.35 * high or (is_english and turkish):  # ı and ş alone are half of Turkish's
        candidates = ["windows-1254"]
    else:
        candidates = ["windows-1252"] if is_english else _normalizer_candidates(data)
    for encoding in (*candidates, "windows-1252", "iso-8859-1"):
        if decoded := _legacy(data, encoding, "a guess"):
            return decoded
    raise NotText("binary file")


def _normalizer_candidates(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    likely = (match.encoding for match in from_bytes(data[:_SAMPLE]))
    return [encoding for encoding in likely if _PUBLISHED.match(encoding)][:3]


def _legacy(data: bytes, encoding: str, how: str) -> Decoded | None:
    try:
        text = data.decode(encoding)
        exact = text.encode(encoding) == data
    except (LookupError, ValueError):  # no such encoding, or not these bytes
        return None
    if "\0" in text:
        return None
    warning = f"not UTF-8; read as {encoding} ({how})"
    return Decoded(text, encoding, b"", warning, exact)

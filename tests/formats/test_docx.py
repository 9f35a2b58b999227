import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.formats.encoding import NotText, Unwritable
from auditor.formats.files import load, save

from .checks import assert_sound, kinds, prose

docx = pytest.importorskip("auditor.formats.docx")

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, formatting: str = "") -> str:
    return f'<w:r>{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*contents: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(contents)}</w:p>"


def word_file(*paragraphs: str, **parts: str) -> bytes:
    packed = io.BytesIO()
    body = f"<w:document {NAMESPACE}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return packed.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def accepted(data: bytes) -> list[str]:
    """Prose once all changes are accepted."""
    return prose(load("a.docx", data).document)


def refused(data: bytes) -> list[str]:
    """Prose once all changes are refused."""
    xml = re.sub(r"<w:ins\b.*?</w:ins>", "", part(data))
    xml = re.sub(r"</?w:del\b[^>]*>", "", xml).replace("w:delText", "w:t")
    body = re.search(r"<w:body>(.*)</w:body>", xml, re.DOTALL)
    return accepted(word_file(body[1] if body else ""))


def test_prose_and_kinds() -> None:
    data = word_file(
        paragraph(run("The title"), style="Heading1"),
        paragraph(run("Erdo"), run("ğan ", BOLD), run("&amp; co")),
        paragraph(run("one"), "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"),
        paragraph(),
        paragraph("<w:hyperlink>", run("link"), "</w:hyperlink>"),
        paragraph("<w:ins>", run("new"), "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
        f"<w:tbl><w:tr><w:tc>{paragraph(run('cell'))}</w:tc></w:tr></w:tbl>",
        paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("field")),
        footnotes=f"<w:footnotes {NAMESPACE}><w:footnote>{paragraph(run('note'))}</w:footnote></w:footnotes>",
    )
    document = load("a.docx", data).document
    assert prose(document) == [
        "The title", "Erdoğan & co", "one\ttwo\nthree", "link", "new", "cell", "field", "note",
    ]  # fmt: skip
    assert kinds(document) == ["heading", *["paragraph"] * 4, "table-cell", "paragraph", "footnote"]
    assert_sound(document)


def test_two_line_breaks_part_paragraphs() -> None:
    data = word_file(paragraph(run("one"), "<w:r><w:br/><w:br/></w:r>", run("two")))
    document = load("a.docx", data).document
    assert prose(document) == ["one", "two"]
    assert_sound(document)


def test_a_fix_is_a_tracked_change_and_keeps_formatting() -> None:
    file = load("a.docx", word_file(paragraph(run("He met "), run("Kasım", BOLD), run(" today."))))
    start = file.document.source.index("Kasım")
    xml = part(save(file, [(start, start + 5, "Qasem")]))
    deleted = f'<w:r>{BOLD}<w:delText xml:space="preserve">Kasım</w:delText></w:r></w:del>'
    inserted = r'<w:ins w:id="\d+" w:author="auditor">' + re.escape(
        f"<w:r>{BOLD}<w:t>Qasem</w:t></w:r></w:ins>"
    )
    assert re.search(re.escape(deleted) + inserted, xml)


def test_fixes_across_runs_links_and_signs() -> None:
    data = word_file(
        paragraph(run("a b"), "<w:hyperlink>", run("c d"), "</w:hyperlink><w:r><w:tab/></w:r>", run("e")),
    )
    file = load("a.docx", data)
    saved = save(file, [(2, 5, "XX"), (5, 5, "+"), (6, 8, "Y\tZ")])
    assert accepted(saved) == ["a XX+dY\tZ"]
    assert refused(saved) == ["a bc d\te"]


def test_pictures_and_notes_inside_a_deletion_stay() -> None:
    inner = "<w:r><w:t>ab</w:t><w:footnoteReference w:id='7'/><w:t>cd</w:t></w:r>"
    saved = save(load("a.docx", word_file(paragraph(inner))), [(1, 3, "X")])
    xml = part(saved)
    assert accepted(saved) == ["aXd"]
    assert not re.search(r"<w:del\b[^>]*>(?:(?!</w:del>).)*footnoteReference", xml)
    assert len(set(re.findall(r'w:id="(\d+)"', xml))) == len(re.findall(r'w:id="(\d+)"', xml))


def test_other_parts_stay_as_they_were() -> None:
    data = word_file(paragraph(run("old")), styles="<styles>  é </styles>")
    saved = save(load("a.docx", data), [(0, 3, "new")])
    assert part(saved, "word/styles.xml") == part(data, "word/styles.xml")
    assert save(load("a.docx", data), []) == data


@pytest.mark.parametrize("edits", [[(0, 9, "x")], [(0, 2, "x"), (1, 3, "y")], [(2, 7, "x")], [(0, 1, "\0")]])
def test_impossible_edits(edits: list[tuple[int, int, str]]) -> None:
    file = load("a.docx", word_file(paragraph(run("old")), paragraph(run("new"))))
    with pytest.raises(Unwritable):
        save(file, edits)


def bad_files() -> Iterator[bytes]:
    yield b""
    yield b"PK\x03\x04"
    yield b"plain text"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")
    yield packed.getvalue()
    yield word_file("<w:p>")
    yield word_file()[:-30]


@pytest.mark.parametrize("data", list(bad_files()))
def test_no_word_file(data: bytes) -> None:
    with pytest.raises(NotText):
        load("a.docx", data)


def test_bomb_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(paragraph(run("x" * 5000)))
    monkeypatch.setattr("auditor.formats.docx.archive._LARGEST_PART", 4000)
    with pytest.raises(NotText, match="too large"):
        load("a.docx", data)
    monkeypatch.setattr("auditor.formats.docx.archive._LARGEST_FILE", 4000)
    with pytest.raises(NotText, match="too large when unpacked"):
        load("a.docx", data)


def test_entities_are_refused() -> None:
    packed = io.BytesIO()
    declared = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with zipfile.ZipFile(packed, "w") as archive:
        body = f"<w:body>{paragraph(run('&b;'))}</w:body>"
        text = f"{declared}<w:document {NAMESPACE}>{body}</w:document>"
        archive.writestr("word/document.xml", text)
    with pytest.raises(NotText):
        load("a.docx", packed.getvalue())


WORDS = st.text(alphabet="ab é𝒳&<", min_size=1, max_size=6)
INNER = st.sampled_from(["{}", "<w:hyperlink>{}</w:hyperlink>", "<w:ins>{}</w:ins>"])
RUNS = st.lists(st.tuples(WORDS, st.sampled_from(["", BOLD]), INNER), min_size=1, max_size=5)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@settings(max_examples=150, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=3), st.data())
def test_any_edits(paragraphs: list[list[tuple[str, str, str]]], data: st.DataObject) -> None:
    written = [[shape.format(run(escaped(t), f)) for t, f, shape in runs] for runs in paragraphs]
    file = load("a.docx", word_file(*(paragraph(*runs) for runs in written)))
    assert_sound(file.document)
    texts = ["".join(text for text, _, _ in runs) for runs in paragraphs]
    assert file.document.source == "\n\n".join(texts)
    edits, expected, offset = [], [], 0
    for text in texts:
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
        spans = list(zip(cuts[::2], cuts[1::2], strict=False))
        edits += [(offset + a, offset + b, "[new]") for a, b in spans]
        for a, b in reversed(spans):
            text = text[:a] + "[new]" + text[b:]
        expected.append(text.strip())
        offset += 2 + len(texts[len(expected) - 1])
    saved = save(file, edits)
    assert accepted(saved) == [text for text in expected if text]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=3))
def test_any_damage(at: int, damage: bytes) -> None:
    data = word_file(paragraph(run("text")))
    at %= len(data)
    try:
        load("a.docx", data[:at] + damage + data[at + len(damage) :])
    except NotText:
        return
